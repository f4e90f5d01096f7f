// Lists the files below a folder as the workspace wants them: .gitignore honoured, links followed once, nothing executed.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { languageOf } from '../workspace/classify';
import type { PathList } from '../workspace/paths';
import { unlistedFolders } from '../workspace/paths';
import { fromPath } from './uris';

export interface Listed {
  readonly uri: string;
  readonly path: string;
  /** Under a link into the same root, where the file itself is listed too: it exists, but is not read twice. */
  readonly twin: boolean;
}

const maxDepth = 40;

/** Folders in which agents live although many people keep them out of git. */
const components = ['.claude', '.agents'];

/** Every file below a folder. `paths` takes the ignore files as they are met. Folders that cannot be read are passed over;
 * `closed` is told of those that nobody may read. */
export async function* walk(root: string, paths: PathList, closed?: (folder: string) => void): AsyncIterable<Listed> {
  const real = await realpath(root).catch(() => root);
  yield* walkFolder({ root: real, folder: root, above: [], depth: 0, twin: false, partly: false, paths, closed });
}

interface Step {
  /** Its real path: the root may be a link itself. */
  readonly root: string;
  readonly folder: string;
  /** Real paths of the folders above, so that a link in a circle ends. */
  readonly above: readonly string[];
  readonly depth: number;
  readonly twin: boolean;
  /** Whether what lies in the folder is left out, save what is taken back by its name. */
  readonly partly: boolean;
  readonly paths: PathList;
  readonly closed: ((folder: string) => void) | undefined;
}

async function* walkFolder(step: Step): AsyncIterable<Listed> {
  const { folder, paths, depth, twin, partly } = step;
  if (depth > maxDepth) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES' || error.code === 'EPERM') step.closed?.(folder);
    return [];
  });
  if (!twin && entries.some(e => e.name === '.gitignore' && e.isFile())) {
    const file = join(folder, '.gitignore');
    const text = await readFile(file, 'utf8').catch(() => undefined);
    paths.setIgnore(fromPath(file), text);
  }
  entries.sort((a, b) => Number(a.isDirectory()) - Number(b.isDirectory()) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (partly && !entry.isDirectory() && paths.ignored(fromPath(path))) continue;
    if (entry.isFile()) yield { uri: fromPath(path), path, twin };
    else if (entry.isDirectory()) {
      if (entry.name === 'SKILL.md' && !twin) yield { uri: fromPath(path), path, twin };
      const walked = howWalked(path, entry.name, paths);
      if (walked !== 'not') yield* walkFolder({ ...step, folder: path, depth: depth + 1, partly: walked === 'partly' });
    } else if (entry.isSymbolicLink()) yield* walkLink(step, path, entry.name);
  }
}

/** Ignored folders are left out; but a `.claude` that is kept out of git as a whole is still what Claude Code reads. */
function howWalked(path: string, name: string, paths: PathList): 'wholly' | 'partly' | 'not' {
  if (unlistedFolders.includes(name)) return 'not';
  const uri = fromPath(path);
  if (components.includes(name) || !leavesOutContents(uri, paths)) return 'wholly';
  const parts = path.split(sep);
  const at = parts.findIndex(part => components.includes(part));
  if (at >= 0 && leavesOutContents(fromPath(parts.slice(0, at + 1).join(sep)), paths)) return 'wholly';
  return paths.ignored(`${uri}/`) ? 'not' : 'partly';
}

/** Whether a file of no special name in the folder is left out, be it with the folder or by a pattern like `folder/**`. */
const leavesOutContents = (folder: string, paths: PathList): boolean => paths.ignored(`${folder}/-`);

async function* walkLink(step: Step, path: string, name: string): AsyncIterable<Listed> {
  const real = await realpath(path).catch(() => undefined);
  const info = real === undefined ? undefined : await stat(real).catch(() => undefined);
  if (real === undefined || !info) {
    // It is listed all the same: whoever reads it is told why there is nothing.
    const uri = fromPath(path);
    if (!step.twin && languageOf(uri)) yield { uri, path, twin: false };
    return;
  }
  const inside = real === step.root || real.startsWith(step.root + sep);
  const twin = step.twin || inside;
  if (info.isFile()) {
    yield { uri: fromPath(path), path, twin };
    return;
  }
  if (!info.isDirectory() || step.above.includes(real) || path.startsWith(real + sep) || unlistedFolders.includes(name))
    return;
  yield* walkFolder({ ...step, folder: path, above: [...step.above, real], depth: step.depth + 1, twin });
}
