// What a line can begin: fence, heading, rule, list item, HTML block. Each answers for one line, from its first mark.
import { isSpace, skipRun, skipSpace, skipSpaceBack, type Line } from './line';

/** The end of the opening run of a fence, or -1. */
export function fenceMark({ text, pos, end }: Line): number {
  const code = text.charCodeAt(pos);
  if (code !== 96 && code !== 126) return -1;
  const after = skipRun(text, code, pos, end);
  if (after < pos + 3) return -1;
  // Else a line of inline code such as ```a``` would open a fence.
  if (code === 96) for (let at = after; at < end; at++) if (text.charCodeAt(at) === 96) return -1;
  return after;
}

/** Whether the line closes a fence that was opened by `size` characters `code`. */
export function closesFence(line: Line, code: number, size: number): boolean {
  const { text, pos, end } = line;
  if (line.deep || line.mark !== code) return false;
  const after = skipRun(text, code, pos, end);
  return after - pos >= size && skipSpace(text, after, end) === end;
}

/** The level of the `#` heading that stands at `pos`, or 0. */
export function headingLevel(text: string, pos: number): number {
  const after = skipRun(text, 35, pos, Math.min(text.length, pos + 7));
  const level = after - pos;
  if (level === 0 || level > 6) return 0;
  return after === text.length || isSpace(text.charCodeAt(after)) ? level : 0;
}

/** Where the text of a `#` heading ends: before its closing marks, if it has any. */
export function headingEnd({ text, pos, end }: Line): number {
  const last = skipSpaceBack(text, end, pos);
  let at = last;
  while (at > pos && text.charCodeAt(at - 1) === 35) at--;
  if (at === last || at === pos || !isSpace(text.charCodeAt(at - 1))) return last;
  return skipSpaceBack(text, at, pos);
}

/** A line of three or more `*`, `-` or `_`. */
export function isRule({ text, pos, end }: Line): boolean {
  const code = text.charCodeAt(pos);
  if (code !== 42 && code !== 45 && code !== 95) return false;
  let count = 0;
  for (let at = pos; at < end; at++) {
    const here = text.charCodeAt(at);
    if (here === code) count++;
    else if (!isSpace(here)) return false;
  }
  return count >= 3;
}

/** The level of the heading that this line underlines, or 0. */
export function underlineLevel(line: Line): number {
  const { text, pos, end, mark } = line;
  if ((mark !== 61 && mark !== 45) || line.deep) return 0;
  if (skipSpace(text, skipRun(text, mark, pos, end), end) < end) return 0;
  return mark === 61 ? 1 : 2;
}

/** The end of a list item's marker, or -1. */
export function itemMark({ text, pos, end }: Line): number {
  const code = text.charCodeAt(pos);
  let at = pos;
  if (isDigit(code)) {
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    const stop = text.charCodeAt(at);
    if (at === end || at > pos + 9 || (stop !== 46 && stop !== 41)) return -1;
  } else if (code !== 45 && code !== 43 && code !== 42) return -1;
  at++;
  return at === end || isSpace(text.charCodeAt(at)) ? at : -1;
}

/** Whether an item whose marker ends at `after` may interrupt a paragraph outside of lists: not empty, and no `2.`. */
export function interruptingItem({ text, pos, end }: Line, after: number): boolean {
  if (skipSpace(text, after, end) === end) return false;
  const code = text.charCodeAt(pos);
  return !isDigit(code) || (code === 49 && after === pos + 2);
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
