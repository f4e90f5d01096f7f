// What is found in one section while it is read, with spans that count from the section's start.
import type { Code, Fence, Heading, Link, SectionContent, Table } from './body';
import { scanInline, type Found } from './inline';
import { headingEnd } from './marks';
import { skipSpace, skipSpaceBack, type Line } from './line';
import type { Paragraph } from './paragraph';
import type { Source } from './source';
import type { Span } from './span';
import { cells } from './table';

/** A fence whose closing line is still to come. Offsets are those of the whole text. */
export interface OpenFence {
  readonly start: number;
  readonly code: number;
  readonly size: number;
  readonly info: Span;
  /** Where the line after the opening one starts. */
  readonly inner: number;
}

export class Findings implements Found {
  readonly codes: Code[] = [];
  readonly links: Link[] = [];
  readonly comments: Span[] = [];
  readonly #headings: Heading[] = [];
  readonly #fences: Fence[] = [];
  readonly #tables: Table[] = [];
  readonly #source: Source;
  readonly #start: number;

  constructor(source: Source, start: number) {
    this.#source = source;
    this.#start = start;
  }

  /** Adds a fence whose text ends at `inner`. */
  addFence(fence: OpenFence, inner: number, outer: number, closed: boolean): void {
    const from = Math.min(fence.inner, inner);
    const within = this.#source.text.slice(from, inner);
    this.#fences.push({
      info: this.#span(fence.info.start, fence.info.end),
      span: this.#span(from, inner),
      outer: this.#span(fence.start, outer),
      closed,
      holdsMarks: within.includes('``') || within.includes('~~'),
    });
  }

  /** Adds the line as a `#` heading, and what its text holds. */
  addHeading(line: Line, level: number): void {
    const start = skipSpace(line.text, line.pos + level, line.end);
    const end = Math.max(start, headingEnd(line));
    this.#headings.push({ level, span: this.#span(start, end), outer: this.#span(line.pos, line.end) });
    scanInline(this.#source, start, end, this.#start, this);
  }

  /** Adds the heading that the line underlines, and what its text holds. */
  addUnderlined(paragraph: Paragraph, line: Line, level: number): void {
    const { from, to } = paragraph;
    const span = this.#span(from, skipSpaceBack(line.text, to, from));
    this.#headings.push({ level, span, outer: this.#span(from, line.end) });
    this.#addText(paragraph);
  }

  /** Adds what a finished paragraph turned out to be. */
  addParagraph(paragraph: Paragraph): void {
    if (paragraph.isDefinition) return;
    if (paragraph.rows === undefined) this.#addText(paragraph);
    else this.#addTable(paragraph, paragraph.rows);
  }

  /** Adds the comments of a block that begins with one. */
  addComments(from: number, to: number): void {
    for (let at = from; at < to;) {
      const open = this.#source.find('<!--', at);
      if (open >= to) break;
      // `<!-->` is a whole comment.
      const close = this.#source.find('-->', open + 2) + 3;
      if (close > to && open > from) break;
      this.comments.push(this.#span(open, Math.min(close, to)));
      at = close;
    }
  }

  content(length: number): SectionContent {
    // A picture inside a link is found before the link.
    if (this.links.some((link, i) => i > 0 && link.outer.start < this.links[i - 1]!.outer.start)) {
      this.links.sort((a, b) => a.outer.start - b.outer.start);
    }
    return {
      length,
      headings: this.#headings,
      fences: this.#fences,
      codes: this.codes,
      links: this.links,
      tables: this.#tables,
      comments: this.comments,
      notes: [],
    };
  }

  #addText(paragraph: Paragraph): void {
    const { source, from, to, at } = paragraph.stretch();
    scanInline(source, from, to, this.#start - at, this);
  }

  #addTable(paragraph: Paragraph, ends: readonly number[]): void {
    const rows: Span[][] = [];
    for (let i = 0; i < ends.length; i += 2) {
      const row = cells(this.#source.text, ends[i]!, ends[i + 1]!);
      for (const { start, end } of row) scanInline(this.#source, start, end, this.#start, this);
      rows.push(row.map(cell => this.#span(cell.start, cell.end)));
    }
    const [header = [], ...rest] = rows;
    this.#tables.push({ outer: this.#span(paragraph.from, paragraph.to), header, rows: rest });
  }

  #span(start: number, end: number): Span {
    return { start: start - this.#start, end: end - this.#start };
  }
}
