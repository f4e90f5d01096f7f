// New Agent…: asks for place, name and description, and opens the new file.
import { l10n } from 'vscode';
import type { Command } from './command';
import { makeNew } from './makeNew';

export const newAgent: Command = {
  id: 'agentwright.newAgent',
  run: host =>
    makeNew(host, 'agent', {
      title: l10n.t('New Agent'),
      place: l10n.t('Where the agent is kept'),
      name: l10n.t('Name of the agent, for example code-reviewer'),
      description: l10n.t('What the agent does and when to use it'),
    }),
};
