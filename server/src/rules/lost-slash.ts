// Paths that stand right behind the variable of a folder, without the slash between.
import type { Document } from '../syntax/document';
import type { Role } from '../workspace/classify';
import { readsBody } from './bodies';
import { defineRule, say } from './rule';
import { skillWith } from './samples';

const settings = (command: string): string =>
  `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n`;

const inJson: readonly Role[] = ['settings', 'hooks', 'plugin', 'mcp'];

export default defineRule({
  id: 'lost-slash',
  severity: 'warning',
  reach: 'document',
  roles: role => inJson.includes(role) || readsBody(role),
  heeds: line => line.includes('CLAUDE_'),
  summary:
    'A path after `$CLAUDE_PROJECT_DIR`, `${CLAUDE_PLUGIN_ROOT}` or `${CLAUDE_SKILL_DIR}` without a slash between.',
  why:
    'The variable holds a folder and no slash at its end. Without one the path goes on with the name of that folder: ' +
    '`/home/ada/shop.claude/hooks/a.sh` is not there, so the hook fails, the server does not start, the command finds no file.',
  source:
    "Claude Code's documentation of hooks and plugins, August 2026; none in 18 public repositories, 30 November 2026.",
  examples: [
    {
      bad: settings('\\"$CLAUDE_PROJECT_DIR\\"<||>.claude/hooks/a.sh'),
      good: settings('\\"$CLAUDE_PROJECT_DIR\\"/.claude/hooks/a.sh'),
    },
    {
      bad: settings('node ${CLAUDE_PROJECT_DIR}<||>scripts/a.js && $CLAUDE_PROJECT_DIR<||>.claude/b.sh'),
      good: settings('node ${CLAUDE_PROJECT_DIR}/scripts/a.js && $CLAUDE_PROJECT_DIR/.claude/b.sh'),
    },
    {
      bad: skillWith('Run `python ${CLAUDE_SKILL_DIR}<||>scripts/a.py`.'),
      good: skillWith('Run `python ${CLAUDE_SKILL_DIR}/scripts/a.py`.'),
    },
    { bad: settings('cat $CLAUDE_PROJECT_DIR.worktrees/a ${CLAUDE_PROJECT_DIR}_old/a ${CLAUDE_PROJECT_DIR}.log') },
    { bad: settings('cd \\"$CLAUDE_PROJECT_DIR\\" && a/b.sh; ls $CLAUDE_PROJECT_DIRS/a') },
  ],
  *check({ uri, text }: Document) {
    if (!text.includes('CLAUDE_')) return;
    for (const { index, 0: all } of text.matchAll(glued)) {
      const at = index + all.length;
      const place = { start: at, end: at };
      yield {
        span: place,
        message: say(
          'Without `{0}` here, the rest of the path becomes part of the folder’s name, and there is no such file.',
          '/',
        ),
        fixes: () => [
          {
            title: say('Insert `{0}`', '/'),
            edits: [{ uri, span: place, text: '/' }],
            safe: false,
            preferred: true,
          },
        ],
      };
    }
  },
});

/** In braces, in quotes, or before a dot, which ends the name of a variable. */
const glued =
  /(?:\$\{CLAUDE_(?:PROJECT_DIR|PLUGIN_ROOT|PLUGIN_DATA|SKILL_DIR)\}(?:\\?")?|\$CLAUDE_PROJECT_DIR\\?")(?=\.claude\/|[A-Za-z][\w-]*\/[\w./-]*\.\w)|\$CLAUDE_PROJECT_DIR(?=\.claude\/)/g;
