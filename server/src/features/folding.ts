// What can be folded: front matter and its entries, sections, fences, tables, comments and regions; brackets in JSON.
import type { Body } from '../syntax/body';
import type { Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { Lines } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { headedSections, inBody, trimmed } from './sections';

export interface Fold {
  /** Begins on the line that stays and ends on the last line that goes, which is not blank. */
  readonly span: Span;
  readonly kind: 'comment' | 'region' | undefined;
}

/** The folds in order, each over two lines or more, and one at most that begins on a line: the longest. `lineOf`: of a host that knows
 * where lines begin. */
export function folds(document: Document, lineOf: (offset: number) => number = linesOf(document)): Fold[] {
  const { text } = document;
  const longest = new Map<number, Fold>();
  for (const { span, kind } of candidates(document)) {
    const own = trimmed(text, span);
    const line = lineOf(own.start);
    const known = longest.get(line);
    if (lineOf(own.end) > Math.max(line, known ? lineOf(known.span.end) : line)) longest.set(line, { span: own, kind });
  }
  return [...longest].sort(([a], [b]) => a - b).map(([, fold]) => fold);
}

function linesOf({ text }: Document): (offset: number) => number {
  const lines = new Lines(text);
  return offset => lines.at(offset).line;
}

function candidates({ text, frontMatter, data, body }: Document): Fold[] {
  const spans: Span[] = [];
  if (frontMatter) spans.push(frontMatter.outer);
  else if (data && data.is !== 'scalar' && data.flow) spans.push(withoutBracket(text, data.span, data));
  if (data) addData(text, data, spans);
  const folds = spans.map((span): Fold => ({ span, kind: undefined }));
  return body ? [...folds, ...bodyFolds(text, body)] : folds;
}

function addData(text: string, data: Data, spans: Span[]): void {
  if (data.is === 'scalar') return;
  for (const { span, value } of data.is === 'map' ? data.entries : data.items) {
    spans.push(withoutBracket(text, span, value));
    if (value) addData(text, value, spans);
  }
}

/** A bracket that closes a value at the start of its line stays to be seen. */
function withoutBracket(text: string, span: Span, value: Data | undefined): Span {
  if (!value || value.is === 'scalar' || !value.flow || !/[\]}]/.test(text[span.end - 1] ?? '')) return span;
  const inner = trimmed(text, { start: span.start, end: span.end - 1 });
  return text.slice(inner.end, span.end).includes('\n') ? inner : span;
}

function bodyFolds(text: string, body: Body): Fold[] {
  const comments = inBody(body, content => content.comments)
    .map(({ held, start }) => shift(held, start))
    .sort((a, b) => a.start - b.start);
  const blocks = [
    ...headedSections(text, body),
    ...inBody(body, content => [...content.fences, ...content.tables]).map(({ held, start }) => ({
      span: shift(held.outer, start),
    })),
  ];
  return [
    ...blocks.map(({ span }): Fold => ({ span, kind: undefined })),
    ...comments.map((span): Fold => ({ span, kind: 'comment' })),
    ...regions(text, comments).map((span): Fold => ({ span, kind: 'region' })),
  ];
}

/** From each `<!-- #region -->` to its `<!-- #endregion -->`; one without the other is none. */
function regions(text: string, comments: readonly Span[]): Span[] {
  const found: Span[] = [];
  const open: number[] = [];
  for (const { start, end } of comments) {
    const [, mark] = /^<!--\s*#?(region|endregion)\b/.exec(text.slice(start, Math.min(end, start + 100))) ?? [];
    if (mark === 'region') open.push(start);
    const begin = mark === 'endregion' ? open.pop() : undefined;
    if (begin !== undefined) found.push({ start: begin, end });
  }
  return found;
}
