// Where names are defined and used, and what is edited when they change, in the client's terms.
import {
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { declarations, definition, type Defined } from '../features/definition';
import { editsFor, lossOf } from '../features/moved-files';
import type { Move } from '../features/moves';
import { once, type Read } from '../features/read';
import { prepareRename, rename } from '../features/rename';
import { highlights, references, type PlacedUse } from '../features/uses';
import { normal } from '../disk/uris';
import { say, type Message } from '../rules/rule';
import { asText, placeRange, toRange, type Positions } from './convert';
import { guardReady } from './guard';
import { opened, positionsIn, spelled, toEdit, type Opened } from './opened';
import type { Session } from './session';

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export function handleRename(session: Session): void {
  const { connection, workspace } = session;
  /** The move that belongs to the last rename: what goes along with it was told with it, and people have chosen. */
  let answered: Move | undefined;
  /** Answers `fallback` where nothing is known of the file. */
  const asked = <P extends At, R>(
    name: string,
    fallback: R,
    handle: (file: Opened, offset: number, params: P) => R,
  ): ((params: P) => Promise<R>) =>
    guardReady(name, fallback, session, (params: P) => {
      const file = opened(session, params.textDocument.uri);
      return file ? handle(file, file.buffer.offsetAt(params.position), params) : fallback;
    });
  const places = (find: typeof definition): ((params: At) => Promise<LocationLink[] | Location[]>) =>
    asked('definition', [], (file, offset) => {
      const look = lookAround(session);
      return toLinks(session, look, file, find(workspace, look.read, file.document, offset));
    });
  connection.onDefinition(places(definition));
  connection.onDeclaration(places(declarations));
  const uses = (declared: (params: At & { readonly context?: { readonly includeDeclaration: boolean } }) => boolean) =>
    asked('references', [] as Location[], ({ document }, offset, params: At) => {
      const look = lookAround(session);
      const found = references(workspace, look.read, document, offset, declared(params));
      return found.flatMap(use => toLocation(session, look, use) ?? []);
    });
  connection.onReferences(uses(({ context }) => context?.includeDeclaration === true));
  connection.onImplementation(uses(() => false));
  connection.onDocumentHighlight(
    asked('highlight', [], ({ document, buffer }, offset) =>
      highlights(workspace, document, offset).map(({ span, form }): DocumentHighlight => ({
        range: toRange(buffer, span),
        kind: form === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );
  connection.onPrepareRename(
    refusable(
      asked('prepareRename', null, ({ document, buffer }, offset) => {
        const found = prepareRename(workspace, lookAround(session).read, document, offset);
        if ('refusal' in found) return refused(found.refusal);
        return { range: toRange(buffer, found.span), placeholder: found.name };
      }),
    ),
  );
  connection.onRenameRequest(
    refusable(
      asked('rename', null, ({ document }, offset, params: At & { readonly newName: string }) => {
        const look = lookAround(session);
        const found = rename(workspace, look.read, document, offset, params.newName.trim());
        if ('refusal' in found) return refused(found.refusal);
        const { renamesFiles, documentChanges } = session.abilities;
        if (found.move && !(renamesFiles && documentChanges))
          return refused(say('This editor cannot rename a file or folder along with a name.'));
        answered = found.move;
        return toEdit(session, found.edits, look.positions, found.move && [found.move]) ?? noEdit;
      }),
    ),
  );
  handleFiles(session, moves => {
    const [move] = moves;
    const isOurs = moves.length === 1 && move?.from === answered?.from && move?.to === answered?.to;
    answered = undefined;
    return isOurs;
  });
}

/** Files that are moved or deleted in the client; `isTold` says that all about a move was told already. */
function handleFiles(session: Session, isTold: (moves: readonly Move[]) => boolean): void {
  const { connection, workspace, abilities } = session;
  connection.workspace.onWillRenameFiles(
    guardReady('willRename', null, session, ({ files }) => {
      const { updatesMoved } = session.settings();
      if (updatesMoved === 'never') return null;
      const moves = files.map(({ oldUri, newUri }) => ({ from: slashless(oldUri), to: slashless(newUri) }));
      if (isTold(moves)) return null;
      const look = lookAround(session);
      const edits = editsFor(workspace, look.read, moves);
      const told = updatesMoved === 'prompt' ? edits.map(edit => ({ ...edit, sure: false })) : edits;
      return toEdit(session, told, look.positions) ?? null;
    }),
  );
  connection.workspace.onWillDeleteFiles(
    guardReady('willDelete', null, session, ({ files }) => {
      const gone = files.map(({ uri }) => slashless(uri));
      const loss = abilities.filesDeleted ? lossOf(workspace, once(session.read), gone) : undefined;
      if (loss) connection.window.showWarningMessage(asText(loss));
      return null;
    }),
  );
}

/** What one question looks into: each file is read, and its lines are counted, once. */
interface Look {
  readonly read: Read;
  readonly positions: (uri: string) => Positions | undefined;
}

function lookAround(session: Session): Look {
  const read = once(session.read);
  const positions = once(uri => {
    const document = read(uri);
    return document && positionsIn(session, document);
  });
  return { read, positions };
}

/** Some clients write folders with a slash at the end. */
const slashless = (uri: string): string => normal(uri).replace(/\/$/, '');

const noEdit: WorkspaceEdit = {};

type Refused = { readonly refusal: Message };
const refused = (refusal: Message): Refused => ({ refusal });

/** A refusal is told to whoever asked. */
const refusable =
  <P, R>(handle: (params: P) => Promise<R | Refused>) =>
  async (params: P): Promise<R | ResponseError<void>> => {
    const answer = await handle(params);
    const refusal = answer !== null && typeof answer === 'object' && 'refusal' in answer ? answer.refusal : undefined;
    return refusal === undefined ? (answer as R) : new ResponseError(ErrorCodes.InvalidRequest, asText(refusal));
  };

function toLinks(
  session: Session,
  look: Look,
  { buffer }: Opened,
  found: Defined | undefined,
): LocationLink[] | Location[] {
  if (!found) return [];
  const origin = toRange(buffer, found.origin);
  const places = found.places.flatMap(({ uri, span }) => toLocation(session, look, { uri, place: span }) ?? []);
  if (!session.abilities.definitionLinks) return places;
  return places.map(({ uri: targetUri, range }) => ({
    originSelectionRange: origin,
    targetUri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

function toLocation(
  session: Session,
  look: Look,
  { uri, place }: Pick<PlacedUse, 'uri' | 'place'>,
): Location | undefined {
  const range = placeRange(place, () => look.positions(uri));
  return range && { uri: spelled(session, uri), range };
}
