// Numbers that are to go on one by one: where they cease to, and how they are put in order.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Fix } from './rule';

/** A number as it stands in the text. */
export interface Numbered {
  readonly number: number;
  readonly span: Span;
}

/** The index of the first that is not where it would be, counted from `first`; -1 where all are. */
export const firstOdd = (all: readonly Numbered[], first: number): number =>
  all.findIndex(({ number }, index) => number !== first + index);

/** By how much all numbers from an index on are off, where it is the same for each; undefined where it is not. */
export function offBy(all: readonly Numbered[], first: number, from: number): number | undefined {
  const by = all[from]!.number - (first + from);
  return all.slice(from).every(({ number }, index) => number === first + from + index + by) ? by : undefined;
}

/** Whether the number at an index is the only one that is wrong, and not the last, behind which others may go on. */
export const isOutlier = (all: readonly Numbered[], first: number, odd: number): boolean =>
  odd < all.length - 1 && all.every(({ number }, index) => index === odd || number === first + index);

/** Writes the numbers that are not what they would be, counted from `first`. */
export const numberAnew = ({ uri }: Document, all: readonly Numbered[], first: number, title: Fix['title']): Fix => ({
  title,
  edits: all.flatMap(({ number, span }, index) =>
    number === first + index ? [] : [{ uri, span, text: String(first + index) }],
  ),
  safe: false,
  preferred: true,
});
