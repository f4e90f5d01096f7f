// What every handler works with: one client, its workspace and what is known of both.
import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Read } from '../features/read';
import type { Workspace } from '../workspace/workspace';
import type { Abilities } from './abilities';
import type { Positions } from './convert';
import type { Findings } from './findings';
import type { ClientOptions, Settings } from './settings';

/** What a host process gives: its home folder, and a way to let other events run. */
export interface Process {
  readonly home: string | undefined;
  /** The folder of the rules' pages, as a URI with a slash at the end; undefined where they were not installed along. */
  readonly pages: string | undefined;
  tick(): Promise<void>;
  /** Called once, when the workspace has been read and nothing is left to do. */
  readonly rehearse?: () => void;
}

export interface Session extends ClientOptions {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly findings: Findings;
  readonly abilities: Abilities;
  /** Resolves when the workspace has been read for the first time. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  settings(): Settings;
  readonly log: (text: string) => void;
  /** The open buffer of a normalised URI. */
  buffer(uri: string): TextDocument | undefined;
  /** The tree of any file: of an open one that of its buffer. */
  readonly read: Read;
  /** Lines of any file: the open buffer's, else those of the text on disk. */
  positions(uri: string): Positions | undefined;
  /** Gives way to other requests. */
  tick(): Promise<void>;
}
