// Takes a link away and leaves its text.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { say, type Fix } from './rule';

/** `span` lies in the target of a link. */
export function withoutLink({ uri, text, body }: Document, span: Span): Fix[] {
  for (const { start, end, content } of body?.sections ?? []) {
    if (span.start < start || span.end > end) continue;
    const link = content.links.find(
      ({ target }) => start + target.start <= span.start && span.end <= start + target.end,
    );
    if (!link || link.image) return [];
    const words = shift(link.text, start);
    const edits = [{ uri, span: shift(link.outer, start), text: text.slice(words.start, words.end) }];
    return [{ title: say('Make it plain text'), edits, safe: false }];
  }
  return [];
}
