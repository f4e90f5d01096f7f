// How a feature looks into files that are not open.
import type { Document } from '../syntax/document';

/** The file as it is now: an open one's tree, else read from disk. */
export type Read = (uri: string) => Document | undefined;
