// How a feature looks into files that are not open.
import type { Document } from '../syntax/document';

/** The file as it is now: an open one's tree, else read from disk. */
export type Read = (uri: string) => Document | undefined;

/** Asks of each file once: for one question, in which the same files are looked into again and again. */
export function once<T>(ask: (uri: string) => T): (uri: string) => T {
  const known = new Map<string, T>();
  return uri => {
    if (!known.has(uri)) known.set(uri, ask(uri));
    return known.get(uri) as T;
  };
}
