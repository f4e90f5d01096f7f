// Open Skill…: a pick of all skills.
import { l10n } from 'vscode';
import type { Command } from './command';
import { openOne } from './openOne';

export const openSkill: Command = {
  id: 'agentwright.openSkill',
  run: host =>
    openOne(host, {
      icon: 'book',
      placeHolder: l10n.t('The skill to open'),
      none: l10n.t('No skills found'),
      files: trees => trees.skills,
    }),
};
