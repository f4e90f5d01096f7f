// Show What It Costs: what agents and skills put into every session, and what they cost where they are used.
import { commands } from 'vscode';
import { budgetPage } from '../views/pages';
import type { Command } from './command';

export const showBudget: Command = {
  id: 'agentwright.showBudget',
  async run() {
    await commands.executeCommand('markdown.showPreviewToSide', budgetPage());
  },
};
