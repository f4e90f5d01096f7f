// Slips of a whole line of front matter: its blanks, its marks, the key of a list, or the mark of a block above it.
import { entry as entryOf } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { isToolName } from '../workspace/tools';
import type { Workspace } from '../workspace/workspace';
import { lineBreak } from './edits';
import { say, type Edit, type Message } from './rule';
import { foreignComment } from './yaml-keys';
import { insert, replace, type Place } from './yaml-place';

export type Try = readonly [title: Message, edits: readonly Edit[]];

/** The line of the problem, without what ends it. */
export const lineOf = ({ document, problem }: Place): Span => lineAt(document.text, problem.span.start);

export function lineSlips(place: Place): Try[] {
  return [
    ...loneMarks(place),
    ...codeFences(place),
    ...brackets(place),
    ...nestedColon(place),
    ...oddBlanks(place),
    ...emphasis(place),
    ...comment(place),
    ...block(place),
    ...listKey(place),
  ];
}

/** A line of nothing but marks, such as a rule across the page or what is left of a merge. */
function loneMarks(place: Place): Try[] {
  const { document } = place;
  const { start, end } = lineOf(place);
  if (!/^[ \t]*(?:([=*_~.-])\1{2,}|(?:<{7}|>{7}|\|{7})(?: .*)?)[ \t]*$/.test(document.text.slice(start, end)))
    return [];
  const next = start + /^.*(?:\r?\n|$)/.exec(document.text.slice(start))![0].length;
  return [[say('Remove the line'), [replace(document, { start, end: next }, '')]]];
}

