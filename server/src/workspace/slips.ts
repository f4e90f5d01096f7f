// How far one word is from another, counted in slips of the pen.
import { distance } from 'fastest-levenshtein';

/** Changed letters, where two that are swapped count as one slip. */
export function slips(a: string, b: string): number {
  const changed = distance(a, b);
  if (changed !== 2 || a.length !== b.length) return changed;
  let at = 0;
  while (a[at] === b[at]) at++;
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped ? 1 : changed;
}
