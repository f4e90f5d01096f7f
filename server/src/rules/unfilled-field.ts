// Agents whose name or description is still the mark of the template that they were made of.
import { entry } from '../syntax/data';
import type { Role } from '../workspace/classify';
import { draftDescription, draftName } from './drafts';
import { changeTo, yamlText } from './edits';
import { isPlaceholder } from './fields';
import { isSample } from './file-paths';
import { defineRule, say } from './rule';

const agent = (path: string, keys: string): string => `-- ${path} --\n---\n${keys}---\n\nTests what was built.\n`;

export default defineRule({
  id: 'unfilled-field',
  severity: 'warning',
  reach: 'document',
  anyWords: true,
  roles: (role: Role) => role === 'agent',
  summary: 'A name or a description of an agent that is still a mark of its template, such as `{{description}}`.',
  why:
    'To YAML such a mark is no text but a map, so that Claude Code has no name or no description, and loads no agent. In a folder of ' +
    'templates it is what it should be.',
  source: 'Observed: Claude Code 2.1.330, 29 November 2026.',
  examples: [
    {
      bad: agent('.claude/agents/a.md', 'name: a\ndescription: <|{{description}}|>\n'),
      good: agent('.claude/agents/a.md', 'name: a\ndescription: Tests what was built.\n'),
    },
    {
      bad: agent('.claude/agents/a.md', 'name: <|{{agent_name}}|>\ndescription: Tests.\n'),
      good: agent('.claude/agents/a.md', 'name: a\ndescription: Tests.\n'),
    },
    { bad: agent('templates/.claude/agents/a.md', 'name: a\ndescription: {{description}}\n') },
    { bad: agent('.claude/agents/{{name}}.md', 'name: {{name}}\ndescription: {{description}}\n') },
    { bad: agent('.claude/agents/a.md', 'name: a\ndescription: "{{description}}"\n') },
  ],
  *check(document, workspace) {
    const { uri, text, data } = document;
    if (workspace.verdict(document)?.listed !== false || !text.includes('{{')) return;
    if (!/\/\.claude\/agents\/[^{}%]+$/.test(uri) || isMadeOf(uri)) return;
    for (const key of ['name', 'description']) {
      const value = entry(data, key)?.value;
      if (!value || value.is === 'list' || !isPlaceholder(text, value)) continue;
      const { span } = value;
      const draft = key === 'name' ? draftName(uri, 'agent') : draftDescription(document);
      yield {
        span,
        message: say(
          'This placeholder of a template is not filled in; YAML does not take it for text, so Claude Code finds no `{0}` and does not load the agent.',
          key,
        ),
        fixes: () => (draft === '' ? [] : [changeTo(document, span, draft, 'best', yamlText(draft))]),
      };
    }
  },
});

/** Whether a file is copied elsewhere and filled in there. */
const isMadeOf = (uri: string): boolean =>
  isSample(uri) || /\/(?:scaffold(?:s|ing)?|skeletons?|boilerplates?|generators?|stubs?|presets?|assets)\//i.test(uri);
