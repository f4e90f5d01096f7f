// Keeps the workspace in step with the client: with its settings, its folders, its buffers and what it sees on disk.
import {
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type TextDocumentChangeEvent,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folderOf, userFolders } from '../disk/files';
import { normal } from '../disk/uris';
import { guardNow } from './guard';
import type { OpenSession } from './open-session';
import { readSettings } from './settings';
import { registerTriggers } from './triggers';

/** What hangs on a person's settings. */
export interface BySettings {
  readonly formatting: { update(): void };
  readonly names: { refresh(): void };
}

export function keepInStep(
  open: OpenSession,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
  shown: BySettings,
): void {
  const { session, asked } = open;
  const { connection, abilities } = session;
  const folders = keepFolders(open, params);
  const settings = keepSettings(open, shown, folders);
  keepBuffers(open, documents, folders);
  keepWatched(open);
  connection.onInitialized(() => {
    settings.start(params.initializationOptions);
    folders.load();
    asked(registerTriggers(session));
    if (abilities.watchesFiles) {
      const watchers = [{ globPattern: '**/*' }];
      asked(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (abilities.changesFolders) folders.follow();
  });
}

interface Folders {
  /** Whether the client opened none. */
  isNone(): boolean;
  /** Reads all files anew. */
  load(): void;
  /** Takes folders that the client adds and removes. */
  follow(): void;
}

function keepFolders(
  { session, host, buffers, files, trees, enqueue, setReady }: OpenSession,
  params: InitializeParams,
): Folders {
  const { connection, findings } = session;
  let folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(f => normal(f.uri));

  /** The workspace's folders, or those around the files that are open without any. */
  const folderOrAlone = (): string[] =>
    folders.length > 0 ? folders : [...new Set([...buffers.keys()].flatMap(uri => folderOf(uri) ?? []))];

  const read = async (): Promise<void> => {
    const home = session.settings().userFolder ? userFolders(host.home) : [];
    // A file that is opened meanwhile without a folder brings one along.
    for (let read: string[] | undefined; read?.join() !== folderOrAlone().join();) {
      read = folderOrAlone();
      await files.load([...read, ...home]);
    }
    setReady();
    findings.update();
    trees.changed();
  };
  const load = (): void => void enqueue('load', read);

  return {
    isNone: () => folders.length === 0,
    load,
    follow() {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(f => normal(f.uri)));
        folders = [...folders.filter(f => !gone.has(f)), ...added.map(f => normal(f.uri))];
        load();
      });
    },
  };
}

function keepSettings(
  { session, enqueue, setSettings }: OpenSession,
  { formatting, names }: BySettings,
  folders: Folders,
): { start(given: unknown): void } {
  const { connection, abilities, workspace, findings } = session;

  const take = async (given: unknown): Promise<void> => {
    const settings = await readSettings(connection, abilities, given);
    setSettings(settings);
    workspace.setOwnLevels(settings.rules);
    formatting.update();
  };

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    void enqueue('settings', async () => {
      const before = session.settings();
      await take(pushed);
      const now = session.settings();
      if (before.codeLens !== now.codeLens || before.inlayHints !== now.inlayHints) names.refresh();
      if (before.userFolder !== now.userFolder) folders.load();
      else if (session.isReady()) findings.update();
    });
  });
  return { start: given => void enqueue('settings', () => take(given)) };
}

function keepBuffers(
  { session, buffers, files, trees, enqueue }: OpenSession,
  documents: TextDocuments<TextDocument>,
  folders: Folders,
): void {
  const { workspace, findings, abilities, log } = session;

  const take = (document: TextDocument): string => {
    const uri = normal(document.uri);
    buffers.set(uri, document);
    workspace.apply([{ uri, text: document.getText(), open: true }]);
    return uri;
  };

  const updated = (uri: string): void => {
    findings.update(uri, abilities.pullsDiagnostics);
    // What was typed may concern closed files, whose texts are not kept.
    if (!workspace.isStale) return;
    void enqueue('stale', async () => {
      await files.settle();
      findings.update();
    });
  };

  const opened = ({ document }: TextDocumentChangeEvent<TextDocument>): void => {
    const uri = take(document);
    if (!session.isReady()) return;
    if (folders.isNone() && folderOf(uri) !== undefined) folders.load();
    else updated(uri);
  };

  const typed = ({ document }: TextDocumentChangeEvent<TextDocument>): void => {
    const { shape } = workspace;
    const uri = take(document);
    if (!session.isReady()) return;
    updated(uri);
    if (workspace.shape !== shape) trees.changed();
  };

  documents.onDidOpen(guardNow('open', log, opened));
  documents.onDidChangeContent(guardNow('change', log, typed));
  documents.onDidClose(({ document }) => {
    const uri = normal(document.uri);
    buffers.delete(uri);
    void enqueue('close', () => {
      if (buffers.has(uri)) return;
      files.closed(uri);
      if (session.isReady()) findings.update();
    });
  });
  // A client that watches no files tells of saving at least; what else changed on disk is found by reading again.
  documents.onDidSave(() => {
    if (!abilities.watchesFiles) folders.load();
  });
}

function keepWatched({ session, files, trees, enqueue }: OpenSession): void {
  const { connection } = session;
  const look = (uris: readonly string[]): void => {
    void enqueue('files', async () => {
      await files.changed(uris.map(normal));
      if (!session.isReady()) return;
      session.findings.update();
      trees.changed();
    });
  };
  connection.onDidChangeWatchedFiles(({ changes }) => look(changes.map(({ uri }) => uri)));
  // A client may tell of what it does itself, and watch nothing.
  const { workspace } = connection;
  workspace.onDidRenameFiles(({ files: renamed }) => look(renamed.flatMap(({ oldUri, newUri }) => [oldUri, newUri])));
  workspace.onDidCreateFiles(({ files: created }) => look(created.map(({ uri }) => uri)));
  workspace.onDidDeleteFiles(({ files: deleted }) => look(deleted.map(({ uri }) => uri)));
}
