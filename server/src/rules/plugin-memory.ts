// A CLAUDE.md at the root of a plugin, which nobody loads.
import { baseName, parent } from '../workspace/uris';
import { firstLine } from './first-line';
import { defineRule, say } from './rule';

const manifest = (folder: string): string => `-- ${folder}.claude-plugin/plugin.json --\n{ "name": "p" }\n`;

export default defineRule({
  id: 'plugin-memory',
  severity: 'information',
  reach: 'document',
  roles: role => role === 'memory',
  reads: 'front matter',
  summary: 'A CLAUDE.md at the root of a plugin.',
  why:
    'Claude Code does not load the CLAUDE.md of a plugin where the plugin is installed; its validator warns of it. What ' +
    'every session is to know belongs in a skill of the plugin.',
  source: 'Observed: `claude plugin validate` 2.1.328, November 2026.',
  examples: [
    { bad: `-- plugins/p/CLAUDE.md --\n<|Be kind.|>\n${manifest('plugins/p/')}` },
    { bad: `-- CLAUDE.md --\nBe kind.\n${manifest('')}` },
    { bad: `-- plugins/p/docs/CLAUDE.md --\nBe kind.\n${manifest('plugins/p/')}` },
  ],
  *check(document, workspace) {
    const { uri } = document;
    const plugin = workspace.plugin(uri);
    if (baseName(uri) !== 'CLAUDE.md' || plugin?.root !== parent(uri)) return;
    // At the root of a repository it is for those who work on the plugin.
    if (workspace.paths.root(uri) === plugin.root) return;
    yield {
      span: firstLine(document),
      message: say('Claude Code does not load the CLAUDE.md of a plugin. Put what is to be known into a skill.'),
    };
  },
});
