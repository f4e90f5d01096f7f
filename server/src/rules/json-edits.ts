// Edits of JSON as text: every other byte stays as it is, and the commas stay right.
import type { Data, DataMap, Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Edit } from './rule';

/** Takes an entry out of its map, with the comma that goes with it. */
export function jsonWithout({ data }: Document, entry: Entry): Span {
  const map = data && mapOf(data, entry);
  const index = map?.entries.indexOf(entry) ?? -1;
  const next = map?.entries[index + 1];
  if (next) return { start: entry.span.start, end: next.span.start };
  const before = map?.entries[index - 1];
  return before ? { start: before.span.end, end: entry.span.end } : entry.span;
}

/** The map that an entry stands in. */
function mapOf(data: Data, entry: Entry): DataMap | undefined {
  if (data.is === 'scalar') return undefined;
  if (data.is === 'list') {
    const item = data.items.find(({ span }) => span.start <= entry.span.start && entry.span.end <= span.end);
    return item?.value && mapOf(item.value, entry);
  }
  if (data.entries.includes(entry)) return data;
  const around = data.entries.find(({ span }) => span.start <= entry.span.start && entry.span.end <= span.end);
  return around?.value && mapOf(around.value, entry);
}

/** Writes a new key at the end of a map, on a line of its own where the others have theirs. `value` is JSON. */
export function jsonAdded({ uri, text }: Document, { entries, span }: DataMap, key: string, value: string): Edit {
  const written = `${JSON.stringify(key)}: ${value}`;
  const last = entries.at(-1);
  if (!last) {
    const start = span.start + 1;
    return { uri, span: { start, end: start }, text: ` ${written} ` };
  }
  const lead = leadOf(text, last.span.start, span.start);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const comma = /^\s*,/.exec(text.slice(last.span.end))?.[0];
  const at = last.span.end + (comma?.length ?? 0);
  const separator = comma === undefined ? ',' : '';
  return {
    uri,
    span: { start: at, end: at },
    text: `${separator}${lead === undefined ? ' ' : `${newline}${lead}`}${written}`,
  };
}

/** The value of an entry, indented as it must be at the end of another map. */
export function indentedFor({ text }: Document, { span, value }: Entry, into: DataMap): string {
  const { start } = value?.is === 'scalar' ? value.outer : (value?.span ?? span);
  const raw = text.slice(start, span.end);
  const last = into.entries.at(-1);
  const lead = leadOf(text, span.start, 0);
  const next = last && leadOf(text, last.span.start, into.span.start);
  return lead === undefined || next === undefined ? raw : raw.replaceAll(`\n${lead}`, `\n${next}`);
}

/** The indentation of what begins its line, below the line of `from`. */
export function leadOf(text: string, at: number, from: number): string | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const lead = text.slice(start, at);
  return start > from && lead.trim() === '' ? lead : undefined;
}
