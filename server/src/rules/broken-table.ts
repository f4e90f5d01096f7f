// Tables that Markdown takes for text, since the row of dashes below the header is missing or does not fit it.
import type { Document } from '../syntax/document';
import { lineAt, lineEnd, nextLine, trimmed } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { cellCount, isDelimiterRow } from '../syntax/table';
import { readsBody } from './bodies';
import { changeTo, lineBreak, preferFirst } from './edits';
import { anyOf } from './needs';
import { lineMatches } from './prose';
import { skillWith } from './samples';
import { delimiterRow, isRow, mendedRow, rawCells, tablesIn } from './table-rows';
import { evened } from './uneven-row';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'broken-table',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('|'),
  roles: readsBody,
  summary:
    'Rows of a table that Markdown takes for text: the line of dashes below the first is missing or does not fit it, or a ' +
    'blank line separates them from their table.',
  why:
    'A table is one only where below its header stands a row of dashes with as many columns: `| --- | --- |`. Otherwise all ' +
    'its rows are one paragraph of text with bars in it, for people and for tools alike.',
  source: 'GitHub Flavored Markdown 0.29, section 4.10.',
  examples: [
    {
      bad: skillWith('<|| A | B ||>\n| 1 | 2 |\n| 3 | 4 |'),
      good: skillWith('| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n<|| --- ||>\n| 1 | 2 |'),
      good: skillWith('| A | B |\n| --- | --- |\n| 1 | 2 |'),
    },
    {
      bad: skillWith('| A | B |\n<|| --- |     ||>\n| 1 | 2 |'),
      good: skillWith('| A | B |\n| --- | --- |\n| 1 | 2 |'),
    },
    {
      bad: skillWith('<|| A  B | C ||>\n|---|---|---|\n| 1 | 2 | 3 |'),
      good: skillWith('| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |'),
    },
    {
      bad: skillWith('<|| A || B | C ||>\n|---|---|---|\n| 1 | 2 | 3 |'),
      good: skillWith('| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |'),
    },
    {
      bad: skillWith('| A | B |\n<||===|===||>\n| 1 | 2 |'),
      good: skillWith('| A | B |\n|---|---|\n| 1 | 2 |'),
    },
    {
      bad: skillWith('| A | B |\n|---|---|\n| 1 | 2 |\n\nC:\n\n<|| C | D ||>\n| 1 | 2 |\n| 3 | 4 |'),
      good: skillWith('| A | B |\n|---|---|\n| 1 | 2 |\n\nC:\n\n| C | D |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('| A | B |\n|---|---|\n| 1 | 2 |\n\n<|| 3 | 4 ||>'),
      good: skillWith('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('<||---|---||>\n| 1 | 2 |\n| 3 | 4 |'),
      good: skillWith('|   |   |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'),
    },
    {
      bad: skillWith('Then add from:\n<|| 6 | Six ||>\n| 7 | Seven |\n| 8 | Eight |'),
      good: skillWith('Then add from:\n|   |   |\n|---|---|\n| 6 | Six |\n| 7 | Seven |\n| 8 | Eight |'),
    },
    {
      bad: skillWith('<|| **[a.md](#a)** | Reads ||>\n| **[b.md](#b)** | Writes |\n\n# A\n\n# B'),
      good: skillWith('|   |   |\n|---|---|\n| **[a.md](#a)** | Reads |\n| **[b.md](#b)** | Writes |\n\n# A\n\n# B'),
    },
    {
      bad: skillWith('| A | B |\n\n<||---|---||>\n| 1 | 2 |\n| 3 | 4 |'),
      good: skillWith('| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |'),
    },
    { bad: skillWith('| A | B |\n| - | :-: |\n| 1 | 2 |\n\n```\n| A | B |\n| 1 | 2 |\n| 3 | 4 |\n```') },
    { bad: skillWith('+---+---+\n| A | B |\n| 1 | 2 |\n| 3 | 4 |\n+---+---+\n\n| one |\n| two |\n\n| a | b |') },
    { bad: skillWith('<Format>\n    | A | B |\n    |---|---|\n    | a | b |\n</Format>') },
  ],
  *check(document) {
    const { text } = document;
    for (const { span } of lineMatches(document, '|', block)) {
      if (isTable(document, span)) continue;
      const finding = ofBlock(document, text, span, partedBy(document, span));
      if (finding) yield finding;
    }
  },
});

/** Lines that begin with a bar. */
const block = /^[ \t]*\|[^\n]*(?:\n[ \t]*\|[^\n]*)*/my;

const isTable = (document: Document, { start, end }: Span): boolean =>
  tablesIn(document).some(({ span }) => span.start < end && start < span.end);

/** The blank line above some rows, where a table of as many columns ends above it, or where the header stands there alone. */
function partedBy(document: Document, { start }: Span): Span | undefined {
  const { text } = document;
  const blank = start === 0 ? undefined : lineAt(text, start - 1);
  if (!blank || blank.start === 0 || text.slice(blank.start, blank.end).trim() !== '') return undefined;
  const row = lineAt(text, start);
  const columns = cellCount(text, row.start, row.end);
  const above = lineAt(text, blank.start - 1);
  const isBelow = tablesIn(document).some(
    ({ span, header }) =>
      header.length === columns && span.start < start && above.start < span.end && span.end <= start,
  );
  const isHeader =
    isDelimiterRow(text, row.start, row.end) &&
    isRow(text.slice(above.start, above.end).trimEnd()) &&
    cellCount(text, above.start, above.end) === columns;
  return columns > 1 && (isBelow || isHeader) ? { start: blank.start, end: row.start } : undefined;
}

