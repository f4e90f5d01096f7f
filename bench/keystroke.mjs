// Key → diagnostics: our server beside one that answers nothing, in one run, in workspaces of several sizes.
//   node bench/keystroke.mjs --generator PATH/gen-workspace.mjs [--seed AGENT.md] [--sizes 10,1000,10000] [--keys 200] [--case 'skills item'] [--push]
// Diagnostics are asked for, as VS Code does; with --push the servers send them unasked. A third server sends the same
// findings without looking: what remains is the price of finding them.
// The figures are ratios of medians: machines are noisy, so both servers take turns, block by block.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median, start } from './client.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    generator: { type: 'string' },
    seed: { type: 'string' },
    sizes: { type: 'string', default: '10,1000,10000' },
    keys: { type: 'string', default: '200' },
    push: { type: 'boolean', default: false },
    case: { type: 'string', default: '' },
    'warm-up': { type: 'string', default: '1000' },
  },
});
if (!values.generator) {
  console.error('usage: node bench/keystroke.mjs --generator gen-workspace.mjs [--seed agent.md]');
  process.exit(2);
}

const keys = Number(values.keys);
/** Keys before the measured ones: an editor's server runs for hours. */
const warmUp = Number(values['warm-up']);
const scratch = mkdtempSync(join(tmpdir(), 'agentwright-bench-'));
const answer = join(scratch, 'answer.json');
const empty = [join(here, 'empty-server.mjs'), '--stdio'];
const servers = {
  ours: [join(here, '../dist/agentwright-language-server.js'), '--stdio'],
  empty,
  echo: [...empty, '--answer', answer],
};

/** A body of about 100 KB: the agent's own, repeated under other headings. */
function large(text) {
  const end = text.indexOf('\n---', 4) + 5;
  const body = text.slice(end);
  let all = text;
  for (let n = 1; all.length < 100_000; n++) all += body.replace(/^# .*$/m, `# Part ${n}`);
  return all;
}

/** Where keys are pressed, by line and column of the first line that fits. */
function place(text, pattern, after) {
  const lines = text.split('\n');
  const line = lines.findIndex(l => pattern.test(l));
  if (line < 0) throw new Error(`no line fits ${pattern}`);
  return { line, character: after === undefined ? lines[line].length : lines[line].indexOf(after) + after.length };
}

async function measure(folder, path, position) {
  const running = {};
  for (const [name, args] of Object.entries(servers)) {
    const server = await start(process.execPath, args, folder, !values.push);
    const document = await server.open(path);
    // The first answer waits for the workspace to be read; then all its files are checked in the background; then all warm up.
    const first = await document.first;
    if (name === 'ours') writeFileSync(answer, JSON.stringify(first));
    const one = { server, document, times: [] };
    running[name] = one;
    await quiet(server.pid);
    for (let n = 0; n < warmUp; n++) await pressed(one, position, n);
  }
  for (let block = 0; block < keys / 20; block++) {
    for (const one of Object.values(running))
      for (let n = 0; n < 20; n++) one.times.push(await pressed(one, position, n));
  }
  for (const { server } of Object.values(running)) server.stop();
  return Object.fromEntries(Object.entries(running).map(([name, { times }]) => [name, median(times)]));
}

/** Resolves when a process has used no time for half a second (where the system tells it). */
async function quiet(pid) {
  const used = () => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15).join();
    } catch {
      return '';
    }
  };
  for (let before = '-', same = 0; same < 5;) {
    await new Promise(resolve => setTimeout(resolve, 100));
    const now = used();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Types a letter, then takes it away again. */
const pressed = ({ server, document }, position, n) =>
  n % 2 === 0 ? server.type(document, position, 'x') : server.type(document, position, '', 1);

for (const size of values.sizes.split(',').map(Number)) {
  const folder = join(scratch, String(size));
  execFileSync(process.execPath, [values.generator, '--out', folder, '--files', String(size), '--quiet']);
  const agent = join(folder, '.claude/agents/bench-agent.md');
  const text = values.seed ? readFileSync(values.seed, 'utf8') : readFileSync(agent, 'utf8');
  const seed = join(folder, '.claude/agents/seed-agent.md');
  const big = join(folder, '.claude/agents/large-agent.md');
  writeFileSync(seed, text.replace(/^name: .*$/m, 'name: seed-agent'));
  writeFileSync(big, large(text).replace(/^name: .*$/m, 'name: large-agent'));
  const skill = join(folder, '.claude/skills', readdirSync(join(folder, '.claude/skills')).sort()[0], 'SKILL.md');
  const skillText = readFileSync(skill, 'utf8');
  const cases = [
    ['seed, body', seed, place(text, /^[A-Z][a-z]+ .*[a-z]/)],
    ['seed, description', seed, place(text, /^description: /)],
    ['seed, skills item', seed, place(text, /^ {2}- [a-z-]+$/)],
    ['100 KB agent, body', big, place(text, /^[A-Z][a-z]+ .*[a-z]/)],
    ['100 KB agent, description', big, place(text, /^description: /)],
    ['most used skill, description', skill, place(skillText, /^description: /)],
  ];
  for (const [name, path, position] of cases.filter(([name]) => name.includes(values.case))) {
    const { ours, empty, echo } = await measure(folder, path, position);
    const times = `empty ${empty.toFixed(3)}  echo ${echo.toFixed(3)}  ours ${ours.toFixed(3)} ms`;
    const ratios = `${(ours / empty).toFixed(2)} × empty  ${(ours / echo).toFixed(2)} × echo`;
    console.log(`${String(size).padStart(6)} files  ${name.padEnd(30)} ${times}  ${ratios}`);
  }
}
rmSync(scratch, { recursive: true, force: true });
