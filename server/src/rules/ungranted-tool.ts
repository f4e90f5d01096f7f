// Tools that an agent's body calls but that its front matter does not grant.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { adding } from './edits';
import { blockAt } from './prose';
import { grantsOf, lackOf, liveName } from './tool-grants';
import { defineRule, say } from './rule';

const agent = (tools: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: ${tools}\n---\n\n`;

export default defineRule({
  id: 'ungranted-tool',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
  reads: ['tool'],
  summary: 'A tool that the body of an agent calls, but that its `tools` does not grant.',
  why: 'Claude Code hands an agent the listed tools and no others, so what the body tells it to call is not there.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: `${agent('Read, Bash')}Call <|TaskUpdate|>({ taskId: "1" }) at the end.\n`,
      good: `${agent('Read, Bash, TaskUpdate')}Call TaskUpdate({ taskId: "1" }) at the end.\n`,
    },
    {
      bad: `${agent('[Read, TaskList]')}<|Skill|>({ skill: 'pdf' });\nTaskList();\n`,
      good: `${agent('[Read, TaskList, Skill]')}Skill({ skill: 'pdf' });\nTaskList();\n`,
    },
    {
      bad: `${agent('Read, TaskUpdate')}Read it with \`<|TaskGet|>(taskId)\`, then \`TaskUpdate(taskId, status)\`. Not TaskList (all).\n`,
      good: `${agent('Read, TaskUpdate, TaskGet')}Read it with \`TaskGet(taskId)\`, then \`TaskUpdate(taskId, status)\`. Not TaskList (all).\n`,
    },
    {
      bad: `${agent('Read, Write')}\`\`\`\n<|Glob|>: **/*.py\nRead: a.yaml\nGlob: **/*.md\n\`\`\`\n`,
      good: `${agent('Read, Write, Glob')}\`\`\`\nGlob: **/*.py\nRead: a.yaml\nGlob: **/*.md\n\`\`\`\n`,
    },
    { bad: `${agent('Read, Write')}\`\`\`markdown\nSkill({ skill: 'a' });\n\`\`\`\n` },
    { bad: `${agent('Read, Write')}\`\`\`yaml\nGlob: a\nGrep: b\n\`\`\`\n\n\`\`\`\nGlob: a\nfoo: b\n\`\`\`\n` },
  ],
  *check(document, workspace) {
    const grants = grantsOf(document, workspace);
    if (!grants) return;
    const said = new Set<string>();
    for (const { name: written, form, span } of workspace.references(document, 'tool')) {
      if (form !== 'tool-call' && form !== 'tool-line') continue;
      const tool = grants.tools.get(written);
      const name = liveName(tool);
      if (tool === undefined || name === undefined || said.has(name)) continue;
      if (form === 'tool-call' && !ofProtocol.has(name)) continue;
      // Text that is put into the files of others.
      if (isMarkdown(document, span)) continue;
      said.add(name);
      const lack = lackOf(name, grants);
      if (lack === 'denied') {
        yield { span, message: say('The body calls `{0}`, but `disallowedTools` takes it away.', tool.name) };
      } else if (lack) {
        yield {
          span,
          message: say('The body calls `{0}`, but `tools` does not grant it, so the model cannot call it.', tool.name),
          fixes: () => adding(document, 'tools', name),
        };
      }
    }
  },
});

function isMarkdown(document: Document, span: Span): boolean {
  const info = blockAt(document, span)?.info;
  return info !== undefined && /^(?:markdown|mdx?)\b/i.test(document.text.slice(info.start, info.end));
}

/** Tools that agents are told to call in this form. Other names before a parenthesis are classes and functions of any
 * language, and `Task(…)` mostly stands where an agent is told who starts it. */
const ofProtocol: ReadonlySet<string> = new Set([
  'Skill', 'TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate', 'TodoWrite',
]); // prettier-ignore
