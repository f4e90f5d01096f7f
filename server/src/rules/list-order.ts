// Numbered lists whose numbers do not go on one by one: a number twice, one left out, two that changed places.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { say, type Finding } from './rule';

/** A line of a body, its indentation and, of an item, its number. */
export interface NumberedLine {
  readonly at: number;
  readonly indent: string;
  readonly words: string;
  readonly number: number | undefined;
}

type Item = NumberedLine & { readonly number: number };

/** Lists that would count from one to their length but for one place; `start` is where their text begins. */
export function* outOfOrder(document: Document, lines: readonly NumberedLine[], start: number): Iterable<Finding> {
  for (const list of listsIn(lines)) {
    const numbers = list.map(({ number }) => number);
    const odd = numbers.findIndex((number, index) => number !== index + 1);
    // One or two items before it show how the list counts.
    if (odd < 1 || list.length < 3) continue;
    const [here, next] = [numbers[odd]!, numbers[odd + 1]];
    const rest = (by: number): boolean => numbers.slice(odd).every((number, index) => number === odd + 1 + index + by);
    const span = spanOf(list[odd]!, start);
    if (odd >= 2 && rest(-1))
      yield renumbered(document, list, start, span, say('Two items have the number {0}.', `${here}`));
    else if (odd >= 2 && list.length >= 4 && rest(1))
      yield renumbered(document, list, start, span, say('No item has the number {0}.', `${here - 1}`));
    else if (
      here === odd + 2 &&
      next === odd + 1 &&
      numbers.every((n, index) => n === index + 1 || [odd, odd + 1].includes(index))
    )
      yield renumbered(
        document,
        list,
        start,
        span,
        say('The items {0} and {1} stand in the other order.', `${here}`, `${next}`),
      );
  }
}

const spanOf = ({ at, indent, number }: Item, start: number): Span => {
  const from = start + at + indent.length;
  return { start: from, end: from + String(number).length };
};

const renumbered = (
  { uri }: Document,
  list: readonly Item[],
  start: number,
  span: Span,
  message: Finding['message'],
): Finding => ({
  span,
  message,
  fixes: () => [
    {
      title: say('Number the items anew'),
      edits: list.flatMap((item, index) =>
        item.number === index + 1 ? [] : [{ uri, span: spanOf(item, start), text: String(index + 1) }],
      ),
      safe: false,
      preferred: true,
    },
  ],
});

/** The items of each list. A line that is indented no further than they are ends it, as does a number one. */
function listsIn(lines: readonly NumberedLine[]): Item[][] {
  const lists: Item[][] = [];
  const open = new Map<number, Item[]>();
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
    list.push({ ...line, number });
  }
  return lists;
}
