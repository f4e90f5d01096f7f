// What a key changed: mostly letters of one word, or the value of one key, and most rules need not be asked again then.
import { wordChange } from '../syntax/changed';
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Layer } from '../workspace/schema';
import type { Active, Diagnostic } from './lint';
import { metBy, type Pairs } from './needs';

/** Rules, and those of them that read how words are spelt. */
export interface Asked {
  readonly all: readonly Active[];
  /** In a text. */
  readonly worded: readonly Active[];
  /** In a list of names. */
  readonly naming: readonly Active[];
}

/** Sorts rules by whether they are asked again after a word changed, in a text or in a list of names. */
export const asked = (all: readonly Active[]): Asked => ({
  all,
  worded: all.filter(({ rule }) => !rule.anyWords),
  naming: all.filter(({ rule }) => rule.anyWords !== true),
});

/** The rules to ask anew where `found` was found: where one word changed, those that do not read words, or not such as stand in its
 * line, find nothing, as before. `pairs`: those of the section that it stands in, and stood in. */
export function toAsk(
  { all, worded }: Asked,
  word: Word | undefined,
  found: readonly Diagnostic[],
  pairs?: Pairs,
): readonly Active[] {
  if (!word || found.some(({ rule }) => rule.anyWords)) return all;
  const isHeeded = ({ rule }: Active): boolean =>
    !rule.heeds || found.some(one => one.rule === rule) || word.some(({ line, around }) => rule.heeds!(line, around));
  return (pairs ? metBy(worded, pairs) : worded).filter(isHeeded);
}

/** The line of a word that changed, before and after, with what stands around it. */
export type Word = readonly { readonly line: string; readonly around: string }[];

/** Undefined where more than letters of one plain word changed between two texts. */
export function wordOf(old: string, then: Span, text: string, now: Span): Word | undefined {
  const change = wordChange(old, then, text, now);
  return change && [placeIn(old, then, change.at), placeIn(text, now, change.at)];
}

function placeIn(text: string, { start, end }: Span, at: number): Word[number] {
  const line = lineAt(text, start + at);
  const [from, to] = [Math.max(line.start, start), Math.min(line.end, end)];
  const around = text.slice(Math.max(from - further, start), Math.min(to + further, end));
  return { line: text.slice(from, to), around };
}

/** How many characters around a line a rule may look at. */
const further = 300;

/** The same for an entry of the front matter, where one word of its value changed. */
export function toAskOf(layers: readonly Layer[], rules: Asked, found: readonly Diagnostic[]): readonly Active[] {
  // Names may become others that are known, or that stand there twice.
  if (layers.every(isFreeText)) return found.some(({ rule }) => rule.anyWords) ? rules.all : rules.worded;
  return layers.every(areNames) && !found.some(({ rule }) => rule.anyWords === true) ? rules.naming : rules.all;
}

/** Whether a key holds a text of which nothing is asked but its length. */
const isFreeText = ({ field: { type, adopted } }: Layer): boolean =>
  !adopted && type.is === 'text' && !type.pattern && !type.names;

/** Whether a key holds names of which nothing is asked but who bears them. */
const areNames = ({ field: { type, wanted, adopted } }: Layer): boolean =>
  !adopted && !wanted && type.is === 'list' && type.of.is === 'reference' && type.of.to !== 'model';
