// Who names the agent, skill or command that a file defines, and where.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { symbolKey, symbolKind, symbolName, type SymbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import type { Read } from './read';
import { winner } from './target';
import type { Spot } from './trees';

/** The other files that name what a file defines, each with the names by which it does. Reads no file. */
export function usersOf(workspace: Workspace, uri: string): Map<string, ReadonlySet<SymbolKey>> {
  const users = new Map<string, Set<SymbolKey>>();
  for (const symbol of callingNames(workspace, uri)) {
    for (const user of workspace.names.holders(symbol)) {
      if (user === uri || winner(workspace, symbol, user)?.uri !== uri) continue;
      const known = users.get(user);
      if (known) known.add(symbol);
      else users.set(user, new Set([symbol]));
    }
  }
  return users;
}

/** Every name that may call it, aliases too. */
export function callingNames(workspace: Workspace, uri: string): SymbolKey[] {
  const own = (workspace.file(uri)?.definitions ?? []).map(({ symbol }) => symbol);
  const commands = own.filter(symbol => symbolKind(symbol) === 'command');
  return [...own, ...commands.map(symbol => symbolKey('skill', symbolName(symbol)))];
}

/** Where one file names something. */
export interface Naming {
  readonly uri: string;
  readonly places: readonly Place[];
}

/** Of an open file a span; of a closed one, whose text was not read for it, a line and column. */
export type Place = Span | Spot;

/** Where the other files name it, by file. Reads those of which that is not kept: for a person who asks, never for a key. */
export function namings(workspace: Workspace, uri: string, read: Read): Naming[] {
  const users = [...usersOf(workspace, uri)].sort(([a], [b]) => (a < b ? -1 : 1));
  return users.flatMap(([user, symbols]) => {
    const places = workspace.places(user, symbols) ?? spansIn(workspace, read(user), symbols);
    return places.length > 0 ? [{ uri: user, places }] : [];
  });
}

const spansIn = (workspace: Workspace, document: Document | undefined, symbols: ReadonlySet<SymbolKey>): Span[] =>
  (document ? workspace.references(document) : []).filter(({ symbol }) => symbols.has(symbol)).map(({ span }) => span);
