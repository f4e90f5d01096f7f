// What stands in one item of a list, or between two commas: Claude Code parts it at its blanks, and people mean one thing by it.
import { entry, type DataList } from '../syntax/data';
import type { Document } from '../syntax/document';
import { holds, type Span } from '../syntax/span';
import { partsOf } from '../workspace/values';

export interface WholeEntry {
  readonly text: string;
  readonly span: Span;
  /** Its words, two or more. */
  readonly words: readonly Span[];
}

/** Nobody means one thing by more. */
const longest = 300;

/** The entry that a name stands in, where it has blanks; undefined where it is one name, and in a text without commas, in
 * which blanks part the names. Looks no further than the entry: it is asked of each name. */
export function wholeEntry({ text, data }: Document, key: string, name: Span): WholeEntry | undefined {
  const value = entry(data, key)?.value;
  const scalar = value?.is === 'list' ? valueAt(value, name.start) : value;
  if (scalar?.is !== 'scalar' || !holds(scalar.span, name)) return undefined;
  const from = edge(text, name.start - 1, scalar.span.start - 1, -1) + 1;
  const to = edge(text, name.end, scalar.span.end, 1);
  if (to - from > longest) return undefined;
  if (value?.is === 'scalar' && from === scalar.span.start && to === scalar.span.end) return undefined;
  const words = partsOf(text, { span: { start: from, end: to }, style: scalar.style }, ['comma', 'space']);
  if (words.length < 2) return undefined;
  const span = { start: words[0]!.start, end: words.at(-1)!.end };
  return { text: text.slice(span.start, span.end), span, words };
}

/** The nearest comma outside of parentheses, or the limit. */
function edge(text: string, from: number, limit: number, step: 1 | -1): number {
  const [opens, closes] = step > 0 ? ['(', ')'] : [')', '('];
  let depth = 0;
  for (let at = from; at !== limit; at += step) {
    if (Math.abs(at - from) > longest) return at;
    if (text[at] === opens) depth++;
    else if (text[at] === closes) depth--;
    else if (text[at] === ',' && depth <= 0) return at;
  }
  return limit;
}

function valueAt({ items }: DataList, offset: number): DataList['items'][number]['value'] {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (items[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return items[low]?.value;
}
