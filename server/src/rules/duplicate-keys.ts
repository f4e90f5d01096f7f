// Which of the places of a key that stands more than once may go.
import type { Document } from '../syntax/document';
import type { Problem } from '../syntax/problem';
import { entryLines } from './edits';
import { say, type Fix } from './rule';

/** A key that stands there more often was not written by a person; each of its places would offer to remove each. */
const mostRepeated = 20;

export function duplicates({ text, uri, data }: Document, { args }: Problem): Fix[] {
  const name = args[0] ?? '';
  const same = data?.is === 'map' ? data.entries.filter(({ key }) => key.text === name) : [];
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
