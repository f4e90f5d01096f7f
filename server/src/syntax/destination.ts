// The parts of a link behind its text: destination, title and label.
import type { Span } from './span';
import { isSpace, skipSpace } from './line';

/** What stands in `(…)` after a link's text. */
export interface Destination {
  /** Without angle brackets; empty where there is none. */
  readonly target: Span;
  /** After the closing parenthesis. */
  readonly end: number;
}

/** The destination whose `(` stands at `from`; undefined where the parentheses hold something else. */
export function destination(text: string, from: number, to: number): Destination | undefined {
  const start = skipSpace(text, from + 1, to);
  let target: Span = { start, end: start };
  let at = start;
  const after = urlEnd(text, start, to);
  if (after > start) {
    const angled = text.charCodeAt(start) === 60;
    target = angled ? { start: start + 1, end: after - 1 } : { start, end: after };
    at = skipSpace(text, after, to);
    if (at > after) {
      const title = titleEnd(text, at, to);
      if (title > 0) at = skipSpace(text, title, to);
    }
  }
  return at < to && text.charCodeAt(at) === 41 ? { target, end: at + 1 } : undefined;
}

/** The end of the label `[…]` that begins at `from`; -1 where it holds a `[`, 0 where it does not end. */
export function labelEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + 1000);
  for (let at = from + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) return at + 1;
    if (code === 91) return -1;
    if (code === 92) at++;
  }
  return 0;
}

/**
 * Where the reference definition (`[label]: url "title"`) that begins at `from` ends, after its URL or title;
 * 0 where the text up to `to` does not decide it yet, -1 where it is none.
 */
export function definitionEnd(text: string, from: number, to: number): number {
  const label = labelEnd(text, from, to);
  if (label <= 0) return label;
  if (skipSpace(text, from + 1, label) === label - 1 || text.charCodeAt(label) !== 58 || label >= to) return -1;
  const start = skipSpace(text, label + 1, to);
  if (start === to) return 0;
  const url = urlEnd(text, start, to);
  if (url <= start) return -1;
  const behind = skipSpace(text, url, to);
  if (behind > url) {
    const title = titleEnd(text, behind, to);
    if (title > 0 && restOfLine(text, title, to) >= 0) return title;
  }
  return url;
}

/** The end of the line if only white space stands before it, else -1. */
export function restOfLine(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) return at;
    if (!isSpace(code)) return -1;
  }
  return to;
}

/** Deeper parentheses in a URL are an accident; the limit keeps many `](` linear. */
const deepest = 32;

/** The end of the URL at `from`, angle brackets included; -1 or `from` where there is none. */
function urlEnd(text: string, from: number, to: number): number {
  if (from < to && text.charCodeAt(from) === 60) return angledEnd(text, from, to);
  let depth = 0;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) break;
    if (code === 92 && at + 1 < to && !isSpace(text.charCodeAt(at + 1))) at++;
    else if (code === 40 && ++depth > deepest) return -1;
    else if (code === 41 && --depth < 0) break;
  }
  return at;
}

function angledEnd(text: string, from: number, to: number): number {
  let escaped = false;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 62 && !escaped) return at + 1;
    if (code === 10 || (code === 60 && !escaped)) return -1;
    escaped = code === 92;
  }
  return -1;
}

/** The end of the title `"…"`, `'…'` or `(…)` at `from`, or -1. */
function titleEnd(text: string, from: number, to: number): number {
  const open = text.charCodeAt(from);
  if (from >= to || (open !== 34 && open !== 39 && open !== 40)) return -1;
  const close = open === 40 ? 41 : open;
  for (let at = from + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === close) return at + 1;
    if (code === 40 && open === 40) return -1;
    if (code === 92) at++;
  }
  return -1;
}
