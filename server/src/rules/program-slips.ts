// The one mark that a program in a code block lacks, where with it every quote and bracket has its other.
import { lineAt, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { quotePlaces } from './program-quotes';
import { closes, isWhole, opens, readProgram, type Kind, type Mark, type Program, type Slip } from './program-reading';

export interface ProgramSlip extends Slip {
  /** The mark that is open or stands alone. */
  readonly mark: string;
  readonly what: 'open' | 'stray' | 'apostrophe';
}

export function markSlip(code: string, kind: Kind, program: Program): ProgramSlip | undefined {
  const { quotes, open, stray } = program;
  // Nobody has typed such a line, and many places in it would have to be tried.
  if (/[^\n]{400}/.test(code)) return undefined;
  const [quote, another] = quotes;
  if (another) return undefined;
  if (quote) return quote.mark.length > 1 || quote.mark === '`' ? undefined : quoteSlip(code, kind, quote);
  const [mark, second] = [...open, ...stray];
  if (!mark || second) return undefined;
  return open.length > 0 ? openSlip(code, kind, mark, program) : straySlip(code, kind, mark, program);
}

const isMended = (code: string, kind: Kind, place: number, instead: string): boolean =>
  isWhole(readProgram(code.slice(0, place) + instead + code.slice(place), kind));

/** The first of the places at which the mark makes the whole block whole. */
function mended(code: string, kind: Kind, places: readonly number[], instead: string): Span | undefined {
  const at = places.find(place => isMended(code, kind, place, instead));
  return at === undefined ? undefined : { start: at, end: at };
}

/** A line without the blanks around it. */
function words(code: string, at: number): Span {
  const { start, end } = lineAt(code, at);
  const line = code.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
}

const marginOf = (code: string, at: number): number => words(code, at).start - lineAt(code, at).start;

/** A quote that is missing before or behind the one that stands alone; or an apostrophe that ends its string. */
function quoteSlip(code: string, kind: Kind, { mark, at }: Mark): ProgramSlip | undefined {
  const span = words(code, at);
  const line = code.slice(span.start, span.end);
  const apostrophes =
    mark === "'" ? [...line.matchAll(/(?<=\w)'(?=[a-z]+\b)/g)].map(({ index }) => span.start + index) : [];
  const apostrophe = mended(code, kind, apostrophes, '\\');
  if (apostrophe) return { span, edits: [apostrophe], instead: '\\', mark, what: 'apostrophe' };
  const places = quotePlaces(line, mark)
    .map(({ at, isEnd }) => ({ place: span.start + at, isEnd }))
    .filter(({ place }) => isMended(code, kind, place, mark));
  const [first] = places;
  if (!first) return undefined;
  // Where one begins, the farthest of the same kind is the next guess: much may stand between.
  const last = places.filter(each => each.isEnd === first.isEnd).at(-1)!;
  const edits = [...new Set([first.place, last.place])].map(place => ({ start: place, end: place }));
  return { span, edits, instead: mark, mark, what: first.isEnd ? 'open' : 'stray' };
}

/** A bracket is closed on its own line, or where the lines within it end. */
function openSlip(code: string, kind: Kind, { mark, at }: Mark, { plain }: Program): ProgramSlip | undefined {
  const torn = tornLine(plain, mark, at);
  const block = torn === undefined ? tornBlock(plain, mark, at) : undefined;
  const place = torn ?? block ?? at;
  const span = words(code, place);
  if (block !== undefined) return below(code, kind, span, mark);
  const line = plain.slice(place, lineAt(code, place).end);
  // The head of what is not shown.
  if (mark === '{' && line.trim() === mark) return undefined;
  const ends = ['(?<= )(?= )', '(?=[ \\t]*[,;:{]?[ \\t]*$)', '(?=[)\\]}]+[,;:]?[ \\t]*$)'].flatMap(each =>
    [...line.matchAll(new RegExp(`(?<![([{](?=[([{]))${each}`, 'g'))].map(({ index }) => place + index),
  );
  const instead = closes(mark);
  const edit = mended(code, kind, ends, instead);
  return edit && { span, edits: [edit], instead, mark, what: 'open' };
}

/** The first line from the bracket on that leaves one like it open behind other words, though the next line stands no deeper. */
function tornLine(plain: string, mark: string, from: number): number | undefined {
  for (let at = lineAt(plain, from).start; at < plain.length; at = nextLine(plain, at)) {
    const { start, end } = words(plain, at);
    const line = plain.slice(start, end);
    const place = start + line.lastIndexOf(mark);
    const isLeft = line.includes(mark) && line.split(mark).length > line.split(closes(mark)).length;
    if (isLeft && end > place + 1 && marginBelow(plain, at) <= marginOf(plain, at)) return place;
  }
  return undefined;
}

/** The first line that ends with such a bracket and whose lines end without the other one at its margin. */
function tornBlock(plain: string, mark: string, from: number): number | undefined {
  for (let at = lineAt(plain, from).start; at < plain.length; at = nextLine(plain, at)) {
    const { start, end } = words(plain, at);
    if (plain[end - 1] !== mark || marginBelow(plain, at) <= marginOf(plain, at)) continue;
    const stop = behindBlock(plain, at);
    const isClosed =
      stop < plain.length && marginOf(plain, stop) === start - at && plain[words(plain, stop).start] === closes(mark);
    if (!isClosed) return end - 1;
  }
  return undefined;
}

/** The next line that is not empty and stands no deeper. */
function behindBlock(plain: string, from: number): number {
  const margin = marginOf(plain, from);
  let at = nextLine(plain, from);
  while (at < plain.length && (isEmpty(plain, at) || marginOf(plain, at) > margin)) at = nextLine(plain, at);
  return at;
}

const isEmpty = (plain: string, at: number): boolean => words(plain, at).end <= words(plain, at).start;

/** Of the next line that is not empty. */
function marginBelow(plain: string, from: number): number {
  let at = nextLine(plain, from);
  while (at < plain.length && isEmpty(plain, at)) at = nextLine(plain, at);
  return at < plain.length ? marginOf(plain, at) : 0;
}

/** What closed the lines within the bracket is gone: from the line behind them, from one that is empty since, or with its line. */
function below(code: string, kind: Kind, span: Span, mark: string): ProgramSlip | undefined {
  const { start } = lineAt(code, span.start);
  const margin = code.slice(start, span.start);
  const stop = behindBlock(code, start);
  const behind = words(code, stop);
  const line = code.slice(span.start, span.end);
  if (stop < code.length && behind.start - stop === margin.length && /[)\]},;]/.test(code[behind.start]!))
    return filled(code, kind, behind, behind.start, mark);
  // What is one of several is parted from the next.
  const comma = stop < code.length && behind.start - stop === margin.length && /:[ \t]*\S$/.test(line) ? ',' : '';
  // An excerpt may end before its blocks do; one that ends with an empty line had something there.
  if (stop >= code.length && !/\n[ \t]*\r?\n$/.test(code)) return undefined;
  let last = start;
  for (let at = nextLine(code, start); at < stop; at = nextLine(code, at)) if (!isEmpty(code, at)) last = at;
  const empty = nextLine(code, last);
  const isLeft = empty < stop && lineAt(code, empty).end - empty >= margin.length;
  if (isLeft && (margin !== '' || isEmpty(code, nextLine(code, empty)))) {
    const at = empty + margin.length;
    return filled(code, kind, { start: at, end: at }, at, mark, comma);
  }
  const instead = `\n${margin}${closes(mark)}${comma}`;
  const edit = mended(code, kind, [words(code, last).end], instead);
  return edit && { span, edits: [edit], instead, mark, what: 'open' };
}

