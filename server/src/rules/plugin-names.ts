// What the plugins of a workspace have by name, as others write it, `plugin:name`, and which of that a slip of the pen stood for.
import { symbolKey, symbolName, type SymbolKey } from '../workspace/symbols';
import type { SymbolKind } from '../dialects/dialect';
import type { Workspace } from '../workspace/workspace';
import { isOtherWord, isSlipWithin } from './slip';

export interface Prefixed {
  readonly prefix: string;
  readonly name: string;
}

/** The two halves of `plugin:name`; nothing of names with more parts, which folders of agents and commands have. */
export function prefixedOf(written: string): Prefixed | undefined {
  const [prefix, name, ...more] = written.split(':');
  return prefix && name && more.length === 0 ? { prefix, name } : undefined;
}

/** What people write behind a prefix: agents, skills and commands. */
const kinds: readonly SymbolKind[] = ['skill', 'agent', 'command'];

/** Whether something has that name with its prefix: a part of a plugin, by its folder or its label, or a command in a folder. */
export function isPrefixKnown(written: string, { prefix, name }: Prefixed, workspace: Workspace): boolean {
  const { names } = workspace;
  return kinds.some(
    kind =>
      names.definitions(symbolKey(kind, written)).length > 0 ||
      names.definitions(symbolKey(kind, name)).some(({ uri }) => workspace.plugin(uri)?.name === prefix),
  );
}

/** The prefixed names of these kinds that plugins have, by their prefix. */
export function prefixedNames(workspace: Workspace, of: readonly SymbolKind[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const symbol of workspace.names.symbols) {
    const prefixed = prefixedSymbol(symbol, of);
    if (!prefixed) continue;
    const known = found.get(prefixed.prefix);
    if (known) known.add(prefixed.name);
    else if (isOfPlugin(symbol, prefixed, workspace)) found.set(prefixed.prefix, new Set([prefixed.name]));
  }
  return found;
}

function prefixedSymbol(symbol: SymbolKey, of: readonly SymbolKind[]): Prefixed | undefined {
  const kind = symbol.indexOf(':');
  if (symbol.indexOf(':', kind + 1) < 0 || !of.includes(symbol.slice(0, kind) as SymbolKind)) return undefined;
  return prefixedOf(symbolName(symbol));
}

/** A folder of commands is a prefix as well. */
const isOfPlugin = (symbol: SymbolKey, { prefix }: Prefixed, workspace: Workspace): boolean =>
  workspace.names.definitions(symbol).some(({ uri }) => workspace.plugin(uri)?.name === prefix);

/** The one name that is a slip away: of the names of that plugin, or of plugins with nearly that name, those that have it. */
export function meantWithPrefix(
  { prefix, name }: Prefixed,
  plugins: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const own = plugins.get(prefix);
  const near = own
    ? [...own].filter(each => isNear(name, each)).map(each => `${prefix}:${each}`)
    : [...plugins]
        .filter(([plugin, names]) => names.has(name) && isNear(prefix, plugin))
        .map(([plugin]) => `${plugin}:${name}`);
  return near.length === 1 ? near[0] : undefined;
}

/** Short words are too often others. */
const isNear = (written: string, wanted: string): boolean =>
  written.length >= 5 && wanted.length >= 5 && isSlipWithin(written, wanted) && !isOtherWord(written, wanted);
