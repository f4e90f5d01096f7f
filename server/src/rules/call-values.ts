// The value of an input of a call: a text in quotes, or something else; and the quotes that are lost or wrong.
import type { Span } from '../syntax/span';
import { expression } from './call-expressions';
import { closing, insert, matchAt, replace, without, type Fault } from './call-faults';

interface Value {
  readonly end: number;
  /** A text, without its quotes. */
  readonly text?: Span;
}

export interface Asked {
  readonly name: string;
  /** Whether the tool has an input of that name. */
  readonly known: boolean;
  readonly style: 'object' | 'keywords';
}

/** Undefined where it cannot be followed. */
export function valueAt(text: string, at: number, limit: number, asked: Asked): Value | Fault | undefined {
  const sign = text[at] ?? '';
  const thrice = sign.repeat(3);
  // A text of several lines, as Python has it.
  if ((sign === '"' || sign === "'") && text.startsWith(thrice, at)) {
    const close = text.indexOf(thrice, at + 3);
    return close < 0 || close >= limit ? undefined : { end: close + 3, text: { start: at + 3, end: close } };
  }
  if (typographic.has(sign)) return asked.known ? printed(text, at) : undefined;
  if (sign === "'" || sign === '"') return asked.known ? textAt(text, at, limit) : quoted(text, at, limit);
  if (sign === '`') return quoted(text, at, limit);
  return (asked.known ? bare(text, at, asked) : undefined) ?? expression(text, at, limit, asked.known);
}

/** Quotes of print, with what they stand for. */
const typographic: ReadonlyMap<string, string> = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['‚', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['´', "'"],
]);

/** `‘tdd’`, where straight quotes belong. */
function printed(text: string, at: number): Fault | undefined {
  const wrong = text[at]!;
  const sign = typographic.get(wrong)!;
  const inside = matchAt(/[^‘’‚“”„´'"`\n]*/y, text, at + 1)![0];
  const end = at + 1 + inside.length;
  const close = text[end] ?? '';
  if (inside === '' || !(typographic.has(close) || close === sign) || !isEnded(text, end + 1)) return undefined;
  const edits = [at, end].map(each => ({ span: { start: each, end: each + 1 }, text: sign }));
  return { span: { start: at, end: end + 1 }, sign, wrong, edits: [...edits, ...printedBelow(text, end + 1)] };
}

/** An editor that made quotes of print made all of a call so. */
function printedBelow(text: string, from: number): Fault['edits'] {
  const rest = /^[^]*?(?:\}\s*\)|\)[ \t]*;?[ \t]*\r?\n|\r?\n[ \t]*\r?\n|$)/.exec(text.slice(from, from + 2000))![0];
  return [...rest.matchAll(/(?<=[:=,[(]\s*)([‘’“”])([^‘’“”'"\n]*)[‘’“”](?=\s*[,})\]])/g)].flatMap(
    ({ index, 0: all, 1: mark }) =>
      [index, index + all.length - 1].map(at => ({
        span: { start: from + at, end: from + at + 1 },
        text: typographic.get(mark!)!,
      })),
  );
}

const isEnded = (text: string, at: number): boolean => matchAt(behindValue, text, at) !== undefined;

/** What may follow a value: the next input, the end, or more of an expression. */
const behindValue = /\s*(?:[,})\]+?&|]|\/\/|;(?=[ \t]*\r?\n\s*\w+:)|```|\.\w|['"]?[A-Za-z_]\w*['"]?\s*[:=]|$)/y;

/** One name or number, as most values are. */
const word = /[\w:./-]+/y;
/** Or what somebody shall put in its place. */
const wordOrPlaceholder = /[\w:./-]+|\{\{[\w -]+\}\}|\$?\{\w+\}|<[\w -]+>/y;

function textAt(text: string, at: number, limit: number): Value | Fault | undefined {
  const quote = text[at]!;
  const start = at + 1;
  const name = matchAt(word, text, start)?.[0] ?? '';
  const behind = start + name.length;
  const close = closing(text, at, limit);
  if (name !== '') {
    const other = text[behind] ?? '';
    if (
      other !== quote &&
      /^['"`‘’“”]$/.test(other) &&
      isEnded(text, behind + 1) &&
      !isAloneBefore(text, behind, close)
    )
      return {
        ...replace({ start: behind, end: behind + 1 }, quote, other),
        ...(/['"]/.test(other) && { instead: replace({ start: at, end: at + 1 }, other, quote) }),
      };
    // No text goes on behind the end of its call.
    if (matchAt(/[ \t]*\}[ \t]*\)/y, text, behind)) return insert(behind, quote);
  }
  if (close === start) {
    const twice = matchAt(word, text, start + 1);
    if (twice && text[start + 1 + twice[0].length] === quote) return without(at, quote);
  }
  if (close !== undefined && isEnded(text, close + 1)) return { end: close + 1, text: { start, end: close } };
  if (close !== undefined && text[close + 1] === quote && isEnded(text, close + 2)) return without(close, quote);
  const lost = lostQuote(text, start);
  return lost === undefined ? undefined : insert(lost, quote);
}

