// Arguments that are counted from one, where Claude Code counts from zero.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { entry } from '../syntax/data';
import { defineRule, say } from './rule';

const command = (body: string, hint = 'argument-hint: "[file] [line]"\n'): string =>
  `-- .claude/commands/go.md --\n---\ndescription: Works.\n${hint}---\n\n${body}\n`;

export default defineRule({
  id: 'argument-number',
  severity: 'information',
  reach: 'document',
  summary: 'A command that uses `$1` and never `$0`.',
  why:
    'Claude Code counts arguments from zero: `$0` is the first and `$1` the second. A command that counts from one ' +
    'leaves out the first argument and gets nothing for the last.',
  source: 'Claude Code documentation, skills, August 2026 (2.1.240).',
  examples: [
    { bad: command('Open <|$1|> and go to line $2.'), good: command('Open $0 and go to line $1.') },
    { bad: command('Open $0 and go to line $1.') },
    { bad: command('Open $ARGUMENTS, then print it with awk: `awk "{ print $1 }"`.') },
    { bad: command('It costs $1.50, or $100, or \\$1.') },
    { bad: command('Open $1.', '') },
  ],
  *check(document, workspace) {
    const role = workspace.role(document.uri);
    if ((role !== 'command' && role !== 'skill') || !takesArguments(document)) return;
    const found = numbered(document);
    const first = found.find(({ span }) => document.text[span.end - 1] === '1');
    if (!first || found.some(({ span }) => document.text[span.end - 1] === '0')) return;
    yield {
      span: first.span,
      message: say('`$1` is the second argument: Claude Code counts from `$0`, and this text never uses that.'),
      fixes: () => [
        {
          title: say('Count from `$0`'),
          edits: found.map(({ span, number }) => ({ uri: document.uri, span, text: `$${number - 1}` })),
          safe: false,
          preferred: true,
        },
      ],
    };
  },
});

const takesArguments = ({ data }: Document): boolean => entry(data, 'argument-hint')?.value !== undefined;

/** The `$1` … `$9` of the text; none where they are something else as well: sums of money, fields of awk, `$ARGUMENTS`. */
function numbered({ text, body }: Document): { readonly span: Span; readonly number: number }[] {
  const start = body?.span.start ?? text.length;
  const written = text.slice(start);
  if (!written.includes('$1') || /\$ARGUMENTS|\bawk\b|\bsed\b|\$\d+[.,]?\d|\$\d+[KMB]\b/.test(written)) return [];
  return [...written.matchAll(/(?<![\\\w$])\$(\d)(?!\w)/g)].map(({ index, 0: all, 1: digit }) => ({
    span: { start: start + index, end: start + index + all.length },
    number: Number(digit),
  }));
}
