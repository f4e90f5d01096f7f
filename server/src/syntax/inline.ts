// Inline Markdown: code, links, images and comments in one stretch of text, from left to right.
import type { Code, Link } from './body';
import { bareAddressEnd } from './address';
import { destination, labelEnd } from './destination';
import { addressEnd, isWord, tagEnd } from './html';
import { skipRun, skipSpace } from './line';
import type { Source } from './source';
import type { Span } from './span';

/** Where what was found is put; spans count from `origin`. */
export interface Found {
  readonly codes: Code[];
  readonly links: Link[];
  readonly comments: Span[];
}

/** Finds what stands between `from` and `to`: a paragraph, a heading's text, a table's cell. */
export function scanInline(source: Source, from: number, to: number, origin: number, found: Found): void {
  const { text } = source;
  let region: Region | undefined;
  for (let at = from; at < to;) {
    const code = text.charCodeAt(at);
    if (code > 127 || special[code] === 0 || !mayBegin(text, code, at)) at++;
    else {
      region ??= new Region(source, from, to, origin, found);
      at = region.read(code, at);
    }
  }
}

/** 1 for the characters at which something can begin. */
const special = Uint8Array.from({ length: 128 }, (_, code) =>
  '\\`<[!]hw'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** Refuses the many `h` and `w` that begin no address. */
function mayBegin(text: string, code: number, at: number): boolean {
  if (code === 104) return text.charCodeAt(at + 1) === 116;
  return code !== 119 || text.charCodeAt(at + 1) === 119;
}

interface Bracket {
  /** After the `[`. */
  readonly inner: number;
  readonly outer: number;
  readonly image: boolean;
}

/** One stretch of text while it is read. */
class Region {
  readonly #source: Source;
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #origin: number;
  readonly #found: Found;
  readonly #brackets: Bracket[] = [];
  /** How many of the open brackets, from the outermost, stand around a link and so cannot be one. */
  #barred = 0;
  /** Once a run of backticks found no partner: where the last run of each size stands. */
  #lastRuns: Map<number, number> | undefined;

  constructor(source: Source, from: number, to: number, origin: number, found: Found) {
    this.#source = source;
    this.#text = source.text;
    this.#from = from;
    this.#to = to;
    this.#origin = origin;
    this.#found = found;
  }

  /** Reads what begins with the character `code` at `at`; gives where to go on. */
  read(code: number, at: number): number {
    switch (code) {
      case 92:
        return at + 1 < this.#to && isPunctuation(this.#text.charCodeAt(at + 1)) ? at + 2 : at + 1;
      case 96:
        return this.#code(at);
      case 60:
        return this.#angle(at);
      case 91:
        return this.#open(at, at, false);
      case 33:
        return at + 1 < this.#to && this.#text.charCodeAt(at + 1) === 91 ? this.#open(at, at + 1, true) : at + 1;
      case 93:
        return this.#close(at);
      default:
        return this.#address(at);
    }
  }

  #code(at: number): number {
    const text = this.#text;
    const to = this.#to;
    const inner = skipRun(text, 96, at, to);
    // An escaped backtick before a run spoils it.
    if (at > this.#from && text.charCodeAt(at - 1) === 96) return inner;
    const size = inner - at;
    if (this.#lastRuns !== undefined && (this.#lastRuns.get(size) ?? -1) < inner) return inner;
    for (let next = inner; next < to; next++) {
      if (text.charCodeAt(next) !== 96) continue;
      const after = skipRun(text, 96, next, to);
      if (after - next === size) {
        this.#found.codes.push({ span: this.#span(inner, next), outer: this.#span(at, after) });
        return after;
      }
      next = after - 1;
    }
    this.#lastRuns ??= lastRuns(text, inner, to);
    return inner;
  }

  #angle(at: number): number {
    const text = this.#text;
    const address = addressEnd(text, at, this.#to);
    if (address > 0) return address;
    if (text.startsWith('<!--', at) && at + 4 <= this.#to) {
      const short = text.startsWith('>', at + 4) ? 5 : text.startsWith('->', at + 4) ? 6 : 0;
      const end = short > 0 ? this.#within(at + short) : this.#after('-->', at + 4);
      if (end < 0) return at + 1;
      this.#found.comments.push(this.#span(at, end));
      return end;
    }
    const next = text.charCodeAt(at + 1);
    let end = -1;
    if (next === 63) end = this.#after('?>', at + 2);
    else if (next === 33) {
      const third = text.charCodeAt(at + 2);
      if (third >= 65 && third <= 90) end = this.#after('>', at + 3);
      else if (text.startsWith('[CDATA[', at + 2)) end = this.#after(']]>', at + 9);
    } else end = tagEnd(text, at, this.#to);
    return end < 0 ? at + 1 : end;
  }

  #open(outer: number, bracket: number, image: boolean): number {
    this.#brackets.push({ outer, inner: bracket + 1, image });
    return bracket + 1;
  }

  #close(at: number): number {
    const text = this.#text;
    const to = this.#to;
    const bracket = this.#brackets.pop();
    if (bracket === undefined) return at + 1;
    const depth = this.#brackets.length;
    const barred = depth < this.#barred && !bracket.image;
    this.#barred = Math.min(this.#barred, depth);
    const next = at + 1 < to ? text.charCodeAt(at + 1) : -1;
    if (barred) return at + 1;
    if (next !== 40 && next !== 91 && skipSpace(text, bracket.inner, at) === at) return at + 1;
    // A link holds no link: the brackets around this one are only text.
    if (!bracket.image) this.#barred = depth;
    if (next === 91) return Math.max(at + 1, labelEnd(text, at + 1, to));
    const link = next === 40 ? destination(text, at + 1, to) : undefined;
    if (link === undefined) return at + 1;
    this.#found.links.push({
      image: bracket.image,
      text: this.#span(bracket.inner, at),
      target: this.#span(link.target.start, link.target.end),
      outer: this.#span(bracket.outer, link.end),
    });
    return link.end;
  }

  #address(at: number): number {
    if (at > this.#from && isWord(this.#text.charCodeAt(at - 1))) return at + 1;
    const end = bareAddressEnd(this.#source, at, this.#to, this.#brackets.length > 0);
    return end < 0 ? at + 1 : end;
  }

  #after(word: string, from: number): number {
    return this.#within(this.#source.find(word, from) + word.length);
  }

  #within(end: number): number {
    return end <= this.#to ? end : -1;
  }

  #span(start: number, end: number): Span {
    return { start: start - this.#origin, end: end - this.#origin };
  }
}

function lastRuns(text: string, from: number, to: number): Map<number, number> {
  const last = new Map<number, number>();
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) !== 96) continue;
    const after = skipRun(text, 96, at, to);
    last.set(after - at, at);
    at = after - 1;
  }
  return last;
}

/** ASCII punctuation: what a backslash can escape. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
