// What tears a table apart: text straight below it, the mark of an item before a row, and the dashes one row too low.
import type { Document } from '../syntax/document';
import { lineAt, lineEnd, lineStart, nextLine, trimmed } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { cellCount, isDelimiterRow } from '../syntax/table';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { anyOf } from './needs';
import { lineMatches } from './prose';
import { skillWith } from './samples';
import { isRow, tablesIn } from './table-rows';
import { defineRule, say, type Edit, type Finding, type Fix } from './rule';

const whole = '| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |';

export default defineRule({
  id: 'torn-table',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('|'),
  roles: readsBody,
  summary:
    'A table that takes the text below it for a row, that the mark of an item ends, or whose dashes stand one row too low.',
  why:
    'A table goes on up to a blank line or to the beginning of another block, and its header is the one row above the dashes. ' +
    'So text straight below the last row is a row too, an item ends the table, and a second row above the dashes is no part of it.',
  source: 'GitHub Flavored Markdown 0.29, section 4.10.',
  examples: [
    { bad: skillWith(`${whole}\n<|Then go on.|>`), good: skillWith(`${whole}\n\nThen go on.`) },
    {
      bad: skillWith(`${whole}\n<|**Note**: go on.|>\nAnd on.`),
      good: skillWith(`${whole}\n\n**Note**: go on.\nAnd on.`),
    },
    { bad: skillWith('| A | B |\n| - | - |\n| 1 | 2 |\n<|- |>| 3 | 4 |'), good: skillWith(whole) },
    { bad: skillWith('| A | B |\n| - | - |\n<|+ |>| 1 | 2 |\n| 3 | 4 |'), good: skillWith(whole) },
    { bad: skillWith('<|- |>| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |'), good: skillWith(whole) },
    { bad: skillWith('| A | B |\n| 1 | 2 |\n<|| - | - ||>\n| 3 | 4 |'), good: skillWith(whole) },
    {
      bad: skillWith(
        'A | B\n- | -\n1\n\n- | A | B |\n  | - | - |\n  | 1 | 2 |\n\n| A | B |\n| - | - |\n| 1 | 2 |\n- Item.\n\n| A | B |\n| - | - |\n| 1 | 2 |\n{{end}}\n\n| A | B |\n| - | - |\n| 1 | 2 |\n8. Item.',
      ),
    },
    {
      bad: skillWith(
        '| A |\n| - |\n| 1 |\n\n| A | B |\n| - | - |\n| 1 | 2 |\n- | 3 |\n\n```\n| A | B |\n| - | - |\nText.\n```',
      ),
    },
    { bad: skillWith('Text.\n| A | B |\n| - | - |\n| | |\n| 1 and\nmore | 2 |') },
  ],
  *check(document) {
    for (const { span, header } of tablesIn(document)) {
      if (header.length < 2 || !isRow(document.text.slice(span.start, lineEnd(document.text, span.start)))) continue;
      const below = textBelow(document, span);
      if (below) yield below;
    }
    yield* lateDashes(document);
    yield* markedRows(document);
  },
});

