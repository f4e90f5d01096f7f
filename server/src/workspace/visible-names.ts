// Which names can be named at a place, kept while there are no others: with many files they are thousands.
import type { SymbolKind } from '../dialects/dialect';
import type { Names } from './names';
import { visibleIn } from './resolve';

export interface NameList {
  readonly all: ReadonlySet<string>;
  /** Without those that are seen and not found by their name: too deep a folder, a second name. */
  readonly found: ReadonlySet<string>;
}

interface Kept {
  readonly state: number;
  /** Given up where memory is wanted: it is made again in a moment, and takes a megabyte with ten thousand files. */
  readonly list: WeakRef<NameList>;
}

export class VisibleNames {
  readonly #names: Names;
  readonly #kept = new Map<string, Kept>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** In the order of the names. */
  of(kind: SymbolKind, realm: string): NameList {
    const key = `${kind} ${realm}`;
    const state = this.#names.state(kind);
    const known = this.#kept.get(key);
    const kept = known?.state === state ? known.list.deref() : undefined;
    if (kept) return kept;
    const visible = visibleIn(this.#names, kind, realm);
    const isFound = visible.filter(({ reachable, alias }) => reachable && alias === 'none');
    const list = { all: namesOf(visible), found: namesOf(isFound) };
    this.#kept.set(key, { state, list: new WeakRef(list) });
    return list;
  }
}

const namesOf = (named: readonly { readonly name: string }[]): ReadonlySet<string> =>
  new Set(named.map(({ name }) => name));
