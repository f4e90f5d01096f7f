// Key → diagnostics once more, measured by a client that is not ours: one that starts the servers of a configuration side by side.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { servers } from './client.mjs';
import { cases, placeIn } from './keystroke.mjs';
import { scratchFolder, workspace } from './workspaces.mjs';

export const title = 'A key, by another client';
export const about =
  'The same keys, measured by the client that the goal was set with. It does more for each key than ours, and types at once, ' +
  'without keys to warm up: what a server takes that looks at nothing is mostly its own time. Medians in milliseconds. The goal ' +
  'is twice *empty* in a body, two and a half times in front matter.';
export const head = ['files', 'where', 'empty', 'ours', '× empty'];

/** `client` is the program: `--config` names its configuration, `--out` where it writes what it measured. */
export async function* rows(options) {
  if (!options.client) return;
  for (const size of options.sizes) {
    const files = workspace(size, options);
    for (const [name, path, pattern] of cases(files)) {
      if (!name.includes(options.case)) continue;
      const { empty, ours } = measured(files.folder, path, pattern, options);
      yield [size, name, empty.toFixed(2), ours.toFixed(2), (ours / empty).toFixed(2)];
    }
  }
}

function measured(folder, path, pattern, { client, keys, runs }) {
  const scratch = scratchFolder();
  const [config, out] = ['config.json', 'out.json'].map(name => join(scratch, name));
  const { line, character, lines } = placeIn(path, pattern);
  const defaults = {
    languageId: 'markdown',
    open: [relative(folder, path)],
    edit: { find: `\n${lines[line].slice(0, character)}`, end: true, insert: 'x' },
    initializationOptions: { userFolder: false },
  };
  const all = ['empty', 'ours'].map(name => ({ name, cmd: process.execPath, args: servers[name] }));
  writeFileSync(config, JSON.stringify({ workspace: folder, defaults, servers: all }));
  const given = ['--config', config, '--phases', 'typing', '--edits', keys, '--runs', runs, '--out', out].map(String);
  execFileSync(process.execPath, [client, ...given], { stdio: 'ignore' });
  const { summary } = JSON.parse(readFileSync(out, 'utf8'));
  const [, times] = Object.entries(summary).find(([what]) => /^keystroke.* p50/.test(what));
  return { empty: times.empty.v, ours: times.ours.v };
}
