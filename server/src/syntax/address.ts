// Bare addresses in text (`https://…`, `www.…`), as GFM links them: what stands in their path is not Markdown.
import { isDigit } from './marks';
import { isWord } from './html';
import type { Source } from './source';

/** The end of the address that begins at `from`, or -1. `bracketed` says that a `[` is open before it. */
export function bareAddressEnd(source: Source, from: number, to: number, bracketed: boolean): number {
  const { text } = source;
  const host = hostStart(text, from);
  if (host < 0) return -1;
  const hostEnd = endOfHost(text, host, to);
  if (hostEnd < 0) return -1;
  const port = endOfPort(text, hostEnd, to);
  const end = port < to && text.charCodeAt(port) === 47 ? Math.min(to, source.pathEnd(port)) : port;
  const inBrackets = bracketed ? beforeBracket(source, port, end) : end;
  // No bracket is ever taken off the end, so an address that ends before one is whole.
  return inBrackets < end ? inBrackets : withoutTail(text, from, end);
}

function hostStart(text: string, from: number): number {
  if (text.startsWith('www.', from)) return from + 4;
  if (text.startsWith('https://', from)) return from + 8;
  return text.startsWith('http://', from) ? from + 7 : -1;
}

/** Longer than any real host name; without a limit, `www.www.www.` would be read again from each label. */
const longestHost = 255;

/** Two labels at least, and no underscore in the last two. */
function endOfHost(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + longestHost);
  let end = endOfLabel(text, from, limit);
  let labels = 1;
  let underscore = -1;
  let beforeLast = from;
  let last = from;
  if (end === from) return -1;
  while (end < limit && text.charCodeAt(end) === 46) {
    const next = endOfLabel(text, end + 1, limit);
    if (next === end + 1) break;
    beforeLast = last;
    last = end + 1;
    end = next;
    labels++;
  }
  if (labels < 2 || end === from + longestHost) return -1;
  for (let at = beforeLast; at < end; at++) if (text.charCodeAt(at) === 95) underscore = at;
  return underscore < 0 ? end : -1;
}

function endOfLabel(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) at++;
  return at;
}

function endOfPort(text: string, from: number, to: number): number {
  if (from >= to || text.charCodeAt(from) !== 58) return from;
  let at = from + 1;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  return at > from + 1 ? at : from;
}

/** Punctuation, closing parentheses without an opening one and entities at the end belong to the sentence. */
function withoutTail(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    else if (code === 41) depth--;
  }
  let end = to;
  for (;;) {
    const last = text.charAt(end - 1);
    if (last === ')' && depth < 0) {
      depth++;
      end--;
    } else if ('?!.,:*_~'.includes(last)) end--;
    else {
      const entity = last === ';' ? entityStart(text, from, end) : -1;
      if (entity < 0) return end;
      end = entity;
    }
  }
}

/** Where the entity begins whose `;` ends at `to`, or -1. */
function entityStart(text: string, from: number, to: number): number {
  let at = to - 2;
  while (at > from && isWord(text.charCodeAt(at))) at--;
  const named = at < to - 2;
  if (named && text.charCodeAt(at) === 35) at--;
  return named && text.charCodeAt(at) === 38 ? at : -1;
}

/** An address inside brackets ends before the bracket that closes them. */
function beforeBracket(source: Source, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = source.text.charCodeAt(at);
    if (code === 93) return at;
    if (code === 91) {
      const close = source.find(']', at);
      if (close >= to) return at;
      at = close;
    }
  }
  return to;
}
