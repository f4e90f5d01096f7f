// Tools that an agent's body calls but that its front matter does not grant.
import type { Tool } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { currentName, listedTools, toolLimit } from '../workspace/tools';
import { adding } from './edits';
import { blockAt } from './prose';
import { defineRule, say } from './rule';
import { toldTools } from './told-tools';

const agent = (tools: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: ${tools}\n---\n\n`;

export default defineRule({
  id: 'ungranted-tool',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'agent',
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
    {
      bad: `${agent('Read')}1. Read the code.\n2. Use the <|Write|> tool to save the report.\n3. Use the Write tool for the rest.\n`,
      good: `${agent('Read, Write')}1. Read the code.\n2. Use the Write tool to save the report.\n3. Use the Write tool for the rest.\n`,
    },
    {
      bad: `${agent('Read')}Then use the \`<|WebSearch|>\` tool to look further.\n`,
      good: `${agent('Read, WebSearch')}Then use the \`WebSearch\` tool to look further.\n`,
    },
    { bad: `${agent('Read, Bash')}1. Use the Grep tool to find it.\n2. Use the AskUserQuestion tool to ask.\n` },
    { bad: `${agent('Read')}# A\n\n- Use the Write tool to save.\n\n# B\n\n1. Use the Edit tool if it is there.\n` },
    {
      bad: `${agent('Read')}# Never\n\n1. Use the Write tool to save.\n\n# B\n\nThe user can use the Edit tool to go on.\n`,
    },
    { bad: `${agent('Read')}\`\`\`\nUse the Write tool to save.\n\`\`\`\n` },
    { bad: `${agent('Read, Write')}\`\`\`markdown\nSkill({ skill: 'a' });\n\`\`\`\n` },
    { bad: `${agent('Read, Write')}\`\`\`yaml\nGlob: a\nGrep: b\n\`\`\`\n\n\`\`\`\nGlob: a\nfoo: b\n\`\`\`\n` },
  ],
  *check(document, workspace) {
    const tools = workspace.schema(document.uri)?.tools;
    const limit = toolLimit(document, workspace);
    if (!tools || limit.is === 'none') return;
    const granted = limit.is === 'listed' ? new Set(limit.tools.map(currentName)) : undefined;
    const denied = new Set(listedTools(document, workspace, 'disallowedTools').map(currentName));
    if (!granted && denied.size === 0) return;
    const said = new Set<string>();
    const inSteps = toldTools(document).map(each => ({ ...each, form: 'step' as const }));
    for (const { name: written, form, span } of [...workspace.references(document, 'tool'), ...inSteps]) {
      if (form !== 'tool-call' && form !== 'tool-line' && form !== 'step') continue;
      const tool = tools.get(written);
      const name = tool?.status === 'alias' ? tool.replacedBy : tool?.status === 'active' ? tool.name : undefined;
      if (tool === undefined || name === undefined || said.has(name)) continue;
      if (form === 'tool-call' && !ofProtocol.has(name)) continue;
      if (form === 'step' && !isHandedOver(tool, granted)) continue;
      // Text that is put into the files of others.
      if (isMarkdown(document, span)) continue;
      said.add(name);
      if (denied.has(name)) {
        yield { span, message: say('The body calls `{0}`, but `disallowedTools` takes it away.', tool.name) };
      } else if (granted && !granted.has(name)) {
        yield {
          span,
          message: say('The body calls `{0}`, but `tools` does not grant it, so the model cannot call it.', tool.name),
          fixes: () => adding(document, 'tools', name),
        };
      }
    }
  },
});

/** Whether granting it would help: some never reach an agent, and a shell does what two of them do. */
const isHandedOver = ({ name, subagent }: Tool, granted: ReadonlySet<string> | undefined): boolean =>
  subagent === 'yes' && !(granted?.has('Bash') && ['Glob', 'Grep'].includes(name));

function isMarkdown(document: Document, span: Span): boolean {
  const info = blockAt(document, span)?.info;
  return info !== undefined && /^(?:markdown|mdx?)\b/i.test(document.text.slice(info.start, info.end));
}

/** Tools that agents are told to call in this form. Other names before a parenthesis are classes and functions of any
 * language, and `Task(…)` mostly stands where an agent is told who starts it. */
const ofProtocol: ReadonlySet<string> = new Set([
  'Skill', 'TaskCreate', 'TaskGet', 'TaskList', 'TaskUpdate', 'TodoWrite',
]); // prettier-ignore
