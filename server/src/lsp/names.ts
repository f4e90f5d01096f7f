// The requests about names across files, in LSP's terms: links, symbols, calls, code lenses and inlay hints.
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyPrepareParams,
  type CodeLens,
  type DocumentLink,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type Range,
  type SymbolInformation,
} from 'vscode-languageserver';
import { normal } from '../disk/uris';
import { calledAt, callees, callers } from '../features/calls';
import { hasUsage, usage } from '../features/code-lens';
import { inlayHints } from '../features/inlay-hints';
import type { Item } from '../features/items';
import { links } from '../features/links';
import { once } from '../features/read';
import { headingSpan } from '../workspace/headings';
import { namings, type Naming } from '../features/users';
import { workspaceSymbols } from '../features/workspace-symbols';
import { placeRange, spotRange, toRange, toSpan } from './convert';
import { gathered } from './gather';
import { guardReady } from './guard';
import { opened, positionsIn, spelled } from './opened';
import * as protocol from './protocol';
import type { Session } from './session';

/** How long changes are gathered before the client is told. */
const gatherMs = 250;

export interface NameRequests {
  /** Names may have changed. */
  readonly changed: () => void;
  /** What the client shows is to be asked for again. */
  readonly refresh: () => void;
}

export function handleNames(session: Session): NameRequests {
  const { connection, workspace } = session;
  const when = <P, R>(name: string, fallback: R, answer: (params: P) => R): ((params: P) => Promise<R>) =>
    guardReady(name, fallback, session, answer);

  connection.onDocumentLinks(when('documentLink', [], ({ textDocument }) => documentLinks(session, textDocument.uri)));
  connection.onDocumentLinkResolve(link => when('documentLink target', link, () => resolveLink(session, link))(link));
  connection.onWorkspaceSymbol(
    when('workspaceSymbol', [], ({ query }) => workspaceSymbols(workspace, query).map(item => toSymbol(session, item))),
  );
  const { callHierarchy, inlayHint } = connection.languages;
  callHierarchy.onPrepare(when('callHierarchy', null, (params: CallHierarchyPrepareParams) => called(session, params)));
  callHierarchy.onIncomingCalls(when('incoming calls', [], ({ item }) => incoming(session, item)));
  callHierarchy.onOutgoingCalls(when('outgoing calls', [], ({ item }) => outgoing(session, item)));
  connection.onCodeLens(when('codeLens', [], ({ textDocument }) => codeLenses(session, textDocument.uri)));
  connection.onCodeLensResolve(lens => when('codeLens title', lens, () => resolveLens(session, lens))(lens));
  inlayHint.on(when('inlayHint', [], (params: InlayHintParams) => hints(session, params)));
  connection.onRequest(
    protocol.usesRequest,
    when('uses', [], ({ uri }: { uri: string }) => uses(session, normal(uri))),
  );
  return refreshing(session);
}

/** Asks the client to ask again for what names decide: once for what comes together, and not for other changes. */
function refreshing(session: Session): NameRequests {
  const { connection, workspace, abilities, log } = session;
  let told = workspace.shape;
  const refresh = (): void => {
    const asked: Promise<void>[] = [];
    if (abilities.refreshesCodeLenses) asked.push(connection.sendRequest(CodeLensRefreshRequest.type));
    if (abilities.refreshesInlayHints) asked.push(connection.sendRequest(InlayHintRefreshRequest.type));
    Promise.all(asked).catch((error: unknown) => log(String(error)));
  };
  const refreshSoon = gathered(gatherMs, () => {
    told = workspace.shape;
    refresh();
  });
  return {
    refresh,
    changed() {
      if (session.isReady() && workspace.shape !== told) refreshSoon();
    },
  };
}

interface LinkData {
  readonly uri: string;
  readonly slug: string;
}

