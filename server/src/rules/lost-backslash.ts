// A line of a command in a shell block whose backslash at the end is gone, so that the options in the next line belong to none.
import type { Document } from '../syntax/document';
import { shift } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { inShell, skillWith } from './samples';
import { few, shellBlocks, type ShellBlock } from './shell-blocks';
import { openIn } from './shell-reading';
import { runsProgram } from './shell-words';
import { defineRule, say, type Finding } from './rule';

const shown = (code: string): string => skillWith(inShell(code));

export default defineRule({
  id: 'lost-backslash',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('\\\n', '\\\r', '  -', '\t-'),
  roles: readsBody,
  summary: 'A line of a command that goes on in the next one, without the backslash that joins them.',
  why:
    'A command ends with its line unless a backslash joins the next one. Where one of several is gone, the command runs without ' +
    'the rest of its options, and the shell takes those for a command of its own, which it does not find.',
  source: 'POSIX.1-2024, Shell Command Language, section 2.2.1; counted over 18 public repositories, 30 November 2026.',
  examples: [
    { bad: shown('<|a b|>\n  --c d \\\n  --e'), good: shown('a b \\\n  --c d \\\n  --e') },
    { bad: shown('a b \\\n  <|--c d|>\n  --e'), good: shown('a b \\\n  --c d \\\n  --e') },
    { bad: shown('a \\\n  <|-H "b: c"|>\n  -d "e" \\\n  f'), good: shown('a \\\n  -H "b: c" \\\n  -d "e" \\\n  f') },
    {
      bad: shown('<|A=$(a b|>\n  --c d \\\n  --e)'),
      good: shown('A=$(a b \\\n  --c d \\\n  --e)'),
    },
    { bad: shown('a b \\\n  <|--c "d"|>\n  | e'), good: shown('a b \\\n  --c "d" \\\n  | e') },
    { bad: shown('a b \\\n  <|"c #d"|>\n  --e f'), good: shown('a b \\\n  "c #d" \\\n  --e f') },
    { bad: shown('<|git log main|>\n  --oneline'), good: shown('git log main \\\n  --oneline') },
    { bad: shown('<|if ! ./a.sh b|>\n     --c; then'), good: shown('if ! ./a.sh b \\\n     --c; then') },
    { bad: shown('<|A=$(a -b c.json|>\n  --d)\n'), good: shown('A=$(a -b c.json \\\n  --d)\n') },
    {
      bad: skillWith(
        '```\na \\\n  --b\n  --c\n```\n\n' +
          inShell(
            'a\n  --b\n  --c',
            'a \\\n  --b\n\n--c',
            'a "b\n  --c \\\n"',
            'a \\\n  --b\n# c\n  --d',
            'a \\\n  --b |\n  --c',
            'cat <<E\na \\\n  --b\n  --c\nE',
            'a \\\n  --b\n  or\n  --c',
            'a [\n  --b \\\n  --c ]',
            'a \\\n  --b\n    --c',
            'a \\\n  --b # c\n  --d',
            'Options of a.sh\n  --b',
            '/a:b --c\n  --d',
            'git log\n  --a    Shows b.',
            'git log\n  --a\n  --b',
            'git log [--a] ...\n  --b',
            'git log --help\n  --b',
            'case "$1.x" in\n  --a)',
            'a b\n  --c',
          ),
      ),
    },
  ],
  *check(document) {
    for (const block of shellBlocks(document)) yield* inBlock(document, block);
  },
});

interface Row {
  readonly at: number;
  readonly text: string;
  readonly margin: number;
  readonly goesOn: boolean;
}

function* inBlock({ uri }: Document, { start, code, margin }: ShellBlock): Iterable<Finding> {
  for (const { row, next } of few(tornRows(code))) {
    const end = row.at + row.text.length;
    // What a quote or a here-document holds is no command; what stands in `$(` is.
    if (openIn(code.slice(0, end), margin).some(({ mark }) => mark !== '(')) continue;
    const span = shift({ start: row.at + row.margin, end }, start);
    yield {
      span,
      message: say(
        'No backslash joins the next line, so the command ends here: it runs without the rest of its options, and `{0}` is taken for a command of its own.',
        /\S+/.exec(next.text)![0],
      ),
      fixes: () => [
        {
          title: say('Insert `{0}`', '\\'),
          edits: [{ uri, span: { start: span.end, end: span.end }, text: ' \\' }],
          safe: false,
          preferred: true,
        },
      ],
    };
  }
}

function* tornRows(code: string): Iterable<{ readonly row: Row; readonly next: Row }> {
  const rows = rowsOf(code);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next && isTorn(rows[index - 1], row, next, rows[index + 2])) yield { row, next };
  }
}

function rowsOf(code: string): Row[] {
  let at = 0;
  return code.split('\n').map(line => {
    const text = line.trimEnd();
    const row = { at, text, margin: text.length - text.trimStart().length, goesOn: text.endsWith('\\') };
    at += line.length + 1;
    return row;
  });
}

const option = /^[ \t]+--?[A-Za-z]/;
const joined = /^[ \t]+(?:--?[A-Za-z]|\| [a-z])/;

/** The next line is one of options, and a line beside these two, or the command itself, shows that it belongs to it. */
function isTorn(before: Row | undefined, row: Row, next: Row, behind: Row | undefined): boolean {
  if (row.goesOn || !isCommand(row.text) || hasRemark(next.text)) return false;
  if (before?.goesOn && row.margin === next.margin) return (option.test(row.text) ? joined : option).test(next.text);
  if (!option.test(next.text) || row.margin >= next.margin) return false;
  if (next.goesOn) return /^[ \t]*[\w./~$"]/.test(row.text);
  // Several lines of options without any backslash, or words in columns, list what there is.
  const isLast = behind === undefined || behind.margin < next.margin;
  return isLast && isPlainCommand(row.text) && !/\S {2,}\S/.test(unquoted(next.text).trimStart());
}

/** Words, not a comment, and nothing at the end that goes on by itself. */
const isCommand = (line: string): boolean => line !== '' && !hasRemark(line) && !/(?:\||&&|[([{;:,^])$/.test(line);

/** A program, or anything of which an option or a path shows that it is one: no heading, no synopsis, no command of an assistant. */
function isPlainCommand(line: string): boolean {
  const text = unquoted(line).replace(/^[ \t]*(?:if )?(?:! )?(?:\w+="?\$\()?/, '');
  const [name = '', ...words] = text.split(/\s+/);
  if (name === 'case' || /\.\.\.|\[-|--help\b/.test(text)) return false;
  return runsProgram(text) || path.test(name) || (/^[a-z][\w.-]*$/.test(name) && words.some(isArgument));
}

/** Of a program: one name behind a slash may be a command of an assistant. */
const path = /^(?:[\w.~-]+|\/[\w.-]+)\/[\w./-]+$/;

const isArgument = (word: string): boolean => /^--?\w|\w[./]\w/.test(word);

const hasRemark = (line: string): boolean => /(?:^|\s)#/.test(unquoted(line));

const unquoted = (line: string): string => line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