/** The marks of a code block around the keys, which go together. */
function codeFences({ document, problem }: Place): Try[] {
  const { frontMatter, text } = document;
  if (!frontMatter || problem.span.start < frontMatter.span.start) return [];
  const { start, end } = frontMatter.span;
  const lines = [...text.slice(start, end).matchAll(/^(?:`{3}|~{3})[\w-]*[ \t]*\r?\n/gm)].map(({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
  }));
  if (!lines.some(line => line.start <= problem.span.start && problem.span.start < line.end)) return [];
  return [[say('Remove the marks of the code block'), lines.map(line => replace(document, line, ''))]];
}

/** `tools: [` with items that have dashes below it. */
function brackets({ document, part }: Place): Try[] {
  const match = /^[\w-]+:([ \t]*\[)[ \t]*((?:\r?\n[ \t]*-[ \t][^\n]*)+)(\s*\])?$/.exec(part.content.text);
  if (!match) return [];
  const open = part.start + match[0].indexOf(':') + 1;
  const items = part.start + match[0].indexOf('\n');
  const span = { start: items, end: items + match[2]!.length };
  const lines = document.text.slice(span.start, span.end).replace(/,(?=[ \t\r]*(?:\n|$))/g, '');
  return [
    [
      say('Remove the brackets'),
      [
        replace(document, { start: open, end: open + match[1]!.length }, ''),
        replace(document, { start: span.start, end: part.end }, lines),
      ],
    ],
  ];
}

/** A line without a colon among keys that stand below another one. */
function nestedColon(place: Place): Try[] {
  const { document } = place;
  const { start, end } = lineOf(place);
  const match = /^([ ]+)([A-Za-z][\w-]*)([ \t]+)(?=\S)/.exec(document.text.slice(start, end));
  if (!match || !new RegExp(`^${match[1]!}[\\w-]+:\\s`, 'm').test(place.part.content.text)) return [];
  const gap = { start: start + match[0].length - match[3]!.length, end: start + match[0].length };
  return [[say('Insert a colon'), [replace(document, gap, ': ')]]];
}

/** Blanks of another kind before an item or a key. */
function oddBlanks(place: Place): Try[] {
  const { document } = place;
  const { start, end } = lineOf(place);
  const lead = /^[ \t]*[\u00A0\u2000-\u200A\u202F\u3000][\s\u00A0]*/.exec(document.text.slice(start, end))?.[0];
  if (lead === undefined) return [];
  const span = { start, end: start + lead.length };
  return [[say('Write plain spaces'), [replace(document, span, ' '.repeat(lead.length))]]];
}

/** `- [x] Read`: items with boxes to tick, all of which are ticked or none; of others nobody knows whether they are meant,
 * nor of one without a tick among items that have no box. */
export function boxes({ document, part }: Place): Try[] {
  const items = [...part.content.text.matchAll(/^[ \t]*-[ \t]+(?=\S)(\[[ xX]?\][ \t]+(?=[\w"']))?/gm)];
  const marks = items.flatMap(({ index, 0: lead, 1: box }) =>
    box === undefined ? [] : [{ box, end: part.start + index + lead.length }],
  );
  const isAlike = new Set(marks.map(({ box }) => /x/i.test(box))).size === 1;
  const areMeant = marks.length === items.length || marks.every(({ box }) => /x/i.test(box));
  if (!isAlike || !areMeant) return [];
  const edits = marks.map(({ box, end }) => replace(document, { start: end - box.length, end }, ''));
  return [[edits.length > 1 ? say('Remove the boxes') : say('Remove the box'), edits]];
}

/** `- *Grep*`: an item that Markdown would emphasize; `- @path`: one with a mark before it. */
function emphasis({ document, problem }: Place): Try[] {
  if (problem.cause !== 'reserved-start') return [];
  const { start } = problem.span;
  const rest = document.text.slice(start, lineAt(document.text, start).end);
  const [whole, , word] = /^([*`]{1,2})([\w:./-]+)\1/.exec(rest) ?? [];
  if (whole !== undefined && word !== undefined)
    return [[say('Remove the marks around it'), [replace(document, { start, end: start + whole.length }, word)]]];
  return /^[@%](?=[\w.])/.test(rest) ? [[say('Remove `{0}`', rest[0]!), [replace(document, problem.span, '')]]] : [];
}

/** A line that begins as a comment of another language does, such as `% note`. */
function comment(place: Place): Try[] {
  const { document } = place;
  const { start, end } = lineOf(place);
  const mark = foreignComment.exec(document.text.slice(start, end))?.[0];
  if (mark === undefined) return [];
  return [[say('Make it a comment'), [replace(document, { start, end: start + mark.length }, '# ')]]];
}

/** Lines below `description: |` that are not indented: up to the next known key they belong to it. */
function block({ document, part, workspace }: Place): Try[] {
  const { parts, text } = document;
  const fields = workspace.schema(document.uri)?.fields;
  const isField = (at: number): boolean => fields?.has(parts[at]?.entries[0]?.key.text ?? '') === true;
  let above = parts.indexOf(part) - 1;
  while (above >= 0 && !isField(above)) above--;
  if (above < 0 || !/^[\w-]+:[ \t]*[|>][-+]?$/.test(parts[above]!.content.text)) return [];
  let below = above + 1;
  while (below < parts.length && !isField(below)) below++;
  const start = parts[above]!.end;
  const end = parts[below - 1]!.end;
  const edits = [...text.slice(start, end).matchAll(/^(?=[^\r\n])/gm)].map(({ index }) =>
    insert(document, start + index, '  '),
  );
  return [[say('Indent the lines of the text'), edits]];
}

/** Items below a value of one line: the key of their list is lost. */
function listKey({ document, part, workspace }: Place): Try[] {
  const items = itemsBelow(part.content.text);
  if (items === undefined) return [];
  const at = part.start + items;
  return lostKeys(document, workspace, document.text.slice(at, part.end)).map(key => [
    say('Insert the key `{0}` above the items', key),
    [insert(document, at, `${key}:${lineBreak(document.text)}`)],
  ]);
}

/** Where the items begin below a value of one line or a list in brackets; undefined where other lines stand there too. */
export function itemsBelow(text: string): number | undefined {
  const bracket = /^[\w-]+:\s+\[[^\]]*\][ \t]*\r?\n/.exec(text)?.[0].length;
  const first = bracket ?? text.indexOf('\n') + 1;
  const lines = text.slice(first).trimEnd().split('\n');
  if (first === 0 || (bracket === undefined && !/^[\w-]+:[ \t]+[^\s-]/.test(text))) return undefined;
  return lines.every(line => /^[ ]*-[ ]+\S/.test(line)) ? first : undefined;
}

/** What items name, without quotes and parentheses. */
export const itemNames = (lines: string): string[] =>
  [...lines.matchAll(/^[ ]*-[ ]+["']?([^"'\n(]+?)["']?(?:\([^\n]*\))?[ \t]*\r?$/gm)].map(match => match[1]!);

/** The key that items belong to which all are names of tools or of skills; none where the file has it. */
function lostKeys(document: Document, workspace: Workspace, lines: string): string[] {
  const schema = workspace.schema(document.uri);
  const names = itemNames(lines);
  if (!schema || names.length === 0) return [];
  const areTools = names.every(name => isToolName(name, schema.tools));
  const skills = workspace.visibleNames('skill', document.uri).all;
  const keys = areTools ? ['tools', 'allowed-tools'] : names.every(name => skills.has(name)) ? ['skills'] : [];
  return keys.filter(key => schema.fields.has(key) && !entryOf(document.data, key));
}