/** A link to a heading has no target yet: its line is sought in the file when somebody follows it. */
function documentLinks(session: Session, clientUri: string): DocumentLink[] {
  const file = opened(session, clientUri);
  if (!file) return [];
  const { document, buffer } = file;
  const native = session.linkedLanguageIds.includes(buffer.languageId);
  return links(session.workspace, document, native).map(({ span, uri, place, slug }): DocumentLink => {
    const data: LinkData | undefined = slug === undefined ? undefined : { uri, slug };
    return {
      range: toRange(buffer, span),
      ...(session.abilities.linkTooltips ? { tooltip: `Open ${place}` } : {}),
      ...(data ? { data } : { target: spelled(session, uri) }),
    };
  });
}

function resolveLink(session: Session, link: DocumentLink): DocumentLink {
  const data = link.data as LinkData | undefined;
  if (!data) return link;
  const document = session.read(data.uri);
  const span = document && headingSpan(document, data.slug);
  const line = span ? `#L${positionsIn(session, document).positionAt(span.start).line + 1}` : '';
  return { ...link, target: `${spelled(session, data.uri)}${line}` };
}

const symbolKinds: Readonly<Record<Item['kind'], SymbolKind>> = {
  agent: SymbolKind.Class,
  skill: SymbolKind.Module,
  command: SymbolKind.Function,
  file: SymbolKind.File,
};

const toSymbol = (session: Session, item: Item): SymbolInformation => ({
  name: item.name,
  kind: symbolKinds[item.kind],
  containerName: item.place,
  location: { uri: spelled(session, item.uri), range: spotRange(item.spot) },
});

function called(session: Session, { textDocument, position }: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const file = opened(session, textDocument.uri);
  const item = file && calledAt(session.workspace, file.document, file.buffer.offsetAt(position));
  return item ? [toCallItem(session, item)] : null;
}

function toCallItem(session: Session, item: Item): CallHierarchyItem {
  const range = spotRange(item.spot);
  return {
    name: item.name,
    kind: symbolKinds[item.kind],
    detail: item.place,
    uri: spelled(session, item.uri),
    range,
    selectionRange: range,
  };
}

const incoming = (session: Session, { uri }: CallHierarchyItem): CallHierarchyIncomingCall[] =>
  callers(session.workspace, normal(uri), session.read).map(call => ({
    from: toCallItem(session, call.item),
    fromRanges: fromRanges(session, call),
  }));

const outgoing = (session: Session, { uri }: CallHierarchyItem): CallHierarchyOutgoingCall[] =>
  callees(session.workspace, normal(uri), session.read).map(call => ({
    to: toCallItem(session, call.item),
    fromRanges: fromRanges(session, call),
  }));

function fromRanges(session: Session, { uri, places }: Naming): Range[] {
  const positions = once(at => session.positions(at));
  return places.flatMap(place => placeRange(place, () => positions(uri)) ?? []);
}

/** One above the first line. Its title is made when it comes into view. */
function codeLenses(session: Session, clientUri: string): CodeLens[] {
  const uri = normal(clientUri);
  if (!session.settings().codeLens || !hasUsage(session.workspace, uri)) return [];
  const start = { line: 0, character: 0 };
  const data: protocol.ShowReferences = { uri, position: start };
  return [{ range: { start, end: start }, data }];
}

/** A client without our command shows the words alone. */
function resolveLens({ workspace, showsReferences }: Session, lens: CodeLens): CodeLens {
  const argument = lens.data as protocol.ShowReferences;
  const { title, files } = usage(workspace, argument.uri);
  if (files === 0 || !showsReferences) return { ...lens, command: { title, command: '' } };
  return { ...lens, command: { title, command: protocol.showReferencesCommand, arguments: [argument] } };
}

const uses = (session: Session, uri: string): Location[] =>
  namings(session.workspace, uri, session.read).flatMap(naming =>
    fromRanges(session, naming).map(range => ({ uri: spelled(session, naming.uri), range })),
  );

function hints(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  const file = session.settings().inlayHints ? opened(session, textDocument.uri) : undefined;
  if (!file) return [];
  const { document, buffer } = file;
  return inlayHints(session.workspace, document, toSpan(buffer, range)).map(({ offset, label, tooltip }) => ({
    position: buffer.positionAt(offset),
    label,
    paddingLeft: true,
    ...(tooltip === undefined ? {} : { tooltip }),
  }));
}
