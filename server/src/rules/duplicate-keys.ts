// Which of the places of a key that stands more than once may go.
import { scalars, type Data, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import { entryLines, lineBreak } from './edits';
import { say, type Fix } from './rule';

/** The block of keys of which one stands at this place. */
function mapWith(data: Data | undefined, at: number): DataMap | undefined {
  if (data?.is === 'list') return firstOf(data.items.map(({ value }) => value));
  if (data?.is !== 'map' || data.flow) return undefined;
  if (data.entries.some(({ key }) => key.outer.start === at)) return data;
  return firstOf(data.entries.map(({ value }) => value));

  function firstOf(values: readonly (Data | undefined)[]): DataMap | undefined {
    for (const value of values) {
      const found = mapWith(value, at);
      if (found) return found;
    }
    return undefined;
  }
}

/** A key that stands there more often was not written by a person; each of its places would offer to remove each. */
const mostRepeated = 20;

export function duplicates({ text, uri, data }: Document, { args, span }: Problem): Fix[] {
  const name = args[0] ?? '';
  const map = mapWith(data, span.start);
  const same = map?.entries.filter(({ key }) => key.text === name) ?? [];
  if (same.length > mostRepeated) return [];
  const lines = same.map(entry => entryLines(text, entry));
  const written = new Set(lines.map(({ start, end }) => text.slice(start, end).trim()));
  const removals = lines.map((span, index) => ({
    title:
      index < lines.length - 1
        ? say('Remove the earlier `{0}`, which is not read', name)
        : say('Remove this `{0}`', name),
    edits: [{ uri, span, text: '' }],
    safe: written.size === 1 && index === 0,
    ...(index === 0 && lines.length === 2 && { preferred: true as const }),
  }));
  const [first, last, ...more] = same;
  const joined = first && last && more.length === 0 ? itemsJoined(text, first, last) : undefined;
  if (!joined) return removals;
  const edits = [
    { uri, span: lines[0]!, text: '' },
    { uri, ...joined },
  ];
  return [...removals, { title: say('Join both lists of `{0}`', name), edits, safe: false }];
}

/** What the items of one list that another lacks add to that one, as it is written; undefined where they add nothing. */
function itemsJoined(text: string, { value: from }: Entry, { value: to }: Entry): Insertion | undefined {
  if (from?.is !== 'list' || to?.is !== 'list' || to.items.length === 0) return undefined;
  const known = new Set(scalars(to).map(item => item.text));
  const lacking = scalars(from).filter(item => !known.has(item.text));
  if (lacking.length === 0 || scalars(from).length < from.items.length) return undefined;
  const [head] = to.items;
  const start = head!.span.start;
  const written = lacking.map(({ outer }) => text.slice(outer.start, outer.end));
  if (to.flow) return { span: { start, end: start }, text: written.map(item => `${item}, `).join('') };
  const line = lineStart(text, start);
  const lead = /^[ \t]*-[ \t]+/.exec(text.slice(line))?.[0];
  if (lead === undefined) return undefined;
  return { span: { start: line, end: line }, text: written.map(item => `${lead}${item}${lineBreak(text)}`).join('') };
}

interface Insertion {
  readonly span: Span;
  readonly text: string;
}