function filled(code: string, kind: Kind, span: Span, at: number, mark: string, comma = ''): ProgramSlip | undefined {
  const instead = closes(mark) + comma;
  const edit = mended(code, kind, [at], instead);
  return edit && { span, edits: [edit], instead, mark, what: 'open' };
}

/** The bracket that opened it is gone: on its line, or on the line above with the same margin where it begins one. */
function straySlip(code: string, kind: Kind, { mark, at }: Mark, { plain }: Program): ProgramSlip | undefined {
  const own = words(code, at);
  const isAlone = /^[)\]}]+$/.test(plain.slice(own.start, at + 1));
  const span = isAlone ? above(plain, own) : own;
  if (!span) return undefined;
  const instead = opens(mark);
  const lineStop = lineAt(code, span.start).end;
  const end = code[lineStop - 1] === '\r' ? lineStop - 1 : lineStop;
  const line = plain.slice(span.start, isAlone ? span.end : at);
  const glue = { '(': /(?<=\w)(?=["'`[{])/g, '[': /(?<=\w)(?=["'`])/g, '{': /(?!)/g }[instead]!;
  const glued = [...line.matchAll(glue)].map(({ index }) => span.start + index);
  const edit = mended(code, kind, isAlone && own.start === at ? [end] : glued, instead);
  if (edit) return { span, edits: [edit], instead, mark, what: 'stray' };
  const without = code.slice(0, at) + code.slice(at + 1);
  return isAlone || !isWhole(readProgram(without, kind))
    ? undefined
    : { span, edits: [{ start: at, end: at + 1 }], instead: '', mark, what: 'stray' };
}

/** The line above that stands no deeper. */
function above(plain: string, { start }: Span): Span | undefined {
  const margin = marginOf(plain, start);
  let at = lineAt(plain, start).start;
  do at = lineAt(plain, Math.max(at - 1, 0)).start;
  while (at > 0 && (isEmpty(plain, at) || marginOf(plain, at) > margin));
  return at < start && !isEmpty(plain, at) && marginOf(plain, at) === margin ? words(plain, at) : undefined;
}
