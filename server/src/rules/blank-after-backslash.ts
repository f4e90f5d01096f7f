// A backslash at the end of a line of shell with a blank behind it, where the command was to go on in the next line.
import type { Document } from '../syntax/document';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { skillWith } from './samples';
import { shellBlocks, type ShellBlock } from './shell-blocks';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'blank-after-backslash',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('\\ ', '\\\t'),
  roles: readsBody,
  summary: 'A space after the backslash at the end of a line of a command.',
  why:
    'A backslash joins two lines only as the last character of the first. With a space after it the command ends there, with a ' +
    'space for an argument, and the shell takes the next line for a command of its own.',
  source: 'POSIX.1-2024, Shell Command Language, section 2.2.1; counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('```bash\ncurl -s \\<| |>\n  -o a https://b.c\n```'),
      good: skillWith('```bash\ncurl -s \\\n  -o a https://b.c\n```'),
    },
    { bad: skillWith('```sh\na \\<|\t |>\n--all\n```'), good: skillWith('```sh\na \\\n--all\n```') },
    {
      bad: skillWith(
        '```bash\ncd a\\ \nls\n```\n\n```bash\na \\ \n\nb\n```\n\n```\na \\ \n  b\n```\n\n```bash\na \\\\ \n  b\n```',
      ),
    },
    { bad: skillWith("```bash\nawk '{ a \\ \n  b }' c\n```\n\n```bash\ncat <<EOF\na \\ \n  b\nEOF\n```") },
  ],
  *check(document) {
    for (const block of shellBlocks(document)) yield* inBlock(document, block);
  },
});

function* inBlock({ uri }: Document, { start: from, code }: ShellBlock): Iterable<Finding> {
  // In a text that is handed on, a backslash is what its reader makes of it.
  if (code.includes('<<')) return;
  for (const { index, 0: line, 2: before, 3: blanks } of code.matchAll(goesOn)) {
    if (!isWithoutQuotes(before!)) continue;
    const start = from + index + line.length - blanks!.length;
    const span = { start, end: start + blanks!.length };
    yield {
      span,
      message: say(
        'With a space after it, this backslash does not join the lines: the command ends here, and the next line is a command of its own.',
      ),
      fixes: () => [{ title: say('Remove the space'), edits: [{ uri, span, text: '' }], safe: true, preferred: true }],
    };
  }
}

/** What the next line begins with is further in, an option or a mark that joins commands. */
const goesOn = /^([ \t]*)(\S.*)[ \t]+\\([ \t]+)(?=\r?\n(?:\1[ \t]+\S|[ \t]*(?:--?\w|\||&&|>)))/gm;

/** A quote that goes on in the next line holds the backslash. */
const isWithoutQuotes = (line: string): boolean => (line.match(/["']/g) ?? []).length % 2 === 0;
