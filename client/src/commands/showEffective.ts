// Show What the Tool Sees: what Claude Code really makes of the active agent, or of the one it is called on in the tree.
import { commands, l10n, Uri, window } from 'vscode';
import { targetOfNode } from '../views/nodes';
import { agentPage } from '../views/pages';
import { activeAgent, agentAt } from '../views/trees';
import type { Command } from './command';

export const showEffective: Command = {
  id: 'agentwright.showEffective',
  async run({ trees }, argument) {
    const known = trees.now ?? (await trees.refresh());
    const [called] = targetOfNode(argument) ?? [];
    const agent = called ? agentAt(known, called) : activeAgent(known);
    if (!agent) {
      await window.showInformationMessage(l10n.t('Open the file of an agent first.'));
      return;
    }
    await commands.executeCommand('markdown.showPreviewToSide', agentPage(Uri.parse(agent.uri), agent.name));
  },
};
