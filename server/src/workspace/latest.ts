// What is computed of the latest version of each open document, and of the closed one looked at last.
import type { Document } from '../syntax/document';

interface Known<V> {
  /** Undefined where what was computed no longer holds. */
  readonly document: Document | undefined;
  readonly value: V;
}

/** A memo that holds one version a file. A WeakMap would not do: young garbage collections keep all that it holds, so
 * every key typed would leave a whole document behind. */
export class Latest<V> {
  readonly #open = new Map<string, Known<V>>();
  #closed: Known<V> | undefined;

  get(document: Document): V | undefined {
    if (this.#closed?.document === document) return this.#closed.value;
    const known = this.#open.get(document.uri);
    return known?.document === document ? known.value : undefined;
  }

  /** Of the last version of an open file, whether or not it holds for another one. */
  last(uri: string): V | undefined {
    return this.#open.get(uri)?.value;
  }

  set(document: Document, value: V, open: boolean): void {
    if (open) this.#open.set(document.uri, { document, value });
    else this.#closed = { document, value };
  }

  /** What is known of a file holds no longer. */
  outdate(uri: string): void {
    const known = this.#open.get(uri);
    if (known) this.#open.set(uri, { document: undefined, value: known.value });
    this.#closed = undefined;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#closed = undefined;
  }
}
