// What a project puts into every session of Claude Code, and what its agents and skills cost where they are used.
import { modelByName } from '../dialects/index';
import { entry, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { realmFolder } from '../workspace/realms';
import { baseName, parent } from '../workspace/uris';
import type { FileRecord, Workspace } from '../workspace/workspace';
import { tokensIn, tokensOf } from './cost';
import type { Assumed } from './effective/session';
import { skillsFor } from './effective/skills';
import type { Read } from './read';

/** One file and what it costs, about. */
export interface Cost {
  readonly uri: string;
  readonly name: string;
  readonly tokens: number;
}

export interface Budget {
  /** `project:…`, `plugin:…` or `user`. */
  readonly realm: string;
  /** The list of skills that every session shows the model. */
  readonly listing: {
    readonly skills: number;
    readonly characters: number;
    /** What the context of the session's model leaves for it. */
    readonly most: number;
    /** Skills whose text in the list is cut, with the characters that are too many. */
    readonly cut: readonly (Cost & { readonly over: number })[];
  };
  /** Instructions that every session reads. */
  readonly memory: readonly Cost[];
  /** Descriptions of agents, the longest first. */
  readonly agents: readonly Cost[];
  /** Agents where they are started: their instructions and the skills that they load, the costliest first. */
  readonly started: readonly (Cost & { readonly skills: number })[];
  /** Skills where they are used, the costliest first. */
  readonly used: readonly Cost[];
}

/** Facts: Claude Code documentation of skills, August 2026, and the settings `skillListingMaxDescChars` (1,536) and
 * `skillListingBudgetFraction` (0.01) of the program's own types, 0.3.330. */
const listedCharacters = 1536;
const listedShare = 0.01;
const charactersOfToken = 4;
const smallWindow = 200_000;

/** One a realm that has agents, skills or instructions, by realm, of the files that are asked for. Reads each of them. */
export function budgets(
  workspace: Workspace,
  read: Read,
  session: Assumed,
  isAsked: (uri: string) => boolean = () => true,
): Budget[] {
  const realms = new Map<string, FileRecord[]>();
  for (const record of workspace.files) {
    if (!counts(record) || !isAsked(record.uri)) continue;
    realms.set(record.realm, [...(realms.get(record.realm) ?? []), record]);
  }
  return [...realms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([realm, records]) => budgetOf(workspace, realm, records, read, session));
}

const counts = ({ role }: FileRecord): boolean =>
  role === 'agent' || role === 'skill' || role === 'memory' || role === 'rule';

interface Found {
  readonly record: FileRecord;
  readonly document: Document;
  readonly name: string;
}

function budgetOf(
  workspace: Workspace,
  realm: string,
  records: readonly FileRecord[],
  read: Read,
  { sessionModel }: Assumed,
): Budget {
  const found = records.flatMap((record): Found[] => {
    const document = read(record.uri);
    return document ? [{ record, document, name: record.definitions[0]?.name ?? baseName(record.uri) }] : [];
  });
  const agents = found.filter(({ record }) => record.role === 'agent' && record.verdict?.listed === true);
  const skills = found.filter(({ record }) => record.role === 'skill' && record.definitions[0]?.reachable === true);
  const listed = skills.filter(({ record }) => record.definitions[0]!.loads && record.definitions[0]!.preloadable);
  const lengths = listed.map(each => ({ ...each, length: lengthOf(each.document.data) }));
  const window = modelByName(sessionModel)?.contextWindow ?? smallWindow;
  return {
    realm,
    listing: {
      skills: listed.length,
      characters: lengths.reduce((sum, { name, length }) => sum + name.length + Math.min(length, listedCharacters), 0),
      most: Math.floor(window * listedShare * charactersOfToken),
      cut: lengths
        .filter(({ length }) => length > listedCharacters)
        .map(({ record, name, length }) => ({
          uri: record.uri,
          name,
          tokens: tokensIn(length),
          over: length - listedCharacters,
        })),
    },
    memory: costs(
      found.filter(({ record, document }) => isAlwaysRead(record, document, realm)),
      tokensOf,
    ),
    agents: costs(agents, ({ data }) => tokensIn(textOf(data, 'description').length)),
    started: agents
      .map(({ record, document, name }) => {
        const loaded = skillsFor(workspace, document, read).reduce((sum, skill) => sum + skill.tokens, 0);
        return { uri: record.uri, name, tokens: tokensOf(document) + loaded, skills: loaded };
      })
      .sort(byCost),
    used: costs(skills, tokensOf),
  };
}

/** `CLAUDE.md` of the project itself, and rules that wait for no path. */
function isAlwaysRead({ uri, role }: FileRecord, { data }: Document, realm: string): boolean {
  if (role === 'rule') return entry(data, 'paths') === undefined;
  const folder = realmFolder(realm);
  return role === 'memory' && baseName(uri) !== 'AGENTS.md' && [folder, `${folder}/.claude`].includes(parent(uri));
}

const costs = (found: readonly Found[], of: (document: Document) => number): Cost[] =>
  found.map(({ record, document, name }) => ({ uri: record.uri, name, tokens: of(document) })).sort(byCost);

const byCost = (a: Cost, b: Cost): number => b.tokens - a.tokens || (a.uri < b.uri ? -1 : 1);

/** What the list shows of a skill: its description, and when to use it. */
const lengthOf = (data: Data | undefined): number =>
  textOf(data, 'description').length + textOf(data, 'when_to_use').length;

function textOf(data: Data | undefined, key: string): string {
  const value = entry(data, key)?.value;
  return value?.is === 'scalar' ? value.text.trim() : '';
}
