// Tools that an agent lists and takes away again.
import { currentName, listedTools, resolves, takesAway, type ListedTool } from '../workspace/tools';
import type { Document } from '../syntax/document';
import { removing, type Sureness } from './edits';
import { defineRule, say, type Fix } from './rule';

const a = (keys: string): string => `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\n${keys}---\n`;

export default defineRule({
  id: 'contradicting-tool',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
  reads: ['tool'],
  summary: 'A tool that stands under `tools` and under `disallowedTools`.',
  why: 'Claude Code takes what `disallowedTools` names out of `tools`, so the agent runs without it.',
  source: 'Observed: Claude Code 2.1.331, 24 November 2026.',
  examples: [
    {
      bad: a('tools: [Read, <|Bash|>, Write]\ndisallowedTools: [Bash, Edit]\n'),
      good: a('tools: [Read, Write]\ndisallowedTools: [Bash, Edit]\n'),
    },
    {
      bad: a('tools: Read, <|Task|>\ndisallowedTools: Agent\n'),
      good: a('tools: Read\ndisallowedTools: Agent\n'),
    },
    { bad: a('tools: Read, <|mcp__github__search|>\ndisallowedTools: mcp__github\n') },
    { bad: a('tools: Read, Grep\ndisallowedTools: Bash\n') },
    { bad: a('tools: mcp__github__search\ndisallowedTools: mcp__github__delete\n') },
    { bad: a('tools: Bash\ndisallowedTools: Bash(rm *)\n') },
    { bad: a('tools: "*"\ndisallowedTools: Bash\n') },
  ],
  *check(document, workspace) {
    // What parentheses do there is not known: `Bash(rm *)` may take nothing away.
    const taken = listedTools(document, workspace, 'disallowedTools').filter(
      ({ span }) => document.text[span.end] !== '(',
    );
    if (taken.length === 0) return;
    for (const item of listedTools(document, workspace, 'tools')) {
      if (item.name === '*' || !resolves(item)) continue;
      const by = taken.find(each => takesAway(currentName(each), currentName(item)));
      if (!by) continue;
      yield {
        span: item.span,
        message: say(
          '`{0}` under `disallowedTools` takes `{1}` away again. Remove one of the two.',
          by.name,
          item.name,
        ),
        fixes: () => [
          ...without(document, 'tools', item, 'best'),
          ...without(document, 'disallowedTools', by, 'possible'),
        ],
      };
    }
  },
});

/** The title says from where: the same name stands in both lists. */
const without = (document: Document, key: string, { name, span }: ListedTool, kind: Sureness): Fix[] =>
  removing(document, key, span, name, kind).map(fix => ({ ...fix, title: say('Remove `{0}` from `{1}`', name, key) }));
