// Why a piece of front matter is not valid YAML, in an author's terms.
import { entry as entryOf, plain, type Data, type Entry, type Scalar } from './data';
import type { Problem, ProblemCause } from './problem';
import type { Span } from './span';
import { oddBlockMark } from './block-mark';
import { lenientEntry, trimmed, type Head } from './meant';
import type { YamlReading } from './yaml';

export interface Diagnosis {
  /** At most one problem: the first cause, not what follows from it. */
  readonly problems: readonly Problem[];
  /** The entry as an author means it; undefined where there is no key to be found. */
  readonly entry: Entry | undefined;
}

/** Judges one top-level entry's text, of which `reading` is the strict reading. */
export function diagnose(text: string, reading: YamlReading): Diagnosis {
  const head = readHead(text);
  if (!head || isListItem(text)) return withoutHead(text, reading);
  const odd = oddBlank(text, head);
  if (odd) {
    const value = { start: odd.end, end: Math.max(head.value.end, odd.end) };
    const found = problem('odd-blank', odd, text.codePointAt(odd.start)!.toString(16).toUpperCase().padStart(4, '0'));
    return { problems: [found], entry: lenientEntry(text, { ...head, value }, reading, found) };
  }
  const lone = loneDash(text, head);
  if (lone) {
    const empty = { ...head, value: { start: head.colon, end: head.colon } };
    return { problems: [lone], entry: lenientEntry(text, empty, reading, lone) };
  }
  const cause = causeOf(text, head, reading);
  return { problems: cause ? [cause] : [], entry: cause ? lenientEntry(text, head, reading, cause) : undefined };
}

/** A no-break space right behind the colon, as copied from a web page: to YAML it is a letter, and there is no key. */
function oddBlank(text: string, { colon }: Head): Span | undefined {
  const found = /^[\u00A0\u2000-\u200A\u202F\u3000]+/.exec(text.slice(colon, colon + 20));
  return found ? { start: colon, end: colon + found[0].length } : undefined;
}

/** `tools: -`, as tables have it where there is nothing to say. */
const loneDash = (text: string, { value }: Head): Problem | undefined =>
  text.slice(value.start).trim() === '-' ? problem('invalid-yaml', value, 'a dash alone is no value') : undefined;

function readHead(text: string): Head | undefined {
  const match = /^("[^"\n]*"|'[^'\n]*'|[^\s:#[\]{},"'][^:\n]*?)[ \t]*:(?=\s|$)/.exec(text);
  if (!match) return undefined;
  const written = match[1]!;
  const quoted = written.startsWith('"') || written.startsWith("'");
  const span = quoted ? { start: 1, end: written.length - 1 } : { start: 0, end: written.length };
  const name = text.slice(span.start, span.end);
  const style = quoted ? (written.startsWith('"') ? 'double' : 'single') : 'plain';
  const key: Scalar = {
    is: 'scalar',
    span,
    outer: { start: 0, end: written.length },
    style,
    value: name,
    text: name,
    lenient: false,
  };
  const colon = match[0].length;
  return { key, colon, value: trimmed(text, colon, lineEnd(text, colon)) };
}

/** `- name: x` at the start: a list where keys are wanted. */
const isListItem = (text: string): boolean => /^-\s/.test(text);

