// The one edit that makes a text of another.
import { sharedEnds } from '../syntax/difference';
import type { Document } from '../syntax/document';
import type { Edit } from './rule';

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

/** Whether an offset parts what belongs together: a line break of two characters, or a surrogate pair. */
const splits = (text: string, at: number): boolean =>
  at > 0 &&
  ((text[at - 1] === '\r' && text[at] === '\n') || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)));
