// Everywhere that a name stands: the references that mean one thing, in every file.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { mentionsIn, serverMentionsIn } from '../workspace/mentions';
import type { KeptPlace } from '../workspace/places';
import { symbolKey, symbolName, type Definition, type Reference, type SymbolKey } from '../workspace/symbols';
import { baseName } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { cataloguesWith, listedIn } from './catalogues';
import { about, type Read } from './read';
import { isSameServer, serverKeys, serverMeant, serverSymbols } from './servers';
import { callingNames, type Place } from './users';
import { meaningOf, ownName, targetAt, winner, type NameForm, type Target } from './target';

/** One place where a name stands. */
export interface Use {
  readonly uri: string;
  readonly span: Span;
  readonly form: NameForm;
  /** What it is called there: the same skill has one name in its plugin and another outside. */
  readonly symbol: SymbolKey;
}

/** The same where the text of a closed file need not have been read for it. */
export interface PlacedUse extends Omit<Use, 'span'> {
  readonly place: Place;
}

/** All uses of what stands at an offset, by file and place, its definition among them where `declared`. */
export function references(
  workspace: Workspace,
  read: Read,
  document: Document,
  offset: number,
  declared: boolean,
): PlacedUse[] {
  const at = targetAt(workspace, document, offset);
  if (!at) return [];
  return placedUses(workspace, read, at.target).filter(({ form }) => declared || form !== 'definition');
}

/** The uses in the same file. */
export function highlights(workspace: Workspace, document: Document, offset: number): Use[] {
  const at = targetAt(workspace, document, offset);
  return at ? usesIn(workspace, document, at.target, symbolsOf(workspace, at.target)) : [];
}

/** Reads each file that holds the name. */
export function usesOf(workspace: Workspace, read: Read, target: Target): Use[] {
  const sought = soughtFor(workspace, read, target);
  return sought.files.flatMap(uri => readUses(workspace, read, uri, sought));
}

/** Reads no closed file of which it is kept where it names the target: costs in proportion to these places, and a glance at the
 * trace of every other file. */
export function placedUses(workspace: Workspace, read: Read, target: Target): PlacedUse[] {
  const sought = soughtFor(workspace, read, target);
  const whenRead = (uri: string): PlacedUse[] =>
    readUses(workspace, read, uri, sought).map(({ span, form, symbol }) => ({ uri, place: span, form, symbol }));
  return sought.files.flatMap(uri => keptUses(workspace, uri, sought) ?? whenRead(uri));
}

/** What is sought, and where it may stand. */
interface Sought {
  readonly target: Target;
  readonly symbols: ReadonlySet<SymbolKey>;
  /** The names by which it is called. */
  readonly names: readonly string[];
  /** In order. */
  readonly files: readonly string[];
  /** Those of them that refer to it. */
  readonly holders: ReadonlySet<string>;
  /** Those that hold it in another way: its own file, and catalogues. */
  readonly others: ReadonlySet<string>;
  /** Those that may mention it in a form that does not show it. */
  readonly mentioning: ReadonlySet<string>;
}

function soughtFor(workspace: Workspace, read: Read, target: Target): Sought {
  const symbols = symbolsOf(workspace, target);
  const names = [...symbols].map(symbolName);
  const holders = new Set([...symbols].flatMap(symbol => [...workspace.names.holders(symbol)]));
  const others = new Set<string>();
  if (target.is === 'definition') others.add(target.definition.uri);
  if (target.is === 'server') for (const uri of target.server.files) others.add(uri);
  const mentioning = new Set<string>();
  if (target.is === 'definition' || target.is === 'server') {
    for (const name of names) for (const uri of workspace.mayName(name)) mentioning.add(uri);
  }
  if (target.is === 'definition' || target.is === 'file') {
    for (const uri of cataloguesWith(workspace, read, names.map(baseName))) others.add(uri);
  }
  const files = [...new Set([...holders, ...others, ...mentioning])].sort();
  return { target, symbols, names, files, holders, others, mentioning };
}

