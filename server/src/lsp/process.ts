// What a server's own process gives it, and how its engine is set.
import { homedir } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import type { Process } from './server';

/** V8 makes a function fast once it has run through so many bytes of code. Its own measure, several times this, suits code
 * that loops more than a key does: with it the first thousands of keys are answered by slow code. */
const interruptBudget = 10_000;

export function ownProcess(): Process {
  setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
  return { home: homedir(), tick: () => new Promise(resolve => setImmediate(resolve)) };
}
