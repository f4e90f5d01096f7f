// Agents, skills and commands without instructions.
import type { Role } from '../workspace/classify';
import { firstLine } from './first-line';
import { defineRule, say } from './rule';

const front = '---\nname: a\ndescription: Works.\n';

export default defineRule({
  id: 'empty-body',
  severity: 'warning',
  reach: 'document',
  anyWords: true,
  roles: hasInstructions,
  summary: 'An agent, a skill or a command with nothing below its front matter.',
  why:
    'What stands below the front matter is what the model is told: the system prompt of an agent, the instructions of a ' +
    'skill, the prompt of a command. Without it the model knows nothing but a name.',
  source: "Claude Code's documentation of subagents, skills and commands, August 2026.",
  examples: [
    { bad: `-- .claude/agents/a.md --\n<|---|>\n${front.slice(4)}---\n` },
    { bad: `-- .claude/skills/a/SKILL.md --\n<|---|>\n${front.slice(4)}---\n\n<!-- later -->\n` },
    { bad: '-- .claude/commands/go.md --\n<|---|>\ndescription: Goes.\n---\n' },
    { bad: `-- .claude/agents/a.md --\n${front}---\nWork.\n` },
    { bad: `-- .claude/agents/a.md --\n${front}initialPrompt: Go.\n---\n` },
  ],
  *check(document, workspace) {
    const { text, body, frontMatter, data } = document;
    // While front matter is not closed, all of the file may be meant to be its body.
    if (!body || !frontMatter?.close || body.span.end - body.span.start > most) return;
    if (
      text
        .slice(body.span.start)
        .replace(/<!--[^]*?(?:-->|$)/g, '')
        .trim() !== ''
    )
      return;
    if (data?.is === 'map' && data.entries.some(({ key }) => key.text === 'initialPrompt')) return;
    const role = workspace.role(document.uri);
    yield {
      span: firstLine(document),
      message:
        role === 'agent'
          ? say('The agent has no instructions. Write below the front matter what it is to do.')
          : role === 'skill'
            ? say('The skill has no instructions. Write below the front matter what the model is to do.')
            : say('The command has no prompt. Write below the front matter what the model is to do.'),
    };
  },
});

/** More than this is no comment that stands alone: looking through it would cost at every key. */
const most = 2000;

function hasInstructions(role: Role): boolean {
  return role === 'agent' || role === 'skill' || role === 'command';
}
