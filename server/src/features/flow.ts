// Inside brackets and braces: what of `[a, { b: c` a cursor stands in, whether or not they are ever closed.
import { itemStep } from './outline';
import type { Step } from './slots';
import type { Span } from '../syntax/span';

/** Where an offset lies in a flow collection. */
export interface FlowPlace {
  readonly path: readonly Step[];
  /** `key`: where a key of a map may begin; `item`: an item of a list; `value`: behind a colon. */
  readonly at: 'key' | 'item' | 'value';
  /** What is written there, without quotes. */
  readonly span: Span;
  readonly quote: string;
  /** Whether the quote is closed behind the cursor. */
  readonly closed: boolean;
  readonly siblings: ReadonlyMap<string, string>;
  /** Whether a colon follows. */
  readonly colonAfter: boolean;
}

interface Frame {
  readonly open: string;
  readonly siblings: Map<string, string>;
  /** Where the part after the last comma begins, and its colon. */
  part: number;
  key: string | undefined;
  /** Where the value after the colon begins. */
  value: number;
}

/** Reads from the opening bracket at `start` to `offset`; undefined where all is closed before it. */
export function flowAt(text: string, start: number, offset: number): FlowPlace | undefined {
  const frames: Frame[] = [];
  let quote: { mark: string; start: number } | undefined;
  let parens = 0;
  for (let at = start; at < offset; at++) {
    const character = text[at]!;
    const frame = frames.at(-1);
    if (quote) {
      if (character === '\\' && quote.mark === '"') at++;
      else if (character === quote.mark) quote = undefined;
    } else if (character === '\n') parens = 0;
    else if ((character === '"' || character === "'") && frame && begins(text, frame, at)) {
      quote = { mark: character, start: at + 1 };
    } else if (character === '(') parens++;
    else if (character === ')') parens = Math.max(0, parens - 1);
    else if (parens > 0) continue;
    else if (character === '[' || character === '{') {
      frames.push({ open: character, siblings: new Map(), part: at + 1, key: undefined, value: at + 1 });
    } else if (character === ']' || character === '}') {
      frames.pop();
      if (frames.length === 0) return undefined;
    } else if (character === ',' && frame) finish(text, frame, at);
    else if (character === ':' && frame?.open === '{' && frame.key === undefined && endsKey(text, at)) {
      frame.key = bare(text.slice(frame.part, at));
      frame.value = at + 1;
    }
  }
  const frame = frames.at(-1);
  return frame && placeIn(text, frames, frame, offset, quote);
}

/** Whether only white space stands between the beginning of a part or value and `at`. */
const begins = (text: string, frame: Frame, at: number): boolean => text.slice(beginOf(frame), at).trim() === '';

const beginOf = (frame: Frame): number => (frame.key === undefined ? frame.part : frame.value);

const endsKey = (text: string, at: number): boolean =>
  /[\s,}\]]/.test(text[at + 1] ?? ' ') || /["']/.test(text[at - 1]!);

function finish(text: string, frame: Frame, at: number): void {
  if (frame.key !== undefined) frame.siblings.set(frame.key, bare(text.slice(frame.value, at)));
  frame.part = at + 1;
  frame.value = at + 1;
  frame.key = undefined;
}

const bare = (written: string): string => written.trim().replace(/^(["'])(.*)\1$/, '$2');

function placeIn(
  text: string,
  frames: readonly Frame[],
  frame: Frame,
  offset: number,
  quote: { mark: string; start: number } | undefined,
): FlowPlace {
  const path = frames.flatMap((each, index): Step[] => {
    if (each.open === '[') return [itemStep];
    const { key, siblings } = each;
    const inside = index < frames.length - 1 || key !== undefined;
    return inside && key !== undefined ? [{ key, siblings: () => siblings }] : [];
  });
  const at = frame.open === '[' ? 'item' : frame.key === undefined ? 'key' : 'value';
  const common = { path, at, siblings: frame.siblings } as const;
  if (quote) {
    const rest = /^[^"'\n]*/.exec(text.slice(offset, offset + 200))![0];
    const closed = text[offset + rest.length] === quote.mark;
    const end = closed ? offset + rest.length : offset + /^[\w./:*-]*/.exec(rest)![0].length;
    const after = text.slice(closed ? end + 1 : end);
    return {
      ...common,
      span: { start: quote.start, end },
      quote: quote.mark,
      closed,
      colonAfter: /^[ \t]*:/.test(after),
    };
  }
  let begin = beginOf(frame);
  while (begin < offset && /\s/.test(text[begin]!)) begin++;
  const rest = /^(?:\([^()\n]*\)|[^\s,[\]{}#"':]|:(?=[^\s,[\]{}]))*/.exec(text.slice(offset, offset + 200))![0];
  const end = begin < offset || rest !== '' ? offset + rest.length : offset;
  const colonAfter = /^[ \t]*:/.test(text.slice(end, end + 20));
  return { ...common, span: { start: begin, end }, quote: '', closed: true, colonAfter };
}
