// The blocks of one section: fences, headings, tables, HTML and paragraphs, inside quotes and list items.
import type { Fence, Heading, SectionContent, Table } from './body';
import { Containers } from './containers';
import { endsRaw, htmlBlock, type HtmlBlock } from './html';
import { scanInline, type Found } from './inline';
import { Line, skipSpace, skipSpaceBack } from './line';
import { closesFence, fenceMark, headingEnd, headingLevel, isRule, itemMark, underlineLevel } from './marks';
import { Paragraph } from './paragraph';
import type { Source } from './source';
import type { Span } from './span';
import { cells } from './table';

/** A section's content and where the next section starts. */
export interface ScannedSection {
  readonly content: SectionContent;
  readonly end: number;
}

/** Reads from `start`, where nothing is open, to the next `#` heading of column 0 outside everything. */
export function scanSection(source: Source, start: number): ScannedSection {
  return new Section(source, start).read();
}

interface OpenFence {
  readonly start: number;
  readonly code: number;
  readonly size: number;
  readonly info: Span;
  /** Where the line after the opening one starts. */
  readonly inner: number;
}

interface OpenHtml {
  readonly start: number;
  readonly until: HtmlBlock;
}

class Section implements Found {
  readonly codes: Found['codes'] = [];
  readonly links: Found['links'] = [];
  readonly comments: Found['comments'] = [];
  readonly #headings: Heading[] = [];
  readonly #fences: Fence[] = [];
  readonly #tables: Table[] = [];
  readonly #source: Source;
  readonly #text: string;
  readonly #start: number;
  readonly #line: Line;
  readonly #containers = new Containers();
  /** Where the line before this one ended. */
  #before: number;
  // At most one of these is open.
  #fence: OpenFence | undefined;
  #html: OpenHtml | undefined;
  #paragraph: Paragraph | undefined;
  /** The column from which indented code goes on. */
  #codeColumn: number | undefined;

  constructor(source: Source, start: number) {
    this.#source = source;
    this.#text = source.text;
    this.#start = this.#before = start;
    this.#line = new Line(source.text);
  }

