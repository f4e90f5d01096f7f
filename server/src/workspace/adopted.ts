// The JSON Schemas that configurations adopt: their texts, and what they say of front matter.
import { readSchema, type FrontMatterSchema, type ReadAs } from './json-schema';

export class Adopted {
  /** Of those that were read. */
  readonly #texts = new Map<string, string>();
  /** Of those that a host was asked for. */
  readonly #asked = new Set<string>();
  readonly #read = new Map<string, Map<string, FrontMatterSchema>>();

  /** Takes a text, or its absence; true where it is another one. */
  set(uri: string, text: string | undefined): boolean {
    if (this.#texts.get(uri) === text) return false;
    if (text === undefined) this.#texts.delete(uri);
    else this.#texts.set(uri, text);
    this.#read.delete(uri);
    return true;
  }

  /** Whether a host is yet to be asked for a text; true once, as what cannot be read would be asked for for ever. */
  wants(uri: string): boolean {
    if (this.#texts.has(uri) || this.#asked.has(uri)) return false;
    this.#asked.add(uri);
    return true;
  }

  /** Forgets those that nobody adopts any more. */
  keep(adopted: ReadonlySet<string>): void {
    for (const uri of [...this.#texts.keys(), ...this.#asked]) if (!adopted.has(uri)) this.forget(uri);
  }

  /** True where it was there. */
  forget(uri: string): boolean {
    this.#asked.delete(uri);
    return this.set(uri, undefined);
  }

  /** What a schema says; undefined where it was not read. */
  of(uri: string, as: ReadAs): FrontMatterSchema | undefined {
    const text = this.#texts.get(uri);
    if (text === undefined) return undefined;
    const known = this.#read.get(uri) ?? new Map<string, FrontMatterSchema>();
    this.#read.set(uri, known);
    const key = `${as.level} ${as.part}`;
    const schema = known.get(key) ?? readSchema(text, as);
    known.set(key, schema);
    return schema;
  }
}
