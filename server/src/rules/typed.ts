// What a key changed: mostly letters of one word, or the value of one key, and most rules need not be asked again then.
import type { Layer } from '../workspace/schema';
import type { Active, Diagnostic } from './lint';

/** Rules, and those of them that read how words are spelt. */
export interface Asked {
  readonly all: readonly Active[];
  readonly worded: readonly Active[];
}

export const asked = (all: readonly Active[]): Asked => ({ all, worded: all.filter(({ rule }) => !rule.anyWords) });

/** The rules to ask anew where `found` was found: where one word changed, those that do not read words find nothing, as before. */
export const toAsk = ({ all, worded }: Asked, word: boolean, found: readonly Diagnostic[]): readonly Active[] =>
  word && !found.some(({ rule }) => rule.anyWords) ? worded : all;

/** Whether a key holds a text of which nothing is asked but its length. */
export const isFreeText = (layers: readonly Layer[]): boolean =>
  layers.every(({ field: { type, adopted } }) => !adopted && type.is === 'text' && !type.pattern && !type.names);
