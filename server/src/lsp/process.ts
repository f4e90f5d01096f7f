// What a server's own process gives it, and how its engine is set.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Process } from './session';

/** V8 makes a function fast once it has run through so many bytes of code. Its own measure, seventeen times this, suits code
 * that loops more than a key does: with it the first thousands of keys are answered by slow code. */
const interruptBudget = 4000;

/** What V8 sees survive while a workspace is read, it later allocates among the old objects. A key's objects would then
 * be thrown away only by a full collection, with all that they hold: half of a key's time went into copying them. */
const pretenuring = '--no-allocation-site-pretenuring';

const flags = [`--interrupt-budget=${interruptBudget}`, pretenuring];

export function ownProcess(): Process {
  for (const flag of flags) setFlagsFromString(flag);
  return { home: homedir(), pages: pages(), tick: () => new Promise(resolve => setImmediate(resolve)) };
}

/** Beside the bundle, in a checkout and in the extension alike. */
function pages(): string | undefined {
  const folder = join(__dirname, '../docs/rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/` : undefined;
}
