// The one edit that makes a text of another.
import type { Edit } from '../rules/rule';
import type { Document } from '../syntax/document';

/** The smallest single edit between two texts: what they share at both ends stays. */
export function difference({ uri, text }: Document, after: string): Edit {
  let start = 0;
  while (start < text.length && start < after.length && text[start] === after[start]) start++;
  let end = text.length;
  let afterEnd = after.length;
  while (end > start && afterEnd > start && text[end - 1] === after[afterEnd - 1]) {
    end--;
    afterEnd--;
  }
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
