// Marks of a program in a code block: which quotes and brackets are never closed, and the text with strings and comments blanked.
import { lineEnd } from '../syntax/lines';
import type { Span } from '../syntax/span';

/** Python; JavaScript and TypeScript; or a language with braces that has no patterns between slashes. */
export type Kind = 'python' | 'script' | 'braces';

export interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** Where something is wrong, and what to put where. */
export interface Slip {
  readonly span: Span;
  /** The places where it may stand, the likeliest first. */
  readonly edits: readonly Span[];
  readonly instead: string;
}

export interface Program {
  /** Quotes that no quote on their line closes. */
  readonly quotes: readonly Mark[];
  /** Brackets that nothing closes. */
  readonly open: readonly Mark[];
  /** Closing brackets that close nothing. */
  readonly stray: readonly Mark[];
  /** As long as the code; what stands in a string is `_`, a comment is blank. */
  readonly plain: string;
  /** Where lines begin on which a statement may begin: within no string and no brackets but those of blocks. */
  readonly starts: readonly number[];
}

/** Whether each quote and bracket has its partner. */
export const isWhole = ({ quotes, open, stray }: Program): boolean =>
  quotes.length === 0 && open.length === 0 && stray.length === 0;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The bracket that closes this one. */
export const closes = (mark: string): string => closing[mark]!;

/** The bracket that opens what this one closes. */
export const opens = (mark: string): string => Object.keys(closing).find(each => closing[each] === mark)!;

/** What begins a string or a comment, or is a bracket or the end of a line; what stands between is passed over. */
const pythonMarks = /#[^\n]*|"""|'''|["']|[()[\]{}]|\n/g;
const scriptMarks = /\/\/[^\n]*|\/\*[^]*?\*\/|\/|["'`]|[()[\]{}]|\n/g;
const bracesMarks = /\/\/[^\n]*|\/\*[^]*?\*\/|"""|["'`]|[()[\]{}]|\n/g;

const marksOf: Readonly<Record<Kind, RegExp>> = { python: pythonMarks, script: scriptMarks, braces: bracesMarks };

/** Reads quotes, brackets and comments of a program, as far as all languages of its kind agree on them. */
export function readProgram(code: string, kind: Kind): Program {
  const marks = new RegExp(marksOf[kind]);
  const quotes: Mark[] = [];
  const stray: Mark[] = [];
  const unclosed: Mark[] = [];
  let open: Mark[] = [];
  const starts = [0];
  let plain = '';
  for (let found = marks.exec(code); found; found = marks.exec(code)) {
    const [mark] = found;
    const at = found.index;
    if (mark === '\n') {
      if (open.length === 0 || (kind !== 'python' && open.at(-1)!.mark === '{')) starts.push(at + 1);
    } else if (closing[mark]) open.push({ mark, at });
    else if (mark === ')' || mark === ']' || mark === '}') {
      const last = open.map(each => closing[each.mark]).lastIndexOf(mark);
      if (last < 0) stray.push({ mark, at });
      else {
        unclosed.push(...open.slice(last + 1));
        open = open.slice(0, last);
      }
    } else {
      plain += code.slice(plain.length, at);
      const end = endOf(code, at, mark, plain);
      if (end === undefined) quotes.push({ mark, at });
      plain += shown(code, at, end, mark);
      marks.lastIndex = plain.length;
    }
  }
  plain += code.slice(plain.length);
  return { quotes, open: [...unclosed, ...open], stray, plain, starts };
}

/** What is left of a string, a pattern or a comment: the quotes themselves, and the line breaks. */
function shown(code: string, at: number, end: number | undefined, mark: string): string {
  if (end === undefined) return code.slice(at, lineEnd(code, at)).replace(/[^\n]/g, '_');
  if (end - at === 1) return mark;
  const text = code.slice(at, end);
  if (mark[0] === '#' || (mark[0] === '/' && mark.length > 1)) return text.replace(/[^\n]/g, ' ');
  const quote = text.length > 2 * mark.length ? mark.length : 1;
  return text.slice(0, quote) + text.slice(quote, -quote).replace(/[^\n]/g, '_') + text.slice(-quote);
}

/** What follows the mark that begins a string, its end included. */
const strings: Readonly<Record<string, RegExp>> = {
  '"': /(?:[^"\\\n]|\\[^])*"/y,
  "'": /(?:[^'\\\n]|\\[^])*'/y,
  '"""': /(?:[^\\]|\\[^])*?"""/y,
  "'''": /(?:[^\\]|\\[^])*?'''/y,
};

/** Where a string, a pattern or a comment ends; nowhere for a quote that nothing closes. */
function endOf(code: string, at: number, mark: string, before: string): number | undefined {
  switch (mark[0]) {
    case '#':
      return at + mark.length;
    case '/':
      return mark.length > 1 ? at + mark.length : (endOfPattern(code, at, before) ?? at + 1);
    case '`':
      return endOfTemplate(code, at + 1);
    default:
      return endOfMatch(strings[mark]!, code, at + mark.length);
  }
}

function endOfMatch(pattern: RegExp, code: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(code) ? pattern.lastIndex : undefined;
}

const pattern = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;

/** A slash behind a value divides; elsewhere it begins a pattern. */
function endOfPattern(code: string, at: number, all: string): number | undefined {
  const before = all.slice(-30);
  if (/(?:[\w)\]}$]|_)\s*$/.test(before) && !/\b(?:return|typeof|case|in|of)\s*$/.test(before)) return undefined;
  return endOfMatch(pattern, code, at);
}

/** Behind a template; what stands in `${…}` is not looked at. */
function endOfTemplate(code: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    const mark = code[at];
    if (mark === '\\') at++;
    else if (mark === '$' && code[at + 1] === '{') {
      depth++;
      at++;
    } else if (depth > 0 && mark === '{') depth++;
    else if (depth > 0 && mark === '}') depth--;
    else if (depth > 0 && mark === '`') {
      const inner = endOfTemplate(code, at + 1);
      if (inner === undefined) return undefined;
      at = inner - 1;
    } else if (depth === 0 && mark === '`') return at + 1;
  }
  return undefined;
}
