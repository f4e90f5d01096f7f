// What a project puts into every session of Claude Code, and what its agents and skills cost where they are used.
import { modelByName } from '../dialects/index';
import { entry, textAt } from '../syntax/data';
import type { Document } from '../syntax/document';
import { realmFolder } from '../workspace/realms';
import { baseName, parent } from '../workspace/uris';
import type { FileRecord, Workspace } from '../workspace/workspace';
import { charactersOfToken, descriptionTokens, tokensIn, tokensOf, total } from './cost';
import type { Assumed } from './effective/session';
import { skillsFor } from './effective/skills';

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
const smallWindow = 200_000;

/** What is kept of one file: nothing of its text. */
export interface Part {
  readonly record: FileRecord;
  readonly name: string;
  readonly description: number;
  readonly body: number;
  /** Of the skills that an agent loads. */
  readonly skills: number;
  /** Characters of a skill in the list. */
  readonly listed: number;
  /** Whether every session reads it. */
  readonly always: boolean;
}

/** Undefined for files that cost nothing by themselves. `tokensOfSkill` is asked of each skill that an agent loads. */
export function partOf(
  workspace: Workspace,
  document: Document,
  tokensOfSkill: (uri: string) => number,
): Part | undefined {
  const record = workspace.file(document.uri);
  if (!record || !counts(record)) return undefined;
  return {
    record,
    name: record.definitions[0]?.name ?? baseName(record.uri),
    description: descriptionTokens(document),
    body: tokensOf(document),
    skills: record.role === 'agent' ? total(skillsFor(workspace, document, tokensOfSkill)) : 0,
    listed: lengthOf(document),
    always: isAlwaysRead(record, document),
  };
}

export const counts = ({ role }: FileRecord): boolean =>
  role === 'agent' || role === 'skill' || role === 'memory' || role === 'rule';

/** `CLAUDE.md`, where it is that of the project itself, and rules that wait for no path. */
const isAlwaysRead = ({ uri, role }: FileRecord, { data }: Document): boolean =>
  role === 'rule' ? entry(data, 'paths') === undefined : role === 'memory' && baseName(uri) !== 'AGENTS.md';

/** What the list shows of a skill: its description, and when to use it. */
const lengthOf = ({ data }: Document): number =>
  ['description', 'when_to_use'].reduce((sum, key) => sum + (textAt(data, key) ?? '').trim().length, 0);

/** One a realm that has agents, skills or instructions, by realm. */
export function budgets(parts: readonly Part[], session: Assumed): Budget[] {
  const known = new Set(parts.map(({ record }) => record.realm));
  const realms = new Map<string, Part[]>();
  for (const part of parts) {
    const realm = realmIn(known, part.record);
    realms.set(realm, [...(realms.get(realm) ?? []), part]);
  }
  const all = [...realms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([realm, own]) => budgetOf(realm, own, session));
  return all.filter(({ memory, started, used }) => memory.length + started.length + used.length > 0);
}

/** Instructions beside the `.claude` of a folder are that project's own, although they are read further up too. */
function realmIn(known: ReadonlySet<string>, { role, uri, realm }: FileRecord): string {
  const beside = `project:${parent(uri)}`;
  return role === 'memory' && known.has(beside) ? beside : realm;
}

/** Those further down are read where somebody works there. */
function isOnTop({ role, uri }: FileRecord, realm: string): boolean {
  const folder = realmFolder(realm);
  return role !== 'memory' || [folder, `${folder}/.claude`].includes(parent(uri));
}

function budgetOf(realm: string, parts: readonly Part[], { sessionModel }: Assumed): Budget {
  const agents = parts.filter(({ record }) => record.role === 'agent' && record.verdict?.listed === true);
  const skills = parts.filter(({ record }) => record.role === 'skill' && record.definitions[0]?.reachable === true);
  const listed = skills.filter(({ record }) => record.definitions[0]!.loads && record.definitions[0]!.preloadable);
  const window = modelByName(sessionModel)?.contextWindow ?? smallWindow;
  return {
    realm,
    listing: {
      skills: listed.length,
      characters: listed.reduce((sum, part) => sum + part.name.length + Math.min(part.listed, listedCharacters), 0),
      most: Math.floor(window * listedShare * charactersOfToken),
      cut: listed
        .filter(part => part.listed > listedCharacters)
        .map(part => ({ ...costOf(part, tokensIn(part.listed)), over: part.listed - listedCharacters })),
    },
    memory: costs(
      parts.filter(({ always, record }) => always && isOnTop(record, realm)),
      ({ body }) => body,
    ),
    agents: costs(agents, ({ description }) => description),
    started: agents.map(part => ({ ...costOf(part, part.body + part.skills), skills: part.skills })).sort(byCost),
    used: costs(skills, ({ body }) => body),
  };
}

const costOf = ({ record: { uri }, name }: Part, tokens: number): Cost => ({ uri, name, tokens });

const costs = (parts: readonly Part[], of: (part: Part) => number): Cost[] =>
  parts.map(part => costOf(part, of(part))).sort(byCost);

const byCost = (a: Cost, b: Cost): number => b.tokens - a.tokens || (a.uri < b.uri ? -1 : 1);