/** Undefined where the file must be read. */
function keptUses(
  workspace: Workspace,
  uri: string,
  { target, symbols, mentioning, others }: Sought,
): PlacedUse[] | undefined {
  if (target.is !== 'definition' || mentioning.has(uri) || others.has(uri)) return undefined;
  const meant = [...symbols].filter(symbol => winner(workspace, symbol, uri)?.uri === target.definition.uri);
  const places = workspace.places(uri, new Set(meant))?.filter(({ form }) => form !== 'other-base');
  // What stands at one place is one use, by whichever of its names.
  const isFirst = ({ line, column }: KeptPlace, index: number): boolean =>
    index === 0 || places![index - 1]!.line !== line || places![index - 1]!.column !== column;
  return places?.filter(isFirst).map(place => ({ uri, place, form: place.form, symbol: place.symbol }));
}

function readUses(
  workspace: Workspace,
  read: Read,
  uri: string,
  { target, symbols, names, holders, others }: Sought,
): Use[] {
  // A trace may be that of another word: a file that only may mention the name is parsed where its text has it.
  const holds = holders.has(uri) || others.has(uri);
  const document = holds ? read(uri) : read(uri, text => names.some(name => text.includes(name)));
  if (!document) return [];
  const isOpen = workspace.document(uri) !== undefined;
  return usesIn(workspace, isOpen || target.is !== 'definition' ? document : about(document, names), target, symbols);
}

/** All names by which the target is called somewhere. */
function symbolsOf(workspace: Workspace, target: Target): ReadonlySet<SymbolKey> {
  switch (target.is) {
    case 'definition':
      return new Set(callingNames(workspace, target.definition.uri));
    case 'file':
      return new Set([symbolKey('file', target.uri)]);
    case 'heading':
      return new Set([symbolKey('heading', `${target.uri}#${target.slug}`)]);
    case 'server':
      return serverSymbols(workspace, target.server);
    case 'word':
      return new Set([target.symbol]);
    default:
      return target satisfies never;
  }
}

/** The uses in one document, in order, each place once. */
function usesIn(workspace: Workspace, document: Document, target: Target, symbols: ReadonlySet<SymbolKey>): Use[] {
  const { uri } = document;
  const found = new Map<number, Use>();
  const add = (span: Span, form: NameForm, symbol: SymbolKey): void => {
    if (!found.has(span.start)) found.set(span.start, { uri, span, form, symbol });
  };
  const isMeant = (definition: Definition | undefined): boolean =>
    target.is === 'definition' && definition?.uri === target.definition.uri;
  const isServer = (name: string): boolean =>
    target.is === 'server' && isSameServer(target.server, serverMeant(workspace, document, name));
  const refers = ({ symbol, name }: Reference): boolean =>
    target.is === 'definition'
      ? isMeant(winner(workspace, symbol, uri))
      : target.is === 'server'
        ? isServer(name)
        : true;
  const named = new Set<number>();
  for (const reference of workspace.references(document)) {
    const { symbol, span, form } = reference;
    if (form === 'other-base') continue;
    named.add(span.start);
    if (symbols.has(symbol) && refers(reference)) add(span, form, symbol);
  }
  for (const each of listedIn(workspace, document)) {
    if (each.is === 'path' && target.is === 'file' && each.target === target.uri)
      add(each.span, 'mention', symbolKey('file', target.uri));
    if (each.is === 'name' && symbols.has(each.symbol) && isMeant(each.definition))
      add(each.span, 'mention', each.symbol);
  }
  if (target.is === 'server') {
    for (const { text, span } of serverKeys(workspace, document))
      if (isServer(text)) add(span, 'definition', symbolKey('mcp', text));
    for (const { name, span } of serverMentionsIn(document))
      if (isServer(name)) add(span, 'mention', symbolKey('mcp', name));
  }
  if (target.is === 'definition') {
    const own = isMeant(workspace.file(uri)?.definitions[0]) ? ownName(workspace, document) : undefined;
    if (own) add(own.span, 'definition', own.symbol);
    // Where a reference stands, it says what is meant: a cell under «Skill» is no agent.
    for (const mention of mentionsIn(document)) {
      if (named.has(mention.span.start)) continue;
      const meant = meaningOf(workspace, mention, uri);
      if (meant && symbols.has(meant.symbol) && isMeant(meant.definition)) add(mention.span, 'mention', meant.symbol);
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