/** Whether a text that another quote seems to end goes on to its own quote on that line: `'hi" ', …`. */
const isAloneBefore = (text: string, from: number, close: number | undefined): boolean =>
  close !== undefined && !text.slice(from, close).includes('\n') && isEnded(text, close + 1);

/** Where the closing quote of a text belongs that has none: before the next input, or before the end of the call. */
function lostQuote(text: string, start: number): number | undefined {
  const found =
    matchAt(
      /(?:[\w:./-]+|\{\{[\w -]+\}\}|<[\w -]+>)(?=,[ \t]*\w+[ \t]*:|,\s*\w+=['"]|\)[ \t]*(?:[.,;`]|\r?\n|$))/y,
      text,
      start,
    ) ??
    matchAt(/[^'"`\n]*[^'"`\s](?=[ \t]*\}[ \t]*\)\W*$)/my, text, start) ??
    matchAt(/[^'"`\n]*[^'"`\s,](?=,?[ \t]*\r?\n\s*(?:\w+:|\}))/y, text, start);
  return found && start + found[0].length;
}

/** `tdd'` that lacks its first quote, or `tdd` that lacks both. */
function bare(text: string, at: number, { name, style }: Asked): Fault | undefined {
  const written = matchAt(wordOrPlaceholder, text, at)?.[0] ?? '';
  const end = at + written.length;
  const quote = text[end] ?? '';
  if (written !== '' && (quote === "'" || quote === '"') && isEnded(text, end + 1)) return insert(at, quote);
  if (!/^[A-Za-z]/.test(written) || !matchAt(/\s*[,})]/y, text, end) || !isName(written, name, style)) return undefined;
  const sign = new RegExp(`\\b${name}['"]?\\s*[:=]\\s*(['"])`).exec(text)?.[1] ?? "'";
  const edits = [at, end].map(each => ({ span: { start: each, end: each }, text: sign }));
  return { span: { start: at, end }, sign, edits };
}

/** Whether a word without quotes is a name: with hyphens no variable is written, and these inputs are given names. */
const isName = (written: string, input: string, style: Asked['style']): boolean =>
  /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(written) ||
  (style === 'object' && namedInputs.has(input) && /^[a-z][a-z0-9]+$/.test(written) && !variables.has(written));

const namedInputs: ReadonlySet<string> = new Set(['skill', 'subagent_type']);
const variables: ReadonlySet<string> = new Set(['name', 'skill', 'skillname', 'agent', 'agentname', 'type', 'id', 'string']); // prettier-ignore

function quoted(text: string, at: number, limit: number): Value | undefined {
  const close = closing(text, at, limit);
  return close === undefined ? undefined : { end: close + 1 };
}

/** Behind blanks, line breaks and comments of code. */
export function afterBlanks(text: string, at: number): number {
  return at + matchAt(/(?:\s|\/\/[^\n]*|\/\*[^*]*\*\/)*/y, text, at)![0].length;
}
