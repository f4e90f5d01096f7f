// What a section holds once a word in it got longer or shorter: the same, with its spans moved. Nothing in Markdown hangs on how a
// plain word is spelt.
import type { Code, Fence, Heading, Link, SectionContent, Table } from './body';
import type { WordChange } from './changed';
import type { Span } from './span';

export function grown(content: SectionContent, { at, gone, by }: WordChange): SectionContent {
  const moved = ({ start, end }: Span): Span => ({
    start: start < at ? start : start + by,
    end: end < at + gone ? end : end + by,
  });
  const ofHeading = ({ level, span, outer }: Heading): Heading => ({ level, span: moved(span), outer: moved(outer) });
  const ofCode = ({ span, outer }: Code): Code => ({ span: moved(span), outer: moved(outer) });
  const ofFence = ({ info, span, outer, closed, holdsMarks }: Fence): Fence => ({
    info: moved(info),
    span: moved(span),
    outer: moved(outer),
    closed,
    holdsMarks,
  });
  const ofLink = ({ image, text, target, outer }: Link): Link => ({
    image,
    text: moved(text),
    target: moved(target),
    outer: moved(outer),
  });
  const ofTable = ({ outer, header, rows }: Table): Table => ({
    outer: moved(outer),
    header: header.map(moved),
    rows: rows.map(row => row.map(moved)),
  });
  return {
    length: content.length + by,
    headings: content.headings.map(ofHeading),
    fences: content.fences.map(ofFence),
    codes: content.codes.map(ofCode),
    links: content.links.map(ofLink),
    tables: content.tables.map(ofTable),
    comments: content.comments.map(moved),
    notes: [],
  };
}
