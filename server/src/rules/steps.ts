// The lines of a body that carry out the skills of an agent, calls in a row and rows of a table: one is taken out, or written.
import type { Document } from '../syntax/document';
import { lineAt, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Reference } from '../workspace/symbols';
import { lineBreak } from './edits';
import { say, type Fix } from './rule';

/** A line that holds one call and nothing else, with the name, and what stands before and behind it. */
const call = /^([ \t]*Skill\(\{[ \t]*skill:[ \t]*(['"]))([^'"]+)(\2[ \t]*\}\);?)[ \t]*(?:\/\/.*)?$/;
const row = /^[ \t]*\|(?![ \t:|-]*$)/;

/** Takes out the line that names a skill, where it names nothing else and is not the only one of its kind there. */
export function withoutStep(document: Document, { form, span, name }: Reference, all: readonly Reference[]): Fix[] {
  const { uri, text } = document;
  const kind = form === 'call' ? call : form === 'table' ? row : undefined;
  const line = lineAt(text, span.start);
  const others = all.filter(
    other => other.span !== span && line.start <= other.span.start && other.span.end <= line.end,
  );
  if (!kind?.test(text.slice(line.start, line.end)) || others.length > 0) return [];
  // The line above the first row is no row, so that a table keeps one.
  const neighbours = [lineBefore(text, line), lineAfter(text, line)];
  if (!neighbours.some(other => other && kind.test(text.slice(other.start, other.end)))) return [];
  const edits = [{ uri, span: { start: line.start, end: nextLine(text, line.end) }, text: '' }];
  const title = form === 'call' ? say('Remove the call of `{0}`', name) : say('Remove the row of `{0}`', name);
  return [{ title, edits, safe: false }];
}

const lineBefore = (text: string, { start }: Span): Span | undefined =>
  start === 0 ? undefined : lineAt(text, start - 1);

/** Calls a skill behind the first calls that stand in a row, as they are written. */
export function withCall({ uri, text }: Document, name: string, all: readonly Reference[]): Fix[] {
  const first = all.find(({ form, span }) => form === 'call' && call.test(lineOf(text, span.start)));
  if (!first) return [];
  let last = lineAt(text, first.span.start);
  for (
    let next = lineAfter(text, last);
    next && call.test(text.slice(next.start, next.end));
    next = lineAfter(text, next)
  )
    last = next;
  const [, before, , , behind] = call.exec(text.slice(last.start, last.end))!;
  const edits = [
    { uri, span: { start: last.end, end: last.end }, text: `${lineBreak(text)}${before}${name}${behind}` },
  ];
  return [{ title: say('Call `{0}` in the body', name), edits, safe: false }];
}

function lineOf(text: string, at: number): string {
  const { start, end } = lineAt(text, at);
  return text.slice(start, end);
}

function lineAfter(text: string, { end }: Span): Span | undefined {
  const start = nextLine(text, end);
  return start >= text.length || lineStart(text, start) !== start ? undefined : lineAt(text, start);
}
