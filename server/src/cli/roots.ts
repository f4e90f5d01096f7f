// Which folders must be read so that the names in some files resolve: the projects that the files belong to.
import { stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** The git root of each path, else the nearest folder with agents, else the path's own folder; none inside another. */
export async function rootsOf(paths: readonly string[], home: string | undefined): Promise<string[]> {
  const roots = new Set(await Promise.all(paths.map(path => rootOf(path, home))));
  return [...roots].filter(root => ![...roots].some(other => other !== root && isInside(root, other)));
}

const marks = ['.claude', '.agents', 'agentwright.json'];

async function rootOf(path: string, home: string | undefined): Promise<string> {
  const own = (await stat(path)).isDirectory() ? path : dirname(path);
  // The user's own agents are read alone: the home folder may hold anything, and is no project.
  const personal = home === undefined ? undefined : join(home, '.claude');
  if (personal !== undefined && (own === personal || isInside(own, personal))) return personal;
  const folders = foldersAbove(own).filter(folder => folder !== home);
  return (await nearest(folders, ['.git'])) ?? (await nearest(folders, marks)) ?? own;
}

/** The folder itself and all above it, the nearest first. */
function foldersAbove(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

async function nearest(folders: readonly string[], names: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    for (const name of names) if (await stat(join(folder, name)).catch(() => undefined)) return folder;
  }
  return undefined;
}

const isInside = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
