// Restart Server: a new language server for the same client.
import { commands, l10n, window } from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { Command } from './command';

export const restartServer: Command = {
  id: 'agentwright.restartServer',
  async run({ client }) {
    const replaces = client.state === State.Running || client.state === State.Starting;
    try {
      // A server that is still starting cannot be stopped; this waits for it, or starts one where there is none.
      await client.start();
    } catch {
      // A client that could not start any process stays so; only a new extension host makes a new one.
      const reload = l10n.t('Reload Window');
      const message = l10n.t('The language server did not start. Reload the window to try again.');
      if ((await window.showErrorMessage(message, reload)) === reload) {
        await commands.executeCommand('workbench.action.reloadWindow');
      }
      return;
    }
    // A server that hangs does not stop in time; the client has left it to be killed, and can start another.
    if (replaces) await client.restart().catch(() => client.start());
  },
};
