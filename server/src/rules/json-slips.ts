// Slips of the pen in JSON: marks of other languages, texts that hold what must be escaped, numbers in odd forms, lines of
// YAML. Each is a change that may mend the text; whether it does is tried by the one who asks.
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { say, type Message } from './rule';

/** One change that may mend a text. `sure`: it can mean nothing else. */
export interface Attempt {
  readonly title: Message;
  readonly span: Span;
  readonly text: string;
  readonly sure?: true;
}

/** What stands on the line where reading failed. */
interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

/** Attempts to mend JSON near the place where reading failed. */
export function* slipsOf(text: string, start: number): Iterable<Attempt> {
  const { start: from, end: to } = lineAt(text, start);
  const line = { text, from, to, written: text.slice(from, to) };
  yield* ofFence(text);
  yield* ofKeyWithColon(text, start);
  yield* ofQuotePairs(line);
  yield* ofBareText(line);
  yield* ofMarks(line, start);
  yield* ofNumbers(line, start);
  yield* ofEscapes(line, start);
  yield* ofInnerQuotes(line, start);
  yield* ofBreaks(line, start);
  yield* ofWholeLine(line);
  yield* afterTheEnd(text, start);
}

/** The fence of a code block around the whole, as it is copied from a page or an answer. */
function* ofFence(text: string): Iterable<Attempt> {
  const inner = /^\s*```[a-z]*[ \t]*\r?\n(.*?\n)```\s*$/s.exec(text)?.[1];
  if (inner !== undefined)
    yield { span: { start: 0, end: text.length }, text: inner, title: say('Remove the code fence around it') };
}

/** `"name:" "a"` and `"name: a"`: the colon stands inside the quotes of the text before the place where reading failed. */
function* ofKeyWithColon(text: string, start: number): Iterable<Attempt> {
  const before = text.slice(Math.max(0, start - 2000), start);
  const [all, lead = '', key, value = '', gap = ''] =
    /(^\s*|[{,]\s*)"([A-Za-z_$][\w$.-]*):[ \t]*([^"\\\n]*)"(\s*)$/.exec(before) ?? [];
  if (all === undefined || key === undefined) return;
  const from = start - all.length + lead.length;
  const title = say('Move the colon out of the quotes');
  if (value !== '') yield replace(from, all.length - lead.length - gap.length, `"${key}": "${value}"`, title, true);
  else yield replace(from, all.length - lead.length, `"${key}": `, title, true);
}

/** A text that begins with another quote than it ends with. */
function* ofQuotePairs({ written, from, to }: Line): Iterable<Attempt> {
  const pair = /(^\s*|[[{,:]\s*)(?:"([^"']*)['’”]|['‘“]([^"']*)")(?=\s*([\]},:]|$))/g;
  const even = written.replace(pair, (_, before: string, a?: string, b?: string) => `${before}"${a ?? b}"`);
  if (even !== written)
    yield { span: { start: from, end: to }, text: even, title: say('Use double quotes'), sure: true };
}

/** Words behind a key that have no quotes, or a version that is read as a number. */
function* ofBareText({ written, from }: Line): Iterable<Attempt> {
  const [, before = '', value] = /^(.*"\s*:\s*)([A-Za-z\d~./][^"{}[\]\\]*?)\s*,?\s*$/.exec(written) ?? [];
  if (value === undefined || !/[ ,]|\d\.\d+\.\d/.test(value)) return;
  yield replace(from + before.length, value.length, `"${value}"`, say('Put `{0}` in quotes', value), true);
}

/** What is tried when nothing else mends the text. */
export function* lastResorts(text: string, start: number): Iterable<Attempt> {
  yield* ofOpenings(text, start);
  yield* withoutLine(text, start);
}

/** The places outside of texts at which a pattern is found. */
function* outside({ written, from }: Line, pattern: RegExp): Iterable<{ at: number; found: string }> {
  const either = new RegExp(`"(?:[^"\\\\]|\\\\.)*"?|(${pattern.source})`, 'g');
  for (const { index, 1: found } of written.matchAll(either)) {
    if (found !== undefined) yield { at: from + index, found };
  }
}

