// One reading of a JSON Schema: where its references lead, how much of it may still be read, and what is passed over.
import type { ValueType } from '../dialects/dialect';
import { entry, type Data, type DataMap } from '../syntax/data';
import type { Gravity } from './json-schema-fields';
import { linearPattern } from './linear-pattern';
import { decoded } from './uris';

/** What a schema says and is passed over: a keyword, a reference to somewhere else, or a pattern that is not matched. */
export interface Note {
  readonly about: 'keyword' | 'reference' | 'pattern';
  readonly text: string;
}

/** Keywords that would allow less than is read without them. */
const unread: readonly string[] = [
  'not', 'if', 'then', 'else', 'dependencies', 'dependentRequired', 'dependentSchemas', 'patternProperties',
  'propertyNames', 'unevaluatedProperties', 'unevaluatedItems', 'minProperties', 'maxProperties', 'contains',
  'minContains', 'maxContains', 'prefixItems', 'additionalItems', 'minItems', 'maxItems', 'uniqueItems', 'multipleOf',
  '$dynamicRef', '$recursiveRef', 'extends', 'disallow',
]; // prettier-ignore

/** Types that lie deeper are anything, which also ends those that hold themselves. */
const deepest = 8;

/** So many types, keys and values are read of one schema. */
const mostRead = 10_000;

const mostNotes = 20;

export class Reading {
  readonly title: string;
  readonly level: Gravity;
  readonly notes: Note[] = [];
  readonly #root: Data;
  readonly #patterns = new Map<string, boolean>();
  /** What schemas were read as, by depth: one that holds itself several times would grow with each step down. */
  readonly #types = new Map<Data, (ValueType | undefined)[]>();
  #depth = 0;
  #left = mostRead;

  constructor(root: Data, title: string, level: Gravity) {
    this.#root = root;
    this.title = title;
    this.level = level;
  }

  /** Says once that something is passed over. */
  note(about: Note['about'], text: string): void {
    const known = this.notes.some(note => note.about === about && note.text === text);
    if (!known && this.notes.length < mostNotes) this.notes.push({ about, text });
  }

  noteUnread(schema: DataMap): void {
    for (const { key } of schema.entries) if (unread.includes(key.text)) this.note('keyword', key.text);
  }

  /** Reads one step further down; undefined where that would be too deep, or too much. */
  deeper<T>(read: () => T): T | undefined {
    if (this.#depth >= deepest || !this.spend(1)) return undefined;
    this.#depth++;
    const found = read();
    this.#depth--;
    return found;
  }

  /** The type that a schema is read as one step further down, found once at each depth. */
  typeOf(schema: Data, read: () => ValueType): ValueType | undefined {
    const known = this.#types.get(schema) ?? [];
    this.#types.set(schema, known);
    return (known[this.#depth] ??= this.deeper(read));
  }

  /** Takes so much of what may yet be read; false where it is not there. */
  spend(count: number): boolean {
    if (count > this.#left) return false;
    this.#left -= count;
    return true;
  }

  /** Whether a pattern can be matched without harm. */
  isMatched(pattern: string): boolean {
    const known = this.#patterns.get(pattern) ?? linearPattern(pattern) !== undefined;
    this.#patterns.set(pattern, known);
    return known;
  }

  /** What a JSON pointer leads to: `/properties/frontmatter`. */
  at(pointer: string): Data | undefined {
    if (pointer === '') return this.#root;
    let found: Data | undefined = this.#root;
    for (const step of pointer.split('/').slice(1)) {
      const key = decoded(step).replace(/~1/g, '/').replace(/~0/g, '~');
      found = found?.is === 'list' ? found.items[Number(key)]?.value : entry(found, key)?.value;
    }
    return pointer.startsWith('/') ? found : undefined;
  }

  /** The schema itself, or what its `$ref` leads to, however many stand between; undefined where that is not known. */
  target(schema: Data | undefined): Data | undefined {
    let found = schema;
    for (let steps = 0; steps < 16; steps++) {
      const reference = entry(found, '$ref')?.value;
      if (reference?.is !== 'scalar') return found;
      const inside = /^#(\/.*)?$/.exec(reference.text);
      const there = inside ? this.at(inside[1] ?? '') : undefined;
      if (!there) this.note('reference', reference.text);
      found = there;
    }
    return undefined;
  }
}
