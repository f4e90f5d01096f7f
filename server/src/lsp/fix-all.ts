// All safe fixes at once: of one file, and of all files in the opened folders.
import type { WorkspaceEdit } from 'vscode-languageserver';
import { slices } from '../disk/slices';
import { fixAll } from '../features/fixes';
import type { Edit } from '../rules/rule';
import { guard, guardReady } from './guard';
import { opened, toEdit } from './opened';
import { fixAllRequest, fixWorkspaceRequest } from './protocol';
import type { Session } from './session';

export function handleFixAll(session: Session): void {
  const { connection, workspace, log } = session;
  connection.onRequest(
    fixAllRequest,
    guard('fixAll', null, log, ({ uri }: { uri: string }): WorkspaceEdit | null => {
      const file = opened(session, uri);
      return (file && toEdit(session, fixAll(workspace, file.document))) ?? null;
    }),
  );
  connection.onRequest(
    fixWorkspaceRequest,
    guardReady('fixWorkspace', null, session, async (): Promise<WorkspaceEdit | null> => {
      const edits: Edit[] = [];
      const slice = slices(() => session.tick());
      // What is the user's own is shared by all that they do, so it is fixed file by file alone.
      const uris = [...workspace.files].filter(file => file.realm !== 'user').map(file => file.uri);
      for (const uri of uris.sort()) {
        const document = session.read(uri);
        if (document) edits.push(...fixAll(workspace, document));
        if (slice.isOver()) await slice.next();
      }
      return toEdit(session, edits) ?? null;
    }),
  );
}
