// The language server: capabilities, handlers, and what keeps the workspace and the client in step.
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { facetsRead } from '../rules/lint';
import { Workspace } from '../workspace/workspace';
import { abilitiesOf, type Abilities } from './abilities';
import { capabilities } from './capabilities';
import { positionsOf, type Positions } from './convert';
import { folderOf, keepFiles, userFolders } from '../disk/files';
import { Findings } from './findings';
import { handleFixAll } from './fix-all';
import { handleFormat } from './format';
import { registersTriggers, registerTriggers } from './triggers';
import { guard, guardNow } from './guard';
import { handleFeatures } from './handlers';
import { handleNames } from './names';
import { handlePages } from './pages';
import { handleRename } from './rename';
import { clientOptions, defaults, readSettings, type ClientOptions, type Settings } from './settings';
import { handleStructure } from './structure';
import { handleTokens } from './tokens';
import { handleTrees } from './trees';
import type { Read } from '../features/read';
import { fromPath, normal } from '../disk/uris';
import { gathered } from './gather';
import { answerWorkspaceDiagnostics, gatherMs } from './pull';

/** What a host process gives: its home folder, and a way to let other events run. */
export interface Process {
  readonly home: string | undefined;
  /** The folder of the rules' pages, as a URI with a slash at the end; undefined where they were not installed along. */
  readonly pages: string | undefined;
  tick(): Promise<void>;
}

/** What every handler works with. */
export interface Session extends ClientOptions {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly findings: Findings;
  readonly abilities: Abilities;
  /** Resolves when the workspace has been read for the first time. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  settings(): Settings;
  readonly log: (text: string) => void;
  /** The open buffer of a normalised URI. */
  buffer(uri: string): TextDocument | undefined;
  /** The tree of any file: of an open one that of its buffer. */
  readonly read: Read;
  /** Lines of any file: the open buffer's, else those of the text on disk. */
  positions(uri: string): Positions | undefined;
  /** Gives way to other requests. */
  tick(): Promise<void>;
}

/** Serves one client until it goes. */
export function serve(connection: Connection, host: Process): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params): InitializeResult => {
    const session = startSession(connection, documents, host, params);
    const registers = registersTriggers(session.abilities, session);
    return { capabilities: capabilities(session.abilities, registers), serverInfo: { name: 'agentwright' } };
  });
  documents.listen(connection);
  connection.listen();
}

function startSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: Process,
  params: InitializeParams,
): Session {
  const abilities = abilitiesOf(params.capabilities);
  const log = (text: string): void => connection.console.error(text);
  /** What a client refuses costs a line in the log, not the server. */
  const asked = (answer: Promise<unknown>): void =>
    void answer.catch((error: unknown) => log(error instanceof Error ? error.message : String(error)));
  const buffers = new Map<string, TextDocument>();
  const workspace = new Workspace({
    facets: facetsRead(),
    ...(host.home === undefined ? {} : { home: fromPath(host.home) }),
  });
  const buffer = (uri: string): TextDocument | undefined => buffers.get(uri);
  const files = keepFiles(
    workspace,
    uri => buffers.has(uri),
    () => host.tick(),
  );
  const pull = answerWorkspaceDiagnostics();
  const refreshSoon = gathered(gatherMs, () => asked(connection.languages.diagnostics.refresh()));
  const trees = { changed: (): void => undefined };
  const tokens = { changed: (): void => undefined };
  const findings = new Findings({
    workspace,
    open: buffer,
    pages: abilities.opensCodes ? host.pages : undefined,
    text: uri => files.judged(uri),
    tick: () => host.tick(),
    publish: (uri, version, items) => {
      if (abilities.pullsDiagnostics) return;
      const to = buffers.get(uri)?.uri ?? uri;
      asked(
        connection.sendDiagnostics({
          uri: to,
          diagnostics: [...items],
          ...(version === undefined ? {} : { version }),
        }),
      );
    },
    changed: openFile => {
      if (openFile && abilities.refreshesDiagnostics) refreshSoon();
      if (openFile) tokens.changed();
      else pull.changed();
    },
    counted: () => trees.changed(),
    guard: (name, work) => guardNow(name, log, work)(undefined),
  });
  let folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(f => normal(f.uri));
  let settings = defaults;
  let readied = false;
  let setReady: () => void = () => undefined;
  const ready = new Promise<void>(resolve => (setReady = resolve));
  const session: Session = {
    connection,
    workspace,
    findings,
    abilities,
    ...clientOptions(params.initializationOptions),
    ready,
    isReady: () => readied,
    settings: () => settings,
    log,
    buffer,
    tick: () => host.tick(),
    positions: uri => {
      const text = buffers.get(uri) ?? files.text(uri);
      return typeof text === 'string' ? positionsOf(text) : text;
    },
    read: (uri, about) => {
      const known = workspace.document(uri);
      const text = known ? undefined : (buffers.get(uri)?.getText() ?? files.text(uri));
      return text === undefined || about?.(text) === false ? known : workspace.read(uri, text);
    },
  };

  /** Work on files goes one after another: two readings of one folder must not cross. */
  let work: Promise<void> = Promise.resolve();
  const enqueue = (name: string, task: () => Promise<void> | void): Promise<void> =>
    (work = work.then(() => guard(name, undefined, log, task)(undefined)));

  /** The workspace's folders, or those around the files that are open without any. */
  const folderOrAlone = (): string[] =>
    folders.length > 0 ? folders : [...new Set([...buffers.keys()].flatMap(uri => folderOf(uri) ?? []))];

  const load = (): Promise<void> =>
    enqueue('load', async () => {
      const home = settings.userFolder ? userFolders(host.home) : [];
      // A file that is opened meanwhile without a folder brings one along.
      for (let read: string[] | undefined; read?.join() !== folderOrAlone().join();) {
        read = folderOrAlone();
        await files.load([...read, ...home]);
      }
      readied = true;
      setReady();
      findings.update();
      trees.changed();
    });

  connection.onInitialized(() => {
    void enqueue('settings', async () => {
      settings = await readSettings(connection, abilities, params.initializationOptions);
      workspace.setOwnLevels(settings.rules);
      formatting.update();
    });
    void load();
    asked(registerTriggers(session));
    if (abilities.watchesFiles) {
      asked(
        connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] }),
      );
    }
    if (abilities.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(f => normal(f.uri)));
        folders = [...folders.filter(f => !gone.has(f)), ...added.map(f => normal(f.uri))];
        void load();
      });
    }
  });

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    void enqueue('settings', async () => {
      const before = settings;
      settings = await readSettings(connection, abilities, pushed);
      workspace.setOwnLevels(settings.rules);
      formatting.update();
      if (before.codeLens !== settings.codeLens || before.inlayHints !== settings.inlayHints) names.refresh();
      if (before.userFolder !== settings.userFolder) void load();
      else if (readied) findings.update();
    });
  });

  documents.onDidOpen(
    guardNow('open', log, ({ document }: { document: TextDocument }) => {
      const uri = normal(document.uri);
      buffers.set(uri, document);
      workspace.apply([{ uri, text: document.getText(), open: true }]);
      if (readied && folders.length === 0 && folderOf(uri) !== undefined) void load();
      else if (readied) updated(uri);
    }),
  );
  documents.onDidChangeContent(
    guardNow('change', log, ({ document }: { document: TextDocument }) => {
      const uri = normal(document.uri);
      const shape = workspace.shape;
      buffers.set(uri, document);
      workspace.apply([{ uri, text: document.getText(), open: true }]);
      if (!readied) return;
      updated(uri);
      if (workspace.shape !== shape) trees.changed();
    }),
  );
  documents.onDidClose(({ document }) => {
    const uri = normal(document.uri);
    buffers.delete(uri);
    void enqueue('close', () => {
      if (buffers.has(uri)) return;
      files.closed(uri);
      if (readied) findings.update();
    });
  });
  const updated = (uri: string): void => {
    findings.update(uri, abilities.pullsDiagnostics);
    // What was typed may concern closed files, whose texts are not kept.
    if (!workspace.isStale) return;
    void enqueue('stale', async () => {
      await files.settle();
      findings.update();
    });
  };

  connection.onDidChangeWatchedFiles(({ changes }) => {
    void enqueue('files', async () => {
      await files.changed(changes.map(change => normal(change.uri)));
      if (!readied) return;
      findings.update();
      trees.changed();
    });
  });
  // A client that watches no files tells of saving at least; what else changed on disk is found by reading again.
  documents.onDidSave(() => {
    if (!abilities.watchesFiles) void load();
  });

  if (abilities.pullsDiagnostics) {
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      await ready;
      const found = findings.now(normal(textDocument.uri));
      if (found && found.id === previousResultId)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: found.id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: found?.id ?? '', items: [...(found?.items ?? [])] };
    });
    connection.languages.diagnostics.onWorkspace((request, token) =>
      pull.answer(request.previousResultIds, token, uri => buffers.get(uri)?.version ?? null, findings),
    );
  }
  handleFeatures(session);
  handleStructure(session);
  handleFixAll(session);
  const formatting = handleFormat(session);
  handlePages(session);
  tokens.changed = handleTokens(session).changed;
  handleRename(session);
  const names = handleNames(session);
  const { changed } = handleTrees(session);
  trees.changed = () => {
    changed();
    names.changed();
  };
  return session;
}