/** `;`, `=`, `=>`, `：` and others in the place of a comma or a colon, `#` before a comment, quotes and blanks of other kinds. */
function* ofMarks(line: Line, start: number): Iterable<Attempt> {
  const { written, from, to, text } = line;
  for (const { at } of outside(line, /#/)) yield withoutComment(line, at);
  const whole = (changed: string, title: Message): Attempt[] =>
    changed === written ? [] : [{ span: { start: from, end: to }, text: changed, title, sure: true }];
  yield* whole(written.replace(/[`´]([^`´"]*)[`´]/g, '"$1"'), say('Use double quotes'));
  yield* whole(written.replace(/&quot;/g, '"'), say('Use double quotes'));
  yield* whole(
    written.replace(/(^\s*|[[{,:]\s*)\\"([^"\\]*)\\"(?=\s*(?:[\]},:]|$))/g, '$1"$2"'),
    say('Remove the backslash'),
  );
  yield* whole(written.replace(/"\s*\+\s*"/g, ''), say('Write it as one text'));
  yield* whole(written.replace(/[\u00a0\u2000-\u200b\u202f\u3000]/g, ' '), say('Replace by a space'));
  const marks = [...outside(line, /[^\s"{}[\],:\w.#`´-]+|->|-(?=\s)|[,:.]+/)];
  for (const { at, found } of marks.sort((a, b) => Math.abs(a.at - start) - Math.abs(b.at - start)).slice(0, 4)) {
    for (const sign of [',', ':', '']) if (sign !== found) yield* instead(text, at, found, sign);
    if (found === '(' || found === '<')
      for (const sign of ['[', '{']) yield replace(at, 1, sign, say('Replace by `{0}`', sign));
  }
}

/** A colon stands at its key, with one blank behind it; a comma at what it follows. */
function* instead(text: string, at: number, found: string, sign: string): Iterable<Attempt> {
  const before = sign === '' ? 0 : /[ \t]*$/.exec(text.slice(Math.max(at - 40, 0), at))![0].length;
  const title = sign === '' ? say('Remove `{0}`', found) : say('Replace by `{0}`', sign);
  const blank = sign === ':' && /\S/.test(text[at + found.length] ?? ' ') ? ' ' : '';
  const span = { start: at - before, end: at + found.length };
  yield { span, text: sign + blank, title, sure: true };
}

function withoutComment({ text, from, to, written }: Line, at: number): Attempt {
  const alone = written.slice(0, at - from).trim() === '';
  const start = from + written.slice(0, at - from).trimEnd().length;
  const span = alone
    ? { start: from, end: Math.min(to + 1, text.length) }
    : { start, end: from + written.trimEnd().length };
  return { span, text: '', title: say('Remove the comment') };
}

/** A number as other languages write it, or with its unit. */
function* ofNumbers(line: Line, start: number): Iterable<Attempt> {
  for (const { at, found } of outside(line, /[+-]?[\d.](?:[\w.]|,(?=\d))*(?: ?[a-z]+)?/i)) {
    if (at > start || at + found.length < start) continue;
    const number = numberOf(found);
    if (number !== undefined && number !== found)
      yield replace(at, found.length, number, say('Change to `{0}`', number));
  }
}

function numberOf(written: string): string | undefined {
  if (/^[+-]?0[xob][\da-f]+$/i.test(written)) return String(Number(written.replace(/^[+-]/, '')));
  const [, sign = '', digits = ''] = /^([+-]?)([\d_.,]+) ?[a-z]*$/i.exec(written) ?? [];
  const plain = digits
    .replace(/_/g, '')
    .replace(',', '.')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '');
  return /^\d+(\.\d+)?$/.test(plain) ? `${sign === '-' ? '-' : ''}${plain}` : undefined;
}

/** Backslashes and characters that a text holds in another way. */
function* ofEscapes({ text, to }: Line, start: number): Iterable<Attempt> {
  if (text[start] !== '"') return;
  const token = /^"(?:[^"\\\n]|\\.)*"/.exec(text.slice(start, to))?.[0];
  if (token === undefined) return;
  const put = (by: string, title: Message): Attempt[] =>
    by === token ? [] : [{ span: { start, end: start + token.length }, text: by, title }];
  const bad = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})|\\/g;
  // Shells and JavaScript write these so, and mean the mark alone; a `$` before anything else may end a pattern.
  const needless = token.replace(/(\\\\)|\\(?:(['`!])|(?=\$[\w{(]))/g, (_, both = '', mark = '') => `${both}${mark}`);
  yield* put(needless, say('Remove the backslash'));
  const doubled = token.replace(bad, found => (found === '\\' ? '\\\\' : found));
  if (doubled !== token) {
    const isPath = /^"[^\s"]*[\w.:$%}]\\\w[^\s"]*"$/.test(token);
    const all = token.replace(/\\\\|\\"|\\/g, found => (found === '\\' ? '\\\\' : found));
    yield* put(isPath ? all : doubled, say('Double the backslash'));
    yield* put(token.replace(/\\(?!["\\])/g, '/'), say('Use `/`'));
    yield* put(
      token.replace(bad, found => (found === '\\' ? '' : found)),
      say('Remove `{0}`', '\\'),
    );
  }
  yield* put(token.replace(/\t/g, '\\t'), say('Write the tab as `{0}`', '\\t'));
  yield* put(token.replace(/\t/g, ' '), say('Replace by a space'));
  // eslint-disable-next-line no-control-regex -- those are what is sought
  yield* put(token.replace(/[\u0000-\u001f]/g, ''), say('Remove the invisible character'));
}

/** Quotes inside of a text, without the backslash that they need. */
function* ofInnerQuotes({ text, from, to, written }: Line, start: number): Iterable<Attempt> {
  const quotes: number[] = [];
  for (const { index, 0: found } of written.matchAll(/\\.|"/g)) if (found === '"') quotes.push(from + index);
  const before = quotes.filter(at => at < start).at(-1);
  const after = quotes.find(at => at >= start);
  if (before === undefined) return;
  const escape = say('Put a backslash before the quote');
  const escaped = (places: readonly number[]): Attempt => {
    const last = places.at(-1)!;
    const between = text.slice(places[0], last + 1);
    const by = places.reduceRight(
      (all, at) => `${all.slice(0, at - places[0]!)}\\${all.slice(at - places[0]!)}`,
      between,
    );
    return { span: { start: places[0]!, end: last + 1 }, text: by, title: escape };
  };
  const isEscapeLost = ((written.match(/\\"/g) ?? []).length & 1) === 1;
  if (isEscapeLost) yield escaped([before]);
  yield replace(before, 1, '', say('Remove `{0}`', '"'));
  if (after !== undefined && after < to) yield escaped([before, after]);
  const inner = /^\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*)?"/.exec(written)?.[0].length;
  const end = /"\s*,?\s*$/.exec(written)?.index;
  if (inner !== undefined && end !== undefined) {
    const all = quotes.filter(at => at >= from + inner && at < from + end);
    if (all.length > 0) yield escaped(all);
  }
  yield escaped([before]);
}

/** A line break in a text. */
function* ofBreaks({ text, to, written }: Line, start: number): Iterable<Attempt> {
  if (text[start] !== '"' || to >= text.length) return;
  const feed = text.indexOf('\n', to);
  const end = feed + 1 + /^[ \t]*/.exec(text.slice(feed + 1))![0].length;
  const join = say('Put it on one line');
  const bare = /\s$/.test(written) || /^\s/.test(text.slice(feed + 1));
  for (const by of bare ? ['', ' '] : [' ', '']) yield { span: { start: to, end: feed + 1 }, text: by, title: join };
  yield { span: { start: to, end: feed + 1 }, text: '\\n', title: say('Write the line break as `{0}`', '\\n') };
  yield { span: { start: to, end }, text: ' ', title: join };
}

/** `model: opus`, as YAML and JavaScript have it. */
function* ofWholeLine({ written, from }: Line): Iterable<Attempt> {
  const [, lead = '', key, value = '', comma = ''] =
    /^(\s*)'?([A-Za-z_$][\w$.-]*)'?\s*[:=]\s*(\S[^"]*?|"[^"]*")(,?)\s*$/.exec(written) ?? [];
  if (key === undefined) return;
  const bare = value.replace(/^['"](.*)['"]$/, '$1');
  const json = /^(true|false|null|-?\d+(\.\d+)?|[[{].*)$/.test(value) ? value : JSON.stringify(bare);
  const span = { start: from + lead.length, end: from + written.length };
  for (const end of comma === ',' ? [',', ''] : ['', ','])
    yield { span, text: `${JSON.stringify(key)}: ${json}${end}`, title: say('Write it as JSON') };
}

/** What follows a text that is whole already. */
function* afterTheEnd(text: string, start: number): Iterable<Attempt> {
  const whole = text.slice(0, start).trimEnd();
  if (!/[}\]]$/.test(whole)) return;
  // Where it goes on with a comma, one bracket too many closed it.
  if (text[start] === ',') yield replace(whole.length - 1, 1, '', say('Remove `{0}`', whole.at(-1)!));
  const span = { start: whole.length, end: text.trimEnd().length };
  yield { span, text: '', title: say('Remove what stands after the end') };
}

/** A bracket that was to be opened: at the beginning, on an emptied line, or behind a colon above. */
function* ofOpenings(text: string, start: number): Iterable<Attempt> {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const above = text.slice(Math.max(0, start - 2000), start);
  const offset = start - above.length;
  // Where a line ends behind a colon or bracket, where a line is empty, within a line, at the beginning of one.
  const places = [/[:[][ \t]*(?=\r?\n)/g, /\n[ \t]*(?=\r?\n)/g, /"\s*:[ \t]*|\[[ \t]*/g, /\n[ \t]*(?=")/g].flatMap(
    pattern =>
      [...above.matchAll(pattern)]
        .map(({ index, 0: found }) => offset + index + found.length)
        .reverse()
        .slice(0, 8),
  );
  for (const sign of ['{', '[']) {
    const title = say('Insert the missing `{0}`', sign);
    yield insert(0, /^\s*\n/.test(text) ? sign : `${sign}${newline}`, title);
    for (const at of new Set(places)) yield insert(at, text[at - 1] === ':' ? ` ${sign}` : sign, title);
  }
}

/** The line itself, where it says nothing that could be kept. */
function* withoutLine(text: string, start: number): Iterable<Attempt> {
  // Of a key without a value the reader tells at what follows.
  const key = text.slice(0, start).trimEnd();
  const { start: from, end: to } = lineAt(text, key.endsWith(':') ? key.length - 1 : start);
  const title = say('Remove this line');
  const before = text.slice(0, from).trimEnd();
  const whole = { span: { start: from, end: Math.min(to + 1, text.length) }, text: '', title };
  const withComma = before.endsWith(',') ? [{ span: { start: before.length - 1, end: to }, text: '', title }] : [];
  // Behind the last entry no comma stays.
  yield* /^\s*[}\]]/.test(text.slice(to)) ? [...withComma, whole] : [whole, ...withComma];
}

export const insert = (at: number, text: string, title: Message, sure?: true): Attempt => ({
  span: { start: at, end: at },
  text,
  title,
  ...(sure && { sure }),
});

export const replace = (at: number, length: number, text: string, title: Message, sure?: true): Attempt => ({
  span: { start: at, end: at + length },
  text,
  title,
  ...(sure && { sure }),
});
