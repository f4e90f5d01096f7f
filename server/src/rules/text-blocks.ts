// The paragraphs, items, headings and cells of a section: what marks of emphasis may reach over, and no further.
import type { SectionContent } from '../syntax/body';
import type { Span } from '../syntax/span';

/** What an item, a quotation or a heading begins with. */
const lead = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)?/;
const beginsBlock = /^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]|\d{1,2}[.)][ \t]|#{1,6}[ \t]|\||<)/;
const standsAlone = /^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]|<|-{3,}[ \t]*$|={3,}[ \t]*$)/;

/** The blocks of a section's text that hold a mark, in order, each without what its first line begins with. */
export function* blocksWith(mark: string, text: string): Generator<Span> {
  let start = -1;
  let end = -1;
  let holds = false;
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length : feed + 1;
    const line = text.slice(at, feed < 0 ? text.length : feed).trimEnd();
    const isBlank = line === '' || /^[ \t>]*$/.test(line);
    if (start >= 0 && (isBlank || beginsBlock.test(line) || standsAlone.test(line))) {
      if (holds) yield { start, end };
      start = -1;
    }
    if (/^[ \t]*\|/.test(line)) yield* cellsWith(mark, text, at, at + line.length);
    else if (!isBlank) {
      if (start < 0) {
        start = at + lead.exec(line)![0].length;
        holds = false;
      }
      end = at + line.length;
      holds ||= line.includes(mark);
      if (standsAlone.test(line)) {
        if (holds) yield { start, end };
        start = -1;
      }
    }
    at = next;
  }
  if (start >= 0 && holds) yield { start, end };
}

function* cellsWith(mark: string, text: string, from: number, to: number): Generator<Span> {
  const line = text.slice(from, to);
  if (!line.includes(mark)) return;
  for (const { index, 0: cell } of line.matchAll(/(?:[^|\\]|\\.)+/g)) {
    const start = from + index + cell.length - cell.trimStart().length;
    if (cell.includes(mark)) yield { start, end: from + index + cell.trimEnd().length };
  }
}

/** A section's text with everything that is no prose made blank, so that places stay: code, comments, targets of links. */
export function proseOf(text: string, { fences, codes, comments, links }: SectionContent): string {
  const hidden = [
    ...fences.map(({ outer }) => outer),
    ...comments,
    ...links.map(({ target }) => target),
    ...codes.map(({ outer }) => outer),
  ].sort((a, b) => a.start - b.start);
  if (hidden.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of hidden) {
    if (start < at) continue;
    // Code is a word to what stands around it.
    parts.push(text.slice(at, start), veiled(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** As many marks without a meaning, in as many lines. */
const veiled = (text: string): string =>
  text.includes('\n')
    ? text
        .split('\n')
        .map(line => 'x'.repeat(line.length))
        .join('\n')
    : 'x'.repeat(text.length);
