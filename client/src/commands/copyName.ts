// Copy Name: the name of a tree's node, as it is written in files.
import { env } from 'vscode';
import { isNode } from '../views/nodes';
import type { Command } from './command';

export const copyName: Command = {
  id: 'agentwright.copyName',
  async run(_host, argument) {
    if (isNode(argument)) await env.clipboard.writeText(argument.name);
  },
};
