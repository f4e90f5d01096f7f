// Asks the real program about the collected repositories, offline and without an account. For developers alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './ensure.mjs';

/** The version whose answers were collected: another may answer otherwise. */
const version = '2.1.330';

/** For each repository, its agents and skills with the program's answers. Installs it where no `program` is given. */
export function* observeAll(repositories, program, { dataFolder, corpusPath }) {
  const temp = mkdtempSync(join(tmpdir(), 'agentwright-live-'));
  try {
    const claude = program ?? install(temp);
    for (const repo of repositories) {
      yield [repo, observe(join(dataFolder, 'oracle/oracle.mjs'), claude, corpusPath(repo))];
    }
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

/** The program itself, put into a folder. */
export function install(folder) {
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', `@anthropic-ai/claude-code@${version}`];
  // Answers go to the standard output; npm does not.
  run('npm', args, { stdio: ['ignore', process.stderr, 'inherit'] });
  return join(folder, 'node_modules/.bin/claude');
}

function observe(oracle, claude, folder) {
  const asked = spawnSync(process.execPath, [oracle, '--claude', claude, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (asked.status !== 0) throw new Error(`the program gave no answer about ${folder}`);
  const answers = asked.stdout.split('\n').filter(Boolean).map(JSON.parse);
  return answers
    .filter(({ loads }) => loads !== undefined)
    .map(({ path, kind, loads }) => ({ name: path, kind, loads, text: readFileSync(join(folder, path), 'utf8') }));
}
