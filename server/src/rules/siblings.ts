// What nearly all siblings of a file have: the ground of the rules about conventions, and where to look for what they have.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Crowd, Forms } from '../workspace/habits';
import { parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Read } from './rule';
import { isSlipOf, isWordOfOthers } from './slip';

/** What `agentwright.json` may say otherwise. */
const usualShare = 0.9;
const usualFiles = 10;

/** More exceptions than these are a habit of their own, however many files there are. */
const mostExceptions = 20;

/** A file without so much of what is usual is another sort of file, and meant to be: one that was copied from elsewhere, say. */
const strangeness = 0.5;

export interface Siblings {
  readonly crowd: Crowd;
  /** Agents, skills or commands, in words. */
  readonly kind: string;
  /** How many there are, the file itself among them. */
  readonly count: number;
  /** Whether so many of some files, of all if not said, are nearly all. */
  isUsual(count: number, of?: number): boolean;
  /** Of what nearly all files have, with how many do, what this one lacks; nothing where it lacks most of it. */
  missing(
    counts: Iterable<readonly [string, number]>,
    has: (name: string) => boolean,
  ): readonly (readonly [string, number])[];
}

/** Undefined where they are too few to have conventions, or the file is not one of them. */
export function siblingsOf({ uri }: Document, workspace: Workspace): Siblings | undefined {
  const crowd = workspace.crowd(uri);
  const { share = usualShare, files = usualFiles } = workspace.config(uri).conventions;
  const count = crowd?.count ?? 0;
  if (!crowd || count <= files) return undefined;
  const isUsual = (some: number, of = count): boolean =>
    of > files && some >= share * of && of - some <= mostExceptions;
  return {
    crowd,
    kind: `${workspace.role(uri)}s`,
    count,
    isUsual,
    missing(counts, has) {
      const usual = [...counts].filter(([, some]) => isUsual(some));
      const missing = usual.filter(([name]) => !has(name));
      return missing.length > 1 && missing.length > strangeness * usual.length ? [] : missing;
    },
  };
}

/** Whether most files of its kind here have the key: something of their own reads it. */
export function isOfMost({ uri }: Document, workspace: Workspace, key: string): boolean {
  const crowd = workspace.crowd(uri);
  return crowd !== undefined && crowd.count > 2 && (crowd.keys.get(key)?.all ?? 0) * 2 > crowd.count;
}

/** The keys that nearly all others of its kind have, with how many do: also of a file that does not count among them, as one
 * that is being written. */
export function keysOfOthers(
  { uri }: Document,
  workspace: Workspace,
): { readonly kind: string; readonly others: number; readonly keys: readonly (readonly [string, Forms])[] } {
  const crowd = workspace.crowdAround(uri);
  const { share = usualShare, files = usualFiles } = workspace.config(uri).conventions;
  const others = (crowd?.count ?? 0) - (workspace.crowd(uri) ? 1 : 0);
  const keys = crowd && others >= files ? [...crowd.keys].filter(([, { all }]) => all >= share * others) : [];
  return { kind: `${workspace.role(uri)}s`, others, keys };
}

/** So many are read to learn what they have in common; a light bulb waits for it. */
const most = 9;

/** Those that lie nearest, the file itself left out, as far as they can be read. */
export function nearestOf(uris: readonly string[], { uri }: Document, workspace: Workspace, read?: Read): Document[] {
  const look = read ?? ((other: string) => workspace.document(other));
  const far = (other: string): number => parent(uri).length - shared(parent(uri), parent(other));
  return uris
    .filter(other => other !== uri)
    .sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1))
    .slice(0, most)
    .flatMap(other => look(other) ?? []);
}

function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** Texts with how often each stands there, the most frequent first; of those as frequent, the one that came first. */
export function frequent(texts: readonly string[]): { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

/** The key that many siblings have, where this one is clearly a slip of the pen for it and nobody else writes it so. */
export function meantKey(
  { uri, data }: Document,
  workspace: Workspace,
  name: string,
): { readonly key: string; readonly files: number } | undefined {
  const crowd = workspace.crowd(uri);
  const fields = workspace.schema(uri)?.fields;
  if (!crowd || !fields || crowd.keys.get(name)?.all !== 1 || isWordOfOthers(name)) return undefined;
  for (const key of crowd.common) {
    const files = crowd.keys.get(key)!.all;
    if (files < manyFiles || files < manyShare * crowd.count || fields.has(key)) continue;
    if (isSlipOf(name, key) && entry(data, key) === undefined) return { key, files };
  }
  return undefined;
}

/** Of a key that a repository has made its own. */
const manyFiles = 3;
const manyShare = 0.2;