  read(): ScannedSection {
    const line = this.#line;
    let end = this.#start;
    for (;;) {
      line.read(end);
      if (end > this.#start && this.#cutsHere()) {
        this.#endLeaf(this.#before);
        break;
      }
      this.#readLine();
      this.#before = line.end;
      end = line.next;
      if (!line.last) continue;
      this.#endLeaf(end);
      break;
    }
    return { content: this.#content(end - this.#start), end };
  }

  #cutsHere(): boolean {
    if (headingLevel(this.#text, this.#line.start) === 0) return false;
    // A quote or list item ends before a heading of column 0, with all that is open in it.
    return this.#containers.depth > 0 || (this.#fence === undefined && this.#html === undefined);
  }

  #readLine(): void {
    const line = this.#line;
    const containers = this.#containers;
    const depth = containers.enter(line);
    const inside = depth === containers.depth;
    if (inside ? this.#goesOnInside() : this.#goesOnLazily()) return;
    containers.close(depth);
    if (!line.blank) this.#openBlock();
  }

  /** Whether the line belongs to the open block, whose containers all go on. Ends the block if not. */
  #goesOnInside(): boolean {
    const line = this.#line;
    if (this.#paragraph !== undefined) return this.#continueParagraph(this.#paragraph, true);
    if (this.#fence !== undefined) {
      if (closesFence(line, this.#fence.code, this.#fence.size))
        this.#endFence(this.#fence, line.start, line.end, true);
      return true;
    }
    if (this.#html !== undefined) {
      if (this.#html.until === 'blank' ? line.blank : this.#endsHtml(this.#html.until, line.base))
        this.#endHtml(line.end);
      return true;
    }
    if (this.#codeColumn !== undefined && (line.blank || line.indent >= this.#codeColumn)) return true;
    this.#codeColumn = undefined;
    return false;
  }

  /** The same where a container ended: only a paragraph can go on. */
  #goesOnLazily(): boolean {
    if (this.#paragraph !== undefined) return this.#continueParagraph(this.#paragraph, false);
    this.#endLeaf(this.#before);
    return false;
  }

  #continueParagraph(paragraph: Paragraph, inside: boolean): boolean {
    const line = this.#line;
    if (line.blank || (!line.deep && this.#interrupts(paragraph, inside))) {
      this.#endParagraph(paragraph);
      return false;
    }
    if (paragraph.endsBefore(line)) {
      this.#paragraph = undefined;
      return false;
    }
    const level = inside && paragraph.rows === undefined ? underlineLevel(line) : 0;
    if (level > 0) this.#endUnderlined(paragraph, level);
    else paragraph.add(line);
    return true;
  }

  #interrupts(paragraph: Paragraph, inside: boolean): boolean {
    const line = this.#line;
    switch (line.mark) {
      case 35: // #
        if (headingLevel(this.#text, line.pos) > 0) return true;
        break;
      case 96: // `
      case 126: // ~
        if (fenceMark(line) > 0) return true;
        break;
      case 62: // >
        return true;
      case 60: // <
        if (htmlBlock(line) !== undefined) return true;
        break;
      case 45: // -
        if (isRule(line) && !(inside && paragraph.rows === undefined && underlineLevel(line) > 0)) return true;
        if (this.#containers.itemInterrupts(line)) return true;
        break;
      case 95: // _
      case 42: // *
        if (isRule(line)) return true;
        if (this.#containers.itemInterrupts(line)) return true;
        break;
      default:
        if (this.#containers.itemInterrupts(line)) return true;
    }
    return paragraph.tableInterrupts(line);
  }

  /** Opens what begins at the line's first character: containers first, then one block. */
  #openBlock(): void {
    const line = this.#line;
    const containers = this.#containers;
    for (; !line.blank;) {
      if (line.deep) {
        this.#codeColumn = line.baseIndent + 4;
        return;
      }
      const { mark } = line;
      if (mark === 96 || mark === 126) {
        if (this.#openFence(mark)) return;
        break;
      }
      if (mark === 62 && !containers.full) {
        containers.openQuote(line);
        continue;
      }
      if (isRule(line)) return;
      const item = itemMark(line);
      if (item > 0 && !containers.full) {
        containers.openItem(line, item);
        continue;
      }
      if (mark === 35 && this.#readHeading()) return;
      if (mark === 60 && this.#openHtml()) return;
      break;
    }
    if (!line.blank) this.#paragraph = new Paragraph(this.#source, line);
  }

  #openFence(code: number): boolean {
    const line = this.#line;
    const after = fenceMark(line);
    if (after < 0) return false;
    const info = skipSpace(this.#text, after, line.end);
    this.#fence = {
      start: line.pos,
      code,
      size: after - line.pos,
      info: this.#span(info, skipSpaceBack(this.#text, line.end, info)),
      inner: line.next,
    };
    return true;
  }

  #endFence(fence: OpenFence, inner: number, outer: number, closed: boolean): void {
    this.#fence = undefined;
    this.#fences.push({
      info: fence.info,
      span: this.#span(Math.min(fence.inner, inner), inner),
      outer: this.#span(fence.start, outer),
      closed,
    });
  }

  #openHtml(): boolean {
    const line = this.#line;
    const until = htmlBlock(line);
    if (until === undefined) return false;
    this.#html = { start: line.pos, until };
    if (until !== 'blank' && this.#endsHtml(until, line.pos)) this.#endHtml(line.end);
    return true;
  }

  #endsHtml(until: HtmlBlock, from: number): boolean {
    const { end } = this.#line;
    if (until === 'raw') return endsRaw(this.#text, from, end);
    return until !== 'blank' && this.#source.find(until, from) + until.length <= end;
  }

  #endHtml(end: number): void {
    const html = this.#html;
    this.#html = undefined;
    if (html?.until !== '-->') return;
    // One block can hold several comments; `<!-->` is one.
    for (let at = html.start; at < end;) {
      const open = this.#source.find('<!--', at);
      if (open >= end) break;
      const close = this.#source.find('-->', open + 2) + 3;
      if (close > end && open > html.start) break;
      this.comments.push(this.#span(open, Math.min(close, end)));
      at = close;
    }
  }

  #readHeading(): boolean {
    const line = this.#line;
    const level = headingLevel(this.#text, line.pos);
    if (level === 0) return false;
    const start = skipSpace(this.#text, line.pos + level, line.end);
    const end = Math.max(start, headingEnd(line));
    this.#headings.push({ level, span: this.#span(start, end), outer: this.#span(line.pos, line.end) });
    scanInline(this.#source, start, end, this.#start, this);
    return true;
  }

  #endUnderlined(paragraph: Paragraph, level: number): void {
    this.#paragraph = undefined;
    const end = skipSpaceBack(this.#text, paragraph.to, paragraph.from);
    this.#headings.push({
      level,
      span: this.#span(paragraph.from, end),
      outer: this.#span(paragraph.from, this.#line.end),
    });
    this.#readText(paragraph);
  }

  #endParagraph(paragraph: Paragraph): void {
    this.#paragraph = undefined;
    if (paragraph.isDefinition) return;
    if (paragraph.rows === undefined) this.#readText(paragraph);
    else this.#readTable(paragraph, paragraph.rows);
  }

  #readText(paragraph: Paragraph): void {
    const { source, from, to, at } = paragraph.stretch();
    scanInline(source, from, to, this.#start - at, this);
  }

  #readTable(paragraph: Paragraph, ends: readonly number[]): void {
    const rows: Span[][] = [];
    for (let i = 0; i < ends.length; i += 2) {
      const row = cells(this.#text, ends[i]!, ends[i + 1]!);
      for (const { start, end } of row) scanInline(this.#source, start, end, this.#start, this);
      rows.push(row.map(cell => this.#span(cell.start, cell.end)));
    }
    const [header = [], ...rest] = rows;
    this.#tables.push({ outer: this.#span(paragraph.from, paragraph.to), header, rows: rest });
  }

  /** Ends what is open, at `end`. */
  #endLeaf(end: number): void {
    if (this.#paragraph !== undefined) this.#endParagraph(this.#paragraph);
    if (this.#fence !== undefined) this.#endFence(this.#fence, end, end, false);
    if (this.#html !== undefined) this.#endHtml(end);
    this.#codeColumn = undefined;
  }

  #content(length: number): SectionContent {
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
    };
  }

  #span(start: number, end: number): Span {
    return { start: start - this.#start, end: end - this.#start };
  }
}
