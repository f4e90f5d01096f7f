// What a name means where it stands: of all its definitions those that can be named there, by precedence.
import type { SymbolKind } from '../dialects/dialect';
import type { Names } from './names';
import { sees } from './realms';
import { symbolKind, type Definition, type SymbolKey } from './symbols';

/** What a name means at a place. */
export interface Resolution {
  /** The definitions that can be named there, the one that wins first. */
  readonly found: readonly Definition[];
  /** Definitions of that name that cannot be named there. */
  readonly elsewhere: readonly Definition[];
}

/** What a name means in a realm. The realm is asked for only where the name has definitions. */
export function resolveIn(names: Names, symbol: SymbolKey, realmOf: () => string): Resolution {
  const all = names.definitions(symbol);
  if (all.length === 0) return nothing;
  const realm = realmOf();
  const qualified = symbol.indexOf(':', symbol.indexOf(':') + 1) >= 0;
  if (qualified || all.every(definition => sees(realm, definition.realm)))
    return { found: nearestFirst(all, realm), elsewhere: nothing.elsewhere };
  const found = all.filter(definition => sees(realm, definition.realm));
  return { found: nearestFirst(found, realm), elsewhere: all.filter(definition => !found.includes(definition)) };
}

/** Of several projects around a file, which lie one in the other, the nearest wins (Claude Code documentation, subagents,
 * August 2026). In a plugin its own comes first: it is installed without the project around it. */
function nearestFirst(found: readonly Definition[], from: string): readonly Definition[] {
  const [first] = found;
  if (!first || found.every(({ realm }) => realm === first.realm)) return found;
  const isOwn = ({ realm, reachable }: Definition): boolean =>
    from.startsWith('plugin:') && realm === from && reachable;
  const own = found.filter(isOwn);
  const others = found.filter(each => !isOwn(each));
  return [...own, ...others.sort((a, b) => (isProject(a) && isProject(b) ? b.realm.length - a.realm.length : 0))];
}

const isProject = ({ realm }: Definition): boolean => realm.startsWith('project:');

/** Every definition of a kind that can be named from a realm, by name. */
export function visibleIn(names: Names, kind: SymbolKind, realm: string): Definition[] {
  const found: Definition[] = [];
  for (const symbol of names.symbols) {
    if (symbolKind(symbol) !== kind) continue;
    const [winner] = resolveIn(names, symbol, () => realm).found;
    if (winner && winner.alias !== 'label') found.push(winner);
  }
  return found.sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
}

const nothing: Resolution = { found: [], elsewhere: [] };
