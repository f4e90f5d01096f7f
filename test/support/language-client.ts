// A language client over stdio, as bare or as able as a test wants it.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic, Registration, Unregistration } from 'vscode-languageserver';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

export interface TestClient {
  readonly root: string;
  uri(path: string): string;
  open(path: string, text: string): Promise<void>;
  change(path: string, text: string): Promise<void>;
  request<R>(method: string, params: unknown): Promise<R>;
  notify(method: string, params: unknown): Promise<void>;
  /** The next published diagnostics of a file that fit. */
  published(path: string, fits: (items: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  readonly registered: readonly string[];
  /** What the server has registered and not withdrawn. */
  readonly registrations: readonly Registration[];
  /** What the server has asked to be asked for again, as `codeLens` and `inlayHint`, each time. */
  readonly refreshed: readonly string[];
  stop(): Promise<void>;
}

/** Starts the built server over a scratch folder with these files. `folder: false` opens no workspace folder; `given` is
 * what the client says of itself and its settings at the start. */
export async function startClient(
  files: Readonly<Record<string, string>>,
  capabilities: ClientCapabilities,
  options: { readonly folder?: boolean; readonly given?: Readonly<Record<string, unknown>> } = {},
): Promise<TestClient> {
  const root = mkdtempSync(join(tmpdir(), 'agentwright-lsp-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const server = join(process.cwd(), 'dist/agentwright-language-server.js');
  const home = join(root, 'no-home');
  const child = spawn(process.execPath, [server, '--stdio'], {
    env: { ...process.env, HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const wire = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const latest = new Map<string, Diagnostic[]>();
  const listeners = new Set<() => void>();
  const registered: string[] = [];
  const registrations: Registration[] = [];
  wire.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      latest.set(uri, diagnostics);
      for (const listener of [...listeners]) listener();
    },
  );
  wire.onRequest('client/registerCapability', ({ registrations: added }: { registrations: Registration[] }) => {
    registered.push(...added.map(({ method }) => method));
    registrations.push(...added);
    return null;
  });
  wire.onRequest('client/unregisterCapability', (gone: { unregisterations: Unregistration[] }) => {
    for (const { id } of gone.unregisterations)
      registrations.splice(registrations.findIndex(each => each.id === id), 1); // prettier-ignore
    return null;
  });
  const refreshed: string[] = [];
  for (const what of ['codeLens', 'inlayHint', 'semanticTokens']) {
    wire.onRequest(`workspace/${what}/refresh`, () => {
      refreshed.push(what);
      return null;
    });
  }
  wire.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  wire.listen();
  const rootUri = pathToFileURL(root).href;
  const withFolder = options.folder ?? true;
  await wire.sendRequest('initialize', {
    processId: process.pid,
    rootUri: withFolder ? rootUri : null,
    workspaceFolders: withFolder ? [{ uri: rootUri, name: 'test' }] : null,
    capabilities,
    ...(options.given ? { initializationOptions: options.given } : {}),
  });
  await wire.sendNotification('initialized', {});
  const uri = (path: string): string => pathToFileURL(join(root, path)).href;
  const versions = new Map<string, number>();
  return {
    root,
    uri,
    registered,
    registrations,
    refreshed,
    async open(path, text) {
      versions.set(path, 1);
      await wire.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId: 'markdown', version: 1, text },
      });
    },
    async change(path, text) {
      const version = (versions.get(path) ?? 1) + 1;
      versions.set(path, version);
      await wire.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version },
        contentChanges: [{ text }],
      });
    },
    request: <R>(method: string, params: unknown) => wire.sendRequest<R>(method, params),
    notify: (method, params) => wire.sendNotification(method, params),
    published: (path, fits) =>
      new Promise(resolve => {
        const look = (): void => {
          const items = latest.get(uri(path));
          if (!items || !fits(items)) return;
          listeners.delete(look);
          resolve(items);
        };
        listeners.add(look);
        look();
      }),
    async stop() {
      await wire.sendRequest('shutdown');
      const gone = new Promise(resolve => child.once('exit', resolve));
      await wire.sendNotification('exit');
      await gone;
      wire.dispose();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
