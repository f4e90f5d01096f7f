// Where the front matter lies after a key in one of its values: the fences are where they were, and not sought again.
import { sharedEnds } from './difference';
import type { Document, FrontMatter } from './document';
import type { Fences } from './frontmatter';
import { lineStart } from './lines';
import { shift } from './span';

/** Undefined where more may have changed than what stands behind the beginning of a value in one line. */
export function fencesSince({ text: old, frontMatter, body, problems }: Document, text: string): Fences | undefined {
  const close = frontMatter?.close;
  if (!close || !body || body.span.start === close.end) return undefined;
  if (problems.some(({ cause }) => cause.startsWith('front-matter'))) return undefined;
  const { start, end } = frontMatter.span;
  const by = text.length - old.length;
  const shared = sharedEnds(old, text, frontMatter.span, { start, end: end + by });
  const [head, tail] = [start + shared.head, end - shared.tail];
  if (lineEnds.test(old.slice(head, tail)) || lineEnds.test(text.slice(head, tail + by))) return undefined;
  // The rest is compared up to the body, whose beginning may have grown together with the fence.
  if (old.slice(0, start) !== text.slice(0, start)) return undefined;
  if (old.slice(end, body.span.start) !== text.slice(end + by, body.span.start + by)) return undefined;
  if (!beginning.test(text.slice(lineStart(text, head), head))) return undefined;
  return { frontMatter: moved(frontMatter, close.start, by), bodyStart: body.span.start + by, problems: [] };
}

const lineEnds = /[\r\n]/;

/** How the line begins says whether it looks like YAML, and whether it tells of front matter. */
const beginning = /^(?:[A-Za-z_][\w-]{0,60}:[ \t]+[^\s-]|[ \t]{0,8}-[ \t]+[^\s-])/;

function moved({ outer, span, open, language }: FrontMatter, at: number, by: number): FrontMatter {
  const close = { start: at, end: outer.end };
  return {
    outer: { start: outer.start, end: outer.end + by },
    span: { start: span.start, end: span.end + by },
    open,
    close: shift(close, by),
    language,
  };
}
