// All agents and skills of a workspace, each with what it uses and who uses it, as the trees show them.
import { baseName, isBelow, join, parent, pathBelow, stem } from '../workspace/uris';
import { realmFolder } from '../workspace/realms';
import { symbolName, type Definition } from '../workspace/symbols';
import type { FileRecord, Workspace } from '../workspace/workspace';
import { usersOf } from './users';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** A place in a file, 0-based, as the workspace keeps it for closed files too. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** Something that is named; without a URI it does not exist. */
export interface UseNode {
  readonly name: string;
  readonly uri: string | undefined;
  readonly spot: Spot;
}

export interface FileNode {
  readonly record: FileRecord;
  /** Undefined where the file defines nothing, as an agent that does not load. */
  readonly definition: Definition | undefined;
  readonly name: string;
  readonly spot: Spot;
  /** The folder for people: below the project, or from `~`. */
  readonly folder: string;
  readonly realm: string;
  readonly counts: Counts;
}

export interface AgentNode extends FileNode {
  readonly skills: readonly UseNode[];
  readonly files: readonly UseNode[];
}

export interface SkillNode extends FileNode {
  readonly usedBy: readonly UseNode[];
  readonly mentions: number;
}

/** Costs in proportion to the workspace: asked when a tree is shown, and when names have changed. */
export function trees(
  workspace: Workspace,
  counts: (uri: string) => Counts,
): { agents: AgentNode[]; skills: SkillNode[] } {
  const agents: AgentNode[] = [];
  const skills: SkillNode[] = [];
  for (const record of workspace.files) {
    if (record.role === 'agent') agents.push(agentNode(workspace, record, counts));
    else if (record.role === 'skill') skills.push(skillNode(workspace, record, counts));
  }
  return { agents: agents.sort(byName), skills: skills.sort(byName) };
}

function agentNode(workspace: Workspace, record: FileRecord, counts: (uri: string) => Counts): AgentNode {
  const { refers } = record;
  const skills = refers
    .filter(symbol => symbol.startsWith('skill:'))
    .map(symbol => {
      const found = workspace.resolve(symbol, record.uri);
      return useNode(symbolName(symbol), found.found[0] ?? found.elsewhere[0]);
    });
  const files = refers
    .filter(symbol => symbol.startsWith('file:'))
    .map(symbol => symbolName(symbol))
    .filter(uri => workspace.existence(uri) !== 'unknown')
    .map(uri => ({
      name: shortPath(workspace, uri),
      uri: workspace.existence(uri) === 'yes' ? uri : undefined,
      spot: { line: 0, column: 0, length: 0 },
    }));
  return { ...fileNode(workspace, record, counts), skills, files };
}

function skillNode(workspace: Workspace, record: FileRecord, counts: (uri: string) => Counts): SkillNode {
  const users = usersOf(workspace, record.uri).keys();
  const records = [...users].flatMap(uri => workspace.file(uri) ?? []);
  const usedBy = records
    .filter(user => user.role === 'agent')
    .map(user => useNode(nameOf(user), user.definitions[0], user.uri));
  return {
    ...fileNode(workspace, record, counts),
    usedBy: usedBy.sort(byName),
    mentions: records.length - usedBy.length,
  };
}

function fileNode(workspace: Workspace, record: FileRecord, counts: (uri: string) => Counts): FileNode {
  const definition = record.definitions[0];
  return {
    record,
    definition,
    name: nameOf(record),
    spot: spotOf(definition),
    folder: folderName(workspace, record),
    realm: realmName(workspace, record),
    counts: counts(record.uri),
  };
}

/** The folder for people; of a skill, the one that holds its own. */
export function folderName(workspace: Workspace, record: FileRecord): string {
  const home = record.realm === 'user' ? workspace.home : undefined;
  const root = home ?? workspace.paths.base(record.uri) ?? realmFolder(record.realm);
  const folder = parent(record.role === 'skill' ? parent(record.uri) : record.uri);
  const path = root === undefined ? baseName(folder) : pathBelow(folder, root);
  if (home !== undefined) return `~/${path}`;
  // Of several opened folders, each has its own.
  const isOneOfSeveral = root !== undefined && projectsIn(workspace) > 1;
  return isOneOfSeveral ? `${baseName(root)}/${path}` : path || '.';
}

/** How many folders are opened, those of the user's home left out. */
const projectsIn = ({ paths, home }: Workspace): number =>
  paths.roots.filter(each => home === undefined || !isBelow(each, join(home, '.claude'))).length;

export function realmName(workspace: Workspace, record: FileRecord): string {
  if (record.realm === 'user') return 'user';
  if (!record.realm.startsWith('plugin:')) return 'project';
  return `plugin ${workspace.plugin(record.uri)?.name ?? baseName(realmFolder(record.realm) ?? '')}`;
}

/** A file that defines nothing still has a name that people know it by. */
export const nameOf = (record: FileRecord): string =>
  record.definitions[0]?.name ?? (record.role === 'skill' ? baseName(parent(record.uri)) : stem(record.uri));

const useNode = (name: string, definition: Definition | undefined, uri = definition?.uri): UseNode => ({
  name,
  uri,
  spot: spotOf(definition),
});

export const spotOf = (definition: Definition | undefined): Spot =>
  definition === undefined
    ? { line: 0, column: 0, length: 0 }
    : { line: definition.line, column: definition.column, length: definition.span.end - definition.span.start };

function shortPath(workspace: Workspace, uri: string): string {
  const root = workspace.paths.base(uri);
  return root === undefined ? baseName(uri) : pathBelow(uri, root);
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
