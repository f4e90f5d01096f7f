// Commands that nobody can call, since a skill has their name.
import { symbolKey } from '../workspace/symbols';
import { firstLine } from './first-line';
import { collectionOf, isInstalled } from './installed';
import { defineRule, say } from './rule';

const command = '-- .claude/commands/go.md --\n';

export default defineRule({
  id: 'shadowed-command',
  severity: 'information',
  reach: { names: ['exists', 'name'] },
  roles: role => role === 'command',
  reads: 'front matter',
  summary: 'A command with the same name as a skill.',
  why: 'Claude Code takes the skill where a command has the same name, so the command is never run.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026; its documentation of skills, August 2026.',
  examples: [
    {
      bad: `${command}<|Go on.|>\n-- .claude/skills/go/SKILL.md --\n---\nname: go\ndescription: Goes.\n---\nGo.\n`,
    },
    {
      bad: '-- commands/go.md --\nGo on.\n-- skills/go/SKILL.md --\n---\nname: go\ndescription: Goes.\n---\nGo.\n-- .claude-plugin/plugin.json --\n{ "name": "p" }\n',
    },
    { bad: `${command}Go on.\n-- .claude/skills/run/SKILL.md --\n---\nname: run\ndescription: Runs.\n---\nGo.\n` },
    {
      bad: '-- tools/one/commands/go.md --\nGo on.\n-- tools/two/skills/go/SKILL.md --\n---\nname: go\ndescription: Goes.\n---\nGo.\n',
    },
  ],
  *check(document, workspace) {
    const own = workspace.file(document.uri)?.definitions[0];
    // What a plugin does with two of one name has not been seen.
    if (!own || own.name.includes(':') || own.realm.startsWith('plugin:')) return;
    const skill = workspace
      .resolve(symbolKey('skill', own.name), document.uri)
      .found.find(
        each =>
          each.alias === 'none' && each.reachable && each.realm === own.realm && areTogether(document.uri, each.uri),
      );
    if (!skill) return;
    yield {
      span: firstLine(document),
      message: say('The skill `{0}` has the name of this command, so Claude Code never runs the command.', own.name),
      related: [{ uri: skill.uri, span: { start: 0, end: 0 }, message: say('The skill of that name.') }],
    };
  },
});

/** Whether both are installed, or lie in the same folder to be installed together: collections for several tools have each once. */
function areTogether(command: string, skill: string): boolean {
  if (isInstalled(command) && isInstalled(skill)) return true;
  const folder = collectionOf(command, 'commands');
  return folder !== undefined && folder === collectionOf(skill, 'skills');
}
