// Fix All in File: applies every safe fix of the active file as one edit.
import { l10n, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import { fixAllRequest } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

export const fixAll: Command = {
  id: 'agentwright.fixAll',
  async run({ client }) {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    let asked: number;
    let answer: WorkspaceEdit | null;
    do {
      asked = document.version;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      answer = await client.sendRequest<WorkspaceEdit | null>(fixAllRequest, { uri });
      // Who types meanwhile would get the fixes at the wrong places, so they are asked for again.
    } while (asked !== document.version);
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer);
    if (edit === undefined || edit.size === 0) {
      window.setStatusBarMessage(l10n.t('Nothing in this file can be fixed without a decision of yours.'), 5000);
      return;
    }
    await workspace.applyEdit(edit);
  },
};
