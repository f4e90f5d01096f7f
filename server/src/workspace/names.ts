// The one occurrence map: who defines a symbol and which files refer to it.
import { copy } from '../syntax/copy';
import { precedence } from './realms';
import type { SymbolKind } from '../dialects/dialect';
import { symbolKind, type Definition, type Facet, type SymbolKey } from './symbols';

/** What a file refers to, each symbol once. */
interface Referring {
  readonly uri: string;
  readonly refers: readonly SymbolKey[];
}

/** Definitions and holders by symbol. Every look-up and change costs in proportion to the symbols concerned; to find the
 * holders of a tool all files are gone through. */
export class Names {
  /** By itself where it is the only one, as most are: a list of one takes as much as what is in it. */
  readonly #definitions = new Map<SymbolKey, Definition | readonly Definition[]>();
  readonly #holders = new Map<SymbolKey, Holders>();
  readonly #files: ReadonlyMap<string, Referring>;
  readonly #states = new Map<SymbolKind, number>();

  constructor(files: ReadonlyMap<string, Referring>) {
    this.#files = files;
  }

  /** By precedence, then URI. */
  definitions(symbol: SymbolKey): readonly Definition[] {
    const known = this.#definitions.get(symbol);
    return known === undefined ? none : 'symbol' in known ? [known] : known;
  }

  /** The files that refer to a symbol. */
  holders(symbol: SymbolKey): Iterable<string> {
    if (!isCounted(symbol)) return (this.#holders.get(symbol)?.uris as Iterable<string> | undefined) ?? [];
    const naming = [...this.#files.values()].filter(({ refers }) => refers.includes(symbol));
    return naming.map(({ uri }) => uri);
  }

  get symbols(): Iterable<SymbolKey> {
    return this.#definitions.keys();
  }

  get referred(): Iterable<SymbolKey> {
    return this.#holders.keys();
  }

  /** The symbol as it is kept: one string for all who name it, that holds no part of a file's text. */
  own(symbol: SymbolKey): SymbolKey {
    return this.#holders.get(symbol)?.symbol ?? (copy(symbol) as SymbolKey);
  }

  /** Counts the changes of which names there are of a kind, and where they can be named; what they say of themselves aside. */
  state(kind: SymbolKind): number {
    return this.#states.get(kind) ?? 0;
  }

  /** Definitions of a file come out, others go in. */
  redefine(old: readonly Definition[], now: readonly Definition[]): void {
    for (const { symbol } of old)
      this.#keep(
        symbol,
        this.definitions(symbol).filter(known => !old.includes(known)),
      );
    for (const definition of now) {
      const { symbol } = definition;
      this.#keep(symbol, this.definitions(symbol).concat(definition).sort(byPrecedence));
    }
    if (areAlike(old, now)) return;
    for (const kind of new Set([...old, ...now].map(({ symbol }) => symbolKind(symbol))))
      this.#states.set(kind, this.state(kind) + 1);
  }

  #keep(symbol: SymbolKey, definitions: readonly Definition[]): void {
    const [first] = definitions;
    if (first) this.#definitions.set(symbol, definitions.length === 1 ? first : definitions);
    else this.#definitions.delete(symbol);
  }

  /** Takes a symbol as `own` gives it. True where it is the symbol's first holder. */
  hold(symbol: SymbolKey, uri: string): boolean {
    const holders = this.#holders.get(symbol);
    if (!holders) {
      this.#holders.set(symbol, { symbol, uris: isCounted(symbol) ? 1 : [uri] });
      return true;
    }
    const { uris } = holders;
    if (typeof uris === 'number') holders.uris = uris + 1;
    else if (uris instanceof Set) uris.add(uri);
    else if (!uris.includes(uri)) holders.uris = uris.length < few ? uris.concat(uri) : new Set(uris).add(uri);
    return false;
  }

  /** True where it was the symbol's last holder. */
  release(symbol: SymbolKey, uri: string): boolean {
    const holders = this.#holders.get(symbol);
    if (!holders) return false;
    const { uris } = holders;
    if (typeof uris === 'number') holders.uris = uris - 1;
    else if (uris instanceof Set) uris.delete(uri);
    else holders.uris = uris.filter(each => each !== uri);
    const isLast = size(holders.uris) === 0;
    if (isLast) this.#holders.delete(symbol);
    return isLast;
  }
}

const none: readonly Definition[] = [];

const naming: ReadonlySet<Facet> = new Set<Facet>(['exists', 'name']);

const areAlike = (old: readonly Definition[], now: readonly Definition[]): boolean =>
  old.length === now.length &&
  old.every((each, index) => each.symbol === now[index]!.symbol && sameFacets(each, now[index]!, naming));

interface Holders {
  readonly symbol: SymbolKey;
  /** A list while they are few: most symbols have one or two, and a set takes as much as all else that is kept of them. Of tools
   * how many there are: nearly every file names the same ones, nothing depends on who does, and few people ask. */
  uris: readonly string[] | Set<string> | number;
}

const isCounted = (symbol: SymbolKey): boolean => symbolKind(symbol) === 'tool';

function size(uris: Holders['uris']): number {
  if (typeof uris === 'number') return uris;
  return uris instanceof Set ? uris.size : uris.length;
}

const few = 8;

function byPrecedence(a: Definition, b: Definition): number {
  const kind = symbolKind(a.symbol) === 'skill' ? 'skill' : 'agent';
  return (
    Number(a.alias === 'label') - Number(b.alias === 'label') ||
    Number(b.reachable) - Number(a.reachable) ||
    precedence(kind, a.realm) - precedence(kind, b.realm) ||
    (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0)
  );
}

/** Whether two definitions are the same to whoever reads these facets. */
export function sameFacets(a: Definition, b: Definition, facets: ReadonlySet<Facet>): boolean {
  if (a.realm !== b.realm || a.alias !== b.alias || a.reachable !== b.reachable) return false;
  for (const facet of facets) {
    if (facet === 'name' && a.name !== b.name) return false;
    if (facet === 'description' && a.description !== b.description) return false;
    if (facet === 'loads' && a.loads !== b.loads) return false;
    if (facet === 'preloadable' && a.preloadable !== b.preloadable) return false;
  }
  return true;
}

const allFacets: ReadonlySet<Facet> = new Set<Facet>(['exists', 'name', 'description', 'loads', 'preloadable']);

/** Whether two definitions look the same in a list: name, place, model, tools and all facets. */
export function sameShown(a: Definition, b: Definition): boolean {
  const list = (d: Definition): string =>
    `${d.symbol} ${d.line} ${d.column} ${d.model ?? ''} ${d.tools?.join() ?? '*'}`;
  return sameFacets(a, b, allFacets) && list(a) === list(b);
}
