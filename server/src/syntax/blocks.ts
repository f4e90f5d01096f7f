// The blocks of one section: fences, headings, tables, HTML and paragraphs, inside quotes and list items.
import type { SectionContent } from './body';
import { Containers } from './containers';
import { Findings, type OpenFence } from './findings';
import { endsRaw, htmlBlock, type HtmlBlock } from './html';
import { Line, skipSpace, skipSpaceBack } from './line';
import { closesFence, fenceMark, headingLevel, isRule, itemMark, underlineLevel } from './marks';
import { Paragraph } from './paragraph';
import type { Source } from './source';

/** A section's content and where the next section starts. */
export interface ScannedSection {
  readonly content: SectionContent;
  readonly end: number;
}

/** Reads from `start`, where nothing is open, to the next `#` heading of column 0 outside everything. */
export function scanSection(source: Source, start: number): ScannedSection {
  return new Section(source, start).read();
}

interface OpenHtml {
  readonly start: number;
  readonly until: HtmlBlock;
}

class Section {
  readonly #source: Source;
  readonly #text: string;
  readonly #start: number;
  readonly #line: Line;
  readonly #findings: Findings;
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
    this.#findings = new Findings(source, start);
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
    return { content: this.#findings.content(end - this.#start), end };
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
    const fence = this.#fence;
    if (fence !== undefined) {
      if (closesFence(line, fence.code, fence.size)) this.#endFence(fence, line.start, line.end, true);
      return true;
    }
    const html = this.#html;
    if (html !== undefined) {
      if (html.until === 'blank' ? line.blank : this.#endsHtml(html.until, line.base)) this.#endHtml(html, line.end);
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
    if (level === 0) paragraph.add(line);
    else {
      this.#paragraph = undefined;
      this.#findings.addUnderlined(paragraph, line, level);
    }
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
    while (!line.blank) {
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
      const level = mark === 35 ? headingLevel(this.#text, line.pos) : 0;
      if (level > 0) return this.#findings.addHeading(line, level);
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
      info: { start: info, end: skipSpaceBack(this.#text, line.end, info) },
      inner: line.next,
    };
    return true;
  }

  #endFence(fence: OpenFence, inner: number, outer: number, closed: boolean): void {
    this.#fence = undefined;
    this.#findings.addFence(fence, inner, outer, closed);
  }

  #openHtml(): boolean {
    const line = this.#line;
    const until = htmlBlock(line);
    if (until === undefined) return false;
    const html = (this.#html = { start: line.pos, until });
    if (until !== 'blank' && this.#endsHtml(until, line.pos)) this.#endHtml(html, line.end);
    return true;
  }

  #endsHtml(until: Exclude<HtmlBlock, 'blank'>, from: number): boolean {
    const { end } = this.#line;
    if (until === 'raw') return endsRaw(this.#text, from, end);
    return this.#source.find(until, from) + until.length <= end;
  }

  #endHtml(html: OpenHtml, end: number): void {
    this.#html = undefined;
    if (html.until === '-->') this.#findings.addComments(html.start, end);
  }

  #endParagraph(paragraph: Paragraph): void {
    this.#paragraph = undefined;
    this.#findings.addParagraph(paragraph);
  }

  /** Ends what is open, at `end`. */
  #endLeaf(end: number): void {
    if (this.#paragraph !== undefined) this.#endParagraph(this.#paragraph);
    if (this.#fence !== undefined) this.#endFence(this.#fence, end, end, false);
    if (this.#html !== undefined) this.#endHtml(this.#html, end);
    this.#codeColumn = undefined;
  }
}
