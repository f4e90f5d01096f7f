// Fences of front matter that lost their line to the key before or behind them.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { lineBreak } from './edits';
import { say, type Fix } from './rule';

/** `---name: a`: the key goes to the next line. */
export function keyBehindFence({ uri, text }: Document, { start, end }: Span): Fix[] {
  const gap = /^([ \t]*)(name|description|model|tools|allowed-tools|argument-hint|version):\s/.exec(
    text.slice(start, end + 1),
  );
  if (!gap) return [];
  const edits = [{ uri, span: { start, end: start + gap[1]!.length }, text: lineBreak(text) }];
  return [{ title: say('Begin a new line before `{0}`', gap[2]!), edits, safe: false, preferred: true }];
}

/** `model: opus ---`: the hyphens, of which the span has the blanks too, get a line of their own. */
export function closedBehindValue({ uri, text }: Document, { start, end }: Span): Fix {
  const edits = [{ uri, span: { start, end: end - 3 }, text: lineBreak(text) }];
  return { title: say('Begin a new line before `---`'), edits, safe: false, preferred: true };
}
