// Folders of skills that hold a text, but no `SKILL.md`, by which alone a skill is found.
import type { Workspace } from '../workspace/workspace';
import { collectionOf } from './installed';
import { moveTo } from './moving';
import { say, type Fix } from './rule';

/** The folder of that name, where the skills that a file may name lie. */
export function folderWithoutSkill(uri: string, workspace: Workspace, name: string): string | undefined {
  if (!/^[\w-]+$/.test(name)) return undefined;
  const around = collectionOf(uri, 'agents') ?? collectionOf(uri, 'commands') ?? collectionOf(uri, 'skills');
  const beside = around === undefined ? [] : [`${around}/skills`];
  return [...beside, workspace.resolvePath('.claude/skills', uri)]
    .map(skills => `${skills}/${name}`)
    .find(folder => workspace.paths.hasFolder(folder) && workspace.existence(`${folder}/SKILL.md`) === 'no');
}

/** The text that is called as the folder becomes the skill. */
export function namedSkill(uri: string, workspace: Workspace, name: string): Fix[] {
  const folder = folderWithoutSkill(uri, workspace, name);
  const text = `${folder}/${name}.md`;
  if (folder === undefined || workspace.existence(text) !== 'yes') return [];
  return moveTo(workspace, text, `${folder}/SKILL.md`, say('Rename `{0}` to `SKILL.md`', `${name}.md`));
}
