// The trees that stay: of every open file, and of closed ones as far as there is room.
import type { Document } from '../syntax/document';

export class Trees {
  readonly #open = new Map<string, Document>();
  readonly #closed = new Map<string, Document>();
  /** In characters of text. */
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  /** The last version, where it is kept. */
  get(uri: string): Document | undefined {
    return this.#open.get(uri) ?? this.#closed.get(uri);
  }

  open(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  get openUris(): Iterable<string> {
    return this.#open.keys();
  }

  set(document: Document, open: boolean): void {
    const { uri, text } = document;
    this.#makeRoom(uri);
    if (open) {
      this.#open.set(uri, document);
      return;
    }
    this.#open.delete(uri);
    if (text.length > this.#room) return;
    this.#room -= text.length;
    this.#closed.set(uri, document);
  }

  delete(uri: string): void {
    this.#open.delete(uri);
    this.#makeRoom(uri);
  }

  #makeRoom(uri: string): void {
    const closed = this.#closed.get(uri);
    if (!closed) return;
    this.#room += closed.text.length;
    this.#closed.delete(uri);
  }
}
