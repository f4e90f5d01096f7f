// Code blocks as their authors mean them: a line of marks with a language, inside an open block, opens another one within it.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { languageForm } from './fence-ends';
import { perSection } from './per-section';

/** A line of marks. */
export interface FenceLine {
  /** The marks alone. */
  readonly marks: Span;
  /** The words behind them; empty where there are none. */
  readonly info: string;
  readonly mark: string;
  readonly length: number;
}

/** A block that shows other blocks and that Markdown ends too early. */
export interface MeantSample {
  readonly opens: FenceLine;
  readonly closes: FenceLine;
  /** The lines of marks within. */
  readonly inner: readonly FenceLine[];
  /** Closing lines that have more or fewer marks than their opening ones, and what they should have. */
  readonly uneven: readonly { readonly line: FenceLine; readonly length: number }[];
  /** Whether no other line can be meant for the end. */
  readonly isSure: boolean;
}

/** The samples of a document, in order. Where all blocks are closed and hold no marks there is nothing to ask. */
export function meantSamples(document: Document): readonly MeantSample[] {
  if (!isOdd(document)) return none;
  const lines = fenceLines(document);
  const blocks = blocksOf(document);
  const found: MeantSample[] = [];
  for (let at = 0; at < lines.length;) {
    const { marks } = lines[at]!;
    const block = blocks.find(({ start, end }) => start <= marks.start && marks.start < end);
    const sample = block && sampleFrom(document.text, lines, at);
    if (sample) found.push(sample);
    const end = sample?.closes.marks.end ?? (block?.start === marks.start ? block.end : endOf(lines, at));
    while (at < lines.length && lines[at]!.marks.start < end) at++;
  }
  return found;
}

const none: readonly MeantSample[] = [];

/** Whether any block is not closed or holds marks of one: few texts have such, and this is asked at each key. */
export function isOdd({ body }: Document): boolean {
  for (const { content } of body?.sections ?? [])
    for (const { closed, holdsMarks } of content.fences) if (!closed || holdsMarks) return true;
  return false;
}

/** From the opening marks to the closing ones. */
export const spanOf = ({ opens, closes }: MeantSample): Span => ({ start: opens.marks.start, end: closes.marks.end });

const linesOfSection = perSection(text =>
  [...text.matchAll(/^( {0,3})(`{3,}|~{3,})([^`\n]*)$/gm)].map(({ index, 1: lead, 2: marks, 3: info }) => ({
    start: index + lead!.length,
    marks: marks!,
    info: info!.trim(),
  })),
);

/** Whether a section holds any. */
export const holdsFences = (document: Document, section: Section): boolean =>
  linesOfSection(document, section).length > 0;

const fenceLines = (document: Document): FenceLine[] =>
  (document.body?.sections ?? []).flatMap(section =>
    linesOfSection(document, section).map(({ start, marks, info }) => ({
      marks: { start: section.start + start, end: section.start + start + marks.length },
      info,
      mark: marks[0]!,
      length: marks.length,
    })),
  );

const blocksOf = ({ body }: Document): Span[] =>
  (body?.sections ?? []).flatMap(({ start, content }) =>
    content.fences.map(({ outer }) => ({ start: start + outer.start, end: start + outer.end })),
  );

/** Where a block ends that Markdown does not take for one, since a sample above turned the lines of marks round. */
function endOf(lines: readonly FenceLine[], at: number): number {
  const opens = lines[at]!;
  const closes = lines.slice(at + 1).find(line => endsInMarkdown(line, opens));
  return (closes ?? opens).marks.end;
}

const endsInMarkdown = ({ info, mark, length }: FenceLine, opens: FenceLine): boolean =>
  info === '' && mark === opens.mark && length >= opens.length;

const showsMarkdown = /^(markdown|mdx?)$/i;
/** With a sentence behind its marks a line is text that was joined to them. */
const isLanguage = new RegExp(`^${languageForm}$`);

