// What a rename is, whatever gets another name.
import type { Span } from '../syntax/span';
import type { Message } from '../workspace/message';
import type { Move, NameEdit } from './moves';
import type { Read } from './read';

export interface Renaming {
  readonly edits: readonly NameEdit[];
  /** The file or folder that gets another name, after the edits. */
  readonly move: Move | undefined;
}

/** Why something cannot be renamed. */
export interface Refusal {
  readonly refusal: Message;
}

/** Something under a cursor that can get another name. */
export interface Renamer {
  readonly old: string;
  /** The old name where the cursor is: of a longer one the part that changes. */
  readonly span: Span;
  readonly rename: (read: Read, name: string) => Renaming | Refusal;
}
