// Where a cursor stands in a call that is being written, `Tool({ key: value, … })`: at a key, or at a value.
import type { Span } from '../syntax/span';

export interface CallSpot {
  /** The tool as it is written. */
  readonly tool: string;
  /** Where its parenthesis opens. */
  readonly open: number;
  readonly at: 'key' | 'value';
  /** The input whose value is being written. */
  readonly key?: string;
  /** What is written of the key or value before the cursor, without its quote. */
  readonly word: Span;
  /** The quote that opens the word, or the empty text. */
  readonly quote: string;
  /** `bare`: nothing but the parenthesis stands there yet. */
  readonly style: 'object' | 'keywords' | 'bare';
  /** The inputs that are given before the cursor. */
  readonly given: readonly string[];
}

/** How far back a call may begin. */
const reach = 600;
/** More calls than these are not looked at: the one around the cursor is among the last. */
const most = 4;

const opening = /\b([A-Z][A-Za-z]+)\(\s*(\{)?/g;

/** The innermost call around an offset; undefined where none is, or where the cursor stands deeper in a value. */
export function callSpot(text: string, offset: number): CallSpot | undefined {
  const from = Math.max(0, offset - reach);
  const before = text.slice(from, offset);
  if (!before.includes('(')) return undefined;
  for (const match of [...before.matchAll(opening)].slice(-most).reverse()) {
    const start = match.index + match[0].length;
    const spot = spotIn(before, start, match[2] === undefined);
    if (spot)
      return {
        ...spot,
        tool: match[1]!,
        open: from + match.index + match[1]!.length,
        word: { start: from + spot.word.start, end: offset },
      };
  }
  return undefined;
}

type InCall = Omit<CallSpot, 'tool' | 'open'>;

const keyOf = /\s*(['"]?)([A-Za-z_]\w*)\1\s*([:=])(?!=)\s*/y;
const keyEnd = /\s*(['"]?)([A-Za-z_]\w*)?$/y;

/** `text` ends at the cursor. */
function spotIn(text: string, start: number, isBraceless: boolean): InCall | undefined {
  const given: string[] = [];
  let at = start;
  for (;;) {
    const style = !isBraceless ? 'object' : given.length > 0 ? 'keywords' : 'bare';
    const begun = matchAt(keyEnd, text, at);
    if (begun) {
      const { 1: quote = '', 2: word = '' } = begun;
      return { at: 'key', word: { start: text.length - word.length, end: text.length }, quote, style, given };
    }
    const key = matchAt(keyOf, text, at);
    if (!key) return undefined;
    at += key[0].length;
    const value = valueEnd(text, at);
    if (value.ends === 'here')
      return {
        ...{ at: 'value', key: key[2]!, word: { start: value.from, end: text.length }, quote: value.quote, given },
        style: key[3] === '=' && isBraceless ? 'keywords' : style,
      };
    if (value.ends !== 'comma') return undefined;
    given.push(key[2]!);
    at = value.to;
  }
}

type Value =
  | { readonly ends: 'here'; readonly from: number; readonly quote: string }
  | { readonly ends: 'comma'; readonly to: number }
  | { readonly ends: 'never' };

/** The value that begins at `start`: the text may end within it. */
function valueEnd(text: string, start: number): Value {
  const quote = /['"`]/.exec(text[start] ?? '')?.[0] ?? '';
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at]!;
    if (/['"`]/.test(sign)) {
      const close = closing(text, at);
      if (close === undefined) return at === start ? { ends: 'here', from: start + 1, quote } : { ends: 'never' };
      at = close;
    } else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) {
      if (--depth < 0) return { ends: 'never' };
    } else if (sign === ',' && depth === 0) return { ends: 'comma', to: at + 1 };
  }
  return quote === '' && /^[\w./:-]*$/.test(text.slice(start))
    ? { ends: 'here', from: start, quote }
    : { ends: 'never' };
}

/** Where a quoted text ends. */
function closing(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[from]) return at;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
