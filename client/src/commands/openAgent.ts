// Open Agent…: a pick of all agents.
import { l10n } from 'vscode';
import type { Command } from './command';
import { openOne } from './openOne';

export const openAgent: Command = {
  id: 'agentwright.openAgent',
  run: host =>
    openOne(host, {
      icon: 'robot',
      placeHolder: l10n.t('The agent to open'),
      none: l10n.t('No agents found'),
      files: trees => trees.agents,
    }),
};
