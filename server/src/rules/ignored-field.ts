// Keys that Claude Code knows, but ignores in files of this kind.
import { removingEntry } from './edits';
import { defineEntryRule, say } from './rule';

const plugin = '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n';
const agent = (keys: string): string => `-- agents/a.md --\n---\nname: a\ndescription: Works.\n${keys}---\n${plugin}`;

export default defineEntryRule({
  id: 'ignored-field',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A key that Claude Code knows, but ignores in files of this kind.',
  why:
    'An agent of a plugin may not bring hooks, MCP servers or a permission mode of its own: Claude Code leaves them out, ' +
    'with a line in the debug log, and what they were to prevent happens. Commands have no `name` but their path.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('<|permissionMode|>: plan\n'), good: agent('') },
    {
      bad: '-- .claude/commands/go.md --\n---\n<|name|>: go\n---\nGo.\n',
      good: '-- .claude/commands/go.md --\n---\n---\nGo.\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\npermissionMode: plan\n---\n' },
  ],
  *entry({ entry, layers }, document) {
    const { field } = layers[0]!;
    if (field.ignored === undefined) return;
    // Another tool may read the key, and the file may move to where it counts: nobody but its author knows.
    yield {
      span: entry.key.span,
      ...(field.key === 'name' && { severity: 'hint' as const }),
      ...(document.language === 'json' && { severity: 'information' as const }),
      tag: 'unused',
      message: say(field.ignored),
      fixes: () => [removingEntry(document, entry, 'best')],
    };
  },
});
