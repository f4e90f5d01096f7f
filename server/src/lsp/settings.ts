// What a client says of itself when it starts the server, and what a person has set.
import type { Connection, DocumentFilter, DocumentSelector } from 'vscode-languageserver';
import { assumed, type Assumed } from '../features/effective/session';
import { isLevel, type Level } from '../workspace/config';
import type { Abilities } from './abilities';

/** What the client does by itself; all of it is for VS Code's own to say. */
export interface ClientOptions {
  /** Language ids in which the client completes by itself. */
  readonly nativeLanguageIds: readonly string[];
  /** Documents in which the client suggests nothing by itself while a word is typed; `otherSelector` says which are left. */
  readonly quietSelector: DocumentSelector;
  readonly otherSelector: DocumentSelector;
  /** Language ids in which the client makes links of Markdown's `[text](path)` by itself. */
  readonly linkedLanguageIds: readonly string[];
  /** Language ids whose headings or keys the client outlines by itself. */
  readonly outlinedLanguageIds: readonly string[];
  /** Whether the client has the command `agentwright.showReferences`. */
  readonly showsReferences: boolean;
}

export function clientOptions(options: unknown): ClientOptions {
  const given = (options ?? {}) as Record<string, unknown>;
  return {
    nativeLanguageIds: texts(given.nativeLanguageIds),
    quietSelector: filters(given.quietSelector),
    otherSelector: filters(given.otherSelector),
    linkedLanguageIds: texts(given.linkedLanguageIds),
    outlinedLanguageIds: texts(given.outlinedLanguageIds),
    showsReferences: given.showsReferences === true,
  };
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const filters = (value: unknown): DocumentSelector =>
  Array.isArray(value) ? value.filter((each): each is DocumentFilter => typeof each === 'object' && each !== null) : [];

/** `prompt`: people are asked about each edit. */
export type UpdatesMoved = 'prompt' | 'always' | 'never';

export interface Settings {
  /** Whether names and paths follow a file that is moved in the client. */
  readonly updatesMoved: UpdatesMoved;
  readonly rules: Readonly<Record<string, Level>>;
  readonly userFolder: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** Whether Format Document is offered. */
  readonly format: boolean;
  /** What is taken for granted of the session that starts an agent. */
  readonly session: Assumed;
}

/** What holds until the settings are read. */
export const defaults: Settings = {
  updatesMoved: 'prompt',
  rules: {},
  userFolder: true,
  codeLens: true,
  inlayHints: false,
  format: true,
  session: assumed,
};

/** Settings as the client answers them, else as it pushed them or gave them at the start. */
export async function readSettings(connection: Connection, abilities: Abilities, pushed: unknown): Promise<Settings> {
  const given = abilities.answersConfiguration
    ? ((await connection.workspace.getConfiguration('agentwright')) as unknown)
    : ((pushed as { agentwright?: unknown } | undefined)?.agentwright ?? pushed);
  const { rules, userFolder, codeLens, inlayHints, updateOnFileMove, sessionModel, format } = (given ?? {}) as Record<
    string,
    unknown
  >;
  const levels = Object.entries((rules ?? {}) as Record<string, unknown>).filter((e): e is [string, Level] =>
    isLevel(e[1]),
  );
  return {
    updatesMoved: updateOnFileMove === 'always' || updateOnFileMove === 'never' ? updateOnFileMove : 'prompt',
    rules: Object.fromEntries(levels),
    userFolder: userFolder !== false,
    codeLens: codeLens !== false,
    session:
      typeof sessionModel === 'string' && sessionModel.trim() !== '' ? { sessionModel: sessionModel.trim() } : assumed,
    format: (format as { enabled?: unknown } | undefined)?.enabled !== false,
    inlayHints: (inlayHints as { enabled?: unknown } | undefined)?.enabled === true,
  };
}
