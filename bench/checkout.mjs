// Another branch is checked out while someone types: many files change at once.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median, pressed, quiet, rests, servers, share, sleep, start } from './client.mjs';
import { filesBelow, workspace } from './workspaces.mjs';

export const title = 'Another branch';
export const about =
  'So many files get another description at once, and the server is told as an editor tells it. A key is pressed ' +
  'every 20 ms from then on. Milliseconds from key to diagnostics: before, and until no work was left.';
export const head = ['files', 'changed', 'before', 'during: median', '95 %', 'longest', 'all done after, s'];

export async function* rows(options) {
  const size = Math.max(...options.sizes);
  const { folder, small } = workspace(size, options);
  const changed = filesBelow(folder)
    .filter(path => path.endsWith('.md') && path !== small)
    .slice(0, 2000);
  const server = await start(servers.ours, folder);
  const document = await server.open(small);
  await document.first;
  await quiet(server.pid);
  const lines = document.text.split('\n');
  const line = lines.findIndex(text => /^[A-Z][a-z]+ .*[a-z]/.test(text));
  const position = { line, character: lines[line].length };
  const press = async n => {
    await sleep(20);
    return pressed({ server, document }, position, n);
  };
  const before = [];
  for (let n = 0; n < 200; n++) before.push(await press(n));
  for (const path of changed) {
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/^description: .*$/m, 'description: As it is on the other branch.'));
  }
  const begun = performance.now();
  await server.notify('workspace/didChangeWatchedFiles', {
    changes: changed.map(path => ({ uri: pathToFileURL(path).href, type: 2 })),
  });
  const during = [];
  // Whether work is left shows only while no key is pressed.
  do {
    for (let n = 0; n < 20; n++) during.push(await press(n));
  } while (!(await rests(server.pid)));
  const seconds = (performance.now() - begun) / 1000;
  server.stop();
  const times = [median(before), median(during), share(during, 0.95), Math.max(...during)].map(time => time.toFixed(1));
  yield [size, changed.length, ...times, seconds.toFixed(1)];
}
