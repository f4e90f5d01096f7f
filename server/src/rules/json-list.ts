// How a list of texts is written in JSON: on one line or one text a line, as the other lists of the file are.
import type { Data, DataList } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import { lineBreak } from './edits';

/** The list at a place, from its bracket on. */
export function jsonList({ text, data }: Document, at: number, items: readonly string[]): string {
  const written = items.map(item => JSON.stringify(item));
  const line = `[${written.join(', ')}]`;
  if (items.length < 2 || !isLong(text, data, at, line)) return line;
  const newline = lineBreak(text);
  const lead = /^[ \t]*/.exec(text.slice(lineAt(text, at).start))![0];
  const step = /\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return `[${newline}${written.map(item => lead + step + item).join(`,${newline}`)}${newline}${lead}]`;
}

/** Whether it takes several lines: as the file's others do, and where there are none of both, or both, as it fits. */
function isLong(text: string, data: Data | undefined, at: number, line: string): boolean {
  const others = listsOf(data).map(({ span }) => text.slice(span.start, span.end).includes('\n'));
  const long = others.filter(Boolean).length;
  if (others.length > 0 && (long === 0 || long === others.length)) return long > 0;
  return at - lineAt(text, at).start + line.length > 80;
}

/** The lists of several single values. */
function listsOf(data: Data | undefined): DataList[] {
  if (data?.is === 'map') return data.entries.flatMap(({ value }) => listsOf(value));
  if (data?.is !== 'list') return [];
  const below = data.items.flatMap(({ value }) => listsOf(value));
  const isOne = data.items.length > 1 && data.items.every(({ value }) => value?.is === 'scalar');
  return isOne ? [data, ...below] : below;
}
