// What is kept of each file, who names whom, and which files a change concerns.
import type { Document } from '../syntax/document';
import type { Unread } from './change';
import type { Role } from './classify';
import { Habits } from './habits';
import { Headings } from './headings';
import { Imports } from './imports';
import { Names, sameFacets, sameShown } from './names';
import type { Schema } from './schema';
import { symbolKey, symbolKind, symbolName, type Definition, type Facet, type SymbolKey } from './symbols';
import { isBelow } from './uris';
import type { Verdict } from './verdict';

/** What is kept of a file, open or closed: no text, no tree. */
export interface FileRecord {
  readonly uri: string;
  readonly role: Role;
  readonly realm: string;
  /** What the file may say; undefined for files that define nothing. Whatever changes it enters its files again. */
  readonly schema: Schema | undefined;
  readonly definitions: readonly Definition[];
  /** What Claude Code makes of it; undefined for files that it does not read. */
  readonly verdict: Verdict | undefined;
  /** Each symbol once, in no certain order, as the names keep it. */
  readonly refers: readonly SymbolKey[];
  /** Which words the file may mean by names besides; empty where its tree stays, which tells. */
  readonly trace: string;
  /** Where it names what it refers to; undefined where its tree stays, or must be made to tell. See places.ts. */
  readonly places: string | undefined;
}

/** The records of all files. Whatever enters or leaves marks those whose findings it may change. */
export class Records {
  readonly imports = new Imports();
  readonly headings = new Headings();
  readonly habits = new Habits();
  readonly files = new Map<string, FileRecord>();
  readonly names = new Names(this.files);
  /** The files that could not be read. They have a place and a role, and nothing in them. */
  readonly unread = new Map<string, Unread>();
  readonly dirty = new Set<string>();
  /** Files whose headings somebody names now, so that they must be read for them. */
  readonly wanted = new Set<string>();
  /** Counts the changes of who defines and names what. */
  shape = 0;
  readonly #facets: ReadonlySet<Facet>;

  constructor(facets: ReadonlySet<Facet>) {
    this.#facets = facets;
  }

  /** Takes whether a file could be read; its findings depend on it. */
  setUnread(uri: string, unread: Unread | undefined): void {
    if (unread === this.unread.get(uri)) return;
    if (unread) this.unread.set(uri, unread);
    else this.unread.delete(uri);
    this.dirty.add(uri);
  }

  /** Withdraws the old, enters the new, and marks who is affected. */
  replace(before: FileRecord | undefined, after: FileRecord | undefined): void {
    const uri = before?.uri ?? after?.uri ?? '';
    if (after) this.files.set(uri, after);
    else this.files.delete(uri);
    const refers = between(before?.refers ?? none, after?.refers ?? none);
    if (!sameShape(before, after, refers)) this.shape++;
    const old = before?.definitions ?? [];
    const now = after?.definitions ?? [];
    if (old !== now) this.#redefine(old, now);
    const released = new Set(refers.from);
    for (const symbol of refers.to) {
      if (released.delete(symbol) || !this.names.hold(symbol, uri)) continue;
      this.#markDefiners(symbol);
      const file = symbolKind(symbol) === 'heading' ? this.headings.want(symbolName(symbol)) : undefined;
      if (file !== undefined) this.wanted.add(file);
    }
    for (const symbol of released) if (this.names.release(symbol, uri)) this.#markDefiners(symbol);
  }

  /** Symbols as a record keeps them; those that its last version began and ended with are not looked up again. */
  owned(symbols: readonly SymbolKey[], before: readonly SymbolKey[] = none): SymbolKey[] {
    const { start, from, to } = between(before, symbols);
    // Lists that grow, or are spread into others, keep room for more: over thousands of files that adds up.
    return before.slice(0, start).concat(
      to.map(symbol => this.names.own(symbol)),
      before.slice(start + from.length),
    );
  }

