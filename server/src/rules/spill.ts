// Text of a value that goes on below its key without indentation, so that YAML takes its lines for keys of their own.
import type { Entry, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import type { Span } from '../syntax/span';
import type { Layer } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';

/** A value and the lines below it that belong to it. */
export interface Spill {
  /** The key that the text belongs to. */
  readonly entry: Entry;
  /** From the value's first character to the end of the last line. */
  readonly span: Span;
  /** The lines that are not indented. */
  readonly below: Span;
  /** The last line is no key that stands there by itself. */
  readonly certain: boolean;
}

/** The values that spill: plain text, followed by lines among which is one that is no key, up to the next known key. */
export function spills({ parts, uri }: Document, workspace: Workspace): Spill[] {
  const fields = workspace.schema(uri)?.fields;
  const found: Spill[] = [];
  if (!fields) return found;
  for (let at = 0; at < parts.length; at++) {
    const entry = parts[at]!.entries[0];
    const value = entry?.value;
    const block = entry && blockSpill(parts, at, fields);
    if (block) {
      found.push(block);
      at += parts.slice(at + 1).findIndex(({ end }) => end >= block.span.end) + 1;
      continue;
    }
    if (!entry || !fields.has(entry.key.text) || value?.is !== 'scalar' || !isPlain(value.style, value.lenient))
      continue;
    let last = at;
    while (last + 1 < parts.length && !startsField(parts[last + 1]!, fields)) last++;
    const below = parts.slice(at + 1, last + 1);
    if (!below.some(isLoose) || below.some(isForeign) || !mayGoOn(value, fields.get(entry.key.text))) continue;
    const end = parts[last]!.end;
    found.push({
      entry,
      span: { start: value.outer.start, end },
      below: { start: below[0]!.start, end },
      certain: isLoose(below.at(-1)!),
    });
    at = last;
  }
  return found;
}

/** A block, as `description: |` opens one, none of whose lines is indented: up to the next known key, or to the last line that is none. */
function blockSpill(parts: readonly EntryPart[], at: number, fields: ReadonlyMap<string, unknown>): Spill | undefined {
  const entry = parts[at]!.entries[0];
  if (!entry || !isEmptyBlock(entry)) return undefined;
  let next = at + 1;
  while (next < parts.length && !startsField(parts[next]!, fields)) next++;
  let last = next - 1;
  while (last > at && isKey(parts[last]!)) last--;
  const [first] = parts.slice(at + 1, last + 1);
  if (!first || isForeign(first) || !(isLoose(first) || isSentence(first))) return undefined;
  const { end } = parts[last]!;
  const span = { start: entry.value!.span.start, end };
  return { entry, span, below: { start: first.start, end }, certain: last === next - 1 };
}

/** Whether a value is `|` or `>` and no text. */
export const isEmptyBlock = ({ value }: Entry): boolean =>
  value?.is === 'scalar' && (value.style === 'literal' || value.style === 'folded') && value.text.trim() === '';

/** A key as front matter has them, which nobody takes for the beginning of a sentence. */
const isKey = ({ content, entries: [entry] }: EntryPart): boolean =>
  entry?.colon !== undefined && /^[a-z][\w-]*:/.test(content.text);

/** `Use it when:`, of which YAML makes a key. */
const isSentence = ({ content }: EntryPart): boolean => /^\p{Lu}\S*[^\S\n]+\S+[^\S\n]+\S/u.test(content.text);

/** Whether a span begins in one of these spills. */
export const isInside = ({ start }: Span, spilt: readonly Spill[]): boolean =>
  spilt.some(({ below }) => below.start <= start && start < below.end);

/** A text may have any number of lines; a name, a model or a list of tools goes on behind a comma alone. */
const mayGoOn = ({ text }: Scalar, layers: readonly Layer[] | undefined): boolean =>
  layers?.[0]?.field.type.is === 'text' || text.trimEnd().endsWith(',');

/** What is clearly no part of any value: a comment of another language, a mark of a merge, what a program left. */
export const foreign =
  /^(?:\/\/|\/\*|<!--|‹!--|\.{3}|…|[<>]{5,}|={5,}|<\/(?:parameter|invoke|function_calls|content|file|document)\b)/;

const isForeign = ({ content }: EntryPart): boolean => foreign.test(content.text.trim());

const isPlain = (style: string, lenient: boolean): boolean => lenient || style === 'plain';

/** A known key, also one whose colon is missing, as in `model opus`. */
const startsField = ({ content, entries: [entry] }: EntryPart, fields: ReadonlyMap<string, unknown>): boolean =>
  entry !== undefined && fields.has(entry.colon === undefined ? firstWord(content.text) : entry.key.text);

const firstWord = (text: string): string => /^[\w-]*/.exec(text)?.[0] ?? '';

/** A line that nobody would take for a key: a sentence, a tag, a list item; one word may be a key that is being written. */
const isLoose = ({ content, entries }: EntryPart): boolean =>
  entries.every(({ colon }) => colon === undefined) && /^([<*#>|-]|.*\S[^\S\n]+\S)/.test(content.text.trim());
