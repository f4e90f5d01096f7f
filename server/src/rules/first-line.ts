// Where a finding stands that is about a file as a whole.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';

/** The opening hyphens, or else the first line. */
export function firstLine({ text, frontMatter }: Pick<Document, 'text' | 'frontMatter'>): Span {
  if (frontMatter) return { start: frontMatter.open.start, end: frontMatter.open.start + 3 };
  const end = text.search(/\r?\n/);
  return { start: 0, end: end < 0 ? text.length : end };
}
