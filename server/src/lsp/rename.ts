// Where names are defined and used, and what is edited when they change, in the client's terms.
import {
  ErrorCodes,
  ResponseError,
  type ChangeAnnotation,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type RenameFile,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { declarations, definition, type Defined } from '../features/definition';
import { editsFor, lossOf } from '../features/moved-files';
import type { Move, NameEdit } from '../features/moves';
import { prepareRename, rename } from '../features/rename';
import { highlights, references, type Use } from '../features/uses';
import { normal } from '../disk/uris';
import { render, say, type Message } from '../rules/rule';
import type { Document } from '../syntax/document';
import { toRange } from './convert';
import { guard } from './guard';
import type { Session } from './server';

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export function handleRename(session: Session): void {
  const { connection, workspace, log, ready, read } = session;
  /** Answers `fallback` where nothing is known of the file. */
  const asked = <P extends At, R>(
    name: string,
    fallback: R,
    handle: (document: Document, offset: number, params: P) => R,
  ): ((params: P) => Promise<R>) =>
    guard(name, fallback, log, async (params: P) => {
      await ready;
      const uri = normal(params.textDocument.uri);
      const document = workspace.document(uri);
      const buffer = session.buffer(uri);
      return document && buffer ? handle(document, buffer.offsetAt(params.position), params) : fallback;
    });
  const places = (find: typeof definition): ((params: At) => Promise<LocationLink[] | Location[]>) =>
    asked('definition', [], (document, offset) => toLinks(session, document, find(workspace, read, document, offset)));
  connection.onDefinition(places(definition));
  connection.onDeclaration(places(declarations));
  const uses = (declared: (params: At & { readonly context?: { readonly includeDeclaration: boolean } }) => boolean) =>
    asked('references', [] as Location[], (document, offset, params: At) =>
      references(workspace, read, document, offset, declared(params)).flatMap(use => toLocation(session, use) ?? []),
    );
  connection.onReferences(uses(({ context }) => context?.includeDeclaration === true));
  connection.onImplementation(uses(() => false));
  connection.onDocumentHighlight(
    asked('highlight', [], (document, offset) => {
      const buffer = session.buffer(document.uri)!;
      return highlights(workspace, document, offset).map(({ span, form }): DocumentHighlight => ({
        range: toRange(buffer, span),
        kind: form === 'definition' ? 3 : 2,
      }));
    }),
  );
  connection.onPrepareRename(
    refusable(
      asked('prepareRename', null, (document, offset) => {
        const found = prepareRename(workspace, document, offset);
        if ('refusal' in found) return refused(found.refusal);
        return { range: toRange(session.buffer(document.uri)!, found.span), placeholder: found.name };
      }),
    ),
  );
  connection.onRenameRequest(
    refusable(
      asked('rename', null, (document, offset, params: At & { readonly newName: string }) => {
        const found = rename(workspace, read, document, offset, params.newName.trim());
        if ('refusal' in found) return refused(found.refusal);
        const { renamesFiles, documentChanges } = session.abilities;
        if (found.move && !(renamesFiles && documentChanges))
          return refused(say('This editor cannot rename a file or folder along with a name.'));
        return toEdit(session, found.edits, found.move && [found.move]);
      }),
    ),
  );
  handleFiles(session);
}

/** Files that are moved or deleted in the client. */
function handleFiles(session: Session): void {
  const { connection, workspace, log, ready, read, abilities } = session;
  connection.workspace.onWillRenameFiles(
    guard('willRename', null, log, async ({ files }) => {
      await ready;
      if (session.settings().updatesMoved === 'never') return null;
      const moves = files.map(({ oldUri, newUri }) => ({ from: folderless(oldUri), to: folderless(newUri) }));
      const edits = editsFor(workspace, read, moves);
      const ask = session.settings().updatesMoved === 'prompt';
      return edits.length === 0 ? null : toEdit(session, ask ? edits.map(edit => ({ ...edit, sure: false })) : edits);
    }),
  );
  connection.workspace.onWillDeleteFiles(
    guard('willDelete', null, log, async ({ files }) => {
      await ready;
      const loss = abilities.filesDeleted ? lossOf(workspace, read, files.map(({ uri }) => folderless(uri))) : undefined; // prettier-ignore
      if (loss) connection.window.showWarningMessage(render(loss));
      return null;
    }),
  );
}

const folderless = (uri: string): string => normal(uri).replace(/\/$/, '');

type Refused = { readonly refusal: Message };
const refused = (refusal: Message): Refused => ({ refusal });

/** A refusal is told to whoever asked. */
const refusable =
  <P, R>(handle: (params: P) => Promise<R | Refused>) =>
  async (params: P): Promise<R | ResponseError<void>> => {
    const answer = await handle(params);
    const refusal = answer !== null && typeof answer === 'object' && 'refusal' in answer ? answer.refusal : undefined;
    return refusal === undefined ? (answer as R) : new ResponseError(ErrorCodes.InvalidRequest, render(refusal));
  };

function toLinks(session: Session, { uri }: Document, found: Defined | undefined): LocationLink[] | Location[] {
  if (!found) return [];
  const origin = toRange(session.buffer(uri)!, found.origin);
  const places = found.places.flatMap(place => toLocation(session, place) ?? []);
  if (!session.abilities.definitionLinks) return places;
  return places.map(({ uri: targetUri, range }) => ({
    originSelectionRange: origin,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function toLocation(session: Session, { uri, span }: Pick<Use, 'uri' | 'span'>): Location | undefined {
  const positions = session.positions(uri);
  return positions && { uri: session.buffer(uri)?.uri ?? uri, range: toRange(positions, span) };
}

const asks = 'check';
const annotations: Readonly<Record<string, ChangeAnnotation>> = {
  [asks]: { label: 'Words that may mean something else', needsConfirmation: true },
};

/** One edit, which a client undoes at once. */
function toEdit(session: Session, edits: readonly NameEdit[], moves: readonly Move[] = []): WorkspaceEdit {
  const { abilities } = session;
  const byFile = new Map<string, NameEdit[]>();
  for (const edit of edits) byFile.set(edit.uri, [...(byFile.get(edit.uri) ?? []), edit]);
  const changed = [...byFile].flatMap(([uri, list]): TextDocumentEdit[] => {
    const positions = session.positions(uri);
    if (!positions) return [];
    const buffer = session.buffer(uri);
    const textDocument = { uri: buffer?.uri ?? uri, version: buffer?.version ?? null };
    const inOrder = [...list].sort((a, b) => a.span.start - b.span.start);
    const toText = ({ span, text, sure }: NameEdit): TextDocumentEdit['edits'][number] => ({
      range: toRange(positions, span),
      newText: text,
      ...(!sure && abilities.changeAnnotations && { annotationId: asks }),
    });
    return [{ textDocument, edits: inOrder.map(toText) }];
  });
  if (!abilities.documentChanges)
    return {
      changes: Object.fromEntries(changed.map(({ textDocument, edits: list }) => [textDocument.uri, list as never])),
    };
  const renamed = moves.map(({ from, to }): RenameFile => ({ kind: 'rename', oldUri: from, newUri: to }));
  const needed = abilities.changeAnnotations && edits.some(({ sure }) => !sure);
  return { documentChanges: [...changed, ...renamed], ...(needed && { changeAnnotations: { ...annotations } }) };
}
