// Which places of a body are read as text, and which are shown as code or stand in comments.
import type { Document } from '../syntax/document';
import type { SectionContent } from '../syntax/body';
import type { Span } from '../syntax/span';

/** Whether one of some places in a section touches a place in the document. */
function touches(
  { body }: Document,
  { start, end }: Span,
  places: (content: SectionContent) => readonly Span[],
): boolean {
  const section = body?.sections.find(each => each.start <= start && start < each.end);
  if (!section) return false;
  return places(section.content).some(each => section.start + each.start < end && start < section.start + each.end);
}

/** What a file says, place by place: the entries of its front matter, and its body. */
export const placesIn = ({ parts, body }: Document): Span[] => [...parts, ...(body ? [body.span] : [])];

const blocks = ({ fences, comments }: SectionContent): Span[] => [...fences.map(({ outer }) => outer), ...comments];
const codes = (content: SectionContent): Span[] => [...content.fences, ...content.codes].map(({ outer }) => outer);

/** Whether a place lies in a code block, or in code within a line. */
export const isCode = (document: Document, span: Span): boolean => touches(document, span, codes);

/** Whether a place lies in a code block or a comment; `inline` counts code within a line too. */
export const isShown = (document: Document, span: Span, inline = false): boolean =>
  touches(document, span, blocks) || (inline && isCode(document, span));

/** The matches of a pattern in the body that are text, in order. The pattern must be global. */
export function* proseMatches(document: Document, pattern: RegExp, inline = false): Generator<Match> {
  if (!document.body) return;
  // Sought in the body alone: front matter is another language.
  const { start: from, end: to } = document.body.span;
  for (const match of document.text.slice(from, to).matchAll(pattern)) {
    const start = from + match.index;
    const span = { start, end: start + match[0].length };
    if (!isShown(document, span, inline)) yield { span, groups: match };
  }
}

export interface Match {
  readonly span: Span;
  readonly groups: RegExpExecArray;
}