  /** Takes the headings of a file, or its absence, and marks those who name one that came or went; false where none is. */
  setHeadings(uri: string, document: Document | undefined): boolean {
    const changed = this.headings.set(uri, document);
    if (changed === 'all') this.markHolders(symbolKey('file', uri));
    if (changed === 'all') return true;
    for (const slug of changed) this.markHolders(symbolKey('heading', `${uri}#${slug}`));
    return changed.length > 0;
  }

  /** Takes what a file imports, and marks those whose place in a chain may be another one; false where none is. */
  chain(uri: string, targets: ReadonlySet<string>): boolean {
    const concerned = this.imports.set(uri, targets);
    for (const each of concerned) this.dirty.add(each);
    return concerned.size > 0;
  }

  /** A file is gone. */
  forget(uri: string): void {
    this.replace(this.files.get(uri), undefined);
    this.setUnread(uri, undefined);
    this.chain(uri, new Set());
    this.habits.take(uri, undefined);
    this.setHeadings(uri, undefined);
    this.dirty.add(uri);
  }

  /** Marks the files that refer to a symbol. */
  markHolders(symbol: SymbolKey): void {
    for (const holder of this.names.holders(symbol)) this.dirty.add(holder);
  }

  markHoldersOfKind(kind: 'mcp'): void {
    for (const symbol of this.names.referred) if (symbolKind(symbol) === kind) this.markHolders(symbol);
  }

  /** Marks the files that refer to files below a folder, wherever they lie themselves. */
  markHoldersBelow(folder: string): void {
    for (const symbol of this.names.referred) {
      if (symbolKind(symbol) === 'file' && isBelow(symbolName(symbol), folder)) this.markHolders(symbol);
    }
  }

  /** Whether a change of a file is nothing to whoever names what it defines. */
  sameToOthers(before: FileRecord | undefined, after: FileRecord): boolean {
    if (before?.role !== after.role || before.realm !== after.realm) return false;
    if (before.definitions === after.definitions) return true;
    if (before.definitions.length !== after.definitions.length) return false;
    return before.definitions.every((definition, index) => {
      const other = after.definitions[index]!;
      return definition.symbol === other.symbol && sameFacets(definition, other, this.#facets);
    });
  }

  #redefine(old: readonly Definition[], now: readonly Definition[]): void {
    this.names.redefine(old, now);
    for (const symbol of new Set([...old, ...now].map(d => d.symbol))) {
      const a = old.find(d => d.symbol === symbol);
      const b = now.find(d => d.symbol === symbol);
      if (a && b && sameFacets(a, b, this.#facets)) continue;
      this.markHolders(symbol);
      // Commands can be called as skills are.
      if (symbolKind(symbol) === 'command') this.markHolders(symbolKey('skill', symbolName(symbol)));
      this.#markDefiners(symbol);
    }
  }

  #markDefiners(symbol: SymbolKey): void {
    for (const definition of this.names.definitions(symbol)) this.dirty.add(definition.uri);
  }
}

function sameShape(a: FileRecord | undefined, b: FileRecord | undefined, refers: Difference): boolean {
  if (!a || !b) return a === b;
  if (a.role !== b.role || a.realm !== b.realm || a.definitions.length !== b.definitions.length) return false;
  if (!sameSymbols(refers)) return false;
  if (a.definitions === b.definitions) return true;
  return a.definitions.every((definition, index) => sameShown(definition, b.definitions[index]!));
}

function sameSymbols({ from, to }: Difference): boolean {
  const there = new Set(to);
  return from.length === to.length && from.every(symbol => there.has(symbol));
}

const none: readonly SymbolKey[] = [];

/** Where two lists begin to differ, and what is left of each without what they begin and end with alike. */
interface Difference {
  readonly start: number;
  readonly from: readonly SymbolKey[];
  readonly to: readonly SymbolKey[];
}

/** A key changes one name of a hundred. */
function between(a: readonly SymbolKey[], b: readonly SymbolKey[]): Difference {
  if (a === b) return { start: a.length, from: none, to: none };
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, from: a.slice(start, a.length - end), to: b.slice(start, b.length - end) };
}
