// The one edit that makes a text of another, and what two texts share.
import type { Edit } from './rule';
import type { Document } from '../syntax/document';

/** The smallest single edit between two texts: what they share at both ends stays. */
export function difference({ uri, text }: Document, after: string): Edit {
  const shared = sharedEnds(text, after);
  let start = shared.head;
  let end = text.length - shared.tail;
  let afterEnd = after.length - shared.tail;
  if (splits(text, start) || splits(after, start)) start--;
  if (splits(text, end) || splits(after, afterEnd)) {
    end++;
    afterEnd++;
  }
  return { uri, span: { start, end }, text: after.slice(start, afterEnd) };
}

/** How many characters two texts share at their beginnings, and at their ends behind that. */
export function sharedEnds(one: string, other: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Whether an offset parts what belongs together: a line break of two characters, or a surrogate pair. */
const splits = (text: string, at: number): boolean =>
  at > 0 &&
  ((text[at - 1] === '\r' && text[at] === '\n') || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)));
