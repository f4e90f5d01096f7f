// What stands under a cursor as a name, and what it stands for.
import type { Document } from '../syntax/document';
import { covers, type Span } from '../syntax/span';
import { mentionsIn, pathMentionsIn, serverMentionsIn, type Mention } from '../workspace/mentions';
import type { Server } from '../workspace/settled';
import {
  symbolKey,
  symbolKind,
  symbolName,
  type Definition,
  type Reference,
  type ReferenceForm,
  type SymbolKey,
} from '../workspace/symbols';
import { join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { serverKeys, serverMeant } from './servers';

/** `word`: nothing in the workspace defines it, as tools, models, and names that are not found. */
export type Target =
  | { readonly is: 'definition'; readonly definition: Definition }
  | { readonly is: 'file'; readonly uri: string }
  | { readonly is: 'heading'; readonly uri: string; readonly slug: string }
  | { readonly is: 'server'; readonly server: Server }
  | { readonly is: 'word'; readonly symbol: SymbolKey };

export interface TargetAt {
  readonly target: Target;
  /** The whole name as it is written here, with its namespace. */
  readonly span: Span;
  /** What the name is called here. */
  readonly symbol: SymbolKey;
}

/** How a name stands in a text: where it is defined, as a reference, or as a word that may mean it. */
export type NameForm = ReferenceForm | 'definition' | 'mention';

/** The name at an offset; undefined where none stands there. */
export function targetAt(workspace: Workspace, document: Document, offset: number): TargetAt | undefined {
  const { uri } = document;
  const named = namedAt(workspace, document, offset);
  if (named) {
    const reference = serverIn(workspace, document, named.reference) ?? named.reference;
    const { symbol, span } = reference;
    return { target: targetOf(workspace, reference, document), span, symbol };
  }
  const own = ownName(workspace, document);
  if (own && covers(own.span, offset))
    return { target: { is: 'definition', definition: own }, span: own.span, symbol: own.symbol };
  for (const mention of mentionsIn(document)) {
    if (!covers(mention.span, offset)) continue;
    const meant = meaningOf(workspace, mention, uri);
    if (!meant) continue;
    const { definition, symbol } = meant;
    return { target: { is: 'definition', definition }, span: mention.span, symbol };
  }
  const server = serverAt(workspace, document, offset);
  if (server) return server;
  for (const { path, span } of pathMentionsIn(document)) {
    const target = covers(span, offset) ? pathTarget(workspace, path, uri) : undefined;
    if (target === undefined) continue;
    return { target: { is: 'file', uri: target }, span, symbol: symbolKey('file', target) };
  }
  return undefined;
}

/** The server that a tool is of: the tool itself is defined nowhere. */
const serverIn = (workspace: Workspace, document: Document, { kind, span }: Reference): Reference | undefined =>
  kind !== 'tool'
    ? undefined
    : workspace
        .references(document, 'mcp')
        .find(({ span: inner }) => span.start < inner.start && inner.end <= span.end);

/** The server that is configured at an offset, or that a tool's name in the body is of. */
function serverAt(workspace: Workspace, document: Document, offset: number): TargetAt | undefined {
  const keys = serverKeys(workspace, document).map(({ text, span }) => ({ name: text, span }));
  const at = [...keys, ...serverMentionsIn(document)].find(({ span }) => covers(span, offset));
  const server = at && serverMeant(workspace, document, at.name);
  return server && { target: { is: 'server', server }, span: at.span, symbol: symbolKey('mcp', at.name) };
}

/** What a path in inline code leads to from the project's folder or the file's own, if there is something. */
export const pathTarget = (workspace: Workspace, path: string, uri: string): string | undefined =>
  [workspace.resolvePath(path, uri), join(parent(uri), path)].find(target => workspace.existence(target) === 'yes');

/** What a file defines, where its `name` says so; a skill without one is known by its folder alone. */
export function ownName(workspace: Workspace, { uri, data }: Document): Definition | undefined {
  const definition = workspace.file(uri)?.definitions[0];
  if (!definition || data?.is !== 'map') return undefined;
  return data.entries.some(({ key, value }) => key.text === 'name' && value?.is === 'scalar') ? definition : undefined;
}

/** The innermost reference at the offset; a tool's specifier belongs to it, and a server's name to the name of its tool. */
export function namedAt(
  workspace: Workspace,
  document: Document,
  offset: number,
): { readonly reference: Reference; readonly span: Span } | undefined {
  const found = workspace
    .references(document)
    .filter(({ form }) => form !== 'other-base')
    .map(reference => ({ reference, span: withSpecifier(document.text, reference) }))
    .filter(({ span }) => covers(span, offset));
  const size = ({ span }: { readonly span: Span }): number => span.end - span.start;
  return found.sort((a, b) => rank(a.reference) - rank(b.reference) || size(a) - size(b))[0];
}

/** A server stands inside the name of its tool. */
const rank = ({ kind }: Reference): number => (kind === 'mcp' ? 1 : 0);

function withSpecifier(text: string, { kind, form, span }: Reference): Span {
  if (kind !== 'tool' || form !== 'field' || text[span.end] !== '(') return span;
  const rest = /^\([^()\n]*\)/.exec(text.slice(span.end, span.end + 400));
  return { start: span.start, end: span.end + (rest?.[0].length ?? 0) };
}

/** What a reference of a file stands for. */
function targetOf(workspace: Workspace, { kind, name, symbol }: Reference, document: Document): Target {
  switch (kind) {
    case 'skill':
    case 'agent':
    case 'command':
    case 'style': {
      const definition = winner(workspace, symbol, document.uri);
      return definition ? { is: 'definition', definition } : { is: 'word', symbol };
    }
    case 'file':
      return { is: 'file', uri: name };
    case 'heading': {
      const hash = name.indexOf('#');
      return { is: 'heading', uri: name.slice(0, hash), slug: name.slice(hash + 1) };
    }
    case 'mcp': {
      const server = serverMeant(workspace, document, name);
      return server ? { is: 'server', server } : { is: 'word', symbol };
    }
    case 'tool':
    case 'model':
      return { is: 'word', symbol };
    default:
      return kind satisfies never;
  }
}

/** The definition that a name means in a file. Commands can be called as skills are. */
export function winner(workspace: Workspace, symbol: SymbolKey, uri: string): Definition | undefined {
  const found = workspace.resolve(symbol, uri).found[0];
  if (found || symbolKind(symbol) !== 'skill') return found;
  return workspace.resolve(symbolKey('command', symbolName(symbol)), uri).found[0];
}

/** What a word means in a file, if it means anything there. */
export function meaningOf(
  workspace: Workspace,
  { name, kinds }: Mention,
  uri: string,
): { readonly symbol: SymbolKey; readonly definition: Definition } | undefined {
  for (const kind of kinds) {
    const symbol = symbolKey(kind, name);
    const [definition] = workspace.resolve(symbol, uri).found;
    if (definition) return { symbol, definition };
  }
  return undefined;
}
