// What the commands work on: the projects that some paths lie in, read whole, and the files below the paths.
import { realpathSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { keepFiles, type Files } from '../disk/files';
import { fromPath, toPath } from '../disk/uris';
import { facetsRead } from '../rules/lint';
import type { Document } from '../syntax/document';
import { languageOf } from '../workspace/classify';
import { isBelow } from '../workspace/uris';
import { Workspace } from '../workspace/workspace';
import { visible, type Io } from './io';
import { rootsOf } from './roots';

/** Trees of this many characters are kept from the first reading: most repositories are not read twice. */
const room = 128 * 1024 * 1024;

export interface Projects {
  readonly workspace: Workspace;
  readonly files: Files;
  /** The paths themselves. */
  readonly asked: readonly string[];
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
  const hindrances = await Promise.all(paths.map(hindrance));
  for (const [at, what] of hindrances.entries())
    if (what !== undefined)
      io.error(`agentwright: ${what} \`${visible(shown(paths[at]!, io))}\`.${hint(operands[at])}\n`);
  if (hindrances.some(what => what !== undefined)) return undefined;
  const home = io.home === undefined ? {} : { home: fromPath(io.home) };
  const workspace = new Workspace({ facets: facetsRead(), keep: room, reader: folderUri(io.cwd), ...home });
  const files = keepFiles(workspace, isOpen, () => Promise.resolve());
  await files.load((await rootsOf(paths, io.home)).map(fromPath));
  const asked = paths.map(folderUri);
  for (const folder of files.closedFolders) {
    if (!asked.some(each => isBelow(folder, each) || isBelow(each, folder))) continue;
    const path = visible(shownUri(folder, io));
    io.error(`agentwright: There is no permission to read the folder \`${path}\`, so nothing in it is looked at.\n`);
  }
  return { workspace, files, asked, uris: urisBelow(asked, workspace, files) };
}

/** In quotes, and on Windows, no shell makes paths of a pattern. */
const hint = (operand = ''): string =>
  /[*?{]/.test(operand) ? ' Patterns are not expanded here; name the folder: all below it is taken.' : '';

/** Why there is nothing to work on at a path, in words before it. */
const hindrance = (path: string): Promise<string | undefined> =>
  stat(path).then(
    () => undefined,
    ({ code }: NodeJS.ErrnoException) =>
      code === 'EACCES' || code === 'EPERM' ? 'There is no permission to look at' : 'No file or folder',
  );

/** Without the slash of `/` and `C:/`, which paths below it would not begin with once more. */
const folderUri = (path: string): string => fromPath(path).replace(/\/$/, '');

/** What is read below the paths, in order. A file that is named is read even where git leaves it out. */
function urisBelow(asked: readonly string[], workspace: Workspace, files: Files): string[] {
  for (const uri of asked) {
    const text = workspace.file(uri) ? undefined : files.text(uri);
    if (text !== undefined) workspace.apply([{ uri, text }]);
  }
  const found = new Set(asked.flatMap(folder => behindLinks(folder, workspace)));
  for (const { uri } of workspace.files) if (asked.some(folder => isBelow(uri, folder))) found.add(uri);
  return [...found].sort();
}

/** The files of the project to which links below a folder lead: they are read once, where they are. */
function behindLinks(folder: string, workspace: Workspace): string[] {
  if (workspace.paths.roots.includes(folder)) return [];
  const links = [...workspace.paths.below(folder)].filter(uri => languageOf(uri) && !workspace.file(uri));
  return links.flatMap(uri => {
    const target = targetOf(uri, workspace.paths.root(uri));
    return target !== undefined && workspace.file(target) ? [target] : [];
  });
}

/** The root may be reached by a link itself. */
function targetOf(uri: string, root: string | undefined): string | undefined {
  const [path, top] = [toPath(uri), root === undefined ? undefined : toPath(root)];
  if (path === undefined || top === undefined) return undefined;
  try {
    return fromPath(join(top, relative(realpathSync(top), realpathSync(path))));
  } catch {
    return undefined; // It is gone meanwhile, or leads nowhere.
  }
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
