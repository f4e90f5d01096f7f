// Calls of agents by nearly their names, which Claude Code finds all the same.
import type { Message } from '../workspace/message';
import { say } from './rule';

/** As Claude Code compares the name in a call where none is exactly so: without case, blanks, hyphens of any kind and underscores.
 * Read in 2.1.330, 29 November 2026. */
export const looseAgent = (name: string): string => name.toLowerCase().replace(/[\s\p{Pd}_]+/gu, '');

/** Names by how they are compared; kept with the set that holds them. */
export function looseNames(names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const known = byLoose.get(names);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const name of names) {
    const loose = looseAgent(name);
    made.set(loose, [...(made.get(loose) ?? []), name]);
  }
  byLoose.set(names, made);
  return made;
}

const byLoose = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

export const calledLoosely = (written: string, meant: string): Message =>
  say(
    'The agent is called `{1}`. Claude Code finds it by `{0}` too, but a search for its name does not, nor does a rename.',
    written,
    meant,
  );
