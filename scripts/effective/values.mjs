// Odd values in descriptions of MCP servers, hooks of plugins and front matter of agents: what does each cost?
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { look } from './look.mjs';

/** So many plugins are asked about in one session. */
const atOnce = 30;

/** Asks anew about each line of a file: what was written, a tab, what came of it. */
export async function askValues(claude, file, ask) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const written = lines.map(line => line.split('\t')[0]);
  const folder = mkdtempSync(join(tmpdir(), 'agentwright-values-'));
  try {
    const outcomes = await ask(claude, written, folder);
    writeFileSync(file, written.map((each, index) => `${each}\t${outcomes[index]}\n`).join(''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each is the description of one server, as JSON. */
export async function servers(claude, written, folder) {
  const all = Object.fromEntries(written.map((text, index) => [`s${index}`, JSON.parse(text)]));
  write(join(folder, '.mcp.json'), JSON.stringify({ mcpServers: all }));
  const { init } = await look(claude, folder);
  const listed = new Set(init.mcp_servers.map(({ name }) => name));
  return written.map((_, index) => (listed.has(`s${index}`) ? 'listed' : 'passed over'));
}

/** Each is what stands under `hooks` in `hooks/hooks.json`, as JSON. */
export async function pluginHooks(claude, written, folder) {
  const outcomes = [];
  for (let at = 0; at < written.length; at += atOnce) {
    const some = written.slice(at, at + atOnce).map((hooks, index) => {
      const plugin = join(folder, `p${at + index}`);
      const ran = join(plugin, 'ran');
      const start = { SessionStart: [{ hooks: [{ type: 'command', command: `touch ${ran}` }] }] };
      write(join(plugin, '.claude-plugin/plugin.json'), JSON.stringify({ name: `p${at + index}` }));
      write(join(plugin, 'hooks/hooks.json'), JSON.stringify({ hooks: { ...start, ...JSON.parse(hooks) } }));
      return { plugin, ran };
    });
    await look(claude, folder, { withHooks: true, args: some.flatMap(({ plugin }) => ['--plugin-dir', plugin]) });
    outcomes.push(...some.map(({ ran }) => (existsSync(ran) ? 'kept' : 'plugin dropped')));
  }
  return outcomes;
}

/** Each is a key of an agent's front matter with its value, in one line. */
export async function agents(claude, written, folder) {
  written.forEach((line, index) => write(join(folder, `.claude/agents/f${index}.md`), agentWith(line, `n${index}`)));
  const { init, debug } = await look(claude, folder);
  const listed = new Set(init.agents);
  return written.map((_, index) => {
    if (!listed.has(`n${index}`)) return 'dropped';
    return debug.some(line => line.includes(`/f${index}.md has invalid`)) ? 'ignored' : 'loaded';
  });
}

function agentWith(line, name) {
  const key = line.slice(0, line.indexOf(':'));
  const others = Object.entries({ name, description: 'Helps.' }).filter(([each]) => each !== key);
  return `---\n${others.map(([each, value]) => `${each}: ${value}\n`).join('')}${line}\n---\n\nHelp.\n`;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
