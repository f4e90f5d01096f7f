// What handlers begin and end with: the open file that a request is about, and edits with URIs as the client writes them.
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { normal } from '../disk/uris';
import type { Move, NameEdit } from '../features/moves';
import type { Edit } from '../rules/rule';
import type { Document } from '../syntax/document';
import { positionsOf, toWorkspaceEdit, type Positions } from './convert';
import type { Session } from './session';

export interface Opened {
  readonly uri: string;
  readonly document: Document;
  readonly buffer: TextDocument;
}

/** Undefined for a file that the client does not show, or that is none of ours. */
export function opened(session: Session, clientUri: string): Opened | undefined {
  const uri = normal(clientUri);
  const document = session.workspace.document(uri);
  const buffer = session.buffer(uri);
  return document && buffer ? { uri, document, buffer } : undefined;
}

/** A URI as the client writes it, which it tells of open files alone. */
export const spelled = (session: Session, uri: string): string => session.buffer(uri)?.uri ?? uri;

/** Lines of a document that was just read: its text is at hand. */
export const positionsIn = (session: Session, { uri, text }: Document): Positions =>
  session.buffer(uri) ?? positionsOf(text);

/** The edit in the client's form; undefined where there is nothing to do, or it needs what the client cannot do. */
export function toEdit(
  session: Session,
  edits: readonly (Edit | NameEdit)[],
  positions: (uri: string) => Positions | undefined = uri => session.positions(uri),
  moves: readonly Move[] = [],
): WorkspaceEdit | undefined {
  if (edits.length === 0 && moves.length === 0) return undefined;
  return toWorkspaceEdit(
    edits.map(edit => ({ ...edit, uri: spelled(session, edit.uri) })),
    uri => positions(normal(uri)),
    uri => session.buffer(normal(uri))?.version ?? null,
    session.abilities,
    moves,
  );
}
