// Keys of front matter with marks around them that are none of YAML's: bold, code, a dash, slashes.
import { layersOf, type Schema } from '../workspace/schema';
import type { Document } from '../syntax/document';
import { lineAt, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { second } from './edits';
import { say, type Edit, type Fix } from './rule';
import { fix, replace, type Place } from './yaml-place';

/** A key and what stands around it where it is written as Markdown, as an item or as a comment of other languages. */
export interface MarkedKey {
  readonly key: string;
  /** The marks before the key, with the blanks behind them. */
  readonly before: string;
  /** With all its marks; the colon only where marks stand behind it. */
  readonly length: number;
  /** What is written in place of all that. */
  readonly bare: string;
}

/** A picture before a key, and a remark behind it: neither belongs to any key that a program reads. */
const adorned =
  /^(?:([\p{Extended_Pictographic}\uFE0F\u200D]+[ \t]+)?([A-Za-z][\w-]*)([ \t]+\((?:optional|required|mandatory|recommended|default)\))?)(?=[ \t]*:(?:\s|$))/iu;

/** The known key that a line begins with, where it has marks around it. */
export function markedKey(line: string, document: Document, workspace: Workspace): MarkedKey | undefined {
  const match =
    /^([*_`~+\u2022-]{1,3}[ \t]*|\/\/[ \t]*|[@$<[“‘]|["'](?![^"']*["'][ \t]*:))?([A-Za-z][\w-]*?)([*_`~>\]”’?]{0,3})(?=[ \t]*:(?:\s|$))/.exec(
      line,
    );
  const schema = workspace.schema(document.uri);
  if (!match || !schema || (match[1] ?? '') + match[3]! === '')
    return schema && (boldColon(line, schema) ?? adornedKey(line, schema));
  const [whole, before = '', key] = match as unknown as [string, string | undefined, string];
  return layersOf(schema, key) ? { key, before, length: whole.length, bare: key } : undefined;
}

/** `✅ name: value` and `name (required): value`. */
function adornedKey(line: string, schema: Schema): MarkedKey | undefined {
  const [whole, before = '', key, behind = ''] = adorned.exec(line) ?? [];
  if (whole === undefined || key === undefined || before + behind === '' || !layersOf(schema, key)) return undefined;
  return { key, before, length: whole.length, bare: key };
}

/** `**name:** value`, with the colon between the marks. */
function boldColon(line: string, schema: Schema): MarkedKey | undefined {
  const [whole, before, key] = /^([*_`]{1,3})([A-Za-z][\w-]*):\1(?=\s|$)/.exec(line) ?? [];
  if (whole === undefined || before === undefined || key === undefined || !layersOf(schema, key)) return undefined;
  return { key, before, length: whole.length, bare: `${key}:` };
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
  if (!marked) return [];
  const one: Fix = { ...fix(place, withoutMarks, [withoutTheMarks(document, start, marked)]), safe: false };
  const all = allBare(document, workspace);
  const title = say('Write all keys without marks');
  return all.length > 1 && /^[*_`]/.test(marked.before) ? [one, { title, edits: all, safe: false }] : [one];
}

/** The edits of all keys that stand in bold or in code. */
function allBare(document: Document, workspace: Workspace): Edit[] {
  const { text, frontMatter } = document;
  if (!frontMatter) return [];
  const edits: Edit[] = [];
  for (let at = frontMatter.span.start; at < frontMatter.span.end;) {
    const { end } = lineAt(text, at);
    const marked = markedKey(text.slice(at, end), document, workspace);
    if (marked && /^[*_`]/.test(marked.before)) edits.push(withoutTheMarks(document, at, marked));
    at = nextLine(text, end);
  }
  return edits;
}

/** Keys that are items of a list: `- name: a`, with the others behind dashes too, or indented below it. */
export function dashed(place: Place): Fix[] {
  const { document, part } = place;
  const lines = [...part.content.text.matchAll(/^(?:- +(?=["']?[A-Za-z][\w-]*["']?:(?:\s|$))| {2}(?=\s*\S)|(?=\S))/gm)];
  if (lines.length === 0 || lines.some(({ 0: lead }) => lead === '')) return [];
  const edits = lines.map(({ index, 0: lead }) =>
    replace(document, { start: part.start + index, end: part.start + index + lead.length }, ''),
  );
  const made = fix(place, say('Remove the dashes before the keys'), edits);
  return made.safe ? [{ ...made, safe: false }] : [];
}

export const withoutMarks = say('Write the key without marks');

const withoutTheMarks = (document: Document, start: number, { bare, length }: MarkedKey): ReturnType<typeof replace> =>
  replace(document, { start, end: start + length }, bare);

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

/** Of a known key behind slashes: it was taken out, or is to be there, as one without which the file is nothing. */
export function slashed(document: Document, span: Span, marked: MarkedKey, isWanted: boolean): Fix[] {
  const bare: Fix = {
    title: withoutMarks,
    edits: [withoutTheMarks(document, span.start, marked)],
    safe: false,
    preferred: true,
  };
  if (!marked.before.startsWith('//')) return [bare];
  const mark = { start: span.start, end: span.start + marked.before.length };
  const comment: Fix = { title: asComment, edits: [replace(document, mark, '# ')], safe: false };
  return isWanted ? [bare, comment] : [{ ...comment, preferred: true }, second(bare)];
}
