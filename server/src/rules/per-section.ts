// What a rule reads in the text of one section, kept while that text stays: a key changes one section, and others are asked about too.
import type { Section, SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';

let readings = 0;

/** What is read of a section. */
export interface Reading<T> {
  (document: Document, section: Section): T;
  /** Keeps what is known of it already. */
  keep(content: SectionContent, known: T): void;
}

/** Reads a section's text, with spans that count from its start. What is read is kept with the section's content, where it is
 * found without a search and goes when that goes. */
export function perSection<T>(read: (text: string, content: SectionContent) => T): Reading<T> {
  const place = readings++;
  const keep = (content: SectionContent, known: T): void => void (content.notes[place] = known);
  const reading = ({ text }: Document, { content, start, end }: Section): T => {
    const kept = content.notes[place];
    if (kept !== undefined) return kept as T;
    const found = read(text.slice(start, end), content);
    keep(content, found);
    return found;
  };
  return Object.assign(reading, { keep });
}
