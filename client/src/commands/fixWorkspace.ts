// Fix All in Workspace: every safe fix of every file as one edit, at once or after a look at each.
import { l10n, ProgressLocation, window, workspace, WorkspaceEdit } from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient/node';
import { fixWorkspaceRequest } from '../../../server/src/lsp/protocol';
import type { Command } from './command';

export const fixWorkspace: Command = {
  id: 'agentwright.fixWorkspace',
  async run({ client }) {
    const options = { location: ProgressLocation.Window, title: l10n.t('Looking for what can be fixed…') };
    const answer = await window.withProgress(options, () => client.sendRequest<LspEdit | null>(fixWorkspaceRequest));
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer);
    if (edit === undefined || edit.size === 0) {
      void window.showInformationMessage(l10n.t('Nothing here can be fixed without a decision of yours.'));
      return;
    }
    const files = edit.entries().length;
    const changes = edit.entries().reduce((sum, [, edits]) => sum + edits.length, 0);
    const apply = l10n.t('Fix All');
    const review = l10n.t('Review First');
    const question = l10n.t('Apply what is safe to fix: {0} changes in {1} files?', changes, files);
    const detail = l10n.t('Only what is wrong is changed; every other byte stays.');
    const chosen = await window.showInformationMessage(question, { modal: true, detail }, apply, review);
    if (chosen === apply) await workspace.applyEdit(edit);
    if (chosen === review) await workspace.applyEdit(confirmed(edit));
  },
};

/** The same edit, of which each change waits for a tick in VS Code's refactor preview. */
function confirmed(edit: WorkspaceEdit): WorkspaceEdit {
  const asked = new WorkspaceEdit();
  const label = l10n.t('Safe to fix');
  for (const [uri, edits] of edit.entries()) {
    const each = edits.map((one): [typeof one, { label: string; needsConfirmation: boolean }] => [
      one,
      { label, needsConfirmation: true },
    ]);
    asked.set(uri, each);
  }
  return asked;
}
