// Rows of a table that have more or fewer cells than its header, or lack the bar that all others begin or end with.
import type { Document } from '../syntax/document';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { cellCount } from '../syntax/table';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { skillWith } from './samples';
import { lineBreak, preferFirst } from './edits';
import { isRow, tablesIn } from './table-rows';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'uneven-row',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('|'),
  roles: readsBody,
  summary: 'A row of a table with more or fewer cells than its header, or without the bar that all others have.',
  why:
    'Cells count from the left: where a bar is missing, what stands after it moves under the wrong header, and cells beyond ' +
    'the last column are not shown at all. A bar within a cell, in code as well, needs a backslash before it.',
  source: 'GitHub Flavored Markdown 0.29, section 4.10; 9 of 9,423 rows in 18 public repositories.',
  examples: [
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| 1 ||>\n| 3 | 4 |'),
      good: skillWith('| A | B |\n| - | - |\n| 1 | |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| 1  2 ||>\n| 3 | 4 |'),
      good: skillWith('| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| 1 || 2 ||>\n| 3 | 4 |'),
      good: skillWith('| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| `a|b` | 2 ||>\n| 3 | 4 |'),
      good: skillWith('| A | B |\n| - | - |\n| `a\\|b` | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| 1 | 2 || 3 | 4 ||>\n<|| 5 | 6 | | 7 | 8 ||>'),
      good: skillWith('| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n| 7 | 8 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| 1 ｜ 2 ||>\n| 3 | 4 |'),
      good: skillWith('| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|1 | 2 ||>\n<|| 3 | 4|>'),
      good: skillWith('| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n| - | - |\n<|| 1 and|>\n<|more | 2 ||>\n| 3 | 4 |'),
    },
    { bad: skillWith('| A | B |\n| - | - |\n{{#if x}}| 1 | {{x}} |{{/if}}\n| 3 | 4 |') },
    {
      bad: skillWith(
        'A | B\n- | -\n1 | 2\n\n| A | B |\n| - | - |\n| `a\\|b` | |\n\n```\n| A | B |\n| - | - |\n| 1 |\n```',
      ),
    },
  ],
  *check(document) {
    for (const { span, header } of tablesIn(document))
      yield* inTable(document, document.text, span.start, span.end, header.length);
  },
});

