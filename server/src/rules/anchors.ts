// What was probably meant by an anchor that no heading has.
import type { Span } from '../syntax/span';
import { slips } from '../workspace/slips';
import { nearest, plainForm } from './nearest';
import { say, type Fix } from './rule';

/** `span` holds the anchor without its `#`; `slugs` are the anchors that there are. */
export const anchorFixes = (uri: string, span: Span, written: string, slugs: ReadonlySet<string>): Fix[] =>
  nearest(written, slugs)
    .filter(slug => isSameHeading(written, slug))
    .map((slug, _, all) => ({
      title: say('Change to `#{0}`', slug),
      edits: [{ uri, span, text: slug }],
      safe: false,
      ...(all.length === 1 && { preferred: true as const }),
    }));

/** Whether each word of an anchor is one of a heading's, a slip aside: `debug-configuration` is another than
 * `security-configuration`. A number at its beginning is that of the heading, which may have changed. */
function isSameHeading(written: string, slug: string): boolean {
  if (plainForm(written) === plainForm(slug)) return true;
  const words = slug.toLowerCase().split(/-+/);
  return written
    .toLowerCase()
    .split(/-+/)
    .every((word, at) => (at === 0 && /^\d*$/.test(word)) || words.some(other => isSameWord(word, other)));
}

const isSameWord = (word: string, other: string): boolean =>
  word === other || (!/^\d+$/.test(word) && slips(word, other) <= Math.max(1, Math.floor(word.length / 4)));
