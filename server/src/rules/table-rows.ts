// The tables of a body and their rows, and the row of dashes below a header, made as the file writes it elsewhere.
import type { Document } from '../syntax/document';
import { lineAt, nextLine } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';

/** What stands between the pipes of a row, blanks included. */
export const rawCells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/);

/** Whether a line begins and ends with a bar. */
export const isRow = (line: string): boolean => /^[ \t]*\|.*\|[ \t]*\r?$/.test(line);

/** The tables of the body, with spans in the whole text, and the cells of their headers. */
export const tablesIn = ({ body }: Document): { readonly span: Span; readonly header: readonly Span[] }[] =>
  (body?.sections ?? []).flatMap(({ start, content }) =>
    content.tables.map(({ outer, header }) => ({ span: shift(outer, start), header })),
  );

/** How wide the dashes are, and whether blanks stand around them. */
interface Style {
  readonly full: boolean;
  readonly blanks: boolean;
}

/** The row below a header, in the style of the first table that the document has. */
export function delimiterRow(document: Document, header: string, rows: readonly string[]): string {
  const { full, blanks } = styleIn(document) ?? styleOf(header, rows);
  const cells = rawCells(header).map(cell => {
    const width = full ? Math.max(cell.length - (blanks ? 2 : 0), 3) : 3;
    return blanks ? ` ${'-'.repeat(width)} ` : '-'.repeat(width);
  });
  return `${/^\s*/.exec(header)![0]}|${cells.join('|')}|`;
}

function styleIn(document: Document): Style | undefined {
  const [table] = tablesIn(document);
  if (!table) return undefined;
  const { text } = document;
  const first = lineAt(text, table.span.start);
  const second = lineAt(text, nextLine(text, first.end));
  const header = rawCells(text.slice(first.start, first.end));
  const dashes = rawCells(text.slice(second.start, second.end));
  const blanks = dashes.every(cell => cell.startsWith(' ') && cell.endsWith(' '));
  const isFull = dashes.some(cell => cell.trim().length !== 3) && header.every((cell, i) => cell.length === dashes[i]?.length); // prettier-ignore
  return { blanks, full: isFull };
}

/** Rows that stand in line with their header were written by a formatter, whose dashes fill the columns. */
function styleOf(header: string, rows: readonly string[]): Style {
  const widths = (row: string): string => rawCells(row).map(cell => cell.length).join(' '); // prettier-ignore
  const inLine = rows.every(row => widths(row) === widths(header));
  return { full: inLine, blanks: inLine };
}

/** A row of other marks, or of too few or many columns, as a row of dashes with a column for each of the header. Where
 * dashes fill the columns, they fill the one that is missing. */
export function mendedRow(row: string, columns: number, header: string): string {
  const widths = rawCells(header).map(cell => cell.length);
  const isFull = rawCells(row).every((cell, index) => cell.length === widths[index]);
  const cells = rawCells(row).map(cell => {
    const mark = cell.trim();
    const dashes = '-'.repeat(Math.max(mark.replace(/:/g, '').length, mark.includes('-') ? 1 : 3));
    // Blanks take the place of dashes that were lost.
    if (mark === '' && cell.length > 4) return ` ${'-'.repeat(cell.length - 2)} `;
    const aligned = `${mark.startsWith(':') ? ':' : ''}${dashes}${mark.length > 1 && mark.endsWith(':') ? ':' : ''}`;
    return cell.replace(/\S(?:.*\S)?/, aligned) || aligned;
  });
  const last = cells.at(-1) ?? '---';
  const filler = (width: number): string =>
    /^ .* $/.test(last) ? ` ${'-'.repeat(Math.max(width - 2, 1))} ` : '-'.repeat(Math.max(width, 1));
  const filled = Array.from({ length: columns }, (_, i) => cells[i] ?? (isFull ? filler(widths[i] ?? 3) : last));
  return `${/^\s*/.exec(row)![0]}|${filled.join('|')}|`;
}
