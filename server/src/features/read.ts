// How a feature looks into files that are not open.
import type { Document } from '../syntax/document';

/** The file as it is now: an open one's tree, else read from disk; a closed one may be left out whose text is not `about` what is
 * sought. */
export type Read = (uri: string, about?: About) => Document | undefined;

export type About = (text: string) => boolean;

/** Asks of each file once: for one question, in which the same files are looked into again and again. */
export function once<T>(ask: (uri: string, about?: About) => T): (uri: string, about?: About) => T {
  const known = new Map<string, T>();
  return (uri, about) => {
    if (known.has(uri)) return known.get(uri) as T;
    const found = ask(uri, about);
    if (!about || found !== undefined) known.set(uri, found);
    return found;
  };
}

/** A document with those sections alone that may hold one of these names: to read what the others name takes most of the time.
 * Any letter of a path may be written as `%74`. */
export function about(document: Document, names: readonly string[]): Document {
  const { text, body } = document;
  if (!body) return document;
  const words = names.map(name => name.split(/[/:]/).at(-1)!);
  const sections = body.sections.filter(({ start, end }) => {
    const written = text.slice(start, end);
    return written.includes('%') || words.some(word => written.includes(word));
  });
  return { ...document, body: { ...body, sections } };
}
