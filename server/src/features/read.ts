// How a feature looks into files that are not open.
import type { Document } from '../syntax/document';

/** The file as it is now: an open one's tree, else read from disk. */
export type Read = (uri: string) => Document | undefined;

/** Reads each file once: for one question, in which the same files are looked into again and again. */
export function once(read: Read): Read {
  const known = new Map<string, Document | undefined>();
  return uri => {
    if (!known.has(uri)) known.set(uri, read(uri));
    return known.get(uri);
  };
}
