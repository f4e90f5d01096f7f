// The language server: capabilities, handlers, and what keeps the workspace and the client in step.
import {
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { facetsRead } from '../rules/lint';
import { isLevel, type Level } from '../workspace/config';
import { Workspace } from '../workspace/workspace';
import { abilitiesOf, type Abilities } from './abilities';
import { positionsOf, type Positions } from './convert';
import { folderOf, keepFiles, userFolders } from '../disk/files';
import { Findings } from './findings';
import { guard, guardNow } from './guard';
import { handleFeatures } from './handlers';
import { handleTokens, tokensCapability } from './tokens';
import { handleTrees } from './trees';
import { fromPath, normal } from '../disk/uris';
import { answerWorkspaceDiagnostics } from './pull';

/** What a host process gives: its home folder, and a way to let other events run. */
export interface Process {
  readonly home: string | undefined;
  tick(): Promise<void>;
}

/** What every handler works with. */
export interface Session {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly findings: Findings;
  readonly abilities: Abilities;
  /** Language ids in which the client completes by itself. */
  readonly nativeLanguageIds: readonly string[];
  /** Resolves when the workspace has been read for the first time. */
  readonly ready: Promise<void>;
  isReady(): boolean;
  readonly log: (text: string) => void;
  /** The open buffer of a normalised URI. */
  buffer(uri: string): TextDocument | undefined;
  /** Lines of any file: the open buffer's, else those of the text on disk. */
  positions(uri: string): Positions | undefined;
}

interface Settings {
  readonly rules: Readonly<Record<string, Level>>;
  readonly userFolder: boolean;
}

/** Serves one client until it goes. */
export function serve(connection: Connection, host: Process): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params): InitializeResult => {
    const session = startSession(connection, documents, host, params);
    return { capabilities: capabilities(session.abilities), serverInfo: { name: 'agentwright' } };
  });
  documents.listen(connection);
  connection.listen();
}

const capabilities = (abilities: Abilities): InitializeResult['capabilities'] => ({
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: abilities.watchesFiles ? false : { includeText: false },
  },
  completionProvider: {
    resolveProvider: true,
    triggerCharacters: [':', ' ', '-', '[', ',', "'", '"', '`', '/', '(', '_'],
  },
  hoverProvider: true,
  semanticTokensProvider: tokensCapability,
  codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.agentwright'] },
  ...(abilities.pullsDiagnostics
    ? { diagnosticProvider: { identifier: 'agentwright', interFileDependencies: true, workspaceDiagnostics: true } }
    : {}),
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
});

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
  const trees = { changed: (): void => undefined };
  const tokens = { changed: (): void => undefined };
  const findings = new Findings({
    workspace,
    open: buffer,
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
      if (openFile && abilities.refreshesDiagnostics)
        pull.refreshSoon(() => asked(connection.languages.diagnostics.refresh()));
      if (openFile) tokens.changed();
      else pull.changed();
    },
    counted: () => trees.changed(),
    guard: (name, work) => guardNow(name, log, work)(undefined),
  });
  let folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).map(f => normal(f.uri));
  let settings: Settings = { rules: {}, userFolder: true };
  let readied = false;
  let setReady: () => void = () => undefined;
  const ready = new Promise<void>(resolve => (setReady = resolve));
  const session: Session = {
    connection,
    workspace,
    findings,
    abilities,
    nativeLanguageIds: nativeIds(params.initializationOptions),
    ready,
    isReady: () => readied,
    log,
    buffer,
    positions: uri => {
      const text = buffers.get(uri) ?? files.text(uri);
      return typeof text === 'string' ? positionsOf(text) : text;
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
    });
    void load();
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
  tokens.changed = handleTokens(session).changed;
  trees.changed = handleTrees(session).changed;
  return session;
}

function nativeIds(options: unknown): readonly string[] {
  const ids = (options as { nativeLanguageIds?: unknown } | undefined)?.nativeLanguageIds;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
}

/** Settings as the client answers them, else as it pushed them or gave them at the start. */
async function readSettings(connection: Connection, abilities: Abilities, pushed: unknown): Promise<Settings> {
  const given = abilities.answersConfiguration
    ? ((await connection.workspace.getConfiguration('agentwright')) as unknown)
    : ((pushed as { agentwright?: unknown } | undefined)?.agentwright ?? pushed);
  const { rules, userFolder } = (given ?? {}) as { rules?: unknown; userFolder?: unknown };
  const levels = Object.entries((rules ?? {}) as Record<string, unknown>).filter((e): e is [string, Level] =>
    isLevel(e[1]),
  );
  return { rules: Object.fromEntries(levels), userFolder: userFolder !== false };
}
