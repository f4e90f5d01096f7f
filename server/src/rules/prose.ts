// Which places of a body are read as text, and which are shown as code or stand in comments.
import type { Document } from '../syntax/document';
import type { SectionContent } from '../syntax/body';
import type { Span } from '../syntax/span';

/** What a section shows as it stands: code blocks and comments, and inline code where that is asked for. */
const shown = ({ fences, comments, codes }: SectionContent, withCodes: boolean): readonly Span[] => [
  ...fences.map(({ outer }) => outer),
  ...comments,
  ...(withCodes ? codes.map(({ outer }) => outer) : []),
];

/** Whether a place lies in a code block or a comment; `inline` counts code within a line too. */
export function isShown({ body }: Document, { start, end }: Span, inline = false): boolean {
  const section = body?.sections.find(each => each.start <= start && start < each.end);
  if (!section) return false;
  return shown(section.content, inline).some(
    each => section.start + each.start < end && start < section.start + each.end,
  );
}

/** The matches of a pattern in the body that are text, in order. The pattern must be global. */
export function* proseMatches(document: Document, pattern: RegExp, inline = false): Generator<Match> {
  const from = document.body?.span.start;
  if (from === undefined) return;
  // Sought in the body alone: front matter is another language.
  for (const match of document.text.slice(from).matchAll(pattern)) {
    const start = from + match.index;
    const span = { start, end: start + match[0].length };
    if (!isShown(document, span, inline)) yield { span, groups: match };
  }
}

export interface Match {
  readonly span: Span;
  readonly groups: RegExpExecArray;
}
