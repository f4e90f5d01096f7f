// What a host gives: files as they come, change and go, and what it knows of the machine.
import type { Facet } from './symbols';

/** A file as it now is. `text` absent: it exists but is not read. */
export interface Change {
  readonly uri: string;
  readonly text?: string;
  /** Shown in an editor: its tree is kept. */
  readonly open?: boolean;
  readonly gone?: true;
  /** Why there is no text, of a file that ought to have one. */
  readonly unread?: Unread;
}

/** `closed`: no permission; `large`: more than is read; `circle`, `nowhere`: a link without a file at its end; `folder`:
 * a folder of that name. */
export type Unread = 'closed' | 'large' | 'circle' | 'nowhere' | 'folder';

/** Whether there is a file at all. */
export const isFile = (unread: Unread | undefined): boolean =>
  unread === undefined || unread === 'closed' || unread === 'large';

export interface WorkspaceOptions {
  /** The user's home folder, whose `.claude` holds the user's own agents and skills. */
  readonly home?: string;
  /** The folder that whoever reads the messages stands in, as in a terminal: they name files from there. Where nobody
   * says so, from the root of each. */
  readonly reader?: string;
  /** The facets that rules read: a change of others makes no file dirty but its own. */
  readonly facets?: ReadonlySet<Facet>;
  /** So many characters of closed files have their trees kept, for a host that asks about each soon; 0 unless said. */
  readonly keep?: number;
}
