// From the start of a server to what it first says of an open agent.
import { median, servers, start } from './client.mjs';
import { workspace } from './workspaces.mjs';

export const title = 'The start';
export const about =
  'From starting the process to its first diagnostics of an agent that is opened at once, in milliseconds; medians of runs ' +
  'that take turns. What we say then is said with the whole workspace in view.';
export const head = ['files', 'empty', 'ours', 'more for each file'];

export async function* rows(options) {
  for (const size of options.sizes) {
    const { folder, small } = workspace(size, options);
    const times = { ours: [], empty: [] };
    for (let n = 0; n < options.runs; n++)
      for (const [name, args] of Object.entries(servers)) times[name].push(await first(args, folder, small));
    const [empty, ours] = [median(times.empty), median(times.ours)];
    yield [size, empty.toFixed(0), ours.toFixed(0), ((ours - empty) / size).toFixed(2)];
  }
}

async function first(args, folder, path) {
  const begun = performance.now();
  const server = await start(args, folder);
  const document = await server.open(path);
  await document.first;
  const taken = performance.now() - begun;
  server.stop();
  return taken;
}
