// What outline, folding and selection share: sections by heading, and the ends of spans and lines.
import type { Body, Section } from '../syntax/body';
import { lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';

/** A heading and what stands under it. */
export interface HeadedSection {
  readonly level: number;
  /** The heading's text, without marks. */
  readonly title: Span;
  /** The heading's line, or lines where it is underlined. */
  readonly heading: Span;
  /** From the heading to the next one of the same or a higher level. */
  readonly span: Span;
}

/** The sections of a body in order, inner ones behind the outer. A heading in a quote or behind a dash heads nothing. */
export function headedSections(text: string, body: Body): HeadedSection[] {
  const headings = inBody(body, content => content.headings)
    .map(({ held, start }) => ({
      level: held.level,
      title: shift(held.span, start),
      heading: shift(held.outer, start),
    }))
    .filter(({ heading }) => text.slice(lineStart(text, heading.start), heading.start).trim() === '');
  const ends = new Array<number>(headings.length);
  /** Where the next heading of each level or a higher one begins. */
  const next = new Array<number>(7).fill(body.span.end);
  for (let at = headings.length - 1; at >= 0; at--) {
    const { level, heading } = headings[at]!;
    ends[at] = next[level]!;
    next.fill(heading.start, level);
  }
  return headings.map((each, at) => ({ ...each, span: { start: each.heading.start, end: ends[at]! } }));
}

/** What all sections hold of one kind, each with the offset that its spans count from. */
export const inBody = <T>(
  body: Body,
  held: (content: Section['content']) => readonly T[],
): { readonly held: T; readonly start: number }[] =>
  body.sections.flatMap(({ start, content }) => held(content).map(each => ({ held: each, start })));

/** The span without white space at its end. */
export function trimmed(text: string, { start, end }: Span): Span {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return { start, end: at };
}

/** The span without the line break that it ends with. */
export function withoutBreak(text: string, { start, end }: Span): Span {
  let at = end;
  if (at > start && text[at - 1] === '\n') at--;
  if (at > start && at < end && text[at - 1] === '\r') at--;
  return { start, end: at };
}

/** The part of a span that lies within another; where none does, an empty span there. */
export function within(outer: Span, span: Span): Span {
  const start = Math.min(Math.max(span.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(span.end, outer.end)) };
}

/** The line at an offset, without its line break. */
export function lineAt(text: string, offset: number): Span {
  const next = text.indexOf('\n', offset);
  return withoutBreak(text, { start: lineStart(text, offset), end: next < 0 ? text.length : next + 1 });
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;
