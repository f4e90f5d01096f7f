// Rename…: of an agent or skill in a tree, as F2 on its name in the file does.
import { commands } from 'vscode';
import { targetOfNode } from '../views/nodes';
import type { Command } from './command';

export const rename: Command = {
  id: 'agentwright.rename',
  async run(_host, argument) {
    const target = targetOfNode(argument);
    if (!target) return;
    await commands.executeCommand('vscode.open', ...target);
    await commands.executeCommand('editor.action.rename');
  },
};
