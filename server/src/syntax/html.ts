// HTML in Markdown: the blocks that a line can open, and tags, comments and addresses inside text.
import { isSpace, skipSpace, type Line } from './line';
import { isDigit } from './marks';

/** What ends an HTML block: a word in one of its lines, a closing tag, or a blank line. */
export type HtmlBlock = '-->' | '?>' | '>' | ']]>' | 'raw' | 'blank';

/**
 * The HTML block that a line opens. On one point this leaves CommonMark: a line that holds only a custom tag
 * (`<step name="x">`) is text, because agent files use such tags as brackets around ordinary Markdown.
 */
export function htmlBlock({ text, pos, end }: Line): HtmlBlock | undefined {
  const code = text.charCodeAt(pos + 1);
  if (code === 63) return '?>';
  if (code === 33) return markedBlock(text, pos);
  const name = pos + (code === 47 ? 2 : 1);
  let after = name;
  while (after < end && after < name + 11 && isWord(text.charCodeAt(after))) after++;
  const word = text.slice(name, after).toLowerCase();
  const raw = rawTags.has(word);
  if (!raw && !blockTags.has(word)) return undefined;
  const next = text.charCodeAt(after);
  const closed = after === end || isSpace(next) || next === 62;
  if (raw) return closed && code !== 47 ? 'raw' : undefined;
  return closed || (next === 47 && text.charCodeAt(after + 1) === 62) ? 'blank' : undefined;
}

/** Whether a line holds the closing tag of a block of raw text. */
export function endsRaw(text: string, from: number, to: number): boolean {
  return /<\/(?:script|pre|style|textarea)>/i.test(text.slice(from, to));
}

/** The end of the tag `<name …>` or `</name>` that begins at `from`, or -1. */
export function tagEnd(text: string, from: number, to: number): number {
  const closing = text.charCodeAt(from + 1) === 47;
  const name = from + (closing ? 2 : 1);
  if (name >= to || !isLetter(text.charCodeAt(name))) return -1;
  let at = skipName(text, name, to);
  if (closing) {
    at = skipSpace(text, at, to);
    return at < to && text.charCodeAt(at) === 62 ? at + 1 : -1;
  }
  // A tag this long is an accident; without a limit, quotes in the right order would make the search quadratic.
  const limit = Math.min(to, from + longestTag);
  for (;;) {
    const next = skipSpace(text, at, limit);
    if (next >= limit) return -1;
    const code = text.charCodeAt(next);
    if (code === 62) return next + 1;
    if (code === 47) return next + 1 < limit && text.charCodeAt(next + 1) === 62 ? next + 2 : -1;
    if (next === at) return -1;
    at = attributeEnd(text, next, limit);
    if (at < 0) return -1;
  }
}

/** The end of `<https://…>` or `<someone@example.org>`, or -1. */
export function addressEnd(text: string, from: number, to: number): number {
  const url = urlAddressEnd(text, from + 1, to);
  return url < 0 ? mailAddressEnd(text, from + 1, to) : url;
}

/** A letter, digit or underscore, as `\w` has it. */
export function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 95;
}

const longestTag = 4096;

const rawTags: ReadonlySet<string> = new Set(['script', 'pre', 'style', 'textarea']);

const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param section source summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);

function markedBlock(text: string, pos: number): HtmlBlock | undefined {
  if (text.startsWith('--', pos + 2)) return '-->';
  if (text.startsWith('[CDATA[', pos + 2)) return ']]>';
  const code = text.charCodeAt(pos + 2);
  return code >= 65 && code <= 90 ? '>' : undefined;
}

function skipName(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) at++;
  return at;
}

function attributeEnd(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (!isLetter(first) && first !== 58 && first !== 95) return -1;
  let at = from + 1;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isWord(code) && code !== 45 && code !== 46 && code !== 58) break;
  }
  const equals = skipSpace(text, at, to);
  if (equals >= to || text.charCodeAt(equals) !== 61) return at;
  const value = skipSpace(text, equals + 1, to);
  const quote = text.charCodeAt(value);
  if (quote === 34 || quote === 39) {
    for (at = value + 1; at < to; at++) if (text.charCodeAt(at) === quote) return at + 1;
    return -1;
  }
  for (at = value; at < to; at++) if (endsBareValue(text.charCodeAt(at))) break;
  return at > value ? at : -1;
}

function endsBareValue(code: number): boolean {
  return isSpace(code) || code === 34 || code === 39 || (code >= 60 && code <= 62) || code === 96;
}

function urlAddressEnd(text: string, from: number, to: number): number {
  if (!isLetter(text.charCodeAt(from))) return -1;
  let at = from + 1;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isWord(code) && code !== 45 && code !== 43 && code !== 46) break;
  }
  if (at < from + 2 || at >= to || text.charCodeAt(at) !== 58) return -1;
  const rest = ++at;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at > rest ? at + 1 : -1;
    if (code === 60 || isSpace(code)) return -1;
  }
  return -1;
}

function mailAddressEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isMailbox(text.charCodeAt(at))) at++;
  if (at === from || at >= to || text.charCodeAt(at) !== 64) return -1;
  for (;;) {
    const label = ++at;
    while (at < to && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)) || text.charCodeAt(at) === 45))
      at++;
    const size = at - label;
    if (size === 0 || size > 63 || at >= to) return -1;
    if (text.charCodeAt(label) === 45 || text.charCodeAt(at - 1) === 45) return -1;
    if (text.charCodeAt(at) === 62) return at + 1;
    if (text.charCodeAt(at) !== 46) return -1;
  }
}

/** What may stand before the `@`: letters, digits and most ASCII punctuation. */
function isMailbox(code: number): boolean {
  return code < 128 && (isWord(code) || ".!#$%&'*+/=?^`{|}~-".includes(String.fromCharCode(code)));
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
