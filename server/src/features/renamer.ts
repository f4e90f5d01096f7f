// What a rename is, whatever gets another name.
import type { Span } from '../syntax/span';
import { say, type Message } from '../workspace/message';
import type { Workspace } from '../workspace/workspace';
import type { Move, NameEdit } from './moves';
import type { Read } from './read';

export interface Renaming {
  readonly edits: readonly NameEdit[];
  /** The file or folder that gets another name; the edits count in the texts, and lie at the places, from before. */
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

/** Not in the opened folders; the user's own agents and skills are read along, and nobody's to change from a project. */
export const isOutside = (workspace: Workspace, uri: string): boolean =>
  workspace.paths.base(uri) === undefined || workspace.file(uri)?.realm === 'user';

export const outside = (name: string, uri: string): Refusal => ({
  refusal: say('`{0}` lies outside of the opened folders: {1}', name, decodeURI(uri)),
});
