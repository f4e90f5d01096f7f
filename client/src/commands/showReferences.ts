// Show References: what a click on a code lens lists. VS Code's own command takes no JSON, and the places are read now.
import { commands } from 'vscode';
import type { Location } from 'vscode-languageclient/node';
import { showReferencesCommand, usesRequest, type ShowReferences } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

export const showReferences: Command = {
  id: showReferencesCommand,
  async run({ client }, argument) {
    if (!argument) return;
    const { uri, position } = argument as ShowReferences;
    const answer = await client.sendRequest<Location[]>(usesRequest, { uri });
    const { protocol2CodeConverter: convert } = client;
    const places = await convert.asReferences(answer);
    await commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position),
      places,
    );
  },
};
