// Open: the file of a tree's node, at the name.
import { commands } from 'vscode';
import { targetOfNode } from '../views/nodes';
import type { Command } from './command';

export const open: Command = {
  id: 'agentwright.open',
  async run(_host, argument) {
    const target = targetOfNode(argument);
    if (target) await commands.executeCommand('vscode.open', ...target);
  },
};
