// Commands in the body of an agent that are written for commands and skills: nobody runs them.
import { shift } from '../syntax/span';
import { injectedIn } from './injected';
import { anyOf } from './needs';
import { agentWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'unrun-command',
  severity: 'warning',
  reach: 'document',
  needs: anyOf('!`'),
  roles: role => role === 'agent',
  summary: 'A command of a shell in the body of an agent, written `` !`…` ``, which nobody runs.',
  why:
    'In commands and skills Claude Code runs what stands in `` !`…` `` and puts what it prints in its place. The body of an agent ' +
    'is handed on as it stands: the model reads the mark and the command, and not what it prints.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agentWith('Branch: <|!`git branch`|>\n'), good: agentWith('Branch: `git branch`\n') },
    {
      bad: agentWith('Write `` !`git status` `` into commands.\n\n```\n!`ls`\n```\n\nNever!`git push`\n\nNot! `ls`\n'),
    },
    { bad: '-- .claude/commands/go.md --\n!`git status`\n' },
  ],
  *check(document, workspace) {
    const { uri, body } = document;
    // Elsewhere a file is an agent by its looks alone, which a command may share.
    if (!body || !uri.includes('/agents/')) return;
    for (const section of body.sections) {
      for (const { outer } of injectedIn(document, section)) {
        if (workspace.verdict(document)?.listed !== true) return;
        const span = shift(outer, section.start);
        const mark = { start: span.start, end: span.start + 1 };
        yield {
          span,
          message: say('Claude Code runs no command in the body of an agent, so the model reads this as it stands.'),
          fixes: () => [{ title: say('Remove the `{0}`', '!'), edits: [{ uri, span: mark, text: '' }], safe: false }],
        };
      }
    }
  },
});
