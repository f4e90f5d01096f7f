// Which odd values in the settings of a project make the program ignore the whole file: then what it denies is not denied.
import { readFileSync, writeFileSync } from 'node:fs';
import { ask } from './agents.mjs';

const agent = {
  name: 'settings-probe',
  text: '---\nname: settings-probe\ndescription: A probe.\ntools: Read, Bash\n---\n\nA probe.\n',
};

/** Asks anew about each line of a file: the setting, its value as JSON, `dropped` or `kept`. */
export async function askSettings(claude, file) {
  const lines = [];
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const [path, value] = line.split('\t');
    lines.push([path, value, await outcome(claude, path, JSON.parse(value))].join('\t'));
    console.log(lines.at(-1));
  }
  writeFileSync(file, lines.map(line => `${line}\n`).join(''));
}

async function outcome(claude, path, value) {
  const settings = { permissions: { deny: ['Bash'] } };
  const keys = path.split('.');
  let below = settings;
  for (const key of keys.slice(0, -1)) below = below[key] ??= {};
  below[keys.at(-1)] = value;
  const files = { '.claude/settings.json': JSON.stringify(settings) };
  for await (const { started, tools } of ask({ claude, model: 'claude-opus-5-5', files, agents: [agent] })) {
    if (!started) throw new Error(`no agent was started beside ${path}`);
    return tools.includes('Bash') ? 'dropped' : 'kept';
  }
}