/** A line without a key and a colon: `name:x`, a bare list, a word that is being typed. */
function withoutHead(text: string, reading: YamlReading): Diagnosis {
  const glued = /^([A-Za-z_][\w-]*):(?=[^\s/:])/.exec(text);
  if (glued) {
    const name = glued[1]!;
    const value = trimmed(text, name.length + 1, lineEnd(text, 0));
    const scalar = plain(text.slice(value.start, value.end), value, true);
    const key = plain(name, { start: 0, end: name.length });
    const entry = { key, value: scalar, colon: name.length + 1, span: { start: 0, end: value.end } };
    return { problems: [problem('space-after-colon', { start: 0, end: name.length + 1 }, name)], entry };
  }
  const first = reading.errors[0];
  if (!first && reading.data && (isOfKeys(reading.data) || isDoubled(reading.data)))
    return { problems: [], entry: undefined };
  if (reading.data?.is === 'list' || reading.data?.is === 'map') {
    return { problems: [problem('not-a-map', { start: 0, end: lineEnd(text, 0) })], entry: undefined };
  }
  const line = trimmed(text, 0, lineEnd(text, 0));
  if (first && /^[^\w"']/.test(text))
    return { problems: [problem('invalid-yaml', first.span, first.message)], entry: undefined };
  // A word without a colon: most often a key that is being typed.
  const key = plain(text.slice(line.start, line.end), line);
  return {
    problems: [problem('missing-colon', line, key.text)],
    entry: { key, value: undefined, colon: undefined, span: line },
  };
}

/** A map in braces whose keys are words: front matter as JSON has it. */
export const isOfKeys = (data: Data): boolean =>
  data.is === 'map' &&
  data.flow &&
  data.entries.length > 0 &&
  data.entries.every(({ key, colon }) => colon !== undefined && /^[A-Za-z_][\w-]*$/.test(key.text));

/** `model:: opus`: a key of another name, as whoever knows the names tells. */
const isDoubled = (data: Data): boolean =>
  data.is === 'map' && data.entries.length === 1 && /^[A-Za-z_][\w-]*:+$/.test(data.entries[0]!.key.text);

function causeOf(text: string, head: Head, reading: YamlReading): Problem | undefined {
  const { value } = head;
  const first = text[value.start];
  const written = text.slice(value.start, value.end);
  const broken = reading.errors.length > 0;
  // An anchor or a tag is valid YAML, but a description that begins with one loses its first word without a sound.
  if (!broken) {
    const onText = entryOf(reading.data, head.key.text)?.value?.is === 'scalar';
    const swallowed = onText && /^[&!][^\s]*\s+\S/.test(written) && !/^!!\w+\s/.test(written);
    return swallowed ? problem('reserved-start', { start: value.start, end: value.start + 1 }, first!) : undefined;
  }
  const duplicate = reading.errors.find(error => error.code === 'DUPLICATE_KEY');
  if (duplicate && reading.errors.length === 1) return nestedDuplicate(text, duplicate.span);
  const tab = tabAt(text, reading);
  if (tab !== undefined) return problem('tab', { start: tab, end: tab + 1 });
  const [error] = reading.errors;
  if (error && reading.errors.every(({ code }) => code === 'BAD_DQ_ESCAPE')) return badEscape(text, error.span.start);
  if (value.start < value.end) {
    const mark = oddBlockMark(text, value.start);
    if (mark !== undefined) return problem('block-mark', value, mark);
    if (first === '"' || first === "'") return quoteCause(text, value, first) ?? other(reading);
    if (first === '[' || first === '{') return bracketCause(text, value, first, reading);
    if (first === '|' || first === '>') return headerCause(written, value) ?? inBlock(text, reading);
    if (written.startsWith('- ') || '*&!@`%,?]}'.includes(first!)) {
      return problem('reserved-start', { start: value.start, end: value.start + 1 }, first!);
    }
    const colon = plainColon(text, value.start);
    if (colon !== undefined) return problem('unquoted-colon', { start: colon, end: colon + 1 }, key(head));
  }
  return nestedCause(text, head, reading);
}

/** The backslash and what stands behind it. */
const badEscape = (text: string, start: number): Problem =>
  problem('bad-escape', { start, end: start + 2 }, text.slice(start, start + 2));

const key = (head: Head): string => head.key.text;

function quoteCause(text: string, value: Span, quote: string): Problem | undefined {
  let at = value.start + 1;
  for (; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else break;
    }
  }
  if (at >= text.length) return problem('unclosed-quote', { start: value.start, end: value.start + 1 }, quote);
  const rest = trimmed(text, at + 1, lineEnd(text, at));
  if (rest.start >= rest.end || text[rest.start] === '#') return undefined;
  return problem('text-after-quote', rest, quote);
}

function bracketCause(text: string, value: Span, open: string, reading: YamlReading): Problem {
  const quote = flowQuote(text, value);
  if (quote) return quote;
  const last = text.trimEnd().at(-1);
  const below = value.end + 1 + text.slice(value.end + 1).search(/\S/);
  const close = open === '[' ? ']' : '}';
  const loose = /\n(?=[^\s\]}])/.exec(text);
  if (loose && last === close)
    return problem('bad-indentation', trimmed(text, loose.index + 1, lineEnd(text, loose.index + 1)));
  const unclosed = reading.errors.some(error => error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR');
  // A list that is closed on its line, and below it a line that goes on with it: a key that is indented, or an item.
  if (unclosed && text[value.end - 1] === close && below > value.end && /^([\w-]+:|-)(\s|$)/.test(text.slice(below)))
    return problem('bad-indentation', trimmed(text, below, lineEnd(text, below)));
  if (unclosed && last !== close)
    return problem('unclosed-bracket', { start: value.start, end: value.start + 1 }, open);
  const after = reading.errors.find(error => error.code === 'UNEXPECTED_TOKEN');
  const line = text.slice(value.start, value.end);
  if (after && after.span.start < value.end && line.indexOf(close) >= 0) {
    return problem('reserved-start', { start: value.start, end: value.start + 1 }, open);
  }
  return other(reading);
}

