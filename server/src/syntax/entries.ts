// Front matter entry by entry: an unfinished line damages only itself, and what did not change is kept.
import { diagnose, isOfKeys } from './causes';
import type { Data, DataMap, Entry, ListItem, Scalar } from './data';
import type { Problem } from './problem';
import { shift, type Span } from './span';
import { readYaml } from './yaml';

/** One top-level entry where it now stands. */
export interface EntryPart {
  readonly start: number;
  readonly end: number;
  readonly content: EntryContent;
  /** The entries with spans in the file's text. */
  readonly entries: readonly Entry[];
}

/** What an entry's lines say; spans count from its first character. Kept, as the same object, while its text stays. */
export interface EntryContent {
  readonly text: string;
  /** One, save for broken or odd text. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  readonly aliases: readonly { readonly name: string; readonly span: Span }[];
}

/** Among what else a file consists of. */
export const isEntryContent = (content: object): content is EntryContent => 'aliases' in content;

/** Cuts the text between `span` at its top-level entries and reads each, keeping what `before` has of them. */
export function readEntries(text: string, span: Span, before: readonly EntryPart[] = []): EntryPart[] {
  const kept = new Map(before.map(part => [part.content.text, part]));
  return cut(text, span).map(({ start, end }) => {
    const source = text.slice(start, end);
    const old = kept.get(source);
    if (old?.start === start) return old;
    return placed(old?.content ?? readEntry(source), start);
  });
}

/** Reads the one entry that stands there. */
export const readPart = (text: string, { start, end }: Span): EntryPart =>
  placed(readEntry(text.slice(start, end)), start);

export const movedPart = (part: EntryPart, by: number): EntryPart =>
  by === 0 ? part : placed(part.content, part.start + by);

const placed = (content: EntryContent, start: number): EntryPart => ({
  start,
  end: start + content.text.length,
  content,
  entries: content.entries.map(entry => shiftEntry(entry, start)),
});

/** All entries of the parts as one map, which is in braces where they all are. */
export function asMap(parts: readonly EntryPart[], span: Span): DataMap {
  const flow = parts.length === 1 && parts[0]!.content.text.startsWith('{');
  const all: Entry[] = [];
  // Each key is read into it anew.
  for (const { entries } of parts) for (const entry of entries) all.push(entry);
  return { is: 'map', span, flow, entries: all };
}

/** The blanks before the first key; none of it means anything where all keys have the same. */
export function marginOf(text: string, parts: readonly EntryPart[]): Span {
  const end = parts[0]?.start ?? 0;
  return { start: text.lastIndexOf('\n', end - 1) + 1, end };
}

/** Whether every key has the blanks of the first one before it, so that a new one needs them too. */
export const areIndented = (text: string, parts: readonly EntryPart[]): boolean =>
  parts.length > 0 && parts.every(({ start }) => text[start - 1] !== '\n');

/** Problems that one entry alone has, and those that show only when they are seen together. */
export function entryProblems(parts: readonly EntryPart[], text: string, span: Span): Problem[] {
  const problems: Problem[] = [];
  const aliases: { name: string; span: Span }[] = [];
  const times = new Map<string, number>();
  for (const { start, content, entries } of parts) {
    for (const problem of content.problems) problems.push({ ...problem, span: shift(problem.span, start) });
    for (const alias of content.aliases) aliases.push({ name: alias.name, span: shift(alias.span, start) });
    for (const { key, colon } of entries) {
      if (colon === undefined) continue;
      const before = times.get(key.text) ?? 0;
      // Said once of each key, however often it stands here: such a file may hold nothing else.
      if (before === 1) problems.push({ cause: 'duplicate-key', span: key.span, args: [key.text] });
      times.set(key.text, before + 1);
    }
  }
  problems.push(...marginProblems(parts, text));
  for (const alias of withoutAnchor(aliases, text.slice(span.start, span.end)))
    problems.push({ cause: 'reserved-start', span: alias.span, args: ['*'] });
  return problems.sort((a, b) => a.span.start - b.span.start);
}

/** Keys that are not where the first one is, tabs before them all, and braces beside other keys. */
function marginProblems(parts: readonly EntryPart[], text: string): Problem[] {
  const problems: Problem[] = [];
  const margin = marginOf(text, parts);
  if (margin.end > margin.start) {
    const blanks = text.slice(margin.start, margin.end);
    if (!areIndented(text, parts)) problems.push({ cause: 'bad-indentation', span: margin, args: [] });
    else if (blanks.includes('\t')) problems.push({ cause: 'tab', span: margin, args: [] });
  }
  const braces = parts.length > 1 && parts.find(({ content }) => isMapInBraces(content));
  if (braces) problems.push({ cause: 'not-a-map', span: { start: braces.start, end: braces.start + 1 }, args: [] });
  return problems;
}

const isMapInBraces = ({ text, problems, entries }: EntryContent): boolean =>
  text.startsWith('{') && problems.length === 0 && entries.length > 0;

/** The aliases whose name stands behind no `&`; whether that is in a comment or a text does not matter, it spares a false alarm. */
export function withoutAnchor<A extends { readonly name: string }>(aliases: readonly A[], text: string): readonly A[] {
  if (aliases.length === 0) return aliases;
  const anchors = new Set([...text.matchAll(/&([^\s,[\]{}]+)/g)].map(match => match[1]!));
  return aliases.filter(alias => !anchors.has(alias.name));
}

/** An entry begins at a line of column 0, or where the first one is indented, of its column; `- `, `]`, `}` and `#` there
 * continue the one above. */
function cut(text: string, span: Span): Span[] {
  const starts: number[] = [];
  let margin = 0;
  for (let at = span.start; at < span.end;) {
    const next = text.indexOf('\n', at);
    const lineEnd = next < 0 || next >= span.end ? span.end : next + 1;
    let first = at;
    while (first < lineEnd && isBlank(text.charCodeAt(first))) first++;
    const code = text.charCodeAt(first);
    const isWritten = first < span.end && !isSpace(code) && code !== 35;
    if (isWritten && starts.length === 0) {
      if (code === 123 && inBraces(text, { start: first, end: span.end }))
        return [{ start: first, end: trimmedEnd(text, first, span.end) }];
      margin = first - at;
      starts.push(first);
    } else if (isWritten && beginsEntry(code, text, first) && (first === at || first - at === margin)) {
      if (first === at) margin = 0;
      starts.push(first);
    }
    if (isWritten && starts.at(-1) === first) {
      const close = closedBelow(text, first, lineEnd, span.end);
      if (close !== undefined) {
        at = close;
        continue;
      }
    }
    at = lineEnd;
  }
  return starts.map((start, index) => ({ start, end: trimmedEnd(text, start, starts[index + 1] ?? span.end) }));
}

/** `tools: [` and below it lines that are not indented, the last of which has the closing bracket: they belong to it. */
function closedBelow(text: string, start: number, from: number, end: number): number | undefined {
  if (!/^[\w-]+:[ \t]*\[[^\]\n]*$/.test(text.slice(start, from).trimEnd())) return undefined;
  for (let at = from, lines = 0; at < end && lines < 40; lines++) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 || next >= end ? end : next + 1;
    const line = text.slice(at, stop).trim();
    // Another key: the bracket above is only being typed.
    if (line === '' || /^["']?[A-Za-z][\w-]*["']?:(\s|$)/.test(line)) return undefined;
    if (line.replace(/,$/, '').endsWith(']')) return stop;
    at = stop;
  }
  return undefined;
}

/** Whether the whole is one map in braces, as JSON has it. */
function inBraces(text: string, { start, end }: Span): boolean {
  const source = text.slice(start, trimmedEnd(text, start, end));
  if (!source.endsWith('}')) return false;
  const { data, errors } = readYaml(source);
  return errors.length === 0 && data !== undefined && isOfKeys(data);
}

const isBlank = (code: number): boolean => code === 32 || code === 9;

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

function beginsEntry(code: number, text: string, at: number): boolean {
  if (isSpace(code) || code === 93 || code === 125 || code === 35) return false;
  if (code !== 45) return true;
  const after = text.charCodeAt(at + 1);
  return !(isSpace(after) || Number.isNaN(after));
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function readEntry(text: string): EntryContent {
  const reading = readYaml(text);
  const { problems, entry } = diagnose(text, reading);
  const fine = problems.length === 0 && reading.data?.is === 'map';
  const swallowed = reading.errors.length === 0 && reading.data?.is === 'map' && !reading.data.flow;
  if (fine || swallowed) return { text, entries: reading.data.entries, problems, aliases: reading.aliases };
  return { text, entries: entry ? [entry] : [], problems, aliases: [] };
}

/** The entry, `by` characters further on. */
function shiftEntry(entry: Entry, by: number): Entry {
  if (by === 0) return entry;
  return {
    key: shiftScalar(entry.key, by),
    value: entry.value && shiftData(entry.value, by),
    colon: entry.colon === undefined ? undefined : entry.colon + by,
    span: shift(entry.span, by),
  };
}

const shiftScalar = ({ is, span, outer, style, value, text, lenient }: Scalar, by: number): Scalar => ({
  is,
  span: shift(span, by),
  outer: shift(outer, by),
  style,
  value,
  text,
  lenient,
});

function shiftData(data: Data, by: number): Data {
  switch (data.is) {
    case 'scalar':
      return shiftScalar(data, by);
    case 'list':
      return { ...data, span: shift(data.span, by), items: data.items.map(item => shiftItem(item, by)) };
    case 'map':
      return { ...data, span: shift(data.span, by), entries: data.entries.map(entry => shiftEntry(entry, by)) };
    default:
      return data satisfies never;
  }
}

const shiftItem = (item: ListItem, by: number): ListItem => ({
  span: shift(item.span, by),
  value: item.value && shiftData(item.value, by),
});
