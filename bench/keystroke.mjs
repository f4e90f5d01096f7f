// Key → diagnostics: our server beside one that answers nothing, in workspaces of several sizes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, pressed, quiet, servers, start } from './client.mjs';
import { scratchFolder, workspace } from './workspaces.mjs';

export const title = 'A key';
export const about =
  'From a letter in a word to its diagnostics, medians in milliseconds. *Empty* is a server that looks at nothing; *echo* sends the ' +
  'same findings without looking. Both take turns with ours, twenty keys each. The goal is twice *empty* in a body, two and a half times in front matter.';
export const head = ['files', 'where', 'empty', 'echo', 'ours', '× empty'];

export async function* rows(options) {
  for (const size of options.sizes) {
    const files = workspace(size, options);
    for (const [name, path, pattern] of cases(files)) {
      if (!name.includes(options.case)) continue;
      const { ours, empty, echo } = await measure(files.folder, path, placeIn(path, pattern), options);
      const times = [empty, echo, ours].map(time => time.toFixed(3));
      yield [size, name, ...times, (ours / empty).toFixed(2)];
    }
  }
}

const body = /^[A-Z][a-z]+ .*[a-z]/;
const description = /^description: /;
const item = /^ {2}- [a-z-]+$/;

export const cases = ({ small, large, skill }) => [
  ['agent, body', small, body],
  ['agent, description', small, description],
  ['agent, item of `skills`', small, item],
  ['agent of 100 KB, body', large, body],
  ['agent of 100 KB, description', large, description],
  ['most used skill, description', skill, description],
];

/** Keys are pressed behind the last letter of the first line that fits: mostly what is typed is letters of a word. */
export function placeIn(path, pattern) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const line = lines.findIndex(l => pattern.test(l));
  if (line < 0) throw new Error(`no line of ${path} fits ${pattern}`);
  return { line, character: /^.*[a-z]/i.exec(lines[line])[0].length, lines };
}

async function measure(folder, path, { line, character }, { keys, warmUp, push }) {
  const position = { line, character };
  const answer = join(scratchFolder(), 'answer.json');
  const running = {};
  for (const [name, args] of Object.entries({ ...servers, echo: [...servers.empty, '--answer', answer] })) {
    const server = await start(args, folder, { pull: !push });
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
