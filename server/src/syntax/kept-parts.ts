// The entries of a front matter after letters came into one word of it: the others are as they were, those below further on.
import { wordChange } from './changed';
import type { Document, FrontMatter } from './document';
import { movedPart, readPart, type EntryPart } from './entries';

/** Gives what `readEntries` gives, where nothing was wrong before; undefined where more may have changed than one entry's text.
 * Where lines begin, and with what, is as before. */
export function partsSince(before: Document, text: string, { span }: FrontMatter): EntryPart[] | undefined {
  const { frontMatter, parts, problems, text: old } = before;
  const first = parts[0]?.start;
  // Braces around all keys may close now.
  if (!frontMatter || problems.length > 0 || first === undefined || old[first] === '{') return undefined;
  const word = wordChange(old, frontMatter.span, text, span);
  if (!word) return undefined;
  const from = frontMatter.span.start + word.at;
  const at = parts.findIndex(({ start, end }) => start <= from && from + word.gone <= end);
  if (at < 0) return undefined;
  const { start, end } = parts[at]!;
  return [
    ...parts.slice(0, at),
    readPart(text, { start, end: end + word.by }),
    ...parts.slice(at + 1).map(part => movedPart(part, word.by)),
  ];
}

/** Whether nothing is wrong with these entries either: one of them was read anew, and has the key that it had. */
export const areFine = (before: readonly EntryPart[], now: readonly EntryPart[]): boolean =>
  now.every(({ content, entries }, index) => {
    const { content: old, entries: known } = before[index]!;
    if (content === old) return true;
    return content.problems.length === 0 && entries.length === 1 && entries[0]!.key.text === known[0]?.key.text;
  });
