// Find All References: who names the agent or skill of a tree's node.
import { commands } from 'vscode';
import { targetOfNode } from '../views/nodes';
import type { Command } from './command';
import { showReferences } from './showReferences';

export const findReferences: Command = {
  id: 'agentwright.findReferences',
  async run(host, argument) {
    const target = targetOfNode(argument);
    if (!target) return;
    const [uri, options] = target;
    // VS Code shows references in an editor of the file.
    await commands.executeCommand('vscode.open', uri, options);
    await showReferences.run(host, {
      uri: uri.toString(),
      position: options.selection?.start ?? { line: 0, character: 0 },
    });
  },
};
