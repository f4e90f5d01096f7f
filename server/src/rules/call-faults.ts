// The marks of a call that are lost or wrong, and how its text is read place by place.
import type { Span } from '../syntax/span';

/** One mark of a call that is lost or wrong, and what mends it. */
export interface Fault {
  /** Where it is shown: never empty. */
  readonly span: Span;
  /** The mark that belongs there. */
  readonly sign: string;
  /** What stands in its place, where something does. */
  readonly wrong?: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
  /** Where the mark before it may be the wrong one as well: the one that suits, and what puts it there. */
  readonly instead?: Pick<Fault, 'sign' | 'edits'>;
}

/** Where a text in quotes ends. */
export function closing(text: string, from: number, limit: number): number | undefined {
  for (let at = from + 1; at < limit; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from]) return at;
  }
  return undefined;
}

/** A match of a sticky pattern that begins there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Shown at the character before it. */
export const insert = (at: number, sign: string): Fault => ({
  span: { start: at - 1, end: at },
  sign,
  edits: [{ span: { start: at, end: at }, text: sign }],
});

export const replace = (span: Span, sign: string, wrong: string): Fault => ({
  span,
  sign,
  wrong,
  edits: [{ span, text: sign }],
});

/** Of two quotes, one too many. */
export const without = (at: number, quote: string): Fault => ({
  span: { start: at, end: at + 2 },
  sign: quote,
  wrong: quote + quote,
  edits: [{ span: { start: at, end: at + 1 }, text: '' }],
});
