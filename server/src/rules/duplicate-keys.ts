// Which of the places of a key that stands more than once may go.
import type { Data, DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Problem } from '../syntax/problem';
import { entryLines } from './edits';
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
  return lines.map((span, index) => ({
    title:
      index < lines.length - 1
        ? say('Remove the earlier `{0}`, which is not read', name)
        : say('Remove this `{0}`', name),
    edits: [{ uri, span, text: '' }],
    safe: written.size === 1 && index === 0,
    ...(index === 0 && lines.length === 2 && { preferred: true as const }),
  }));
}
