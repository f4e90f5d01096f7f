// Fixes that give a file or folder another place.
import type { Message } from '../workspace/message';
import type { Workspace } from '../workspace/workspace';
import type { Fix } from './rule';

/** The one fix that moves `from` to `to`; none where something lies there already, or nobody knows. */
export const moveTo = (workspace: Workspace, from: string, to: string, title: Message): Fix[] =>
  workspace.paths.existence(to) === 'no'
    ? [{ title, edits: [{ uri: from, moveTo: to }], safe: false, preferred: true }]
    : [];
