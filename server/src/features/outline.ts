// Front matter by its lines and their indentation: what tells where a cursor is while the text is still unfinished.
import type { Step } from './slots';

/** One line of block YAML. Offsets count in the whole text. */
export interface Line {
  readonly start: number;
  /** Without its line break. */
  readonly end: number;
  /** Columns of the dashes that begin items. */
  readonly dashes: readonly number[];
  /** Where the key or value after white space and dashes begins; `end` where nothing follows. */
  readonly content: number;
  readonly key: Key | undefined;
}

export interface Key {
  /** Without quotes. */
  readonly text: string;
  readonly end: number;
  /** Just after the colon. */
  readonly colon: number;
  /** Where the value on the same line begins; the line's end where there is none. */
  readonly value: number;
}

/** The container of a line: the steps to it, and where the value begins that the line goes on with, if it does. */
export interface Container {
  readonly path: readonly Step[];
  readonly value: number | undefined;
}

const keyPattern = /("[^"\n]*"|'[^'\n]*'|[^\s#[\]{},"'&*!|>%@`-][^\n#]*?|-[^\s#][^\n#]*?)[ \t]*:(?=[ \t]|$)/y;

/** The line at an offset, read up to its end. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', start);
  const full = next < 0 ? text.length : next;
  const end = full > start && text[full - 1] === '\r' ? full - 1 : full;
  const dashes: number[] = [];
  let at = skipBlanks(text, start, end);
  while (at < end && text[at] === '-' && (at + 1 === end || isBlank(text[at + 1]))) {
    dashes.push(at - start);
    at = skipBlanks(text, at + 1, end);
  }
  return { start, end, dashes, content: at, key: keyAt(text.slice(at, end), at, end) };
}

function keyAt(rest: string, at: number, end: number): Key | undefined {
  const pattern = new RegExp(keyPattern);
  const match = pattern.exec(rest);
  if (!match) return undefined;
  const written = match[1]!;
  const colon = at + match[0].length;
  const value = skipBlanks(rest, match[0].length, rest.length) + at;
  const text = /^["']/.test(written) ? written.slice(1, -1) : written;
  return { text, end: at + written.length, colon, value: rest[value - at] === '#' ? end : value };
}

/** The lines above that hold a node at this column: keys that it stands under, and items that it is part of. */
export function containerOf(text: string, from: Line, column: number, limit: number): Container {
  const steps: Step[] = [];
  let value: number | undefined;
  let at = column;
  let item = false;
  // The node's own line first: dashes before it are items.
  for (const dash of [...from.dashes].reverse()) {
    if (dash >= at) continue;
    steps.push(itemStep);
    at = dash;
    item = true;
  }
  for (let line = from; line.start > limit && !(at === 0 && !item);) {
    line = lineAt(text, line.start - 1);
    if (isSilent(text, line)) continue;
    const found = parentIn(text, line, at, item, limit);
    if (!found) {
      if (line.content - line.start < at && line.dashes.length === 0 && !line.key) at = line.content - line.start;
      continue;
    }
    if (steps.length === 0 && found.value !== undefined) value = found.value;
    steps.push(...found.steps);
    at = line.dashes[0] ?? line.content - line.start;
    item = line.dashes.length > 0;
  }
  return { path: steps.reverse(), value };
}

/** The key or dash of a line that a node at a column belongs to, and all before it on the line; innermost first. */
function parentIn(
  text: string,
  line: Line,
  column: number,
  item: boolean,
  limit: number,
): { steps: Step[]; value: number | undefined } | undefined {
  const own = line.content - line.start;
  const dashes = line.dashes.filter(dash => dash < column).map(() => itemStep);
  if (line.key && (item ? own <= column : own < column)) {
    const key = keyStep(text, line, line.key.text, limit);
    return { steps: [key, ...dashes], value: line.key.value < line.end ? line.key.value : undefined };
  }
  if (dashes.length === 0) return undefined;
  return { steps: dashes, value: !line.key && line.content < line.end && own <= column ? line.content : undefined };
}

export const itemStep: Step = { key: undefined, siblings: () => new Map() };

export const keyStep = (text: string, line: Line, key: string, limit: number): Step => ({
  key,
  siblings: () => siblingsOf(text, line, line.content - line.start, limit),
});

/** The keys of the map that a line at this column is part of, the line itself left out, each with its scalar value. */
export function siblingsOf(text: string, from: Line, column: number, limit: number): Map<string, string> {
  const found = new Map<string, string>();
  const add = (line: Line): void => {
    if (line.key) found.set(line.key.text, unquoted(text.slice(line.key.value, line.end)));
  };
  const startsItem = (line: Line): boolean => line.dashes.length > 0 && line.dashes.at(-1)! < column;
  for (let line = from; line.start > limit && !startsItem(line);) {
    line = lineAt(text, line.start - 1);
    if (isSilent(text, line) || line.content - line.start > column) {
      if (line.dashes.some(dash => dash < column)) break;
      continue;
    }
    if (line.content - line.start < column) break;
    add(line);
  }
  for (let line = from; line.end < text.length;) {
    line = lineAt(text, text.indexOf('\n', line.end) + 1);
    if (text.startsWith('---', line.start)) break;
    if (isSilent(text, line) && line.dashes.length === 0) {
      if (text.indexOf('\n', line.end) < 0) break;
      continue;
    }
    const left = line.dashes[0] ?? line.content - line.start;
    if (left < column) break;
    if (left === column && line.dashes.length === 0) add(line);
    if (text.indexOf('\n', line.end) < 0) break;
  }
  return found;
}

const unquoted = (written: string): string =>
  written
    .replace(/[ \t]#.*$/, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');

/** An empty line or a comment. */
const isSilent = (text: string, { content, end, dashes }: Line): boolean =>
  dashes.length === 0 && (content >= end || text[content] === '#');

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at])) at++;
  return at;
}
