// Placeholders of a text: those that the tool replaces in files of this kind, and `{{WORDS}}` that people fill in.
import { entry, scalars } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Schema } from '../workspace/schema';

const written =
  /(?<![$\\{])\{\{[A-Za-z_][\w.-]*\}\}(?!\})|(?<![\\\w$])\$(?:(ARGUMENTS)(?:\[\d+\])?(?!\w)|(\d)(?!\w|[.,]\d)|\{(CLAUDE_\w+)\}|([A-Za-z][\w-]*))/g;

/** Where the placeholders stand, in order. Those with a dollar count in bodies alone, where they are replaced. */
export function placeholders(document: Document, schema: Schema | undefined, part: Span): Span[] {
  const text = document.text.slice(part.start, part.end);
  if (!text.includes('{{') && !text.includes('$')) return [];
  const names = replaced(document, schema);
  const body = document.body?.span.start ?? document.text.length;
  const found: Span[] = [];
  for (const match of text.matchAll(written)) {
    const start = part.start + match.index;
    const name = match[1] ?? (match[2] === undefined ? (match[3] ?? match[4]) : 'N');
    if (name === undefined || (start >= body && names.has(name))) found.push({ start, end: start + match[0].length });
  }
  return found;
}

/** Without dollar and braces; `N` stands for all numbers. */
function replaced({ data }: Document, schema: Schema | undefined): Set<string> {
  const names = new Set<string>();
  for (const { value } of schema?.kind.substitutions ?? []) names.add(value.replace(/^\$\{?|\}$|\[N\]$/g, ''));
  if (names.delete('name')) for (const name of argumentNames(data)) names.add(name);
  return names;
}

/** What `arguments` calls them, in a list or between blanks. */
export const argumentNames = (data: Document['data']): string[] =>
  scalars(entry(data, 'arguments')?.value).flatMap(({ text }) => text.split(/[\s,]+/).filter(Boolean));
