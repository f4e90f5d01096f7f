// Offsets to lines and columns and back, for hosts that speak in lines.
import type { Span } from './span';

/** Where each line of a text begins. Lines end in \n, \r\n or a lone \r; columns are UTF-16 units from 0. */
export class Lines {
  readonly #starts: number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
      if (code === 10 || code === 13) this.#starts.push(at + 1);
    }
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The 0-based line and column of an offset; offsets outside the text are drawn to its ends. */
  at(offset: number): { line: number; column: number } {
    const inside = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: inside - this.#starts[low]! };
  }

  /** The offset of a 0-based line and column; a column past the end of its line is drawn to that end. */
  offset(line: number, column: number): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    const next = this.#starts[line + 1] ?? this.#text.length + 1;
    return Math.min(start + Math.max(0, column), next - 1);
  }
}

/** Where the line of an offset begins. */
export const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** The end of the line, its line break excluded. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline < 0) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The line of an offset, its line break excluded. */
export const lineAt = (text: string, at: number): Span => ({ start: lineStart(text, at), end: lineEnd(text, at) });

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  let to = end;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  let from = start;
  while (from < to && /\s/.test(text[from]!)) from++;
  return { start: from, end: to };
}

/** What stands in a line before a span and behind it, of each no more than so many characters. */
export function around(text: string, { start, end }: Span, most: number): [before: string, behind: string] {
  const before = text.slice(Math.max(start - most, 0), start);
  const [behind = ''] = text.slice(end, end + most).split(/\r?\n/, 1);
  return [before.slice(before.lastIndexOf('\n') + 1), behind];
}
