// Keys of front matter with marks around them that are none of YAML's: bold, code, a dash, slashes.
import { layersOf } from '../workspace/schema';
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { second } from './edits';
import { say, type Fix } from './rule';
import { fix, replace, type Place } from './yaml-place';

/** A key and what stands around it where it is written as Markdown, as an item or as a comment of other languages. */
export interface MarkedKey {
  readonly key: string;
  /** The marks before the key, with the blanks behind them. */
  readonly before: string;
  /** With all its marks, the colon excluded. */
  readonly length: number;
}

/** The known key that a line begins with, where it has marks around it. */
export function markedKey(line: string, document: Document, workspace: Workspace): MarkedKey | undefined {
  const match =
    /^([*_`~+\u2022-]{1,3}[ \t]*|\/\/[ \t]*|[@$<[“‘]|["'](?![^"']*["'][ \t]*:))?([A-Za-z][\w-]*?)([*_`~>\]”’?]{0,3})(?=[ \t]*:(?:\s|$))/.exec(
      line,
    );
  if (!match || (match[1] ?? '') + match[3]! === '') return undefined;
  const [whole, before = '', key] = match as unknown as [string, string | undefined, string];
  const schema = workspace.schema(document.uri);
  return schema && layersOf(schema, key) ? { key, before, length: whole.length } : undefined;
}

/** The known key with marks around it on the line of an offset. */
export function markedKeyAt(document: Document, at: number, workspace: Workspace): MarkedKey | undefined {
  const { start, end } = lineAt(document.text, at);
  return markedKey(document.text.slice(start, end), document, workspace);
}

/** The bare key instead. */
export function bareKey(place: Place): Fix[] {
  const { document, problem, workspace } = place;
  const { start } = lineAt(document.text, problem.span.start);
  const marked = markedKeyAt(document, problem.span.start, workspace);
  return marked ? [{ ...fix(place, withoutMarks, [withoutTheMarks(document, start, marked)]), safe: false }] : [];
}

export const withoutMarks = say('Write the key without marks');

export const withoutTheMarks = (
  document: Document,
  start: number,
  { key, length }: MarkedKey,
): ReturnType<typeof replace> => replace(document, { start, end: start + length }, key);

/** What other languages write before a comment. */
export const foreignComment = /^(\/\/|\/\*|;|--|%|<!--)[ \t]*/;

/** A line that begins as a comment of another language does. */
export function commented(place: Place): Fix[] {
  const { document, part } = place;
  const mark = foreignComment.exec(part.content.text)?.[0];
  if (mark === undefined || part.content.text.includes('\n')) return [];
  const end = part.end - (/(?:-->|\*\/)$/.exec(part.content.text)?.[0].length ?? 0);
  const words = document.text.slice(part.start + mark.length, end).trimEnd();
  return [{ ...fix(place, asComment, [replace(document, part, `# ${words}`)]), safe: false }];
}

export const asComment = say('Make it a comment');

/** Of a known key behind slashes: it was taken out, or is to be there. */
export function slashed(document: Document, span: Span, marked: MarkedKey): Fix[] {
  const bare: Fix = {
    title: withoutMarks,
    edits: [withoutTheMarks(document, span.start, marked)],
    safe: false,
    preferred: true,
  };
  if (!marked.before.startsWith('//')) return [bare];
  const mark = { start: span.start, end: span.start + marked.before.length };
  return [{ title: asComment, edits: [replace(document, mark, '# ')], safe: false, preferred: true }, second(bare)];
}
