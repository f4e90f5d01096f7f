// What a command is, and what it may ask of the extension.
import type { LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { LiveTrees } from '../views/trees';

export interface Host {
  readonly client: LanguageClient;
  readonly log: LogOutputChannel;
  readonly trees: LiveTrees;
}

export interface Command {
  readonly id: string;
  /** `argument` is the tree's node where the command was called from a tree. */
  run(host: Host, argument?: unknown): Promise<void> | void;
}
