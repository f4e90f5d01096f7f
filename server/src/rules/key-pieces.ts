// Front matter cut into pieces that can change places: each key with its lines, and the comments and blank lines above it.
import type { Data, Entry } from '../syntax/data';
import type { Document, FrontMatter } from '../syntax/document';
import { areIndented } from '../syntax/entries';
import { nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readAsClaude } from '../workspace/loader';

/** A document with front matter that `isPlain`. */
export type Plain = Document & { readonly frontMatter: FrontMatter };

/** A key with all that moves along with it. */
export interface Piece {
  readonly key: string;
  /** Blank lines above it, and above its comments. */
  readonly blank: string;
  /** Its comments and its own lines, line break included. */
  readonly text: string;
}

export interface Pieces {
  /** What stays on top: blank lines, and comments that a blank line sets apart from the first key. */
  readonly head: string;
  readonly pieces: readonly Piece[];
  /** What stays at the end: comments and blank lines below the last key. */
  readonly tail: string;
}

/** The pieces joined are the text between the fences. */
export function cut({ text, parts, frontMatter: { span } }: Plain): Pieces {
  const pieces: Piece[] = [];
  let head = '';
  let at = span.start;
  for (const { start, entries } of parts) {
    let above = text.slice(at, start);
    if (pieces.length === 0) {
      head = /^(?:[^\n]*\n)*[ \t]*\r?\n/.exec(above)?.[0] ?? '';
      above = above.slice(head.length);
    }
    const blank = /^(?:[ \t]*\r?\n)*/.exec(above)?.[0] ?? '';
    at = endOf(text, entries[0]!, span);
    pieces.push({ key: entries[0]!.key.text, blank, text: above.slice(blank.length) + text.slice(start, at) });
  }
  return { head, pieces, tail: text.slice(at, span.end) };
}

/** After the last line of an entry, and after the indented comments right below it. */
function endOf(text: string, entry: Entry, { end }: Span): number {
  let at = Math.min(nextLine(text, Math.max(entry.span.end - 1, entry.span.start)), end);
  const comment = /[ \t]+#[^\n]*\n/y;
  for (comment.lastIndex = at; at < end && comment.test(text); at = comment.lastIndex);
  return Math.min(at, end);
}

/** In characters: ten times what the longest of 2,000 real files has. Each reader is asked of it several times. */
const longest = 32_768;

/** Whether front matter is closed, without a problem, read by every loader, and holds nothing that means something else
 * elsewhere: no anchors and aliases, no tags, no keys that are no text. */
export function isPlain(document: Document): document is Plain {
  const { text, frontMatter, parts, problems } = document;
  if (!frontMatter?.close || frontMatter.language !== '' || problems.length > 0 || parts.length === 0) return false;
  const source = text.slice(frontMatter.span.start, frontMatter.span.end);
  if (source.length > longest || /\r(?!\n)/.test(source) || areIndented(text, parts)) return false;
  if (!parts.every(({ content: { text: own, entries, aliases } }) => isPlainEntry(own, entries, aliases))) return false;
  if (parts.some(({ entries }) => hasLooseEnd(text, entries[0]!))) return false;
  const claude = readAsClaude(text);
  if (claude.state !== 'read' || claude.quoted || claude.end !== frontMatter.close.start) return false;
  const { data } = claude;
  const keys = data?.is === 'map' && !data.flow ? data.entries.map(({ key }) => key.text) : [];
  return keys.join('\n') === parts.map(({ entries }) => entries[0]!.key.text).join('\n');
}

function isPlainEntry(text: string, entries: readonly Entry[], aliases: readonly unknown[]): boolean {
  const [entry, another] = entries;
  if (!entry || another || entry.colon === undefined || entry.key.lenient || aliases.length > 0) return false;
  return /^[\s,:[\]{}-]*$/.test(between(text, entry).replace(/#.*/g, ''));
}

/** Whether blank lines or lines of blanks below a text of its own lines may belong to it: there readers differ. */
function hasLooseEnd(text: string, { value, span }: Entry): boolean {
  const headers = scalarsOf(value).map(({ start }) => text.slice(start, start + 3));
  if (headers.some(header => /^[|>]\d?\+/.test(header))) return true;
  return /^[|>]/.test(headers.at(-1) ?? '') && /^[ \t]*(?:\r?\n)+[ \t]+\r?\n/.test(text.slice(span.end));
}

/** What stands between the keys and values of an entry: marks of YAML and comments. */
function between(text: string, entry: Entry): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of [entry.key.outer, ...scalarsOf(entry.value)]) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

/** Where the keys and values stand in a value, in the order of the text, quotes and indicators included. */
export function scalarsOf(data: Data | undefined): Span[] {
  if (data === undefined) return [];
  switch (data.is) {
    case 'scalar':
      return [data.outer];
    case 'list':
      return data.items.flatMap(({ value }) => scalarsOf(value));
    case 'map':
      return data.entries.flatMap(({ key, value }) => [key.outer, ...scalarsOf(value)]);
    default:
      return data satisfies never;
  }
}
