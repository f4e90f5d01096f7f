// The known key that another one is clearly meant to be.
import { entry as entryOf, type Data, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { plainForm } from './nearest';
import { say, type Fix } from './rule';
import { isSlipOf } from './slip';

/** The known key of which this is clearly a slip of the pen, unless that one is there too. */
export function nearMiss(data: Data | undefined, name: string, known: Iterable<string>): string | undefined {
  const plain = plainForm(name);
  // Short for a key that the file lacks, and wants.
  if (['desc', 'summary', 'about'].includes(plain) && entryOf(data, 'description') === undefined)
    return [...known].find(key => key === 'description');
  for (const key of known) {
    if (isSlipOf(name, key) && entryOf(data, key) === undefined) return key;
  }
  return undefined;
}

/** The fix that gives a key another name; none where that one is in the map already. */
export function renames(
  { uri }: Document,
  data: Data | undefined,
  { key }: Entry,
  to: string,
  preferred: boolean,
): Fix[] {
  if (entryOf(data, to) !== undefined) return [];
  const edits = [{ uri, span: key.span, text: to }];
  return [{ title: say('Rename to `{0}`', to), edits, safe: false, ...(preferred && { preferred: true as const }) }];
}
