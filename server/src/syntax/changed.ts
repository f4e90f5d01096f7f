// What a key changed in a text: mostly letters of one word, or the value of one key.
import type { Data } from './data';
import { sharedEnds } from './difference';
import type { Document } from './document';
import type { EntryPart } from './entries';
import type { Span } from './span';

/** Letters that came into a plain word, or went out of it. */
export interface WordChange {
  /** The first character that changed, counted from where the text begins that is compared. */
  readonly at: number;
  /** How many characters are there no more. */
  readonly gone: number;
  /** By how many characters the text grew. */
  readonly by: number;
}

/** Where two texts differ in one plain word alone, of which the first two letters are the same: it stands between blanks, perhaps in
 * brackets or quotes, and a mark that ends a sentence may follow. */
export function wordChange(old: string, then: Span, text: string, now: Span): WordChange | undefined {
  // Whoever reads a text anew asks, and whoever judges it then.
  if (last.old !== old || last.text !== text || last.start !== now.start) {
    last = { old, text, start: now.start, change: soughtChange(old, then, text, now) };
  }
  return last.change;
}

let last: Asked = { old: '', text: '', start: -1, change: undefined };

interface Asked {
  readonly old: string;
  readonly text: string;
  readonly start: number;
  readonly change: WordChange | undefined;
}

function soughtChange(old: string, then: Span, text: string, now: Span): WordChange | undefined {
  const oldLength = then.end - then.start;
  const by = now.end - now.start - oldLength;
  const { head: at, tail } = sharedEnds(old, text, then, now);
  const gone = oldLength - tail - at;
  const from = now.start + at;
  const to = now.end - tail;
  if (!letters.test(old.slice(then.start + at, then.start + at + gone)) || !letters.test(text.slice(from, to)))
    return undefined;
  const before = text.slice(Math.max(now.start, from - longest), from);
  return begins.test(before) && ends.test(text.slice(to, to + longest)) ? { at, gone, by } : undefined;
}

const letters = /^[a-z]*$/;
const longest = 40;
const begins = /(?:^|\s)[("']?(?=[A-Za-z])[A-Za-z'-]*[A-Za-z]{2}$/;
const ends = /^[A-Za-z'-]*[.,;:!?)"']*(?:\s|$)/;

/** An entry of which the value changed. */
export interface ChangedValue {
  readonly key: string;
  readonly old: EntryPart;
  readonly now: EntryPart;
}

/** The one entry that changed in a front matter that can be read before and after, where it kept its key and the kind of its
 * value, text or a list of texts, which stays one that is not empty. */
export function changedValue(before: Document, document: Document): ChangedValue | undefined {
  // Whoever takes a file in asks, and whoever judges it then.
  if (lastValue?.before !== before || lastValue.document !== document)
    lastValue = { before, document, changed: soughtValue(before, document) };
  return lastValue.changed;
}

let lastValue:
  { readonly before: Document; readonly document: Document; readonly changed: ChangedValue | undefined } | undefined;

function soughtValue(before: Document, document: Document): ChangedValue | undefined {
  if (before.problems.length > 0 || document.problems.length > 0) return undefined;
  if (before.parts.length !== document.parts.length) return undefined;
  const at = document.parts.findIndex(({ content }, index) => content !== before.parts[index]!.content);
  if (at < 0) return undefined;
  const [old, now] = [before.parts[at]!, document.parts[at]!];
  const isOther = ({ content }: EntryPart, index: number): boolean =>
    index > at && content !== before.parts[index]!.content;
  if (document.parts.some(isOther) || old.entries.length !== 1 || now.entries.length !== 1) return undefined;
  const [was, is] = [old.entries[0]!, now.entries[0]!];
  if (was.key.text !== is.key.text || was.value?.is !== is.value?.is || around(old) !== around(now)) return undefined;
  return holdsText(was.value) && holdsText(is.value) ? { key: is.key.text, old, now } : undefined;
}

/** What stands around the value of an entry: its key, and remarks behind or below it. */
function around({ content: { text, entries } }: EntryPart): string {
  const value = entries[0]?.value;
  const { start, end } = value?.is === 'scalar' ? value.outer : (value?.span ?? { start: 0, end: 0 });
  return `${text.slice(0, start)}\n${text.slice(end)}`;
}

function holdsText(value: Data | undefined): boolean {
  if (value?.is === 'list') return value.items.length > 0 && value.items.every(item => holdsText(item.value));
  return value?.is === 'scalar' && typeof value.value === 'string' && value.text.trim() !== '';
}
