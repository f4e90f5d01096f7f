// How JSON that cannot be read is mended: the small changes that authors' slips suggest are tried around the place where reading
// failed, and those with which the whole text can be read are offered.
import type { Document } from '../syntax/document';
import { readJson } from '../syntax/json';
import { lineAt, lineStart } from '../syntax/lines';
import { mergeFixes } from './merge-marks';
import { lineBreak } from './edits';
import { insert, lastResorts, replace, slipsOf, type Attempt } from './json-slips';
import { ofWhole } from './json-whole';
import { say, type Fix } from './rule';
import { isDoubled, sameLetters } from './slip';

/** Lines of data have at most so many places to try. */
const most = 120;

/** The fixes of the first error of a text, the likeliest first. `unclosed`: a bracket stands there that nothing closes; `reads`
 * tells whether a text is in order. */
export function jsonFixes(document: Document, start: number, unclosed: boolean, reads = isRead): Fix[] {
  const { text } = document;
  const merged = mergeFixes(document, start);
  if (merged.length > 0) return merged;
  const likely = unclosed ? closings(text, start) : attempts(text, start);
  const fixes = thatMend(document, likely, reads);
  if (fixes.length > 0) return fixes;
  const whole = thatMend(document, ofWhole(text), reads);
  return whole.length > 0 ? whole : thatMend(document, lastResorts(text, start), reads);
}

/** The first two changes with which the whole text can be read. */
function thatMend({ uri, text }: Document, attempts: Iterable<Attempt>, reads: (text: string) => boolean): Fix[] {
  const fixes: Fix[] = [];
  const results = new Set<string>();
  for (const attempt of [...attempts].slice(0, most)) {
    const after = text.slice(0, attempt.span.start) + attempt.text + text.slice(attempt.span.end);
    if (results.has(after) || !reads(after) || isLastComma(after, attempt)) continue;
    results.add(after);
    const edits = [{ uri, span: attempt.span, text: attempt.text }];
    const first = fixes.length === 0;
    fixes.push({
      title: attempt.title,
      edits,
      safe: first && attempt.sure === true,
      ...(first && { preferred: true }),
    });
    if (fixes.length === 2) break;
  }
  return fixes;
}

/** A comma that is put behind the last entry mends nothing: the next one to read would take it away again. */
const isLastComma = (after: string, { span, text }: Attempt): boolean =>
  text.trim() === ',' && /^\s*[}\]]/.test(after.slice(span.start + text.length));

const isRead = (text: string): boolean => readJson(text).problems.every(({ cause }) => cause !== 'invalid-json');

