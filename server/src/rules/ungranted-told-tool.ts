// Tools that a step of an agent's body plainly tells it to use, but that its front matter does not grant.
import type { Tool } from '../dialects/dialect';
import { adding } from './edits';
import { anyOf } from './needs';
import { orders, toldTools } from './told-tools';
import { grantsOf, lackOf, liveName, type Grants } from './tool-grants';
import { defineRule, say } from './rule';

const agent = (tools: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Works.\ntools: ${tools}\n---\n\n`;

export default defineRule({
  id: 'ungranted-told-tool',
  severity: 'warning',
  reach: 'document',
  needs: anyOf(...orders),
  roles: role => role === 'agent',
  values: ['tools', 'disallowedTools'],
  summary: 'A tool that a step of an agent tells it to use, but that its `tools` does not grant.',
  why: 'Claude Code hands an agent the listed tools and no others, so what the step tells it to use is not there.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    {
      bad: `${agent('Read')}1. Read the code.\n2. Use the <|Write|> tool to save the report.\n3. Use the Write tool for the rest.\n`,
      good: `${agent('Read, Write')}1. Read the code.\n2. Use the Write tool to save the report.\n3. Use the Write tool for the rest.\n`,
    },
    {
      bad: `${agent('Read')}Then use the \`<|WebSearch|>\` tool to look further.\n`,
      good: `${agent('Read, WebSearch')}Then use the \`WebSearch\` tool to look further.\n`,
    },
    {
      bad: `${agent('Read')}Use \`<|WebSearch|>\` to look for others.\n\n1. Use <|WebFetch|> to read them.\n2. Use \`<|Write|>\` to save.\n\nGo on:\n\n- Use \`<|Edit|>\` to change it.\n`,
      good: `${agent('Read, Edit, Write, WebFetch, WebSearch')}Use \`WebSearch\` to look for others.\n\n1. Use WebFetch to read them.\n2. Use \`Write\` to save.\n\nGo on:\n\n- Use \`Edit\` to change it.\n`,
    },
    {
      bad: `${agent('Read')}Use Write to save, \`Edit\` to change.\n\n1. Use \`Task\` to wait.\n2. Use \`Write\` for files.\n\nDo one of these:\n\n- Use WebSearch to look.\n\nNot:\n\n- Use WebFetch to read.\n`,
    },
    { bad: `${agent('Read, Bash')}1. Use the Grep tool to find it.\n2. Use the AskUserQuestion tool to ask.\n` },
    { bad: `${agent('Read')}# A\n\n- Use the Write tool to save.\n\n# B\n\n1. Use the Edit tool if it is there.\n` },
    {
      bad: `${agent('Read')}# Never\n\n1. Use the Write tool to save.\n\n# B\n\nThe user can use the Edit tool to go on.\n`,
    },
    { bad: `${agent('Read')}\`\`\`\nUse the Write tool to save.\n\`\`\`\n` },
    { bad: `${agent('Read')}Use the Skill tool to load it.\n\nSkill({ skill: 'a' });\n` },
  ],
  *check(document, workspace) {
    const told = toldTools(document);
    // Most bodies tell nothing so, and the rest is asked for those alone that do.
    const grants = told.length === 0 ? undefined : grantsOf(document, workspace);
    if (!grants) return;
    const { tools } = grants;
    // Of what is called, too, `ungranted-tool` tells.
    const called = workspace
      .references(document, 'tool')
      .filter(({ form }) => form === 'tool-call' || form === 'tool-line');
    const said = new Set(called.map(({ name }) => tools.get(name)?.replacedBy ?? name));
    for (const { name: written, span } of told) {
      const tool = tools.get(written);
      const name = liveName(tool);
      if (tool === undefined || name === undefined || said.has(name) || !isHandedOver(tool, grants)) continue;
      said.add(name);
      const lack = lackOf(name, grants);
      if (lack === 'denied') {
        yield { span, message: say('The body tells to use `{0}`, but `disallowedTools` takes it away.', tool.name) };
      } else if (lack) {
        yield {
          span,
          message: say('The body tells to use `{0}`, but `tools` does not grant it, so the model cannot.', tool.name),
          fixes: () => adding(document, 'tools', name),
        };
      }
    }
  },
});

/** Whether granting it would help: some never reach an agent, and a shell does what two of them do. */
const isHandedOver = ({ name, subagent }: Tool, { granted }: Grants): boolean =>
  subagent === 'yes' && !(granted?.has('Bash') && ['Glob', 'Grep'].includes(name));