/** Whether a program decides what of the row is there: `{{#if x}}| A | B |{{/if}}`. */
const isTemplate = (row: string): boolean => /\{\{[#/^]|\{%/.test(row);

function* inTable(document: Document, text: string, from: number, to: number, columns: number): Generator<Finding> {
  const first = lineEnd(text, from);
  const isFramed = isRow(text.slice(from, first));
  if (columns < 2) return;
  for (let at = nextLine(text, nextLine(text, first)); at < to; at = nextLine(text, at)) {
    const line = text.slice(at, Math.min(lineEnd(text, at), to));
    const row = line.trim();
    const start = at + line.length - line.trimStart().length;
    const span = { start, end: start + row.length };
    if (row === '' || row.startsWith('>') || !row.includes('|') || isTemplate(row)) continue;
    // Two bars side by side are an empty cell, which is counted as one.
    const count = cellCount(text, span.start, span.end);
    if (count === columns) {
      if (isFramed && !(row.startsWith('|') && /(?<!\\)\|$/.test(row)))
        yield unframed(document, span, row.startsWith('|'), { start: at, end: at + line.length }, columns);
    } else yield uneven(document, span, row, count, columns);
  }
}

/** Blanks around the row are those that stood beside the bar. */
function unframed(document: Document, span: Span, isLast: boolean, line: Span, columns: number): Finding {
  const { uri, text } = document;
  const at = isLast ? line.end : line.start;
  const besides = isLast ? text.slice(span.end, line.end) : text.slice(line.start, span.start);
  const bar = isLast ? ' |' : '| ';
  const put = besides === '' ? bar : '|';
  return {
    span,
    message: say('This row lacks the `|` at its edge that the header of the table has, so a cell is easily lost here.'),
    fixes: () =>
      preferFirst([
        ...(isLast ? joined(document, span, text.slice(span.start, span.end), columns) : []),
        { title: say('Insert `{0}`', '|'), edits: [{ uri, span: { start: at, end: at }, text: put }], safe: false },
      ]),
  };
}

function uneven(document: Document, span: Span, row: string, count: number, columns: number): Finding {
  const message =
    count > columns
      ? say(
          'This row has {0} cells and the header {1}: what stands beyond the last column is not shown.',
          String(count),
          String(columns),
        )
      : say(
          'This row has {0} cells and the header {1}: what stands after the missing one is in the wrong column.',
          String(count),
          String(columns),
        );
  return {
    span,
    message,
    fixes: () => evened(document, span, row, columns),
  };
}

/** What makes a row have as many cells as there are columns. */
export function evened(document: Document, span: Span, row: string, columns: number): Fix[] {
  const count = cellCount(row, 0, row.length);
  return count > columns ? shorter(document, span, row, columns) : longer(document, span, row, columns - count);
}

/** One edit of a row, where it gives the cells that are wanted. */
function change({ uri }: Document, span: Span, row: string, columns: number, title: Fix['title']): Fix[] {
  if (cellCount(row, 0, row.length) !== columns) return [];
  return [{ title, edits: [{ uri, span, text: row }], safe: false }];
}

const isBarInCode = (row: string): boolean => /`[^`]*\|[^`]*`/.test(row);

function shorter(document: Document, span: Span, row: string, columns: number): Fix[] {
  const escaped = row.replace(/(`+)[^`]+\1/g, code => code.replace(/(?<!\\)\|/g, '\\|'));
  const removal = say('Remove one `{0}`', '|');
  const gaps = [...row.matchAll(/\|[ \t]*\|/g)].map(({ index }) => row.slice(0, index) + row.slice(index + 1));
  const words = [...row.matchAll(/(?<=[^\s|])\|(?=[^\s|])/g)].map(
    ({ index }) => `${row.slice(0, index)}\\${row.slice(index)}`,
  );
  const cut = row.replace(/[ \t]*(?<!\\)\|[^|]*\|$/, ' |');
  return preferFirst([
    ...parted(document, span, row, columns),
    ...change(document, span, escaped, columns, say('Put a backslash before each bar in code')),
    ...gaps.flatMap(each => change(document, span, each, columns, removal)),
    ...words.flatMap(each => change(document, span, each, columns, say('Put a backslash before the bar'))),
    ...(isBarInCode(row) ? [] : change(document, span, cut, columns, say('Remove the last cell'))),
  ]);
}

/** Two rows in one line, where the break between them was lost. */
function parted({ uri, text }: Document, span: Span, row: string, columns: number): Fix[] {
  const isRow = (part: string): boolean => cellCount(part, 0, part.length) === columns;
  const gap = [...row.matchAll(/(?<=\|)[ \t]*(?=\|)/g)].find(
    ({ index, 0: blanks }) => isRow(row.slice(0, index)) && isRow(row.slice(index + blanks.length)),
  );
  if (!gap) return [];
  const start = span.start + gap.index;
  const margin = text.slice(lineStart(text, span.start), span.start);
  const edit = { uri, span: { start, end: start + gap[0].length }, text: lineBreak(text) + margin };
  return [{ title: say('Begin a new line with the second row'), edits: [edit], safe: false }];
}

/** A row that goes on in the next line, where a break came into it. */
function joined(document: Document, span: Span, row: string, columns: number): Fix[] {
  const { text } = document;
  const below = nextLine(text, span.end);
  const end = lineEnd(text, below);
  const rest = text.slice(below, end).trim();
  if (/^(?:\||$)/.test(rest) || !rest.endsWith('|')) return [];
  // A link has no blank between its text and its path.
  const gap = row.endsWith(']') && rest.startsWith('(') ? '' : ' ';
  return change(
    document,
    { start: span.start, end },
    `${row}${gap}${rest}`,
    columns,
    say('Join it with the line below'),
  );
}

function longer(document: Document, span: Span, row: string, lack: number): Fix[] {
  const columns = cellCount(row, 0, row.length) + lack;
  const gaps = [...row.matchAll(/(?<=[^\s|]) ( +)(?=[^\s|])/g)].map(
    ({ index, 0: blanks }) =>
      `${row.slice(0, index + 1)}|${row.slice(index + 1, index + blanks.length)}${row.slice(index + blanks.length)}`,
  );
  const empty = `${row.replace(/[ \t]*\|$/, '')}${' |'.repeat(lack)} |`;
  const plain = row.replace(/[｜│¦]/g, '|');
  const fixes = [
    ...(plain === row ? [] : change(document, span, plain, columns, say('Write `{0}` between the cells', '|'))),
    ...joined(document, span, row, columns),
    ...gaps.slice(0, 3).flatMap(each => change(document, span, each, columns, say('Insert `{0}`', '|'))),
    ...change(document, span, empty, columns, say('Add what is missing as empty cells')),
  ];
  // The end of the row above is none of its own.
  const above = span.start === 0 ? '' : document.text.slice(lineStart(document.text, span.start - 1), span.start);
  return /^[ \t]*\|/.test(above) && !row.startsWith('|') ? fixes : preferFirst(fixes);
}
