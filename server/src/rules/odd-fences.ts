// Lines that were to open or close a code block and do not, since their marks are of another kind or not alone in their line.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { changeTo, lineBreak } from './edits';
import { depthAt, marksOf } from './fence-ends';
import { mendsOf } from './lost-opening';
import { perSection } from './per-section';
import { proseOf } from './text-blocks';
import { say, type Edit, type Finding, type Message } from './rule';

/** A line within a block, and what makes it the block's end. */
interface Mend {
  readonly span: Span;
  readonly text: string;
  readonly message: Message;
}

/** A line that was to end the block, or to begin the one whose end it is. */
function oddLine(document: Document, fence: Fence, start: number): Finding | undefined {
  const isBare = fence.info.end === fence.info.start;
  const opens = isBare ? oddOpening(document, shift(fence.outer, start)) : undefined;
  return opens ?? oddClosing(document, fence, start);
}

/** What was to close a block that goes on: a line of marks with a word behind it, of the other marks, indented too far,
 * or marks at the end of a line of code. Said only where the code stands straight above and a blank line below. */
function oddClosing({ uri, text }: Document, fence: Fence, start: number): Finding | undefined {
  const inside = shift(fence.span, start);
  const outer = shift(fence.outer, start);
  const mark = marksOf(text, outer);
  const lead = text.slice(lineStart(text, outer.start), outer.start);
  const within = text.slice(inside.start, inside.end);
  const language = text.slice(start + fence.info.start, start + fence.info.end);
  // A block that shows Markdown has the lines of other blocks.
  if (/^(?:markdown|mdx?|text|txt)\b/i.test(language) || mark.length > 3) return undefined;
  let at = inside.start;
  let isAboveBlank = true;
  // Indented marks in pairs are a block that is shown.
  let indented = 0;
  for (const line of within.split('\n')) {
    const next = at + line.length + 1;
    const isGlued = /[^\s`~][`~]{3}\s*$/.test(line);
    const isEnd = isBlankOrEnd(text, next) || (line.trimStart().startsWith(`${mark} `) && textBehind.test(line));
    if ((!isAboveBlank || isGlued) && indented === 0 && isEnd) {
      const mend = mendOf(line.trimEnd(), at, mark, lead, lineBreak(text));
      if (mend) return finding(uri, mend, language);
    }
    if (/^[ \t]{4,}[`~]{3}/.test(line)) indented++;
    isAboveBlank = line.trim() === '';
    at = next;
  }
  return undefined;
}

/** A blank line, the end of the text, or that of what stands around the block. */
const isBlankOrEnd = (text: string, at: number): boolean =>
  /^[ \t]*(?:\r?\n|$|<\/[\w-]+>[ \t]*\r?\n)/.test(text.slice(at, at + 200));

/** Marks, and behind them the words of a sentence. */
const textBehind = /^[ \t]*[`~]{3,} [A-Z][a-z]* \w[^`]*$/;

function mendOf(line: string, at: number, mark: string, lead: string, newline: string): Mend | undefined {
  const sign = mark[0]!;
  const other = sign === '`' ? '~' : '`';
  const blanks = line.length - line.trimStart().length;
  const body = line.slice(blanks);
  const span = { start: at + blanks, end: at + line.length };
  if (body.startsWith(mark) && /^[a-z]+[ \t]*$/i.test(body.slice(mark.length).trim())) {
    const word = { start: span.start + mark.length, end: span.end };
    return { span: word, text: '', message: say('The line that closes a code block holds nothing but its marks; with a word after them, it does not close the block.') }; // prettier-ignore
  }
  if (body.startsWith(`${mark} `) && textBehind.test(body)) {
    const gap = { start: span.start + mark.length, end: span.start + mark.length + 1 };
    return { span: gap, text: newline + newline, message: say('The line that closes a code block holds nothing but its marks; with text after them, it does not close the block.') }; // prettier-ignore
  }
  if (body === other.repeat(body.length) && body.length >= 3)
    return { span, text: mark, message: say('A code block is closed by the marks that opened it, `{0}`.', mark) };
  if (body === mark && blanks > 3 && blanks > lead.length + 3)
    return { span: { start: at, end: span.end }, text: lead + mark, message: say('Indented by four spaces or more, this line does not close the code block.') }; // prettier-ignore
  if (body.length > mark.length && body.endsWith(mark) && !body.slice(0, -mark.length).includes(sign)) {
    const marks = { start: span.end - mark.length, end: span.end };
    return { span: marks, text: `${newline}${lead}${mark}`, message: say('Marks at the end of a line of code do not close the block; they need a line of their own.') }; // prettier-ignore
  }
  return undefined;
}

const finding = (uri: string, { span, text, message }: Mend, language: string): Finding => ({
  span,
  message,
  fixes: () => [
    {
      title: language === '' ? say('Make it close the block') : say('Make it close the block of `{0}`', language),
      edits: [{ uri, span, text }],
      safe: false,
      preferred: true,
    },
  ],
});

/** What was to open the block whose closing line then opens one: marks behind text, quotes for marks, or two for three. */
function oddOpening(document: Document, closing: Span): Finding | undefined {
  const { text } = document;
  const above = text.slice(0, lineStart(text, closing.start));
  // Front matter holds no blocks.
  const from = Math.max(above.lastIndexOf('\n```'), above.lastIndexOf('\n~~~'), document.body?.span.start ?? 0);
  const mark = marksOf(text, closing);
  for (const match of above.slice(from).matchAll(opening)) {
    const [, lead = '', before = '', marks = '', language = ''] = match;
    if (language === '' && !mayStandAlone(before, marks, mark, text)) continue;
    const start = from + match.index + lead.length + before.length;
    const isGlued = before !== '';
    if (isGlued && !marks.startsWith('```')) continue;
    if (!isGlued && marks.startsWith('```')) continue;
    const end = start + marks.length;
    const span = { start, end: end + language.length };
    if (isGlued) return glued(document, span, before.length - before.trimEnd().length, `${lead}${mark}`);
    return {
      span,
      message: say('A code block opens with three backticks, `{0}`; these marks open none.', mark),
      fixes: () => [changeTo(document, { start, end }, mark, 'best')],
    };
  }
  return undefined;
}

/** Marks behind other text, with the language behind them; `gap` counts the blanks in front of them. */
function glued({ uri, text }: Document, span: Span, gap: number, mark: string): Finding {
  const newline = lineBreak(text);
  const place = { start: span.start - gap, end: span.start + mark.trimStart().length };
  const apart = (breaks: number): Edit[] => [{ uri, span: place, text: `${newline.repeat(breaks)}${mark}` }];
  return {
    span,
    message: say('After other text these marks do not open a code block; they need a line of their own.'),
    fixes: () => [
      { title: say('Put it on a line of its own'), edits: apart(2), safe: false, preferred: true },
      { title: say('Put it on the next line'), edits: apart(1), safe: false },
    ],
  };
}

/** Marks behind headings, which open no block, whatever the lines of marks below make of one another. */
export const behindHeadings = (document: Document): Finding[] =>
  (document.body?.sections ?? []).flatMap(section =>
    headingsWithMarks(document, section).map(({ span, gap }) =>
      glued(document, shift(span, section.start), gap, '```'),
    ),
  );

const headingsWithMarks = perSection((text, content): readonly { readonly span: Span; readonly gap: number }[] => {
  if (!text.includes(' ```')) return [];
  const prose = proseOf(text, { ...content, codes: [] });
  return [...prose.matchAll(behindHeading)].map(({ index, 0: line, 1: gap }) => ({
    span: { start: index + line.lastIndexOf('```'), end: index + line.length },
    gap: gap!.length,
  }));
});

const behindHeading = /^#{1,6} [^\n`]*[^\s`]([ \t]+)```[\w+-]*(?=[ \t]*\r?\n)/gm;

/** Marks without a language: behind text, or alone in their line where no code has such in pairs. */
function mayStandAlone(before: string, marks: string, mark: string, text: string): boolean {
  if (before !== '') return marks === '```' && !before.startsWith('|');
  return mark === '```' && (marks === '``' || (marks !== '"""' && text.split(marks).length === 2));
}

const opening =
  /^([ \t]*)((?:(?!\\`|` `)(?:[^\n`]|`[^`\n]+`)*[^\s`][ \t]*)?)(`{2,3}|'{3}|‘{3}|´{3}|"{3}|` ` `|(?:\\`){3}|\\```)((?:[a-z][\w+#-]*)?)[ \t]*\r?$/gm;

/** A closing line without a block: it opens one over the prose that follows. Undefined where a block above is its own, within
 * which others opened. */
export function neverOpened(document: Document, outer: Span): Finding | undefined {
  const { text } = document;
  if (depthAt(text, outer.start) > 0) return undefined;
  const opens = oddOpening(document, outer);
  if (opens) return opens;
  const span = { start: outer.start, end: outer.start + marksOf(text, outer).length };
  return {
    span,
    message: say(
      'This line opens a code block that covers the text below, up to the next such line. Either the line that opens the block it should close is missing, or this line is one too many.',
    ),
    fixes: () => mendsOf(document, outer),
  };
}

/** A line of two marks, where three are wanted. */
function almostClosed({ uri, text }: Document, fence: Fence, start: number): Finding | undefined {
  const inside = shift(fence.span, start);
  const mark = marksOf(text, shift(fence.outer, start));
  const within = text.slice(inside.start, inside.end);
  if (!within.includes(mark.slice(0, 2))) return undefined;
  const found = new RegExp(`^ {0,3}(${mark[0]}{2})[ \\t]*\\r?$`, 'm').exec(within);
  if (!found) return undefined;
  const at = inside.start + found.index + found[0].indexOf(found[1]!);
  const span = { start: at, end: at + 2 };
  return {
    span,
    message: say('Two marks do not close the code block: it goes on below. It takes as many as opened it.'),
    fixes: () => [changeTo({ uri }, span, mark, 'best')],
  };
}

/** A line that was to end a block, or to begin the one whose end it is. */
export const oddEnd = (document: Document, fence: Fence, start: number): Finding | undefined =>
  almostClosed(document, fence, start) ?? oddLine(document, fence, start);
