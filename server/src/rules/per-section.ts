// What a rule reads in the text of one section, kept while that text stays: a key changes one section, and others are asked about too.
import type { Section, SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';

let readings = 0;

/** Reads a section's text, with spans that count from its start. What is read is kept with the section's content, where it is
 * found without a search and goes when that goes. */
export function perSection<T>(
  read: (text: string, content: SectionContent) => T,
): (document: Document, section: Section) => T {
  const place = readings++;
  return ({ text }, { content, start, end }) => {
    const kept = content.notes[place];
    if (kept !== undefined) return kept as T;
    const found = read(text.slice(start, end), content);
    content.notes[place] = found;
    return found;
  };
}
