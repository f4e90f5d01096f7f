// Fixes that give a file or folder another place.
import type { Message } from '../workspace/message';
import { baseName, isBelow, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { say, type Fix } from './rule';

/** The one fix that moves `from` to `to`; none where something lies there already, or nobody knows. */
export const moveTo = (workspace: Workspace, from: string, to: string, title: Message): Fix[] =>
  workspace.paths.existence(to) === 'no'
    ? [{ title, edits: [{ uri: from, moveTo: to }], safe: false, preferred: true }]
    : [];

/** Moves a skill that lies too deep to be found into `skills`. */
export function movedUp(uri: string, workspace: Workspace): Fix[] {
  const folder = parent(uri);
  const skills = workspace.file(uri)?.realm.startsWith('plugin:')
    ? `${workspace.plugin(uri)?.root}/skills`
    : /^.*?\/\.claude\/skills(?=\/)/.exec(folder)?.[0];
  if (skills === undefined || !isBelow(folder, skills)) return [];
  const wanted = `${skills}/${baseName(folder)}`;
  const title = say('Move the folder to `skills`');
  // What belongs to the skill may lie in the right place already.
  if (workspace.paths.isAlone(uri)) return moveTo(workspace, uri, `${wanted}/SKILL.md`, title);
  return moveTo(workspace, folder, wanted, title);
}
