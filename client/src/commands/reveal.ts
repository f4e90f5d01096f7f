// Reveal in Explorer View: the file of a tree's node.
import { commands } from 'vscode';
import { targetOfNode } from '../views/nodes';
import type { Command } from './command';

export const reveal: Command = {
  id: 'agentwright.reveal',
  async run(_host, argument) {
    const [uri] = targetOfNode(argument) ?? [];
    if (uri) await commands.executeCommand('revealInExplorer', uri);
  },
};
