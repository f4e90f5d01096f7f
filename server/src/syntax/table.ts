// The lines of a table: where their cells stand, and which line is a delimiter row.
import type { Span } from './span';

/** The cells of one row, trimmed; an empty cell is an empty span. A `|` after a backslash belongs to its cell. */
export function cells(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  walkCells(text, from, to, (start, end) => found.push({ start, end }));
  return found;
}

/** How many cells a row has. */
export function cellCount(text: string, from: number, to: number): number {
  let count = 0;
  walkCells(text, from, to, () => count++);
  return count;
}

/** Whether a line has a `|` that no backslash escapes. */
export function hasPipe(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 124) return true;
    if (code === 92) at++;
  }
  return false;
}

/** A line such as `| --- | :-: |`, with at least one `|` after a cell; quote marks may stand before it. */
export function isDelimiterRow(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 62 || isBlank(text.charCodeAt(at)))) at++;
  if (text.charCodeAt(at) === 124) at++;
  for (let piped = false; ; piped = true) {
    at = skipBlanks(text, at, to);
    if (at >= to) return piped;
    if (text.charCodeAt(at) === 58) at++;
    const dashes = at;
    while (at < to && text.charCodeAt(at) === 45) at++;
    if (at === dashes) return false;
    if (at < to && text.charCodeAt(at) === 58) at++;
    at = skipBlanks(text, at, to);
    if (at >= to) return piped;
    if (text.charCodeAt(at) !== 124) return false;
    at++;
  }
}

function walkCells(text: string, from: number, to: number, visit: (start: number, end: number) => void): void {
  let first = true;
  let start = -1;
  let end = -1;
  let escaped = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 124 && !escaped) {
      if (start >= 0) visit(start, end);
      else if (!first) visit(at, at);
      first = false;
      start = -1;
    } else if (escaped || !isBlank(code)) {
      if (start < 0) start = at;
      end = at + 1;
    }
    escaped = !escaped && code === 92;
  }
  if (start >= 0) visit(start, end);
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
