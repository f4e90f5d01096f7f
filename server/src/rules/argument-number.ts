// Arguments that are counted from one, where Claude Code counts from zero.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { entry } from '../syntax/data';
import { defineRule, say } from './rule';

const command = (body: string, hint = 'argument-hint: "[file] [line]"\n'): string =>
  `-- .claude/commands/go.md --\n---\ndescription: Works.\n${hint}---\n\n${body}\n`;

export default defineRule({
  id: 'argument-number',
  severity: 'information',
  reach: 'document',
  roles: role => role === 'command' || role === 'skill',
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
    { bad: command('It costs $1 to $5 a call.') },
    { bad: command('Run:\n\n```bash\nf() { echo "$1"; }\n```\n\nReplace by `s/(a)/$1/`.') },
    {
      bad: command('Run:\n\n```bash\ncat "$1"\n```\n\nwhere `<|$1|>` is the file.'),
      good: command('Run:\n\n```bash\ncat "$0"\n```\n\nwhere `$0` is the file.'),
    },
  ],
  *check(document) {
    if (!takesArguments(document)) return;
    const found = numbered(document);
    if (found.some(({ number }) => number === 0)) return;
    const first = found.find(({ span, number }) => number === 1 && !isOfCode(document, span));
    if (!first) return;
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

/** In a code block or within longer inline code, `$1` may be what a shell, a regex or a query means by it. */
function isOfCode({ body }: Document, span: Span): boolean {
  const section = body?.sections.filter(({ start }) => start <= span.start).at(-1);
  if (!section) return false;
  const { start, end } = shift(span, -section.start);
  const holds = (outer: Span): boolean => outer.start <= start && end <= outer.end;
  const { fences, codes } = section.content;
  return (
    fences.some(({ outer }) => holds(outer)) ||
    codes.some(code => holds(code.span) && (code.span.start < start || end < code.span.end))
  );
}

/** The `$1` … `$9` of the text; none where they are something else as well: sums of money, fields of awk, `$ARGUMENTS`. */
function numbered({ text, body }: Document): { readonly span: Span; readonly number: number }[] {
  const start = body?.span.start ?? text.length;
  const written = text.slice(start);
  if (
    !written.includes('$1') ||
    money.test(written) ||
    /\$ARGUMENTS|\bawk\b|\bsed\b|\$\d+[.,]?\d|\$\d+[KMB]\b/.test(written)
  )
    return [];
  return [...written.matchAll(/(?<![\\\w$])\$(\d)(?!\w)/g)].map(({ index, 0: all, 1: digit }) => ({
    span: { start: start + index, end: start + index + all.length },
    number: Number(digit),
  }));
}

const money = /\b(costs?|prices?|pric(ed|ing)|budget|dollars?|USD)\b/i;
