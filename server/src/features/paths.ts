// Paths, one folder at a time.
import { join, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Offer } from './offers';

/** The files and folders of the folder that a half-written path names. `from` counts in that path. `base` is the folder
 * that paths count from, where it is not the project's. */
export function* pathOffers(workspace: Workspace, uri: string, before: string, base?: string): Iterable<Offer> {
  const from = before.lastIndexOf('/') + 1;
  const written = before.slice(0, from) || '.';
  const folder = base === undefined ? workspace.resolvePath(written, uri).replace(/\/$/, '') : join(base, written);
  const folders = new Set<string>();
  const files = new Set<string>();
  for (const file of workspace.paths.below(folder)) {
    const path = pathBelow(file, folder);
    const slash = path.indexOf('/');
    if (slash >= 0) folders.add(path.slice(0, slash));
    else if (path !== '' && file !== uri) files.add(path);
  }
  const place = from > 0 ? { from } : {};
  for (const name of [...folders].sort()) {
    yield { label: `${name}/`, kind: 'folder', retrigger: true, sortText: `${isDot(name)}0${name}`, ...place };
  }
  for (const name of [...files].sort())
    yield { label: name, kind: 'file', sortText: `${isDot(name)}1${name}`, ...place };
}

/** `.claude` first, as agents' files lie there; other dot folders last. */
const isDot = (name: string): number => (name === '.claude' ? 0 : name.startsWith('.') ? 2 : 1);
