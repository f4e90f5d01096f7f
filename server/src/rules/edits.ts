// Edits of front matter as text: every other byte stays as it is.
import type { Document } from '../syntax/document';
import { areIndented, marginOf } from '../syntax/entries';
import { entry, type DataList, type Entry, type ListItem } from '../syntax/data';
import type { Span } from '../syntax/span';
import { jsonWithout } from './json-edits';
import { say } from '../workspace/message';
import type { Edit, Fix } from './rule';

/** The line break that the file uses. */
export const lineBreak = (text: string): string => (/\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n');

/** A value as YAML text: plain where YAML reads it back as the same text, else in double quotes. */
export function yamlText(value: string): string {
  const safe = /^[A-Za-z0-9_./][^\n\r\t]*$/.test(value) && !/: |:$| #|\s$|^\.|^[\d.+-]/.test(value);
  const word = /^(true|false|yes|no|on|off|null|~)$/i.test(value);
  return safe && !word ? value : quoted(value);
}

/** A text as a value of the file's own language. */
export const valueText = ({ language }: Document, value: string): string =>
  language === 'json' ? JSON.stringify(value) : yamlText(value);

/** What to delete so that an entry is gone: its lines, or in JSON its text and a comma. */
export const withoutEntry = (document: Document, entry: Entry): Span =>
  document.language === 'json' || isInBraces(document)
    ? jsonWithout(document, entry)
    : entryLines(document.text, entry);

/** Whether the keys of the front matter stand in braces, where a line more is no key. */
export const isInBraces = ({ data }: Document): boolean => data?.is === 'map' && data.flow;

/** A new line of front matter, indented as all others are. */
const asOthers = ({ text, parts }: Document, line: string): string => {
  const { start, end } = marginOf(text, parts);
  return areIndented(text, parts) ? line.replace(/^(?=.)/gm, text.slice(start, end)) : line;
};

/** `safe` where a fix changes nothing but what is wrong, `best` where it is the obvious answer, else one of several. */
export type Sureness = 'safe' | 'best' | 'possible';

/** Where a value is one of more words than these, fixes that write each of them would hide the others. */
export const mostChoices = 8;

const sure = (kind: Sureness): Pick<Fix, 'safe' | 'preferred'> => ({
  safe: kind === 'safe',
  ...(kind !== 'possible' && { preferred: true as const }),
});

/** The likeliest stands first. */
export const preferFirst = (fixes: readonly Fix[]): Fix[] =>
  fixes.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));

/** Behind another that is preferred. */
export const second = ({ title, edits, safe }: Fix): Fix => ({ title, edits, safe });

/** For `map`: the first stays as it is, and none behind it is preferred. */
export const onlyFirst = (each: Fix, index: number): Fix => (index === 0 ? each : second(each));

/** Writes something else at a place. `text` is how it is written, where that is not the same. */
export const changeTo = (
  { uri }: { readonly uri: string },
  span: Span,
  to: string,
  kind: Sureness = 'possible',
  text = to,
): Fix => ({
  title: say('Change to `{0}`', to),
  edits: [{ uri, span, text }],
  ...sure(kind),
});

/** The likeliest of what may be meant stands first. */
export const changesTo = (document: Document, span: Span, words: readonly string[]): Fix[] =>
  preferFirst(words.map(word => changeTo(document, span, word)));

/** In double quotes, with escapes. */
export const quoted = (value: string): string =>
  `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t')}"`;

