// Enters a key in the `fields` of `agentwright.json`.
import type { Document } from '../syntax/document';
import { ownKeyRoles } from '../workspace/config';
import type { Workspace } from '../workspace/workspace';
import { enterInConfig } from './config-edits';
import type { Edit } from './rule';

/** The edit, or undefined where files of this kind have no keys of their own. */
export function addKnownField({ uri }: Document, workspace: Workspace, key: string): Edit | undefined {
  const role = workspace.schema(uri)?.kind.role;
  if (role === undefined || !ownKeyRoles.includes(role)) return undefined;
  return enterInConfig(uri, workspace, ['fields', role], { name: key });
}
