// Numbered lists whose numbers do not go on one by one: a number twice, one left out, two that changed places.
import type { Document } from '../syntax/document';
import { firstOdd, numberAnew, offBy, type Numbered } from './numbering';
import { say, type Finding } from './rule';

/** A line of a body, its indentation and, of an item, its number. */
export interface NumberedLine {
  readonly at: number;
  readonly indent: string;
  readonly words: string;
  readonly number: number | undefined;
}

/** Lists that would count from one to their length but for one place; `start` is where their text begins. */
export function* outOfOrder(document: Document, lines: readonly NumberedLine[], start: number): Iterable<Finding> {
  for (const list of listsIn(lines, start)) {
    const odd = firstOdd(list, 1);
    // One or two items before it show how the list counts.
    if (odd < 1 || list.length < 3) continue;
    const message = wrongFrom(list, odd) ?? swapped(list, odd);
    if (!message) continue;
    yield {
      span: list[odd]!.span,
      message,
      fixes: () => [numberAnew(document, list, 1, say('Number the items anew'))],
    };
  }
}

function wrongFrom(list: readonly Numbered[], odd: number): Finding['message'] | undefined {
  if (odd < 2) return undefined;
  const { number } = list[odd]!;
  const by = offBy(list, 1, odd);
  if (by === -1) return say('Two items have the number {0}.', String(number));
  return by === 1 && list.length >= 4 ? say('No item has the number {0}.', String(number - 1)) : undefined;
}

function swapped(list: readonly Numbered[], odd: number): Finding['message'] | undefined {
  const [here, next] = [list[odd]!.number, list[odd + 1]?.number];
  const isSwapped =
    here === odd + 2 &&
    next === odd + 1 &&
    list.every(({ number }, index) => number === index + 1 || index === odd || index === odd + 1);
  return isSwapped ? say('The items {0} and {1} stand in the other order.', String(here), String(next)) : undefined;
}

/** The items of each list. A line that is indented no further than they are ends it, as does a number one. */
function listsIn(lines: readonly NumberedLine[], start: number): Numbered[][] {
  const lists: Numbered[][] = [];
  const open = new Map<number, Numbered[]>();
  const close = (from: number): void => {
    for (const indent of [...open.keys()]) if (indent >= from) open.delete(indent);
  };
  for (const line of lines) {
    if (line.words === '') continue;
    const indent = line.indent.length;
    const { number } = line;
    if (number === undefined) {
      close(indent);
      continue;
    }
    close(number === 1 ? indent : indent + 1);
    const list = open.get(indent) ?? [];
    if (list.length === 0) lists.push(list);
    open.set(indent, list);
    const from = start + line.at + indent;
    list.push({ number, span: { start: from, end: from + String(number).length } });
  }
  return lists;
}