/** The lines that an entry takes up, its line break included, so that deleting them leaves no gap. */
export function entryLines(text: string, { span }: Entry): Span {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', Math.max(span.end - 1, span.start));
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** Takes an item out of a list: its line in a block list, its comma in a flow list. */
export function removeItem(text: string, list: DataList, item: ListItem): Span {
  if (!list.flow) {
    const start = text.lastIndexOf('\n', item.span.start - 1) + 1;
    const end = text.indexOf('\n', Math.max(item.span.end - 1, item.span.start));
    return { start, end: end < 0 ? text.length : end + 1 };
  }
  const index = list.items.indexOf(item);
  const next = list.items[index + 1];
  if (next) return { start: item.span.start, end: next.span.start };
  const before = list.items[index - 1];
  return before ? { start: before.span.end, end: item.span.end } : item.span;
}

/** Takes one part out of `a, b, c` or `a b c`, with the separator that goes with it. */
export function removePart(text: string, whole: Span, part: Span): Span {
  let end = part.end;
  while (end < whole.end && /[\s,]/.test(text[end]!)) end++;
  if (end > part.end && end < whole.end) return { start: part.start, end };
  let start = part.start;
  while (start > whole.start && /[\s,]/.test(text[start - 1]!)) start--;
  return { start, end: part.end };
}

/** Takes the value at `span` out of the list under a key, whatever form the list has. Never its only value. */
function removeValue(document: Document, key: string, span: Span): Edit | undefined {
  const { uri, text, data } = document;
  const found = entry(data, key);
  const list = found?.value;
  if (list?.is === 'scalar') {
    const part = { start: span.start, end: specifierEnd(text, span.end, list.span.end) };
    const isFirst = text.slice(list.span.start, part.start).trim() === '';
    if (isFirst && part.end >= list.span.end) return undefined;
    const gone = removePart(text, list.span, part);
    // What is left would begin with a mark that YAML takes for its own.
    if (isFirst && list.style === 'plain' && /^["'[{&*!|>%@`#]/.test(text.slice(gone.end))) return undefined;
    return { uri, span: gone, text: '' };
  }
  if (list?.is !== 'list' || list.items.length < 2) return undefined;
  const item = list.items.find(({ value }) => value && value.span.start <= span.start && span.end <= value.span.end);
  return item && { uri, span: removeItem(text, list, item), text: '' };
}

/** The end of `(…)` right behind a name. */
function specifierEnd(text: string, from: number, limit: number): number {
  const close = text[from] === '(' ? text.indexOf(')', from) : -1;
  return close < 0 || close >= limit ? from : close + 1;
}

/** Takes the value at `span` out of the list under a key; `name` is what people call it. No fix where it is the only one. */
export function removing(
  document: Document,
  key: string,
  span: Span,
  name: string,
  kind: Sureness = 'possible',
): Fix[] {
  const edit = removeValue(document, key, span);
  return edit ? [{ title: say('Remove `{0}`', name), edits: [edit], ...sure(kind) }] : [];
}

/** Takes an entry out, with its key. What its author meant by it nobody knows, so it is never safe. */
export const removingEntry = (document: Document, entry: Entry, kind: 'best' | 'possible' = 'possible'): Fix => ({
  title: say('Remove `{0}`', entry.key.text),
  edits: [{ uri: document.uri, span: withoutEntry(document, entry), text: '' }],
  ...sure(kind),
});

/** Adds a value to the list under a key; no fix where front matter is not closed. */
export function adding(document: Document, key: string, value: string, kind: Sureness = 'possible'): Fix[] {
  const edit = addToList(document, key, value);
  return edit ? [{ title: say('Add `{0}` to `{1}`', value, key), edits: [edit], ...sure(kind) }] : [];
}

/** Adds a value to a list field in the form it is written in, or writes the field where it is missing. */
export function addToList(document: Document, key: string, value: string): Edit | undefined {
  const { uri, text, frontMatter, data } = document;
  if (!frontMatter?.close || isInBraces(document)) return undefined;
  const newline = lineBreak(text);
  const found = entry(data, key);
  const written = yamlText(value);
  if (!found) {
    const lines = asOthers(document, `${key}:${newline}  - ${written}${newline}`);
    return { uri, span: at(frontMatter.span.end), text: lines };
  }
  const list = found.value;
  if (list === undefined)
    return { uri, span: at(found.colon ?? found.key.outer.end), text: `${newline}  - ${written}` };
  if (list.is === 'scalar') {
    const separator = list.text.includes(',') || !/\s/.test(list.text.trim()) ? ', ' : ' ';
    return list.text.trim() === '*' ? undefined : { uri, span: at(list.span.end), text: `${separator}${value}` };
  }
  if (list.is !== 'list') return undefined;
  const last = list.items.at(-1);
  if (list.flow) {
    if (!last) return { uri, span: at(list.span.start + 1), text: written };
    const lead = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start);
    const ownLine =
      lead.trim() === '' &&
      last.span.start > list.span.start &&
      text.slice(list.span.start, last.span.start).includes('\n');
    return { uri, span: at(last.span.end), text: ownLine ? `,${newline}${lead}${written}` : `, ${written}` };
  }
  if (!last) return undefined;
  const indent = text.slice(text.lastIndexOf('\n', last.span.start - 1) + 1, last.span.start);
  return { uri, span: at(last.span.end), text: `${newline}${indent}- ${written}` };
}

/** Writes a new key at the end of the front matter, or after another key. */
export function addKey(document: Document, line: string, after?: string): Edit | undefined {
  const { uri, text, frontMatter, data } = document;
  if (!frontMatter?.close || isInBraces(document)) return undefined;
  const newline = lineBreak(text);
  const neighbour = after === undefined ? undefined : entry(data, after);
  const offset = neighbour ? entryLines(text, neighbour).end : frontMatter.span.end;
  return { uri, span: at(Math.min(offset, frontMatter.span.end)), text: asOthers(document, `${line}${newline}`) };
}

/** Writes a new key at the top of the front matter. */
export function addFirstKey(document: Document, line: string): Edit | undefined {
  const { uri, text, frontMatter } = document;
  if (!frontMatter?.close || isInBraces(document)) return undefined;
  return { uri, span: at(frontMatter.span.start), text: asOthers(document, `${line}${lineBreak(text)}`) };
}

const at = (offset: number): Span => ({ start: offset, end: offset });

/** In double quotes, or in single ones where double ones would need escapes. Text of one line. */
export const inQuotes = (text: string): string => (/["\\]/.test(text) ? `'${text.replace(/'/g, "''")}'` : `"${text}"`);

/** A text after edits that all count in it. */
export function applied(text: string, edits: readonly Edit[]): string {
  const changes = edits.flatMap(edit => ('span' in edit ? [edit] : []));
  const fromEnd: string[] = [];
  let end = text.length;
  for (const { span, text: by } of changes.sort((a, b) => b.span.start - a.span.start)) {
    fromEnd.push(text.slice(span.end, end), by);
    end = span.start;
  }
  return text.slice(0, end) + fromEnd.reverse().join('');
}

/** A value that stands below its key comes up to the key's line. */
export function besideKey({ text: all }: Document, { start, end }: Span, text: string): { span: Span; text: string } {
  const lead = /:([ \t]*\r?\n[ \t]*)$/.exec(all.slice(Math.max(0, start - 80), start))?.[1];
  return lead === undefined
    ? { span: { start, end }, text }
    : { span: { start: start - lead.length, end }, text: ` ${text}` };
}