/** Words, whatever they are set in; no item, and no place that a program fills in. */
const isText = (line: string): boolean =>
  /^(?!\d+[.)] )(?:\*{1,2}|_|`|\[)?[\p{L}\d]/u.test(line) && !/[{}|]/.test(line);

/** The first line behind the rows, where it and all that Markdown counts to the table have no bar. */
function textBelow(document: Document, { start, end }: Span): Finding | undefined {
  const { text, uri } = document;
  const dashes = nextLine(text, start);
  let first: Span | undefined;
  for (let at = nextLine(text, dashes); at < end; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    const written = text.slice(line.start, line.end).trimEnd();
    const isBare = !written.includes('|');
    if (first && !isBare) return undefined;
    if (first || !isBare) continue;
    const above = text.slice(lineStart(text, at - 1), at - 1);
    if (!isText(written) || !isRow(above) || lineStart(text, at - 1) === dashes) return undefined;
    first = { start: at, end: at + written.length };
  }
  if (!first) return undefined;
  const place = { start: first.start, end: first.start };
  return {
    span: first,
    message: say('Without a blank line above, this text is one more row of the table.'),
    fixes: () => [fix(say('Insert a blank line'), [{ uri, span: place, text: lineBreak(text) }])],
  };
}

/** Two rows, then dashes. */
const late =
  /[ \t]*\|[^\n]*\|[ \t]*\r?\n[ \t]*\|[^\n]*\|[ \t]*\r?\n[ \t]*\|[ \t:|-]*-[ \t:|-]*\|[ \t]*(?=\r?\n[ \t]*\|)/y;

function* lateDashes(document: Document): Iterable<Finding> {
  const { text, uri } = document;
  for (const { span } of lineMatches(document, '|', late)) {
    const above = lineAt(text, span.start);
    const row = lineAt(text, nextLine(text, above.end));
    const dashes = lineAt(text, nextLine(text, row.end));
    const before = span.start === 0 ? '' : text.slice(lineStart(text, span.start - 1), span.start);
    const columns = cellCount(text, dashes.start, dashes.end);
    const isEven = [above, row].every(({ start, end }) => cellCount(text, start, end) === columns);
    // The same row twice is one too many, and so are dashes.
    if (columns < 2 || !isEven || before.includes('|') || before.trim().startsWith('+')) continue;
    if (!isDelimiterRow(text, dashes.start, dashes.end) || [above, row].some(each => hasNoWord(text, each))) continue;
    if (text.slice(above.start, above.end).trim() === text.slice(row.start, row.end).trim()) continue;
    const end = dashes.start + text.slice(dashes.start, dashes.end).trimEnd().length;
    const moved = `${text.slice(dashes.start, end)}${text.slice(row.end, dashes.start)}${text.slice(row.start, row.end)}`;
    yield {
      span: trimmed(text, dashes),
      message: say(
        'A table has one header row above its dashes, and here are two, so the first is not part of the table. The dashes are one row too low.',
      ),
      fixes: () => [fix(say('Move the dashes up by one row'), [{ uri, span: { start: row.start, end }, text: moved }])],
    };
  }
}

const hasNoWord = (text: string, { start, end }: Span): boolean => !/[\p{L}\d]/u.test(text.slice(start, end));

/** The mark of an item or a quotation, and a row. */
const marked = /([ \t]*)([-*+>][ \t]+)(\|[^\n]*\|)[ \t]*(?=\r?\n|$)/y;

function* markedRows(document: Document): Iterable<Finding> {
  const { text, uri } = document;
  for (const { span, groups } of lineMatches(document, '-*+>', marked, next => next === ' ' || next === '\t')) {
    const [, lead = '', mark = '', row = ''] = groups;
    const columns = cellCount(row, 0, row.length);
    if (columns < 2 || !(isHeader(text, span, lead, columns) || isBelowRow(document, span, columns))) continue;
    const start = span.start + lead.length;
    const place = { start, end: start + mark.length };
    yield {
      span: place,
      message: say('With `{0}` before it this row is not part of the table.', mark.trim()),
      fixes: () => [fix(say('Remove `{0}`', mark.trim()), [{ uri, span: place, text: '' }])],
    };
  }
}

/** Whether dashes stand below that belong to no item. */
function isHeader(text: string, { end }: Span, lead: string, columns: number): boolean {
  const below = lineAt(text, nextLine(text, end));
  return (
    text.slice(below.start, below.end).startsWith(`${lead}|`) &&
    isDelimiterRow(text, below.start, below.end) &&
    cellCount(text, below.start, below.end) === columns
  );
}

/** Whether a table with as many columns ends straight above, if only with its dashes. */
function isBelowRow(document: Document, { start }: Span, columns: number): boolean {
  const { text } = document;
  if (start === 0) return false;
  const above = lineAt(text, start - 1);
  if (!isRow(text.slice(above.start, above.end)) || cellCount(text, above.start, above.end) !== columns) return false;
  if (isDelimiterRow(text, above.start, above.end)) return true;
  return tablesIn(document).some(({ span }) => above.start <= span.end && span.end <= start);
}

const fix = (title: Fix['title'], edits: readonly Edit[]): Fix => ({ title, edits, safe: false, preferred: true });