/** What a row below the header consists of: dashes, or what somebody takes for such. */
const almostDashes = /^[ \t]*\|[ \t|:=.\-–—_]*[=.\-–—_][ \t|:=.\-–—_]*$/;

function ofBlock(document: Document, text: string, { start, end }: Span, blank: Span | undefined): Finding | undefined {
  const header = lineAt(text, start);
  const second = lineAt(text, nextLine(text, header.end));
  const lines = text.slice(start, end).split(/\r?\n/);
  const columns = cellCount(text, header.start, header.end);
  if (columns < 2 || isDrawn(text, start, end)) return undefined;
  const isWrong = lines.length > 1 && almostDashes.test(lines[1]!);
  // The dashes are right: the rows are indented so far that they are shown as code.
  if (
    isWrong &&
    isDelimiterRow(text, second.start, second.end) &&
    cellCount(text, second.start, second.end) === columns
  )
    return undefined;
  const width = cellCount(text, second.start, second.end);
  const below = lines.slice(2).filter(line => line.trim() !== '');
  if (isWrong && !blank && below.length > 0 && isDelimiterRow(text, second.start, second.end))
    if (below.every(line => cellCount(line, 0, line.length) === width)) return oddHeader(document, header, width);
  if (isWrong && !blank) return wrongRow(document, second, mendedRow(lines[1]!, columns, lines[0]!));
  const isEven = lines.every(line => /\|[ \t]*$/.test(line) && cellCount(line, 0, line.length) === columns);
  const isHeadless = isEven && lines.length > 1 && !lines.some(line => almostDashes.test(line));
  if (!blank && isEven && lines.length > 1 && isDelimiterRow(text, header.start, header.end))
    return headless(document, header, columns, false);
  if (!blank && !isHeadless) return undefined;
  const isFirstARow = isHeadless && isRowAmong(lines);
  if (!blank && isFirstARow) return headless(document, header, columns, true);
  const [first = '', ...rows] = lines;
  const at = { start: header.end, end: header.end };
  const { uri } = document;
  return {
    span: trimmed(text, header),
    message: blank
      ? say('A blank line separates these rows from their table, so they are shown as text.')
      : say('These rows are not a table but text: the line of dashes below the first one is missing.'),
    fixes: () =>
      preferFirst([
        ...(blank ? [{ title: say('Remove the blank line'), edits: [{ uri, span: blank, text: '' }], safe: false }] : []), // prettier-ignore
        ...(isHeadless && !isFirstARow
          ? [{ title: say('Insert the line of dashes'), edits: [{ uri, span: at, text: `${lineBreak(text)}${delimiterRow(document, first, rows)}` }], safe: false }] // prettier-ignore
          : []),
      ]),
  };
}

/** Whether the first of some rows is one of them, and no header: they are counted, or each begins with a link. */
function isRowAmong(rows: readonly string[]): boolean {
  const first = rows.map(row => (rawCells(row)[0] ?? '').trim());
  const isCounted = first.every((cell, at) => /^\d+\.?$/.test(cell) && parseInt(cell) === parseInt(first[0]!) + at);
  return isCounted || first.every(cell => /^(?:\*\*|`)?\[[^\]]+\]\(/.test(cell));
}

/** Rows whose header is not there, and perhaps not the dashes either: an empty header goes above. */
function headless({ uri, text }: Document, line: Span, columns: number, lacksDashes: boolean): Finding {
  const span = trimmed(text, line);
  const newline = lineBreak(text);
  const dashes = lacksDashes ? `|${'---|'.repeat(columns)}${newline}` : '';
  const above = `|${'   |'.repeat(columns)}${newline}${dashes}`;
  const message = lacksDashes
    ? say('These rows are not a table but text: the header and the line of dashes above them are missing.')
    : say('These rows are not a table but text: the header above the line of dashes is missing.');
  return {
    span,
    message,
    fixes: () => [
      {
        title: say('Insert an empty header'),
        edits: [{ uri, span: { start: span.start, end: span.start }, text: above }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

/** All rows have as many cells as there are dashes, and the header alone has not. */
function oddHeader(document: Document, line: Span, columns: number): Finding {
  const span = trimmed(document.text, line);
  const row = document.text.slice(span.start, span.end);
  return {
    span,
    message: say(
      'This is not a table but text: the header has {0} cells, and the rows below have {1}.',
      String(cellCount(row, 0, row.length)),
      String(columns),
    ),
    fixes: () => evened(document, span, row, columns),
  };
}

function wrongRow(document: Document, line: Span, row: string): Finding {
  const span = trimmed(document.text, line);
  return {
    span,
    message: say(
      'The rows around this line are not a table but text: the line needs dashes, and as many columns as the header.',
    ),
    fixes: () => [changeTo(document, span, row.trim(), 'best')],
  };
}

/** Frames of a drawing, whose rows have lines of other marks around them. */
function isDrawn(text: string, start: number, end: number): boolean {
  const above = text.slice(0, start).trimEnd();
  const before = lineAt(text, above.length);
  const after = text.slice(nextLine(text, end), lineEnd(text, nextLine(text, end)));
  return [text.slice(before.start, above.length), after].some(line => /^[ \t]*[+┌└╔╚=~]/.test(line));
}
