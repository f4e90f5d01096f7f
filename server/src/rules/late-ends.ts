// Code blocks that end where another one should begin.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { closedEarlier, endedWithin, marksOf } from './fence-ends';
import { neverOpened, oddEnd } from './odd-fences';
import { say, type Finding, type Fix } from './rule';

/** A code block, and where its section begins. */
export interface Placed {
  readonly fence: Fence;
  readonly start: number;
}

/** A finding, and whether the lines of marks behind it open what they should close. */
export interface Told {
  readonly finding: Finding;
  readonly flips?: true;
}

/** The first block that ends where another one should begin: a blank line stands above its last line, and below its code comes
 * prose, or it holds nothing else. */
export function goesOn(document: Document, all: readonly Placed[]): Told | undefined {
  const { text } = document;
  for (const { fence, start } of all) {
    const outer = shift(fence.outer, start);
    const inside = shift(fence.span, start);
    const odd = fence.closed ? oddEnd(document, fence, start) : undefined;
    if (odd) return { finding: odd };
    const info = infoOf(text, fence, start);
    const isMarkdown = info !== '' && showsMarkdown.test(info);
    const within = text.slice(inside.start, inside.end);
    if (fence.closed && isMarkdown && /^\n?[ \t]*[^\s#]/.test(text.slice(outer.end)))
      return { finding: endsEarly(text, outer, fence, start), flips: true };
    if (!fence.closed || isMarkdown || !/\n[ \t]*\r?\n[ \t]*$/.test(within)) continue;
    const lone = beginsBlank(text, fence, start) ? neverOpened(document, outer) : undefined;
    if (lone) return { finding: lone };
    if (endsAround.test(text.slice(outer.end, outer.end + 200))) continue;
    const fixes = closedEarlier(document, fence, start, inside.end);
    if (fixes.length === 0) continue;
    const finding: Finding = {
      span: opening(text, outer, fence, start),
      message: say(
        'This code block covers the text below it, up to the line that should open the next one. Its own closing line is missing.',
      ),
      fixes: () => fixes.map(best),
    };
    return { finding };
  }
  return undefined;
}

/** A block that shows Markdown, of which an inner line of marks is the end: text follows straight. */
const endsEarly = (text: string, outer: Span, fence: Fence, start: number): Finding => ({
  span: opening(text, outer, fence, start),
  message: endedWithin,
});

/** Nobody begins a block of code without a language by a blank line, or by the end of what stands around it. */
export const beginsBlank = (text: string, fence: Fence, start: number): boolean =>
  infoOf(text, fence, start) === '' &&
  /^[ \t]*(?:\r?\n[ \t]*\S|<\/[\w-]+>[ \t]*\r?\n)/.test(text.slice(start + fence.span.start));

/** Below a line of marks the end of what stands around it, with which no block begins. */
const endsAround = /^\r?\n?[ \t]*<\/[\w-]+>[ \t]*\r?\n/;

/** Blocks that show a text with blocks of its own. */
const showsMarkdown = /^(markdown|mdx?|text|txt|plaintext|plain)?$/i;

export const infoOf = (text: string, { info }: Fence, start: number): string =>
  text.slice(start + info.start, start + info.end);

/** The marks and the language. */
export const opening = (text: string, outer: Span, fence: Fence, start: number): Span => ({
  start: outer.start,
  end: Math.max(start + fence.info.end, outer.start + marksOf(text, outer).length),
});

/** Of several, the first. */
export const best = ({ preferred, ...fix }: Fix, index: number, { length }: { readonly length: number }): Fix =>
  length > 1
    ? { ...fix, ...(index === 0 && { preferred: true as const }) }
    : { ...fix, ...(preferred && { preferred }) };
