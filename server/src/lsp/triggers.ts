// At which characters a client asks for completion by itself.
import { CompletionRequest, type CompletionOptions } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import type { ClientOptions } from './settings';
import type { Session } from './session';

/** What holds in all documents alike, where the client says nothing of them. */
export const completionOptions: CompletionOptions = {
  resolveProvider: true,
  triggerCharacters: [...': -[,\'"`/@(_|$'],
};

/** Where the client suggests nothing while a word is typed, each letter of it asks. */
const quietOptions: CompletionOptions = {
  resolveProvider: true,
  triggerCharacters: [...completionOptions.triggerCharacters!, ...'abcdefghijklmnopqrstuvwxyz'],
};

/** Whether the client tells documents in which it suggests by itself from those in which it does not. */
export const registersTriggers = ({ registersCompletion }: Abilities, { quietSelector }: ClientOptions): boolean =>
  registersCompletion && quietSelector.length > 0;

export async function registerTriggers({ connection, abilities, ...options }: Session): Promise<void> {
  if (!registersTriggers(abilities, options)) return;
  const { quietSelector, otherSelector } = options;
  await connection.client.register(CompletionRequest.type, { ...quietOptions, documentSelector: [...quietSelector] });
  await connection.client.register(CompletionRequest.type, {
    ...completionOptions,
    documentSelector: [...otherSelector],
  });
}
