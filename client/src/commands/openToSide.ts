// Open to the Side: the file of a tree's node, in the next group of editors.
import { commands, ViewColumn } from 'vscode';
import { targetOfNode } from '../views/nodes';
import type { Command } from './command';

export const openToSide: Command = {
  id: 'agentwright.openToSide',
  async run(_host, argument) {
    const target = targetOfNode(argument);
    if (!target) return;
    const [uri, options] = target;
    await commands.executeCommand('vscode.open', uri, { ...options, viewColumn: ViewColumn.Beside });
  },
};
