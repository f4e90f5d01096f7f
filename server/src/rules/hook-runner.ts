// Hooks, status lines and the like that hand a script to a program of another language.
import { textsUnder } from '../syntax/data';
import { shift } from '../syntax/span';
import { changeTo } from './edits';
import { defineEntryRule, say } from './rule';
import { runnerSlips } from './runner-reading';

const settings = (command: string): string =>
  `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n-- .claude/a.py --\n-- .claude/a.sh --\n-- .claude/a.js --\n`;

export default defineEntryRule({
  id: 'hook-runner',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A hook whose script is handed to a program of another language.',
  why:
    'A program that is given a script of another language stops at its first line. The hook fails, and Claude Code goes on as if ' +
    'there were none.',
  source:
    'The documentation of Node.js, Python, Bash and Ruby: each runs programs of its own language; counted over 198 public packages, 30 November 2026.',
  examples: [
    { bad: settings('<|node|> .claude/a.py'), good: settings('python3 .claude/a.py') },
    {
      bad: settings('<|python3|> \\"$CLAUDE_PROJECT_DIR\\"/.claude/a.sh --all'),
      good: settings('bash \\"$CLAUDE_PROJECT_DIR\\"/.claude/a.sh --all'),
    },
    {
      bad: settings('<|bash|> \\"${CLAUDE_PROJECT_DIR}/.claude/a.js\\"'),
      good: settings('node \\"${CLAUDE_PROJECT_DIR}/.claude/a.js\\"'),
    },
    { bad: settings('.claude/a.sh --to a.py; bash -c \\"node .claude/a.js\\" && python3 -m a.b .claude/a.js') },
    { bad: settings('node .claude/a.js a.py; sh .claude/a.sh a.js') },
  ],
  *entry({ entry: { key, value } }, document) {
    if (key.text !== 'hooks' && key.text !== 'statusLine') return;
    for (const { span } of textsUnder(value, ['command'])) {
      for (const slip of runnerSlips(document.text.slice(span.start, span.end))) {
        const place = shift(slip.span, span.start);
        yield {
          span: place,
          message: say(
            '`{0}` runs no script that ends with `.{1}`, so the hook fails; `{2}` does.',
            slip.runner,
            slip.ending,
            slip.instead,
          ),
          fixes: () => [changeTo(document, place, slip.instead, 'best')],
        };
      }
    }
  },
});
