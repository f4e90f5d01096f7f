// How values are written: lists in one way, quotes of one kind, descriptions on the line of their key.
import { inQuotes, lineBreak, yamlText } from '../../rules/edits';
import { scalars, type DataList, type Entry, type Scalar } from '../../syntax/data';
import type { Document } from '../../syntax/document';
import { lineEnd } from '../../syntax/lines';
import type { ListStyle } from '../../workspace/config';
import { isOfWords, type Change } from './spacing';

const entriesOf = ({ parts }: Document): Entry[] => parts.map(({ entries }) => entries[0]!);

/** Lists of words in one form, and those in brackets with one blank behind each comma. */
export function* lists(document: Document, style: ListStyle): Iterable<Change> {
  const { text } = document;
  for (const { value, colon } of entriesOf(document)) {
    if (value?.is !== 'list' || !isOfWords(text, value)) continue;
    const items = value.items.map(({ value: item }) => item as Scalar);
    const wanted = style === 'keep' ? value.flow : style === 'flow';
    if (value.flow === wanted) {
      if (wanted) yield* inBrackets(document, value, items);
    } else if (wanted) yield* joined(document, colon!, value, items);
    else yield* onLines(document, colon!, value, items);
  }
}

function* inBrackets({ text }: Document, { span }: DataList, items: readonly Scalar[]): Iterable<Change> {
  const source = text.slice(span.start, span.end);
  const written = `[${items.map(item => sourceOf(text, item)).join(', ')}]`;
  if (written !== source && !source.includes('\n')) yield { span, text: written };
}

const sourceOf = (text: string, { outer }: Scalar): string => text.slice(outer.start, outer.end);

/** Lines of items as one list in brackets, where each can stand there as it is. A comment would be lost. */
function* joined({ text }: Document, colon: number, { span }: DataList, items: readonly Scalar[]): Iterable<Change> {
  const sources = items.map(item => sourceOf(text, item));
  if (text.slice(colon, span.start).trim() !== '' || sources.some(source => !fitsInBrackets.test(source))) return;
  yield { span: { start: colon, end: span.end }, text: ` [${sources.join(', ')}]` };
}

const fitsInBrackets = /^(?:"[^"\\\n]*"|'[^'\n]*'|[\w./*-][^,[\]{}"'#:\n]*(?:\([^,[\]{}"'#\n]*\))?)$/;

function* onLines(document: Document, colon: number, { span }: DataList, items: readonly Scalar[]): Iterable<Change> {
  const { text } = document;
  const newline = lineBreak(text);
  if (text.slice(colon, span.start).trim() !== '' || lineEnd(text, span.end) !== span.end) return;
  const lines = items.map(item => `${newline}  - ${sourceOf(text, item)}`);
  yield { span: { start: colon, end: span.end }, text: lines.join('') };
}

/** What tools show of a file before they read it. Some take the first line alone. */
const shown: ReadonlySet<string> = new Set(['description', 'when_to_use']);

/** Puts a description that some formatter has broken over lines back on one. */
export function* oneLine(document: Document): Iterable<Change> {
  for (const { key, value } of entriesOf(document)) {
    if (value?.is !== 'scalar' || !shown.has(key.text) || !isBroken(document, value)) continue;
    const said = value.value as string;
    const isQuoted = value.style === 'single' || value.style === 'double';
    yield { span: value.outer, text: !isQuoted && yamlText(said) === said ? said : inQuotes(said) };
  }
}

/** `|` and `>` end in a line break, which a text on one line does not: they are left, as is what holds paragraphs. */
function isBroken({ text }: Document, { outer, style, value }: Scalar): boolean {
  const source = text.slice(outer.start, outer.end);
  if (typeof value !== 'string' || !source.includes('\n') || /^\s|\s$|\p{Cc}/u.test(value)) return false;
  return (style !== 'literal' && style !== 'folded') || /^>-[ \t]*\r?\n/.test(source);
}

/** Quotes of the kind that most of the file's are, wherever nothing in the text stands against it. */
export function* quotes(document: Document): Iterable<Change> {
  const { text } = document;
  const free = entriesOf(document)
    .flatMap(({ value }) => scalars(value))
    .filter(scalar => /^(["'])[^"'\\\n]*\1$/.test(sourceOf(text, scalar)));
  const single = free.filter(({ style }) => style === 'single').length;
  if (single * 2 === free.length) return;
  const mark = single * 2 > free.length ? "'" : '"';
  for (const { outer } of free) {
    if (text[outer.start] !== mark)
      yield { span: outer, text: mark + text.slice(outer.start + 1, outer.end - 1) + mark };
  }
}
