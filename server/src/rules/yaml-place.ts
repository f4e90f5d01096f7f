// The place of a mistake in front matter, and how a fix of it is made and judged.
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import { parse } from '../syntax/parse';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { applied } from './edits';
import type { Edit, Fix, Message } from './rule';

export interface Place {
  readonly document: Document;
  readonly problem: Problem;
  readonly part: EntryPart;
  readonly workspace: Workspace;
}

/** Where the value begins on the key's line; undefined where it stands below. */
export function headValue({ document, part }: Place): number | undefined {
  const colon = part.entries[0]?.colon;
  if (colon === undefined) return undefined;
  const blank = /^[ \t]*/.exec(document.text.slice(colon, part.end))?.[0].length ?? 0;
  const start = colon + blank;
  return start < part.end && !'\r\n'.includes(document.text[start]!) ? start : undefined;
}

/** Safe if it leaves one problem less, or the same one further on in the same value. */
export function fix({ document, part, problem }: Place, title: Message, edits: readonly Edit[]): Fix {
  const last = edits.at(-1);
  const grown = applied(document.text, edits).length - document.text.length;
  const end = last && 'span' in last ? last.span.end + grown : 0;
  const after = problemsAfter(document, edits);
  const next = after.find(({ span }) => span.start >= part.start && span.start < part.end + grown);
  // Where the edit alone has moved it, it is the same one yet.
  const isAnother = next !== undefined && next.span.start - grown > problem.span.start;
  const further =
    isAnother && next.cause === problem.cause && next.span.start >= end && after.length === document.problems.length;
  return { title, edits, safe: after.length < document.problems.length || further, preferred: true };
}

export const problemsAfter = (document: Document, edits: readonly Edit[]): readonly Problem[] =>
  parse(document.uri, 'markdown', applied(document.text, edits), document).problems;

export const replace = ({ uri }: Document, span: Span, text: string): Edit => ({ uri, span, text });

export const insert = (document: Document, at: number, text: string): Edit =>
  replace(document, { start: at, end: at }, text);
