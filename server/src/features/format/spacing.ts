// Blanks in front matter: one behind a colon, none at the end of a line, two before the dash of an item.
import type { DataList, Entry } from '../../syntax/data';
import { lineEnd, lineStart, nextLine } from '../../syntax/lines';
import type { Span } from '../../syntax/span';
import { outerOf } from '../../syntax/yaml';
import { scalarsOf, type Plain } from '../../rules/key-pieces';

/** A change of a text's own. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** Changes of blanks that mean nothing. Texts of several lines stay as they are. */
export function* spacing({ text, parts, frontMatter: { span } }: Plain): Iterable<Change> {
  const kept: Span[] = [];
  for (const [index, { entries }] of parts.entries()) {
    const entry = entries[0]!;
    yield* atColon(text, entry);
    const { value } = entry;
    if (value?.is === 'list' && !value.flow) yield* ofItems(text, value);
    for (const outer of scalarsOf(value)) {
      const isBlock = /^[|>]/.test(text.slice(outer.start, outer.end));
      // What stands below a text of its own lines may belong to it, up to the next key.
      if (isBlock) kept.push({ start: outer.start, end: parts[index + 1]?.start ?? span.end });
      else if (text.slice(outer.start, outer.end).includes('\n')) kept.push(outer);
    }
  }
  yield* atLineEnds(text, span, kept);
}

function* atColon(text: string, { key, value, colon }: Entry): Iterable<Change> {
  if (colon === undefined) return;
  if (colon - 1 > key.outer.end) yield { span: { start: key.outer.end, end: colon - 1 }, text: '' };
  const gap = value && { start: colon, end: outerOf(value).start };
  if (gap && /^(?: {2,}|[ \t]*\t[ \t]*)$/.test(text.slice(gap.start, gap.end))) yield { span: gap, text: ' ' };
}

/** `kept` in the order of the text. */
function* atLineEnds(text: string, { start, end }: Span, kept: readonly Span[]): Iterable<Change> {
  let next = 0;
  for (let at = start; at < end; at = nextLine(text, at)) {
    const stop = lineEnd(text, at);
    let from = stop;
    while (from > at && /[ \t]/.test(text[from - 1]!)) from--;
    while (next < kept.length && kept[next]!.end <= from) next++;
    if (from < stop && !(next < kept.length && kept[next]!.start <= from)) {
      yield { span: { start: from, end: stop }, text: '' };
    }
  }
}

/** Moves a list of words as a whole, so that its dashes stand two blanks in. */
function* ofItems(text: string, list: DataList): Iterable<Change> {
  const first = list.items[0]?.span.start;
  if (first === undefined || !isOfWords(text, list)) return;
  const indent = first - lineStart(text, first);
  for (const { span, value } of list.items) {
    const start = lineStart(text, span.start);
    if (span.start - start !== indent) return;
    if (indent !== 2) yield { span: { start, end: span.start }, text: '  ' };
    if (value && outerOf(value).start - span.start > 2)
      yield { span: { start: span.start + 1, end: outerOf(value).start }, text: ' ' };
  }
}

/** Whether each item is one word or text on a line, with no comment between the items. */
export function isOfWords(text: string, { flow, span, items }: DataList): boolean {
  const words = items.every(
    ({ value }) => value?.is === 'scalar' && !text.slice(value.outer.start, value.outer.end).includes('\n'),
  );
  if (!words || items.length === 0) return false;
  let rest = '';
  let at = span.start;
  for (const { value } of items) {
    rest += text.slice(at, outerOf(value!).start);
    at = outerOf(value!).end;
  }
  rest += text.slice(at, span.end);
  return flow ? /^\[[\s,]*\]$/.test(rest) : /^[\s-]*$/.test(rest);
}