/** An item in brackets whose quote is not closed, or closed by one of another kind. */
function flowQuote(text: string, { start, end }: Span): Problem | undefined {
  // Behind the bracket's end a quote belongs to what is around it.
  const inside = text.slice(start + 1, end).split(']', 1)[0]!;
  for (const match of inside.matchAll(/[^,[]+/g)) {
    const item = match[0].trim();
    const quote = item[0]!;
    if ((quote !== '"' && quote !== "'") || (item.length > 1 && item.indexOf(quote, 1) > 0)) continue;
    const at = start + 1 + match.index + match[0].indexOf(quote);
    return problem('unclosed-quote', { start: at, end: at + 1 }, quote);
  }
  return undefined;
}

/** What stands behind `|` or `>` on its line, and is neither its sign, its digit nor a comment. */
function headerCause(written: string, { end }: Span): Problem | undefined {
  const header = /^[|>](?:[-+]?[1-9]?|[1-9][-+])/.exec(written)![0];
  const rest = written.slice(header.length);
  if (rest === '' || /^\s+#/.test(rest)) return undefined;
  return problem('block-header', { start: end - rest.trimStart().length, end }, header, rest.trim());
}

/** A line under `|` or `>` that is indented less than the first ends the block too early. */
function inBlock(text: string, reading: YamlReading): Problem {
  const first = reading.errors[0]!;
  if (first.span.start <= lineEnd(text, 0)) return other(reading);
  const start = text.lastIndexOf('\n', first.span.start - 1) + 1;
  return problem('bad-indentation', trimmed(text, start, lineEnd(text, start)));
}

/** The value is below the key: the parser's first error tells the line, and the line the cause. */
function nestedCause(text: string, head: Head, reading: YamlReading): Problem {
  const error = reading.errors.find(e => e.span.start > head.value.end) ?? reading.errors[0]!;
  const open = openItem(text);
  if (open && open.start < error.span.start) return problem('unclosed-quote', open, text[open.start]!);
  const start = text.lastIndexOf('\n', Math.min(error.span.start, text.length - 1)) + 1;
  const line = trimmed(text, start, lineEnd(text, start));
  const deeper = keyBelow(text, line);
  if (deeper) return problem('bad-indentation', deeper, key(head));
  const content = line.start + (/^(-\s+)*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0);
  const valueAt = content + (/^[\w-]+:\s+/.exec(text.slice(content, line.end))?.[0].length ?? 0);
  const first = text[valueAt];
  const isBox = /^\[[ xX]?\][ \t]+\S/.test(text.slice(valueAt, line.end));
  if (first !== undefined && ('*&!@`%'.includes(first) || isBox) && valueAt < line.end) {
    return problem('reserved-start', { start: valueAt, end: valueAt + 1 }, first);
  }
  if (first === '"' || first === "'") {
    const cause = quoteCause(text.slice(0, line.end), { start: valueAt, end: line.end }, first);
    if (cause) return cause;
  }
  const colon = plainColon(text.slice(0, line.end), valueAt);
  if (colon !== undefined && valueAt > content)
    return problem('unquoted-colon', { start: colon, end: colon + 1 }, key(head));
  const glued = /^([A-Za-z_][\w-]*):(?=[^\s/:])/.exec(text.slice(content, line.end));
  if (glued) return problem('space-after-colon', { start: content, end: content + glued[0].length }, glued[1]!);
  const moved = ['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'UNEXPECTED_TOKEN'];
  if (moved.includes(error.code) && (line.start > start || text.startsWith('- ', start)))
    return problem('bad-indentation', line, key(head));
  return other(reading);
}

/** The key below a key with a plain value that is indented further, so that it goes on with that value. */
function keyBelow(text: string, { start, end }: Span): Span | undefined {
  const next = lineEnd(text, end) + 1;
  const indent = start - text.lastIndexOf('\n', start) - 1;
  const below = /^( *)[\w-]+:(?=\s|$)/.exec(text.slice(next, lineEnd(text, next)));
  const isPlainKey = /^[\w-]+:[ ]+[^\s"'|>[{&*!#]/.test(text.slice(start, end));
  if (!below || !isPlainKey || below[1]!.length <= indent) return undefined;
  return trimmed(text, next, lineEnd(text, next));
}

/** The quote of an item that is not closed on its line. */
function openItem(text: string): Span | undefined {
  const found = /^([ ]*-[ ]+)(?:"[^"\n]*|'[^'\n]*)$/m.exec(text);
  if (!found) return undefined;
  const start = found.index + found[1]!.length;
  return { start, end: start + 1 };
}

/** The first `: ` (or `:` at a line's end) of a plain value that may go over several lines. */
function plainColon(text: string, from: number): number | undefined {
  const found = /:(?=\s|$)/.exec(text.slice(from));
  return found ? from + found.index : undefined;
}

function tabAt(text: string, reading: YamlReading): number | undefined {
  if (!reading.errors.some(error => error.code === 'TAB_AS_INDENT' || text[error.span.start] === '\t'))
    return undefined;
  const line = /^[ ]*\t/m.exec(text);
  return line ? line.index + line[0].length - 1 : undefined;
}

function nestedDuplicate(text: string, at: Span): Problem {
  const name = /^["']?([^"':\n]+)/.exec(text.slice(at.start));
  const length = name?.[1]?.trimEnd().length ?? 1;
  return problem('duplicate-key', { start: at.start, end: at.start + length }, name?.[1]?.trimEnd() ?? '');
}

function other(reading: YamlReading): Problem {
  const first = reading.errors[0]!;
  return problem('invalid-yaml', first.span, first.message);
}

const problem = (cause: ProblemCause, span: Span, ...args: string[]): Problem => ({ cause, span, args });

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
