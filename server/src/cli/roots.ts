// Which folders must be read so that the names in some files resolve: the projects that the files belong to.
import { stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

/** The git root of each path, else the nearest folder with agents or of a plugin, else that around its folder of agents,
 * else the path's own folder; none inside another. */
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
  return (
    (await nearest(folders, ['.git'])) ??
    (await nearest(folders, marks)) ??
    (await nearest(folders, ['.claude-plugin'])) ??
    around(folders, home) ??
    own
  );
}

/** The folder that holds the innermost one of agents, commands or skills: they name what lies in the others. */
function around(folders: readonly string[], home: string | undefined): string | undefined {
  const component = folders.find(folder => ['agents', 'commands', 'skills'].includes(basename(folder)));
  const project = component === undefined ? undefined : dirname(component);
  return project === home || (project !== undefined && dirname(project) === project) ? undefined : project;
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
