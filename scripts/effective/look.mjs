// Starts a session in a folder and looks at what it begins with: its first message, and the lines of its debug log.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeApi, opening } from './api.mjs';
import { environment, run, trustingHome } from './session.mjs';

/** `asked` is the first request that goes to the model, `told` all that the program prints. */
export async function look(claude, project, { prompt = opening, withHooks = false, args = [] } = {}) {
  // Whoever is called for, the session has begun by then.
  const api = await fakeApi([{ subagent_type: 'nobody' }]);
  const home = mkdtempSync(join(tmpdir(), 'agentwright-home-'));
  const log = join(home, 'debug.txt');
  const settings = { disableAllHooks: !withHooks, disableSkillShellExecution: true, enableAllProjectMcpServers: true };
  try {
    trustingHome(home, project);
    const told = await run(claude, {
      cwd: project,
      args: [
        ...['-p', prompt, '--output-format', 'stream-json', '--verbose', '--debug-file', log],
        ...['--settings', JSON.stringify(settings), ...args],
      ],
      env: environment(home, api.url),
    });
    const init = told.find(({ subtype }) => subtype === 'init');
    return { init, told, asked: api.first(), debug: readFileSync(log, 'utf8').split('\n') };
  } finally {
    api.close();
    rmSync(home, { recursive: true, force: true });
  }
}
