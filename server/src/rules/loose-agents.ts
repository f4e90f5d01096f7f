// Calls of agents by nearly their names, which Claude Code finds all the same.
import type { Message } from '../workspace/message';
import { say } from './rule';

/** As Claude Code compares the name in a call where none is exactly so: without case, blanks, hyphens of any kind and underscores.
 * Read in 2.1.330, 29 November 2026. */
export const looseAgent = (name: string): string => name.toLowerCase().replace(/[\s\p{Pd}_]+/gu, '');

export const calledLoosely = (written: string, meant: string): Message =>
  say(
    'The agent is called `{1}`. Claude Code finds it by `{0}` too, but whoever looks for its name, or renames it, does not.',
    written,
    meant,
  );
