// What the commands work on: the projects that some paths lie in, read whole, and the files below the paths.
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { keepFiles, type Files } from '../disk/files';
import { fromPath, toPath } from '../disk/uris';
import { facetsRead } from '../rules/lint';
import type { Document } from '../syntax/document';
import { isBelow } from '../workspace/uris';
import { Workspace } from '../workspace/workspace';
import { visible, type Io } from './io';
import { rootsOf } from './roots';

/** Trees of this many characters are kept from the first reading: most repositories are not read twice. */
const room = 128 * 1024 * 1024;

export interface Projects {
  readonly workspace: Workspace;
  readonly files: Files;
  /** The files below the paths, in order. */
  readonly uris: readonly string[];
}

/** Undefined where a path leads nowhere, which is said. Files that `isOpen` names are never read from the disk again. */
export async function openProjects(
  operands: readonly string[],
  io: Io,
  isOpen: (uri: string) => boolean = () => false,
): Promise<Projects | undefined> {
  const paths = (operands.length > 0 ? operands : ['.']).map(operand => resolve(io.cwd, operand));
  const missing = await filter(paths, async path => (await stat(path).catch(() => undefined)) === undefined);
  if (missing.length > 0) {
    for (const path of missing) io.error(`agentwright: No file or folder \`${visible(shown(path, io))}\`.\n`);
    return undefined;
  }
  const home = io.home === undefined ? {} : { home: fromPath(io.home) };
  const workspace = new Workspace({ facets: facetsRead(), keep: room, reader: folderUri(io.cwd), ...home });
  const files = keepFiles(workspace, isOpen, () => Promise.resolve());
  await files.load((await rootsOf(paths, io.home)).map(fromPath));
  return { workspace, files, uris: urisBelow(paths.map(folderUri), workspace, files) };
}

/** Without the slash of `/` and `C:/`, which paths below it would not begin with once more. */
const folderUri = (path: string): string => fromPath(path).replace(/\/$/, '');

/** What is read below the paths, in order. A file that is named is read even where git leaves it out. */
function urisBelow(asked: readonly string[], workspace: Workspace, files: Files): string[] {
  for (const uri of asked) {
    const text = workspace.file(uri) ? undefined : files.text(uri);
    if (text !== undefined) workspace.apply([{ uri, text }]);
  }
  const known = [...workspace.files].map(file => file.uri);
  return known.filter(uri => asked.some(folder => isBelow(uri, folder))).sort();
}

/** The tree that was kept, or the file read again; undefined where it is gone meanwhile. */
export function documentOf({ workspace, files }: Projects, uri: string): Document | undefined {
  const kept = workspace.document(uri);
  if (kept) return kept;
  const text = files.judged(uri);
  return text === undefined ? undefined : workspace.read(uri, text);
}

/** As people would write it: from the current folder, with slashes. */
export const shownUri = (uri: string, io: Io): string => shown(toPath(uri) ?? uri, io);

const shown = (path: string, { cwd }: Io): string => relative(cwd, path).split(sep).join('/') || '.';

async function filter<T>(items: readonly T[], keep: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(items.map(keep));
  return items.filter((_, index) => kept[index]);
}