/** The block that a line opens, where another one opens inside it and Markdown takes its end for the end of both. */
function sampleFrom(text: string, all: readonly FenceLine[], at: number): MeantSample | undefined {
  const opens = all[at]!;
  if (!/^[\w+#-]*$/.test(opens.info) || (opens.info === '' && shapeOf(text, opens) === 'closes')) return undefined;
  const lines = all.slice(at + 1).filter(({ mark }) => mark === opens.mark);
  const early = lines.findIndex(line => endsInMarkdown(line, opens));
  const open: FenceLine[] = [];
  const uneven: { line: FenceLine; length: number }[] = [];
  let isSure = true;
  for (const [index, line] of lines.entries()) {
    const inner = open.at(-1);
    if (line.info !== '') {
      if (!mayOpen(line, inner, opens)) return undefined;
      open.push(line);
    } else if (inner) {
      if (inner.info !== '' && shapeOf(text, line) === 'opens' && isBlankAbove(text, line)) return undefined;
      if (inner.info === '' && opens.length > 3 && line.length >= opens.length) return undefined;
      if (line.length !== inner.length) uneven.push({ line, length: inner.length });
      open.pop();
    } else {
      const shape = shapeAmong(text, lines, index);
      if (shape === 'opens') {
        if (opens.length > 3 && line.length >= opens.length) return undefined;
        open.push(line);
        continue;
      }
      // Fewer marks than those of a block that does end below are no end of it.
      if (line.length < opens.length && early > index) continue;
      isSure &&= shape === 'closes' && !closesNothing(text, lines[index + 1]);
      if (line.length !== opens.length) uneven.push({ line, length: opens.length });
      const within = lines.slice(0, index);
      return isEndedEarly(opens, within, early) ? { opens, closes: line, inner: within, uneven, isSure } : undefined;
    }
  }
  return undefined;
}

/** A line with a language opens a block in another one only where that shows Markdown, or is the outermost. */
const mayOpen = (line: FenceLine, inner: FenceLine | undefined, opens: FenceLine): boolean =>
  isLanguage.test(line.info) &&
  (opens.length === 3 || line.length < opens.length) &&
  (!inner || showsMarkdown.test(inner.info));

/** Whether Markdown ends the block at one of the lines within, or nowhere. */
function isEndedEarly({ info }: FenceLine, within: readonly FenceLine[], early: number): boolean {
  if (early < 0) return true;
  return early < within.length && (within.some(line => line.info !== '') || showsMarkdown.test(info));
}

/** What a line without a language does by what stands above and below it. Nobody begins a block by a blank line. */
function shapeOf(text: string, line: FenceLine): Shape {
  const below = text.slice(nextLine(text, line.marks.end), lineEnd(text, nextLine(text, line.marks.end)));
  if (/^\s*(?:$|<\/|[`~]{3,}\s*$|---$)/.test(below)) return 'closes';
  if (isBlankAbove(text, line)) return 'opens';
  return /^#{1,6} |[:*]$|^<\w[^>]*>$/.test(lineAbove(text, line)) ? 'opens' : 'either';
}

type Shape = 'opens' | 'closes' | 'either';

/** The same, and what is left open is decided by the next line of marks: one that closes has to have something to close. */
function shapeAmong(text: string, lines: readonly FenceLine[], at: number): Shape {
  const shape = shapeOf(text, lines[at]!);
  if (shape !== 'either') return shape;
  const next = lines[at + 1];
  if (!next || next.info !== '') return 'closes';
  const then = shapeOf(text, next);
  return then === 'either' ? 'either' : then === 'closes' ? 'opens' : 'closes';
}

const lineAbove = (text: string, { marks }: FenceLine): string => {
  const start = lineStart(text, marks.start);
  return start === 0 ? '' : text.slice(lineStart(text, start - 1), start - 1).trim();
};

const isBlankAbove = (text: string, line: FenceLine): boolean => lineAbove(text, line) === '';

/** Whether the next line of marks is one that closes something, and nothing is open. */
const closesNothing = (text: string, next: FenceLine | undefined): boolean =>
  next !== undefined && next.info === '' && shapeOf(text, next) === 'closes';
