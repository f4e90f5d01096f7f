// What stands in one item of a list, or between two commas: Claude Code parts it at its blanks, and people mean one thing by it.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { holds, type Span } from '../syntax/span';
import { partsOf, splitText } from '../workspace/values';

export interface WholeEntry {
  readonly text: string;
  readonly span: Span;
}

/** The entry that a name stands in, where it has blanks; undefined where it is one name, and in a text without commas, in
 * which blanks part the names. */
export function wholeEntry({ text, data }: Document, key: string, { start, end }: Span): WholeEntry | undefined {
  const value = entry(data, key)?.value;
  const scalars = value?.is === 'list' ? value.items.map(item => item.value) : [value];
  for (const scalar of scalars) {
    if (scalar?.is !== 'scalar' || !holds(scalar.span, { start, end })) continue;
    const parts = splitText(text, scalar.span, ['comma']);
    if (parts.length < 2 && value?.is === 'scalar') return undefined;
    const span = parts.find(part => holds(part, { start, end }));
    if (!span || partsOf(text, { span, style: scalar.style }, ['comma', 'space']).length < 2) return undefined;
    return { text: text.slice(span.start, span.end), span };
  }
  return undefined;
}
