// What a piece of front matter that is not valid YAML plainly means all the same.
import { entry as entryOf, plain, type Data, type Entry, type Scalar } from './data';
import type { Problem } from './problem';
import type { Span } from './span';
import { outerOf, type YamlReading } from './yaml';

/** The key at the start of an entry's text, and where its value begins on the same line. */
export interface Head {
  readonly key: Scalar;
  readonly colon: number;
  /** The value on the key's line: from its first character to the line's end, white space excluded. */
  readonly value: Span;
}

/** What the author means: the recovered list or map where there is one, else the text as it stands. */
export function lenientEntry(text: string, head: Head, reading: YamlReading, { cause, span }: Problem): Entry {
  const recovered = entryOf(reading.data, head.key.text)?.value;
  // `[a] [b]` is text, not the list `[a]`.
  const meantAsText = cause === 'reserved-start' && span.start === head.value.start;
  const value =
    recovered && recovered.is !== 'scalar' && !meantAsText && !onFirstLine(head, text)
      ? recovered
      : lenientValue(text, cause === 'block-mark' ? below(head, text) : head, recovered);
  const end = value ? outerOf(value).end : head.colon;
  return { key: head.key, value, colon: head.colon, span: { start: 0, end } };
}

/** The text below the key alone, without what stands on its line. */
const below = (head: Head, text: string): Head => ({ ...head, value: trimmed(text, head.value.end, text.length) });

/** A list or map that the parser made of a plain value, such as `a: b: c`, is not what was meant. */
function onFirstLine(head: Head, text: string): boolean {
  const first = text[head.value.start];
  return head.value.start < head.value.end && first !== '[' && first !== '{';
}

function lenientValue(text: string, head: Head, recovered: Data | undefined): Data | undefined {
  if (head.value.start >= head.value.end) return recovered;
  const first = text[head.value.start]!;
  if ((first === '|' || first === '>') && recovered?.is === 'scalar') return recovered;
  const whole = trimmed(text, head.value.start, text.length);
  const lines = text
    .slice(whole.start, whole.end)
    .split('\n')
    .map(line => line.trim());
  const joined = lines.join(' ');
  const quoted = first === '"' || first === "'";
  const doubled = quoted && joined.startsWith(first.repeat(2)) && joined.endsWith(first.repeat(2)) && joined.length > 4;
  if (doubled) {
    const inside = { start: whole.start + 2, end: whole.end - 2 };
    return { ...plain(joined.slice(2, -2), inside, true), outer: whole };
  }
  const inner = quoted ? { start: whole.start + 1, end: whole.end } : whole;
  return { ...plain(quoted ? joined.slice(1) : joined, inner, true), outer: whole };
}

export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (to > from && ' \t\r\n'.includes(text[to - 1]!)) to--;
  while (from < to && ' \t\r\n'.includes(text[from]!)) from++;
  return { start: from, end: to };
}
