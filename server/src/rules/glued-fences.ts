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

/** `model: opus ---`: the first line that ends with three hyphens, where nothing but Markdown follows. */
export function closedBehindValue(uri: string, text: string, from: number): Fix | undefined {
  const found =
    /^(?:[\w-]+:[ \t]|[ \t]*-[ \t])[^\n]*?[^\s-]([ \t]*)---[ \t]*(?=\r?\n(?:\r?\n|#|[A-Z<*>`])|\r?\n?$(?![^]))/m.exec(
      text.slice(from),
    );
  if (!found) return undefined;
  const end = from + found.index + found[0].trimEnd().length - 3;
  const edits = [{ uri, span: { start: end - found[1]!.length, end }, text: lineBreak(text) }];
  return { title: say('Begin a new line before `---`'), edits, safe: false, preferred: true };
}
