// Adds a skill to the skills of an agent.
import { addToList } from '../rules/edits';
import type { Edit } from '../rules/rule';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';

/** The edit that puts a skill into an agent's `skills`; none where it is listed, or where the file is no agent. */
export function insertSkill(workspace: Workspace, document: Document, name: string): Edit[] {
  if (workspace.role(document.uri) !== 'agent') return [];
  const listed = workspace
    .references(document)
    .some(({ symbol, field }) => field === 'skills' && symbol === `skill:${name}`);
  const edit = listed ? undefined : addToList(document, 'skills', name);
  return edit ? [edit] : [];
}
