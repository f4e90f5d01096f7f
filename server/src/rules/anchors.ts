// What was probably meant by an anchor that no heading has.
import type { Span } from '../syntax/span';
import { nearest } from './nearest';
import { say, type Fix } from './rule';

/** `span` holds the anchor without its `#`; `slugs` are the anchors that there are. */
export const anchorFixes = (uri: string, span: Span, written: string, slugs: ReadonlySet<string>): Fix[] =>
  nearest(written, slugs).map((slug, _, all) => ({
    title: say('Change to `#{0}`', slug),
    edits: [{ uri, span, text: slug }],
    safe: false,
    ...(all.length === 1 && { preferred: true as const }),
  }));
