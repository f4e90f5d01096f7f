// Numbered lists whose numbers do not go on one by one: a number twice, one left out, two that changed places.
import type { Document } from '../syntax/document';
import { lineStart, nextLine } from '../syntax/lines';
import { changeTo, lineBreak } from './edits';
import { firstOdd, isOutlier, numberAnew, offBy, type Numbered } from './numbering';
import { say, type Finding, type Fix } from './rule';

/** A line of a body, its indentation and, of an item, its number. */
export interface NumberedLine {
  readonly at: number;
  readonly indent: string;
  readonly words: string;
  readonly number: number | undefined;
}

/** Lists that would count from one to their length but for one place; `start` is where their text begins. */
export function* outOfOrder(document: Document, lines: readonly NumberedLine[], start: number): Iterable<Finding> {
  const lists = listsIn(lines, start);
  for (const [index, list] of lists.entries()) {
    const first = firstTwo(document, list, lists[index + 1]);
    if (first) yield first;
    const odd = firstOdd(list, 1);
    // One or two items before it show how the list counts.
    if (odd < 1) continue;
    const joined = list[odd]!.number === odd + 2 ? joinedItem(document, list[odd - 1]!, odd + 1) : undefined;
    if (joined) yield joined;
    if (joined || list.length < 3) continue;
    // A line that stands twice is another rule's.
    if (list[odd]!.words === list[odd - 1]!.words) continue;
    const { span, number } = list[odd]!;
    // Where it is off by one, its neighbours alone tell so.
    if (isOutlier(list, 1, odd) && list.length > 3) {
      const wanted = String(odd + 1);
      if (Math.abs(number - odd - 1) > 1)
        yield {
          span,
          message: say('Going by the items around it, this one should have the number {0}.', wanted),
          fixes: () => [changeTo(document, span, wanted, 'best')],
        };
      continue;
    }
    const wrong = wrongFrom(list, odd);
    const message = wrong ?? swapped(list, odd);
    if (!message) continue;
    yield {
      span: list[odd]!.span,
      message,
      fixes: () => [
        numberAnew(document, list, 1, say('Renumber the items')),
        ...(wrong ? [] : exchanged(document, list.slice(odd))),
      ],
    };
  }
}

/** `3. Write. 4. Rest.`, where no other item has the second number. */
function joinedItem({ uri, text }: Document, { words, span }: Item, wanted: number): Finding | undefined {
  const found = new RegExp(`[^\\s:]([ \\t]+)${wanted}\\. (?=[*\\p{Lu}\`])`, 'u').exec(words);
  if (!found) return undefined;
  const line = text.lastIndexOf('\n', span.start - 1) + 1;
  const gap = line + found.index + 1;
  const start = gap + found[1]!.length;
  const end = start + String(wanted).length + 1;
  const edits = [{ uri, span: { start: gap, end: start }, text: lineBreak(text) + text.slice(line, span.start) }];
  return {
    span: { start, end },
    message: say('Item {0} begins on the line of the item before it, and so is part of that one.', String(wanted)),
    fixes: () => [{ title: say('Begin a new line before `{0}`', `${wanted}.`), edits, safe: false, preferred: true }],
  };
}

function wrongFrom(list: readonly Numbered[], odd: number): Finding['message'] | undefined {
  if (odd < 2) return undefined;
  const { number } = list[odd]!;
  const by = offBy(list, 1, odd);
  if (by === -1) return say('Two items have the number {0}.', String(number));
  return by === 1 ? say('No item has the number {0}.', String(number - 1)) : undefined;
}

function swapped(list: readonly Numbered[], odd: number): Finding['message'] | undefined {
  const [here, next] = [list[odd]!.number, list[odd + 1]?.number];
  const isSwapped =
    here === odd + 2 &&
    next === odd + 1 &&
    list.every(({ number }, index) => number === index + 1 || index === odd || index === odd + 1);
  return isSwapped ? say('The items {0} and {1} are in the wrong order.', String(here), String(next)) : undefined;
}

/** `2.` straight above `1.` and `3.`: a number one begins another list, so that the two first items are told by what follows. */
function firstTwo(
  document: Document,
  [second, ...more]: readonly Item[],
  list: readonly Item[] = [],
): Finding | undefined {
  const [first, third] = list;
  if (second?.number !== 2 || more.length > 0 || first?.number !== 1 || third?.number !== 3) return undefined;
  if (document.text.slice(second.span.start, first.span.start).split('\n').length !== 2) return undefined;
  const all = [second, ...list];
  return {
    span: second.span,
    message: say('The items {0} and {1} are in the wrong order.', '2', '1'),
    fixes: () => [numberAnew(document, all, 1, say('Renumber the items')), ...exchanged(document, all)],
  };
}

/** The first two of some items in the other order, with what belongs to each; of the last one its line alone is known. */
function exchanged({ uri, text }: Document, [one, other, next]: readonly Item[]): Fix[] {
  if (!one || !other) return [];
  const [from, middle] = [lineStart(text, one.span.start), lineStart(text, other.span.start)];
  const end = next ? lineStart(text, next.span.start) : nextLine(text, middle);
  if (text[end - 1] !== '\n' || (!next && /^[ \t]+\S/.test(text.slice(end, end + 80)))) return [];
  const edits = [{ uri, span: { start: from, end }, text: text.slice(middle, end) + text.slice(from, middle) }];
  return [{ title: say('Swap the two items'), edits, safe: false }];
}

interface Item extends Numbered {
  readonly words: string;
}

/** The items of each list. A line that is indented no further than they are ends it, as does a number one. */
function listsIn(lines: readonly NumberedLine[], start: number): Item[][] {
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
    const from = start + line.at + indent;
    list.push({ number, words: line.words, span: { start: from, end: from + String(number).length } });
  }
  return lists;
}
