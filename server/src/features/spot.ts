// Where a cursor stands in front matter: the path of keys and items to it, and what a completion would replace.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { flowAt } from './flow';
import { containerOf, keyStep, lineAt, siblingsOf, type Line } from './outline';
import type { Step } from './slots';

export interface Spot {
  /** To the value that is being written, or to the map whose key is being written. */
  readonly path: readonly Step[];
  /** `start`: an own line, where a key, an item or a value may begin; `item`: behind a dash or in `[ ]`;
   * `key`: where only a key may be; `value`: behind a colon. */
  readonly at: 'start' | 'item' | 'key' | 'value';
  /** The word or value that is written there, without quotes. */
  readonly span: Span;
  /** The quote that it is written in, or the empty text. */
  readonly quote: string;
  /** Whether that quote is closed behind the cursor. */
  readonly closed: boolean;
  readonly flow: boolean;
  /** White space that is missing before a value: behind `key:` and `-`. */
  readonly lead: '' | ' ';
  /** Whether a colon follows the key that is being written. */
  readonly colonAfter: boolean;
  /** The other keys of the map in which a key may be written. */
  readonly siblings: () => ReadonlyMap<string, string>;
}

/** The place of an offset in the front matter; undefined outside it, in comments and in block texts. */
export function spotAt(document: Document, offset: number): Spot | undefined {
  const { text, frontMatter } = document;
  if (document.language === 'json') return jsonSpot(document, offset);
  if (!frontMatter || !/^(ya?ml)?$/i.test(frontMatter.language) || !isInside(document, offset)) return undefined;
  const limit = frontMatter.span.start;
  const line = lineAt(text, offset);
  if (isComment(text, line, offset)) return undefined;
  if (line.key && offset > line.key.end) {
    if (offset < line.key.colon) return undefined;
    // Behind a colon, unless an unfinished flow collection or text above goes on in this line.
    const { path, value } = containerOf(text, line, line.content - line.start, limit);
    if (value !== undefined && isFlow(text, value)) return valueSpot(text, path, value, line, offset);
    const own = [...path, keyStep(text, line, line.key.text, limit)];
    return valueSpot(text, own, line.key.value, line, offset, line.key.colon);
  }
  if (offset < line.content && line.content < line.end) return undefined;
  const empty = line.content >= line.end;
  const column = empty && line.dashes.length === 0 ? offset - line.start : line.content - line.start;
  const { path, value } = containerOf(text, line, column, limit);
  if (value !== undefined) return goesOn(text, path, value, line, offset);
  const dash = line.dashes.at(-1);
  if (dash !== undefined && offset <= line.start + dash) return undefined;
  const siblings = (): ReadonlyMap<string, string> => siblingsOf(text, line, column, limit);
  const at = dash === undefined ? (path.length === 0 ? 'key' : 'start') : 'item';
  if (empty || line.key) {
    const span = line.key ? { start: line.content, end: line.key.end } : { start: offset, end: offset };
    const lead = dash !== undefined && text[offset - 1] === '-' ? ' ' : '';
    const colonAfter = line.key !== undefined;
    return { path, at, span, quote: '', closed: true, flow: false, lead, colonAfter, siblings };
  }
  const spot = valueSpot(text, path, line.content, line, offset);
  return spot && !spot.flow ? { ...spot, at, siblings } : spot;
}

/** JSON is one flow collection, from its first brace on. */
function jsonSpot({ text }: Document, offset: number): Spot | undefined {
  const start = text.indexOf('{');
  const place = start < 0 || offset <= start ? undefined : flowAt(text, start, offset);
  return place && { ...place, flow: true, lead: '', siblings: () => place.siblings };
}

/** A line that goes on with a value which began above: only lists in one text and flow collections do. */
function goesOn(text: string, path: readonly Step[], value: number, line: Line, offset: number): Spot | undefined {
  const written = text.slice(value, line.start).trimEnd();
  if (isFlow(text, value) || written.endsWith(',')) return valueSpot(text, path, value, line, offset);
  return undefined;
}

/** `start` is where the value begins; `colon` where its key ends on the same line. */
function valueSpot(
  text: string,
  path: readonly Step[],
  start: number,
  line: Line,
  offset: number,
  colon?: number,
): Spot | undefined {
  const none = {
    quote: '',
    closed: true,
    flow: false,
    lead: '',
    colonAfter: false,
    siblings: () => new Map(),
  } as const;
  if (isFlow(text, start)) {
    if (offset <= start) return undefined;
    const place = flowAt(text, start, offset);
    if (!place) return undefined;
    return { ...place, path: [...path, ...place.path], flow: true, lead: '', siblings: () => place.siblings };
  }
  if (start >= line.end) {
    const lead = colon === offset ? ' ' : '';
    return { ...none, path, at: 'value', span: { start: offset, end: offset }, lead };
  }
  const first = text[start]!;
  if (offset < start || '|>&*!'.includes(first)) return undefined;
  if (first === '"' || first === "'") {
    if (offset === start) return undefined;
    const close = closingQuote(text, start, line.end);
    if (close !== undefined && offset > close) return undefined;
    const span = { start: start + 1, end: close ?? line.end };
    return { ...none, path, at: 'value', span, quote: first, closed: close !== undefined };
  }
  const comment = /[ \t]#/.exec(text.slice(Math.max(start, line.start), line.end));
  let end = comment ? Math.max(start, line.start) + comment.index : line.end;
  while (end > offset && /[ \t]/.test(text[end - 1]!)) end--;
  return { ...none, path, at: 'value', span: { start, end: Math.max(end, offset) } };
}

const isFlow = (text: string, at: number): boolean => text[at] === '[' || text[at] === '{';

function closingQuote(text: string, open: number, end: number): number | undefined {
  const mark = text[open];
  for (let at = open + 1; at < end; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark) {
      if (mark === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return undefined;
}

/** Between the fences; where the closing one is missing, also on empty lines after the last entry. */
function isInside({ text, frontMatter }: Document, offset: number): boolean {
  if (!frontMatter || offset <= frontMatter.open.end) return false;
  if (frontMatter.close) return offset < frontMatter.close.start;
  return offset <= frontMatter.span.end || text.slice(frontMatter.span.end, offset).trim() === '';
}

/** Whether a comment begins on the line before the offset. */
function isComment(text: string, line: Line, offset: number): boolean {
  let quote = '';
  for (let at = line.start; at < offset; at++) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '#' && (at === line.start || /[ \t]/.test(text[at - 1]!))) return true;
    else if (/["']/.test(character) && /(^|[:,[{-])[ \t]*$/.test(text.slice(line.start, at))) quote = character;
  }
  return false;
}