/** `"a" "b"` in a list, and no text with quotes inside, which would have blanks within them. */
const isBetweenItems = (text: string, start: number): boolean =>
  /[[,]\s*"(?:[^"\\\n]|\\.)*[^"\s]"[ \t]+$/.test(text.slice(lineStart(text, start), start)) &&
  /^"[^"\s](?:[^"\\\n]|\\.)*"\s*[,\]]/.test(text.slice(start, start + 400));

function* attempts(text: string, start: number): Iterable<Attempt> {
  const before = text.slice(0, start).trimEnd().length;
  if (isBetweenItems(text, start)) yield insert(before, ',', say('Insert the missing comma'), true);
  yield* slipsOf(text, start);
  yield* ofWords(text, start);
  yield* ofQuotes(text, start);
  // `"opus,"` at the end of a line that needs a comma.
  if (text.endsWith(',"', before) && /[^",]/.test(text[before - 3] ?? ''))
    yield replace(before - 2, 2, '",', say('Move the comma after the quote'));
  const sign = text[start];
  if ((sign === '}' || sign === ']') && text[before - 1] === sign)
    yield { span: { start: before, end: start + 1 }, text: '', title: say('Remove `{0}`', sign) };
  yield insert(before, ',', say('Insert the missing comma'), true);
  yield insert(before, ':', say('Insert the missing colon'), true);
  for (const sign of ['"', '“', '”'])
    yield* text[start] === sign ? [replace(start, 1, '', say('Remove `{0}`', sign))] : [];
  yield* ofBrackets(text, start, before);
}

/** Quotes of another kind, and words that have none. */
function* ofWords(text: string, start: number): Iterable<Attempt> {
  const { start: from, end: to } = lineAt(text, start);
  const line = text.slice(from, to);
  const double = say('Use double quotes');
  if (/[“”„‟＂]/.test(line))
    yield { span: { start: from, end: to }, text: line.replace(/[“”„‟＂]/g, '"'), title: double, sure: true };
  const straight = line.replace(/(^\s*|[[{,:]\s*)['‘’]([^'"‘’]*)['‘’](?=\s*([\]},:]|$))/g, '$1"$2"');
  if (straight !== line) yield { span: { start: from, end: to }, text: straight, title: double, sure: true };
  for (const found of text.slice(from, start).matchAll(/^\s*|[[{,:]\s*/g))
    yield insert(from + found.index + found[0].length, '"', say('Insert the opening quote'));
  const word = /^[A-Za-z_$][\w$.-]*/.exec(text.slice(start, to))?.[0];
  if (word === undefined) return;
  const value = otherWords[word.toLowerCase()];
  if (value !== undefined) yield replace(start, word.length, value, say('Change to `{0}`', value), true);
  // No text can stand for what is no number.
  if (word === 'NaN' || word === 'Infinity') return;
  const meant = ['true', 'false', 'null'].find(each => isMisspelt(word.toLowerCase(), each));
  if (meant !== undefined) yield replace(start, word.length, meant, say('Change to `{0}`', meant));
  yield replace(start, word.length, `"${word}"`, say('Put `{0}` in quotes', word), true);
  yield insert(start, '"', say('Insert the opening quote'));
}

/** Letters that changed places, are there twice or are lost: another letter makes another word, such as `tree`. */
const isMisspelt = (word: string, meant: string): boolean =>
  word.length > 2 &&
  word[0] === meant[0] &&
  (word.length === meant.length ? sameLetters(word, meant) : isDoubled(word, meant) || lacksOne(word, meant));

const lacksOne = (word: string, meant: string): boolean =>
  word.length === meant.length - 1 && [...meant].some((_, at) => meant.slice(0, at) + meant.slice(at + 1) === word);

/** What other languages write for `true`, `false` and `null`. */
const otherWords: Readonly<Record<string, string>> = {
  true: 'true', yes: 'true', on: 'true', false: 'false', no: 'false', off: 'false',
  none: 'null', nil: 'null', null: 'null', undefined: 'null',
}; // prettier-ignore

/** A quote that is missing at either end of a text on this line, or on the line above where it swallowed the break. */
function* ofQuotes(text: string, start: number): Iterable<Attempt> {
  const { start: from, end: to } = lineAt(text, start);
  const close = say('Close the quote');
  const ends: number[] = [];
  for (let at = from + 1; at <= to; at++) {
    if (at === to ? !/\s/.test(text[at - 1]!) : /[\s,:\]}]/.test(text[at]!) && !/[\s"]/.test(text[at - 1]!))
      ends.push(at);
  }
  // The nearest to the failure first: what comes before it was read.
  const isEnd = (at: number): boolean => at >= to || /^\s*([,:\]}]|$)/.test(text.slice(at, to));
  for (const at of ends
    .filter(isEnd)
    .sort((a, b) => Math.abs(a - start) - Math.abs(b - start))
    .slice(0, 20))
    yield insert(at, '"', close);
}

/** Brackets that are missing, of the wrong kind, or too many. */
function* ofBrackets(text: string, start: number, before: number): Iterable<Attempt> {
  const found = text[start];
  yield* ofOpeners(text, start);
  yield* aboveKey(text, start);
  for (const sign of ['}', ']']) {
    const close = say('Insert the missing `{0}`', sign);
    if (found !== undefined && '}])>'.includes(found)) yield replace(start, 1, sign, say('Replace by `{0}`', sign));
    for (const at of gapsBefore(text, start)) yield insert(at, sign, close);
    yield insert(start, sign, close);
    if (text[before - 1] === ',') yield insert(before - 1, sign, close);
    yield insert(before, sign, close);
    yield* lineOfBracket(text, start, before, sign);
  }
  if (found !== undefined && '}],'.includes(found)) yield replace(start, 1, '', say('Remove `{0}`', found));
  yield* atEnd(text);
}

/** The bracket around the place where reading failed, where it is of the other kind or stands there twice. */
function* ofOpeners(text: string, start: number): Iterable<Attempt> {
  const open = openAt(text.slice(0, start)).at(-1);
  const found = text[start];
  if (found === '{' && open !== undefined && text.slice(open + 1, start).trim() === '')
    yield replace(start, 1, '', say('Remove `{0}`', found));
  if (open === undefined) return;
  const sign = text[open]!;
  if (text[open - 1] === sign || text[open + 1] === sign) yield replace(open, 1, '', say('Remove `{0}`', sign));
  const other = sign === '[' ? '{' : '[';
  yield replace(open, 1, other, say('Replace by `{0}`', other));
}

/** The end of a list that goes on to the line above a key, which no list holds. */
function* aboveKey(text: string, start: number): Iterable<Attempt> {
  const line = lineStart(text, start);
  const open = openAt(text.slice(0, line)).at(-1);
  if (text[start] !== ':' || open === undefined || text[open] !== '[') return;
  const end = text.slice(0, line).trimEnd().length;
  if (text[end - 1] === ',' && open >= lineStart(text, end))
    yield insert(end - 1, ']', say('Insert the missing `{0}`', ']'));
}

/** Lines above on which only a comma, or nothing, is left: there a bracket was. */
function gapsBefore(text: string, start: number): number[] {
  const gaps: number[] = [];
  for (const match of text.slice(0, start).matchAll(/\n([ \t]*),?[ \t]*(?=\r?\n|$)/g))
    gaps.push(match.index + 1 + match[1]!.length);
  return gaps.reverse().slice(0, 8);
}

/** Where a bracket that is never closed may end: on an emptied line that is indented as its own, or where the text does. */
function* closings(text: string, open: number): Iterable<Attempt> {
  const sign = text[open] === '[' ? ']' : '}';
  const lead = leadOf(text, open);
  const title = say('Insert the missing `{0}`', sign);
  for (const at of gapsBefore(text, text.length).reverse())
    if (at > open && leadOf(text, at) === lead) yield insert(at, sign, title);
  yield* atEnd(text);
  const next = text.slice(open).search(new RegExp(`\\n${lead}[^\\s]`));
  const before = text.slice(open, open + Math.max(next, 0)).trimEnd().length + open;
  if (next > 0 && text[before - 1] === ',') yield replace(before - 1, 1, `${lineBreak(text)}${lead}${sign},`, title);
  if (next > 0) yield insert(before, `${lineBreak(text)}${lead}${sign},`, title);
}

/** A line that held a closing bracket alone, and is gone: what follows it is indented less than what comes before. */
function* lineOfBracket(text: string, start: number, before: number, sign: string): Iterable<Attempt> {
  const lead = leadOf(text, start);
  if (!text.slice(before, start).includes('\n') || leadOf(text, before).length <= lead.length) return;
  const closes = /[}\]]/.test(text[start] ?? '');
  const line = `${lineBreak(text)}${lead}${closes ? leadOf(text, before).slice(lead.length * 2) : ''}${sign}`;
  yield insert(before, closes ? line : `${line},`, say('Insert the missing `{0}`', sign));
}

/** What a text that ends too early still needs. */
function* atEnd(text: string): Iterable<Attempt> {
  const open = openAt(text);
  if (open.length === 0 || open.length > 4) return;
  const signs = open.map(at => (text[at] === '[' ? ']' : '}')).reverse();
  const newline = lineBreak(text);
  const end = text.trimEnd().length;
  const rest = text.slice(end);
  const lines = signs.map((sign, index) => leadOf(text, open.at(-1 - index)!) + sign).join(newline);
  // Where the last line was emptied, its break is still there.
  const lead = rest.startsWith(newline) ? newline.length : 0;
  const put = lead > 0 ? lines : `${newline}${lines}`;
  yield insert(end + lead, text.includes('\n') ? put : signs.join(''), say('Insert the missing `{0}`', signs.join('')));
}

/** The brackets that no other closes. */
function openAt(text: string): number[] {
  const open: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (sign === '[' || sign === '{') open.push(index);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open;
}

/** The white space that the line of a place begins with. */
const leadOf = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, at)))![0];
