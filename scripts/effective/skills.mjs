// Odd values in the front matter of skills and commands: what does a session take of each?
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { look } from './look.mjs';

const firstLine = 'The first line, with $one and $two.';
/** So many are asked about in one session: more descriptions are not told to the model. */
const atOnce = 30;
const model = 'claude-opus-5-5';
const args = ['--model', model];
/** What is known only where the skill runs costs a session each. */
const running = ['model', 'context', 'agent', 'arguments', 'disallowed-tools'];

/** Each is a key of a skill's front matter with its value, in one line. */
export const skills = (claude, written, folder) => outcomes(claude, written, folder, name => `skills/${name}/SKILL.md`);
export const commands = (claude, written, folder) => outcomes(claude, written, folder, name => `commands/${name}.md`);

async function outcomes(claude, written, folder, place) {
  const found = new Map();
  const listed = written.filter(line => !running.includes(keyOf(line)));
  for (let at = 0; at < listed.length; at += atOnce) {
    const some = listed.slice(at, at + atOnce);
    const project = mkdtempSync(join(folder, 'project-'));
    some.forEach((line, index) => write(project, place(`x${index}x`), line));
    const seen = await look(claude, project);
    some.forEach((line, index) => found.set(line, asListed(keyOf(line), `x${index}x`, seen)));
  }
  for (const line of written.filter(each => running.includes(keyOf(each)))) {
    const project = mkdtempSync(join(folder, 'project-'));
    write(project, place('x'), line);
    found.set(line, asRun(keyOf(line), await look(claude, project, { prompt: '/x first second', args })));
    rmSync(project, { recursive: true });
  }
  return written.map(line => found.get(line));
}

const keyOf = line => line.slice(0, line.indexOf(':'));

const taken = yes => (yes ? 'taken' : 'passed over');

/** `init` is what the program says of itself, `asked` what the model is sent. */
function asListed(key, name, { init, asked, debug }) {
  const told = new RegExp(`\\n- ${name}(?: \\(.*?\\))?: (.*)`).exec(texts(asked.messages))?.[1];
  const isTyped = init.slash_commands.includes(name);
  switch (key) {
    case 'description':
      return taken(told !== firstLine);
    case 'when_to_use':
      return taken(told !== 'Helps.');
    case 'effort':
      return taken(!debug.some(line => line.includes(` ${name} has invalid effort`)));
    case 'paths':
      return taken(!isTyped);
    case 'user-invocable':
      return isTyped ? 'true' : 'false';
    case 'disable-model-invocation':
      return told === undefined ? 'true' : 'false';
    default:
      throw new Error(`nothing is seen of ${key}`);
  }
}

function asRun(key, { asked, told }) {
  const system = texts(asked.system);
  switch (key) {
    case 'model':
      return taken(asked.model !== model);
    case 'context':
      return taken(told.some(({ subtype }) => subtype === 'task_started'));
    case 'agent':
      return taken(system.includes('a file search specialist'));
    case 'arguments':
      return taken(!texts(asked.messages).includes(firstLine));
    default:
      // What is disallowed is still sent, and refused when it is called; without Bash there are tools to search with.
      return taken(asked.tools.some(({ name }) => name === 'Grep'));
  }
}

/** All strings in a part of a request. */
const texts = value => {
  if (typeof value === 'string') return `${value}\n`;
  return value && typeof value === 'object' ? Object.values(value).map(texts).join('') : '';
};

function write(project, path, line) {
  const key = keyOf(line);
  const others = [
    ...(key === 'description' ? [] : ['description: Helps.']),
    ...(key === 'agent' ? ['context: fork'] : []),
  ];
  const file = join(project, '.claude', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `---\n${[...others, line].join('\n')}\n---\n\n${firstLine}\n`);
}
