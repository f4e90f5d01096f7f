// What is computed of the latest version of each open document, and of the closed one looked at last.
import type { Document } from '../syntax/document';

/** A memo that holds one version a file. A WeakMap would not do: young garbage collections keep all that it holds, so
 * every key typed would leave a whole document behind. */
export class Latest<V> {
  readonly #open = new Map<string, { readonly document: Document; readonly value: V }>();
  #closed: { readonly document: Document; readonly value: V } | undefined;

  get(document: Document): V | undefined {
    if (this.#closed?.document === document) return this.#closed.value;
    const known = this.#open.get(document.uri);
    return known?.document === document ? known.value : undefined;
  }

  set(document: Document, value: V, open: boolean): void {
    if (open) this.#open.set(document.uri, { document, value });
    else this.#closed = { document, value };
  }

  forget(document: Document): void {
    this.#open.delete(document.uri);
    this.#closed = undefined;
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#closed = undefined;
  }
}
