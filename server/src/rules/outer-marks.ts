// Code blocks that show others and have no more marks than those.
import type { Document } from '../syntax/document';
import { lineStart, nextLine } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { endedWithin, openedWithin } from './fence-ends';
import { meantSamples, spanOf, type FenceLine, type MeantSample } from './meant-fences';
import { oddEnd } from './odd-fences';
import { say, type Edit, type Finding, type Fix } from './rule';

/** The blocks of a document that show others, but for those that a line near their beginning was to end. */
export const samplesOf = (document: Document): readonly MeantSample[] =>
  meantSamples(document).filter(({ opens }) => {
    for (const { start, content } of document.body!.sections)
      for (const fence of content.fences)
        if (start + fence.outer.start === opens.marks.start) return oddEnd(document, fence, start) === undefined;
    return true;
  });

/** The places of a document that are surely meant to be shown, though Markdown takes some for text. */
export const shownPlaces = (document: Document): readonly Span[] =>
  samplesOf(document).flatMap(sample => (sample.isSure ? [spanOf(sample)] : []));

/** What is wrong with such a block: where the block itself has enough marks, one of the closing lines. */
export function outerMarks(document: Document, sample: MeantSample): Finding {
  const { opens, uneven } = sample;
  const first = isLong(sample) ? uneven[0] : undefined;
  if (first)
    return {
      span: first.line.marks,
      message: say(
        'A closing line needs as many marks as the line that opens its block. This one has more or fewer, so Markdown ends another block here, or none.',
      ),
      fixes: () => [evened(document, sample), ...shortened(document, sample)],
    };
  const isNested = sample.inner.some(({ info }) => info !== '');
  return {
    span: { start: opens.marks.start, end: endOfOpening(document, opens) },
    message: isNested ? openedWithin : endedWithin,
    fixes: () =>
      isText(document, sample)
        ? [unwrapped(document, sample), lengthened(document, sample, false)]
        : [lengthened(document, sample)],
  };
}

/** The marks and the language. */
const endOfOpening = ({ text }: Document, { marks, info }: FenceLine): number =>
  info === '' ? marks.end : text.indexOf(info, marks.end) + info.length;

/** Whether the outer block has more marks than those that open inside it: then lines that close are at fault. */
const isLong = ({ opens, inner, uneven }: MeantSample): boolean =>
  uneven.length > 0 && inner.every(line => line.length < opens.length || uneven.some(each => each.line === line));

function evened({ uri }: Document, { opens, uneven, isSure }: MeantSample): Fix {
  const edits = uneven.map(({ line, length }): Edit => ({ uri, span: line.marks, text: opens.mark.repeat(length) }));
  const title = say('Give each closing line as many marks as open its block');
  return { title, edits, safe: false, ...(isSure && { preferred: true as const }) };
}

/** As many marks above as below, where nothing inside needs more. */
function shortened({ uri }: Document, { opens, closes, inner }: MeantSample): Fix[] {
  if (inner.length > 0 || opens.length <= closes.length) return [];
  const edits = [{ uri, span: opens.marks, text: opens.mark.repeat(closes.length) }];
  return [{ title: say('Give the opening line as many marks as close its block'), edits, safe: false }];
}

/** More marks above and below than any line within has. */
function lengthened({ uri }: Document, { opens, closes, inner, isSure }: MeantSample, isBest = isSure): Fix {
  const length = Math.max(...inner.map(each => each.length)) + 1;
  const edits = [opens, closes]
    .filter(line => line.length < length)
    .map((line): Edit => ({
      uri,
      span: shift({ start: 0, end: 0 }, line.marks.start),
      text: line.mark.repeat(length - line.length),
    }));
  const isOneMore = edits.length === 2 && opens.length === closes.length && length === opens.length + 1;
  const title = !isOneMore
    ? say('Give the outer block more marks than those inside it')
    : opens.mark === '`'
      ? say('Put another backtick above and below the outer block')
      : say('Put another tilde above and below the outer block');
  return { title, edits, safe: false, ...(isBest && { preferred: true as const }) };
}

/** Whether what stands in a block of a program begins with a heading and blocks of its own: no program does, so it is text. */
function isText({ text }: Document, { opens, closes, inner }: MeantSample): boolean {
  if (!isProgram.test(opens.info) || !inner.some(({ info }) => info !== '')) return false;
  return /^[^\n]*\n\s*#{2,6} +\p{L}/u.test(text.slice(opens.marks.end, closes.marks.start));
}

const isProgram =
  /^(?:python|py|javascript|js|jsx|typescript|ts|tsx|java|go|rust|c|cpp|csharp|php|ruby|swift|kotlin|sql|html|css|json)$/i;

/** Without the lines above and below, what stands between them is text. */
function unwrapped({ uri, text }: Document, { opens, closes, isSure }: MeantSample): Fix {
  const edits = [opens, closes].map(({ marks }): Edit => ({
    uri,
    span: { start: lineStart(text, marks.start), end: nextLine(text, marks.start) },
    text: '',
  }));
  const title = say('Remove the lines around it: what is between them is text');
  return { title, edits, safe: false, ...(isSure && { preferred: true as const }) };
}
