// Renames a heading: its text, and the anchors of the links that lead to it.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { headingSpan } from '../workspace/headings';
import { say } from '../workspace/message';
import { baseName } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { withAnchors } from './anchors';
import { isOutside, outside, type Refusal, type Renamer } from './renamer';

/** The heading of a slug in a document; `span` is where the cursor is, on its text or on an anchor. */
export function headingRenamer(workspace: Workspace, document: Document, slug: string, span: Span): Renamer | Refusal {
  const { uri, text } = document;
  const heading = headingSpan(document, slug);
  if (!heading) return { refusal: say('No heading of `{0}` is called `{1}`.', baseName(uri), `#${slug}`) };
  if (isOutside(workspace, uri)) return outside(baseName(uri), uri);
  return {
    old: text.slice(heading.start, heading.end),
    span,
    rename(read, name) {
      const edits = withAnchors(workspace, read, [{ uri, span: heading, text: name, sure: true }]);
      // Anchors of signs alone lead nowhere.
      if (edits.some(({ text: written }) => written === ''))
        return { refusal: say('Type a name with a letter or a digit, by which links find it.') };
      return { edits, move: undefined };
    },
  };
}
