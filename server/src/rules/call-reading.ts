// Reads a call of a tool as people write it in a body, and finds the one mark in it that is lost or wrong.
import type { Span } from '../syntax/span';
import { insert, matchAt, replace, type Fault } from './call-faults';
import { afterBlanks, valueAt } from './call-values';

/** A call goes on for no longer than this, in characters. */
const reach = 4000;

export interface Reading {
  readonly inputs: readonly Input[];
  /** Whether it was followed to its `)`, so that what is not among the inputs is not there. */
  readonly whole: boolean;
  /** The first mark that is lost or wrong; behind it nothing is read. */
  readonly fault?: Fault;
}

export interface Input {
  readonly name: string;
  /** The name, without quotes. */
  readonly span: Span;
  /** From its name, quotes included, to the end of its value. */
  readonly outer: Span;
  /** A text, without its quotes; undefined of any other value. */
  readonly value?: Span;
}

/** `{ skill: 'tdd' }` or `skill='tdd'`. */
type Style = 'object' | 'keywords';

/** What stands between the parentheses that open at `open`. `knows` tells the inputs of the tool. */
export function readCall(text: string, open: number, knows: (input: string) => boolean): Reading {
  if (text[open] === '{') return { inputs: [], whole: false, ...lostParenthesis(text, open, knows) };
  const limit = Math.min(text.length, open + reach);
  const brace = matchAt(/\(\s*\{/y, text, open);
  const style: Style = brace ? 'object' : 'keywords';
  const inputs: Input[] = [];
  let at = afterBlanks(text, open + (brace?.[0].length ?? 1));
  const lost =
    (style === 'keywords' ? lostBrace(text, open, at, knows) : undefined) ?? lostName(text, at, style, knows);
  if (lost) return { inputs, whole: false, fault: lost };
  while (at < limit) {
    if (style === 'object' && inputs.length > 0 && text.startsWith('```', at))
      return { inputs, whole: false, fault: lostEnd(text, open, inputs.at(-1)!.outer.end) };
    if (text[at] === '}' || text[at] === ')') {
      const doubled = text[at] === ')' && style === 'object' ? doubledLine(text, inputs.at(-1)) : undefined;
      return { inputs, ...(doubled ? { whole: false, fault: doubled } : ending(text, at, style)) };
    }
    const read = inputAt(text, at, limit, style, knows);
    if (!read) return { inputs, whole: false };
    if ('edits' in read) return { inputs, whole: false, fault: read };
    inputs.push(read.input);
    const next = afterBlanks(text, read.end);
    const comma = read.input.value && style === 'object' ? lostComma(text, read.end, knows) : undefined;
    if (comma) return { inputs, whole: false, fault: comma };
    const twice = text[next] === ',' ? matchAt(/,[ \t]*,/y, text, next) : undefined;
    if (twice)
      return { inputs, whole: false, fault: replace({ start: next, end: next + twice[0].length }, ',', twice[0]) };
    if (text[next] === ',') at = afterBlanks(text, next + 1);
    else if (style === 'object' && text.startsWith('```', next))
      return { inputs, whole: false, fault: lostEnd(text, open, read.end) };
    else if (text[next] === '}' || text[next] === ')') at = next;
    else return { inputs, whole: false };
  }
  return { inputs, whole: false };
}

const key = /(['"]?)([A-Za-z_]\w*)\1/y;

function inputAt(
  text: string,
  at: number,
  limit: number,
  style: Style,
  knows: (input: string) => boolean,
): { readonly input: Input; readonly end: number } | Fault | undefined {
  const found = matchAt(key, text, at);
  if (!found) return undefined;
  const name = found[2]!;
  const start = at + found[1]!.length;
  const span = { start, end: start + name.length };
  const end = at + found[0].length;
  const behind = afterBlanks(text, end);
  // `{ taskId }` gives what a variable of that name holds.
  if (style === 'object' && (text[behind] === ',' || text[behind] === '}'))
    return { input: { name, span, outer: { start: at, end } }, end };
  const sign = matchAt(style === 'object' ? /\s*:(?!:)/y : /\s*=(?!=)/y, text, end);
  if (!sign) return knows(name) && style === 'object' ? lostColon(text, end) : undefined;
  const value = valueAt(text, afterBlanks(text, end + sign[0].length), limit, { name, known: knows(name), style });
  if (!value || 'edits' in value) return value;
  const outer = { start: at, end: value.end };
  return { input: { name, span, outer, ...(value.text && { value: value.text }) }, end: value.end };
}

/** `skill 'tdd'`, `skill = 'tdd'`, `skill:: 'tdd'`, where a colon belongs. */
function lostColon(text: string, at: number): Fault | undefined {
  const found = matchAt(/[ \t]*(?:[=;]|::|=>)?(?=[ \t]*['"])|[ \t]*(?:::)?(?=[ \t]*[{[][ \t]*\r?\n)/y, text, at);
  if (!found) return undefined;
  const wrong = found[0].trim();
  const span = { start: at, end: at + (wrong === '' ? 0 : found[0].length) };
  return wrong === '' ? insert(at, ':') : replace(span, ':', wrong);
}

/** `taskId: '1' status: …`, where a comma belongs. */
function lostComma(text: string, at: number, knows: (input: string) => boolean): Fault | undefined {
  const wrong = matchAt(/[ \t]*[;.](?=\s)/y, text, at);
  const next = matchAt(/\s+(['"]?)([A-Za-z_]\w*)\1\s*:/y, text, at + (wrong?.[0].length ?? 0));
  if (!next || !knows(next[2]!)) return undefined;
  return wrong ? replace({ start: at, end: at + wrong[0].length }, ',', wrong[0].trim()) : insert(at, ',');
}

/** A block of code ends where the call goes on: its last line is lost. */
function lostEnd(text: string, open: number, last: number): Fault {
  const end = text[last] === ',' ? last + 1 : last;
  const lead = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', open) + 1))![0];
  const sign = text.slice(open, end).includes('\n') ? `\n${lead}});` : ' });';
  return { ...insert(end, '});'), edits: [{ span: { start: end, end }, text: sign }] };
}

/** `Skill{ skill: 'tdd' })`. */
function lostParenthesis(text: string, open: number, knows: (input: string) => boolean): Pick<Reading, 'fault'> {
  const first = matchAt(/\{\s*(['"]?)([A-Za-z_]\w*)\1\s*:/y, text, open);
  return first && knows(first[2]!) ? { fault: insert(open, '(') } : {};
}

/** `Skill({ 'tdd' })` and `Skill('tdd' })`. */
function lostName(text: string, at: number, style: Style, knows: (input: string) => boolean): Fault | undefined {
  if (!knows('skill') || !matchAt(/(['"])[\w:./-]+\1\s*\}\s*\)/y, text, at)) return undefined;
  const sign = style === 'object' ? 'skill:' : '{ skill:';
  return { ...insert(at, sign), edits: [{ span: { start: at, end: at }, text: `${sign} ` }] };
}

/** `Skill( skill: 'tdd' })`. */
function lostBrace(text: string, open: number, at: number, knows: (input: string) => boolean): Fault | undefined {
  const first = matchAt(/(['"]?)([A-Za-z_]\w*)\1\s*:\s*['"][^'"\n]*['"](?:[^(){}\n]|\{[^{}\n]*\})*\}\s*\)/y, text, at);
  return first && knows(first[2]!) ? insert(open + 1, '{') : undefined;
}

/** A line that opens a bracket and stands twice, of which but one is closed. */
function doubledLine(text: string, last: Input | undefined): Fault | undefined {
  if (!last) return undefined;
  const lines = /^[ \t]*(\S.*[{[])[ \t]*(\r?\n[ \t]*\1)[ \t]*\r?$/m.exec(text.slice(last.outer.start, last.outer.end));
  if (!lines) return undefined;
  const [all, line, second] = lines as unknown as [string, string, string];
  const start = last.outer.start + lines.index + all.lastIndexOf(second);
  const end = start + second.length;
  return {
    ...replace({ start: end - line.length, end }, line, `${line} ${line}`),
    edits: [{ span: { start, end }, text: '' }],
  };
}

/** What may follow a call whose `)` is lost: the end of the line, of the statement, of inline code or of a cell, or a sentence that
 * goes on. */
const behindCall = /[ \t]*(?:[;`|]|\r?\n|\/\/|$)|[ \t]+(?!as\b|satisfies\b)[a-z]+(?=[ .,])/y;

function ending(text: string, at: number, style: Style): Pick<Reading, 'whole' | 'fault'> {
  if (text[at] === ')') {
    return style === 'keywords' ? { whole: true } : { whole: false, fault: insert(at, '}') };
  }
  if (style === 'keywords') return { whole: false };
  if (text[afterBlanks(text, at + 1)] === ')') return { whole: true };
  if (text[at + 1] === '}' && matchAt(behindCall, text, at + 2))
    return { whole: false, fault: replace({ start: at + 1, end: at + 2 }, ')', '}') };
  return matchAt(behindCall, text, at + 1) ? { whole: false, fault: insert(at + 1, ')') } : { whole: false };
}
