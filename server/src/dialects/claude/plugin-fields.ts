// How the fields of a plugin's JSON files are written down.
import type { Field, ValueType } from '../dialect';
import { field, list, path, type Written } from '../shorthand';

type Unsourced = Omit<Written, 'sources'>;

/** A field that the reference of plugins tells of, and that was tried. */
export const told = (written: Unsourced): Field => field({ sources: ['CCD:plugins-reference', 'O330'], ...written });

/** A field that the program alone shows. */
export const seen = (written: Unsourced): Field => field({ sources: ['O330'], status: 'undocumented', ...written });

/** One path, or a list of them. */
export const paths: ValueType = { is: 'oneOf', types: [path, list(path, 'list')] };
