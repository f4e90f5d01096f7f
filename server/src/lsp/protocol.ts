// Requests beyond LSP, names and types only: the one file that client/ may import from server/.
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

/** All agents and skills of the workspace, for the trees. No parameters → `Trees`. */
export const treesRequest = 'agentwright/trees';
/** Sent when what `agentwright/trees` would answer has changed. No parameters. */
export const treesChangedNotification = 'agentwright/treesChanged';
/** Places where a new agent or skill can be made. `{ defines }` → `Place[]`. */
export const placesRequest = 'agentwright/places';
/** Why a name cannot be taken, or null where it can. `{ defines, place, name }` → `string | null`. */
export const checkNameRequest = 'agentwright/checkName';
/** Makes a new agent or skill. `NewParams` → `New`. */
export const newRequest = 'agentwright/new';
/** The edit that adds a skill to an agent's `skills`. `{ uri, skill }` → `TextEdit[]`, empty where it is there already. */
export const insertSkillRequest = 'agentwright/insertSkill';
/** All safe fixes of one file. `{ uri }` → `WorkspaceEdit | null`. */
export const fixAllRequest = 'agentwright/fixAll';
/** All safe fixes of the files in the opened folders. No parameters → `WorkspaceEdit | null`. Takes as long as a check of all. */
export const fixWorkspaceRequest = 'agentwright/fixWorkspace';
/** What Claude Code really makes of an agent. `{ uri }` → `string | null`, a page of Markdown, null for other files. */
export const effectiveRequest = 'agentwright/effective';
/** What a tree tells of an agent or skill besides what `Trees` holds. `{ uri }` → `string`, some Markdown. Reads that file alone. */
export const tooltipRequest = 'agentwright/tooltip';
/** What all agents and skills cost. No parameters → `string`, a page of Markdown. Reads each of their files. */
export const budgetRequest = 'agentwright/budget';
/** Where other files name what a file defines. `{ uri }` → `Location[]`. */
export const usesRequest = 'agentwright/uses';
/** The client's command behind a code lens; it takes `ShowReferences`. */
export const showReferencesCommand = 'agentwright.showReferences';

export interface ShowReferences {
  readonly uri: string;
  /** Where they are shown. */
  readonly position: Position;
}

export interface Place {
  /** The folder, as a URI. */
  readonly uri: string;
  /** Path below the workspace folder, or `~/.claude/agents`. */
  readonly label: string;
  readonly description: string;
}

export interface NewParams {
  readonly defines: 'agent' | 'skill';
  readonly place: string;
  readonly name: string;
  readonly description: string;
}

export interface New {
  readonly uri: string;
  readonly edit: WorkspaceEdit;
}

export interface CheckNameParams {
  readonly defines: 'agent' | 'skill';
  readonly place: string;
  readonly name: string;
}

export interface InsertSkillParams {
  readonly uri: string;
  readonly skill: string;
}

export type InsertSkillResult = TextEdit[];

export interface Trees {
  readonly agents: readonly TreeAgent[];
  readonly skills: readonly TreeSkill[];
  /** False until the first reading of the workspace is done. */
  readonly ready: boolean;
}

/** What both trees show of one file. */
export interface TreeFile {
  readonly uri: string;
  /** Where its name stands. */
  readonly range: Range;
  readonly name: string;
  readonly description: string;
  /** For example `.claude/agents/domain`; groups the agents. */
  readonly folder: string;
  /** Where it lies, for people: `project`, `user`, `plugin tools`. */
  readonly realm: string;
  readonly errors: number;
  readonly warnings: number;
  readonly verdict: TreeVerdict;
}

/** What the tool makes of the file: `loads`, `loads-without` (some of it is lost), `does-not-load`. */
export interface TreeVerdict {
  readonly tool: string;
  readonly state: 'loads' | 'loads-without' | 'does-not-load';
  /** One sentence each. */
  readonly reasons: readonly string[];
}

export interface TreeAgent extends TreeFile {
  readonly model: string | null;
  /** Null where `tools` is absent and all are inherited. */
  readonly tools: readonly string[] | null;
  readonly skills: readonly TreeUse[];
  readonly files: readonly TreeUse[];
}

export interface TreeSkill extends TreeFile {
  readonly usedBy: readonly TreeUse[];
  /** Other files than agents that name it. */
  readonly mentions: number;
}

/** Something that is named: a skill of an agent, an agent that uses a skill, a file. */
export interface TreeUse {
  readonly name: string;
  /** Null where it does not exist. */
  readonly uri: string | null;
  readonly range: Range | null;
}
