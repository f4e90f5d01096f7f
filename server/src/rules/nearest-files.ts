// The file that was probably meant. Asked for fixes only.
import { distance } from 'fastest-levenshtein';
import type { Document } from '../syntax/document';
import { realmFolder } from '../workspace/realms';
import { baseName, join, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { nearest } from './nearest';

/** Files of the project with nearly the same name, the nearest first, as paths from its folder. */
export function nearestFiles({ uri }: Document, workspace: Workspace, written: string): string[] {
  const folder = realmFolder(workspace.file(uri)?.realm ?? '');
  if (folder === undefined) return [];
  const slashed = written.replace(/\\/g, '/').replace(/^[@/]+|[,;]+$/g, '');
  if (slashed !== written && workspace.existence(join(folder, slashed)) === 'yes') return [slashed];
  const wanted = baseName(join(folder, written)).toLowerCase();
  const scored: { path: string; score: number; far: number }[] = [];
  for (const file of workspace.paths.below(folder)) {
    const name = baseName(file).toLowerCase();
    const score =
      withoutEnding(name) === withoutEnding(wanted) ? Math.min(1, distance(wanted, name)) : distance(wanted, name);
    if (score > Math.max(1, Math.floor(wanted.length / 5))) continue;
    const path = pathBelow(file, folder);
    scored.push({ path, score, far: distance(written, path) });
  }
  scored.sort((a, b) => a.score - b.score || a.far - b.far || (a.path < b.path ? -1 : 1));
  return scored.slice(0, 3).map(({ path }) => path);
}

/** `learnings` of `learnings.md`: a file with another ending is as near as one slip. */
const withoutEnding = (name: string): string => name.replace(/(?<=[^.])\.\w{1,5}$/, '');

/** A path of which one part after the other is put right: what is not there becomes the one beside it that is called most
 * alike. Undefined where a part is like none. */
export function nearestPath(workspace: Workspace, base: string, path: string): string | undefined {
  let at = base;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    const there = join(at, part);
    if (part === '' || part === '.' || workspace.existence(there) === 'yes') {
      parts.push(part);
      if (part !== '' && part !== '.') at = there;
      continue;
    }
    const beside = new Set<string>();
    for (const uri of workspace.paths.below(at)) beside.add(pathBelow(uri, at).split('/')[0]!);
    const [name] = nearest(part, beside, 1);
    if (name === undefined) return undefined;
    parts.push(name);
    at = join(at, name);
  }
  return parts.join('/');
}
