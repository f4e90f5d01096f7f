// New Skill…: asks for place, name and description, and opens the new file.
import { l10n } from 'vscode';
import type { Command } from './command';
import { makeNew } from './makeNew';

export const newSkill: Command = {
  id: 'agentwright.newSkill',
  run: host =>
    makeNew(host, 'skill', {
      title: l10n.t('New Skill'),
      place: l10n.t('Where the skill is kept'),
      name: l10n.t('Name of the skill, for example release-notes'),
      description: l10n.t('What the skill does and when to use it'),
    }),
};
