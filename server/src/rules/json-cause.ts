// Where a mistake in JSON is seen, and how it is told: readers fail at the mark behind it, often on the line below.
import { readJson } from '../syntax/json';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';

/** The place of what is wrong, and the words for it. */
export interface Cause {
  readonly span: Span;
  readonly words: string;
}

/** `word` is the reader's own, `span` the place where it failed. */
export function causeOf(text: string, span: Span, word: string): Cause {
  if (word === 'CommaExpected') {
    return text[span.start] === ':' ? withoutOpening(text, span) : withoutComma(text, span);
  }
  if (word === 'ColonExpected') {
    const colon = listColon(text, span);
    if (colon !== undefined) return { span: lastOf(text, colon), words: 'the bracket `[` is missing after this' };
    // `"name: a"`, above the bracket that closes the object.
    const end = text.slice(0, span.start).trimEnd().length;
    if (
      text.slice(end, span.start).includes('\n') &&
      /"[\w$.-]+:[^"\\\n]*"$/.test(text.slice(Math.max(0, end - 500), end))
    )
      return { span: lastOf(text, end), words: 'a colon is missing after this' };
  }
  if (word === 'ValueExpected') {
    const end = text.slice(0, span.start).trimEnd().length;
    if (text[end - 1] === ':' && text.slice(end, span.start).includes('\n'))
      return { span: lastOf(text, end), words: 'a value is missing after this' };
  }
  if (word === 'EndOfFileExpected' && /^\s*"(?:[^"\\\n]|\\.)*"\s*$/.test(text.slice(0, span.start)))
    return { span: firstOf(text), words: 'the bracket `{` is missing before this' };
  return { span, words: words[word] ?? (word === 'InvalidSymbol' ? mark(text, span) : word) };
}

const words: Readonly<Record<string, string>> = {
  ColonExpected: 'a colon is missing before this',
  UnexpectedEndOfString: 'the closing quote is missing on this line',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  EndOfFileExpected: 'the text was at its end before this',
  InvalidEscapeCharacter: 'a backslash in a text is written twice',
  InvalidUnicode: 'four hexadecimal digits follow `\\u`',
  InvalidCharacter: 'tabs and other control characters are written as `\\t` in a text',
  UnexpectedEndOfNumber: 'a number is written as `30` or `1.5`',
};

/** What a reader that expects another mark found. */
function mark(text: string, { start, end }: Span): string {
  const found = text.slice(start, end);
  if (found.startsWith('#')) return 'JSON has no comments';
  const blank = /^[\u00a0\u2000-\u200a\u202f\u3000]/.exec(found)?.[0];
  if (blank !== undefined) {
    const code = blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `a character stands here that looks like a space and is none to JSON, as web pages have it (U+${code})`;
  }
  if (/^[`´'‘’“”„＂]/.test(found)) return 'texts and keys need straight double quotes';
  if (/^(NaN|Infinity)$/.test(found)) return 'JSON has no such number';
  if (/^[+\-.]*\d/.test(found) || (/^[+-]$/.test(found) && /\d/.test(text[end] ?? '')))
    return 'a number is written as `30` or `1.5`';
  if (/^(True|False|None|undefined)$/.test(found)) return 'the words are `true`, `false` and `null`';
  if (/^[A-Za-z_$]/.test(found)) return 'texts and keys need double quotes';
  return 'this mark may not stand here: keys and values are separated by `:`, entries by `,`';
}

/** What stands alone at the end of the line above lacks something behind it. */
function withoutComma(text: string, span: Span): Cause {
  const before = text.slice(0, span.start);
  const end = before.trimEnd().length;
  const closes = /[}\]]/.test(text[span.start] ?? '');
  const other = closes ? otherKind(text, span.start) : undefined;
  if (other !== undefined) return { span, words: `the bracket \`${other}\` belongs here` };
  const found = closes ? 'a closing bracket is missing' : 'a comma is missing';
  if (end === 0 || !before.slice(end).includes('\n')) return { span, words: `${found} before this` };
  const gap = closes ? /\n([ \t]*)\r?\n/.exec(before.slice(end)) : null;
  if (gap) {
    const at = end + gap.index + 1 + gap[1]!.length;
    return { span: { start: at, end: at }, words: `${found} here` };
  }
  return { span: lastOf(text, end), words: `${found} after this` };
}

/** The other closing bracket, where nothing else is wrong with the text. */
function otherKind(text: string, at: number): string | undefined {
  const other = text[at] === '}' ? ']' : '}';
  const { problems } = readJson(`${text.slice(0, at)}${other}${text.slice(at + 1)}`);
  return problems.some(({ cause }) => cause === 'invalid-json') ? undefined : other;
}

/** A key where a value or an item is read: what opens the map around it is not there. */
function withoutOpening(text: string, span: Span): Cause {
  const key = /"(?:[^"\\\n]|\\.)*"\s*$/.exec(text.slice(lineStart(text, span.start), span.start));
  if (!key) return { span, words: 'a comma is missing before this' };
  const begin = lineStart(text, span.start) + key.index;
  const before = text.slice(0, begin);
  const end = before.trimEnd().length;
  const gap = /\n([ \t]*)\r?\n/.exec(before.slice(end));
  const isItem = text[end - 1] === ',';
  if (gap) {
    const at = end + gap.index + 1 + gap[1]!.length;
    return { span: { start: at, end: at }, words: 'a bracket is missing here' };
  }
  if (isItem) return { span: lastOf(text, end), words: 'a closing bracket is missing before this' };
  if (text[end - 1] === ':' || text[end - 1] === '[')
    return { span: lastOf(text, end), words: 'the bracket `{` is missing after this' };
  return { span, words: 'a comma is missing before this' };
}

/** The end of `"key":` behind which several texts stand, one after the other, without a bracket. */
function listColon(text: string, { start }: Span): number | undefined {
  if (!/[,\]]/.test(text[start] ?? '')) return undefined;
  const from = Math.max(0, start - 2000);
  const texts = /:(?=(\s*)((?:"(?:[^"\\\n]|\\.)*"\s*,\s*)+"(?:[^"\\\n]|\\.)*"\s*)$)/.exec(text.slice(from, start));
  // All on the line of the key, or all below it.
  const isList = texts && (texts[1]!.includes('\n') || !texts[2]!.includes('\n'));
  return isList ? from + texts.index + 1 : undefined;
}

/** The last value or mark that ends at a place. */
function lastOf(text: string, end: number): Span {
  const line = text.slice(lineStart(text, end - 1), end);
  const [found = ''] = /(?:"(?:[^"\\]|\\.)*"|[\w.+-]+|\S)\s*[:,]?$/.exec(line) ?? [];
  return { start: end - Math.max(found.length, 1), end };
}

function firstOf(text: string): Span {
  const gap = /^\s*\n/.test(text);
  if (gap) return { start: 0, end: 0 };
  const start = text.search(/\S/);
  return { start, end: start + (/^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(start))?.[0].length ?? 1) };
}
