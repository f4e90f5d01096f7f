// The one kind of tree for front matter, YAML, JSON and TOML: entries, lists and scalars, each with its span.
import type { Span } from './span';

export type Data = DataMap | DataList | Scalar;

/** How a scalar is written. JSON strings are `double`. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface Scalar {
  readonly is: 'scalar';
  /** What it says, without quotes; for block scalars the indented lines. */
  readonly span: Span;
  /** With quotes or the block indicator. */
  readonly outer: Span;
  readonly style: ScalarStyle;
  /** The value as the YAML core schema reads it. */
  readonly value: string | number | boolean | null;
  /** The value as text: what a loader that wants a string sees. */
  readonly text: string;
  /** True where strict YAML fails on this value and `value` is what the lenient reading gives. */
  readonly lenient: boolean;
}

export interface DataList {
  readonly is: 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: readonly ListItem[];
}

/** One item of a list. `value` is undefined where nothing follows the dash or comma yet. */
export interface ListItem {
  /** From the dash (or the value, in flow lists) to the end of the value. */
  readonly span: Span;
  readonly value: Data | undefined;
}

export interface DataMap {
  readonly is: 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

/** A key and its value. */
export interface Entry {
  readonly key: Scalar;
  /** Undefined where nothing (or only white space or a comment) follows the colon. */
  readonly value: Data | undefined;
  /** Offset just after the colon; undefined where there is no colon yet. */
  readonly colon: number | undefined;
  /** From the key to the end of the value, without trailing white space and comments. */
  readonly span: Span;
}

/** The entry with this key; the last one where the key stands twice, as loaders read it. */
export function entry(map: Data | undefined, key: string): Entry | undefined {
  if (map?.is !== 'map') return undefined;
  for (let at = map.entries.length - 1; at >= 0; at--) {
    if (map.entries[at]!.key.text === key) return map.entries[at];
  }
  return undefined;
}

/** A plain scalar that is its own text. */
export const plain = (text: string, span: Span, lenient = false): Scalar => ({
  is: 'scalar',
  span,
  outer: span,
  style: 'plain',
  value: text,
  text,
  lenient,
});

/** The text of a key's value; undefined where there is none, or one that is no scalar. */
export function textAt(map: Data | undefined, key: string): string | undefined {
  const value = entry(map, key)?.value;
  return value?.is === 'scalar' ? value.text : undefined;
}

/** The scalars of a value: itself, or the scalar items of a list. */
export function scalars(data: Data | undefined): Scalar[] {
  if (data === undefined) return [];
  if (data.is === 'scalar') return [data];
  if (data.is === 'list') return data.items.flatMap(item => (item.value?.is === 'scalar' ? [item.value] : []));
  return [];
}

/** The texts that stand, at any depth, under one of some keys. */
export function* textsUnder(data: Data | undefined, keys: readonly string[], inside = false): Iterable<Scalar> {
  if (data?.is === 'scalar' && inside && typeof data.value === 'string') yield data;
  if (data?.is === 'list') for (const { value } of data.items) yield* textsUnder(value, keys, inside);
  if (data?.is === 'map')
    for (const { key, value } of data.entries) yield* textsUnder(value, keys, inside || keys.includes(key.text));
}

/** All scalars below a value, however deep. */
export function* allScalars(data: Data | undefined): Iterable<Scalar> {
  if (data?.is === 'map') for (const { value } of data.entries) yield* allScalars(value);
  else if (data?.is === 'list') for (const { value } of data.items) yield* allScalars(value);
  else yield* scalars(data);
}
