// What a rule reads in the text of one section, kept while that text stays: a key changes one section, and others are asked about too.
import type { Section, SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';

/** Reads a section's text, with spans that count from its start. What is read is kept as long as the section's content is. */
export function perSection<T>(
  read: (text: string, content: SectionContent) => T,
): (document: Document, section: Section) => T {
  const known = new WeakMap<SectionContent, T>();
  return ({ text }, { content, start, end }) => {
    const kept = known.get(content);
    if (kept !== undefined) return kept;
    const found = read(text.slice(start, end), content);
    known.set(content, found);
    return found;
  };
}
