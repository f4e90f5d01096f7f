// An agent, a skill, a command or another file as an entry of a list: its name and place, without reading it.
import { baseName } from '../workspace/uris';
import type { FileRecord, Workspace } from '../workspace/workspace';
import { folderName, nameOf, realmName, spotOf, type Spot } from './trees';

export interface Item {
  readonly kind: 'agent' | 'skill' | 'command' | 'file';
  readonly name: string;
  readonly uri: string;
  /** Where its name stands, else where the file begins. */
  readonly spot: Spot;
  /** Where it lies, for people: `.claude/agents`, `~/.claude/skills`, `plugin tools · skills`. */
  readonly place: string;
}

export function itemOf(workspace: Workspace, record: FileRecord): Item {
  const { role, uri } = record;
  const isNamed = role === 'agent' || role === 'skill' || role === 'command';
  return {
    kind: isNamed ? role : 'file',
    name: isNamed ? nameOf(record) : baseName(uri),
    uri,
    spot: spotOf(record.definitions[0]),
    place: placeName(workspace, record),
  };
}

/** Folders of the project and of the user show whose they are. */
function placeName(workspace: Workspace, record: FileRecord): string {
  const folder = folderName(workspace, record);
  return record.realm.startsWith('plugin:') ? `${realmName(workspace, record)} · ${folder}` : folder;
}
