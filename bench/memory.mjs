// What a server holds: for each closed file, and after thousands of edits.
import { readFileSync } from 'node:fs';
import { quiet, servers, start } from './client.mjs';
import { filesBelow, workspace } from './workspaces.mjs';

export const title = 'Memory';
export const about =
  'After a garbage collection, above a server that looks at nothing; the goal is 4 KB a closed file. *Edits*: words typed into and taken out of an agent ' +
  'all over its text, each answered; what is held then, and how much of it the last nine tenths added.';
export const head = [
  'files',
  'held, MB',
  'KB a closed file',
  'edits',
  'held after them, MB',
  'added by the last 90 %, KB',
];

export async function* rows(options) {
  for (const size of options.sizes) {
    const { folder, small } = workspace(size, options);
    const empty = await held(servers.empty, folder, small, 0);
    const ours = await held(servers.ours, folder, small, options.edits);
    const files = filesBelow(folder).length;
    const own = ours.before - empty.before;
    const added = (ours.after - ours.early) / 1024;
    yield [size, mega(own), (own / 1024 / files).toFixed(2), options.edits, mega(ours.after - empty.before), added.toFixed(0)];
  }
} // prettier-ignore

const mega = bytes => (bytes / 1024 / 1024).toFixed(1);

async function held(args, folder, path, edits) {
  const server = await start(args, folder, { heap: true });
  const document = await server.open(path);
  await document.first;
  await quiet(server.pid);
  const before = (await server.memory()).heap;
  const lines = readFileSync(path, 'utf8').split('\n');
  let early = before;
  for (let n = 0; n < edits; n += 2) {
    const line = (n * 7) % lines.length;
    const position = { line, character: lines[line].length };
    await server.type(document, position, ' typed');
    await server.type(document, position, '', 6);
    if (n === edits / 10) early = (await server.memory()).heap;
  }
  const after = (await server.memory()).heap;
  server.stop();
  return { before, early, after };
}
