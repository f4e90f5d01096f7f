// Who names the agent, skill or command that a file defines, and where.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { symbolKey, symbolKind, symbolName, type SymbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';
import type { Read } from './read';
import { winner } from './target';

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

/** The places in one file that name something. */
export interface Naming {
  readonly document: Document;
  readonly spans: readonly Span[];
}

/** Where the other files name it, by file. Reads each of them: for a person who asks, never for a key. */
export function namings(workspace: Workspace, uri: string, read: Read): Naming[] {
  const users = [...usersOf(workspace, uri)].sort(([a], [b]) => (a < b ? -1 : 1));
  return users.flatMap(([user, symbols]) => {
    const document = read(user);
    const found = document ? workspace.references(document).filter(({ symbol }) => symbols.has(symbol)) : [];
    return document && found.length > 0 ? [{ document, spans: found.map(({ span }) => span) }] : [];
  });
}
