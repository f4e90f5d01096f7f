// A small language client over stdio: starts a server, types, and waits for the diagnostics that answer a key.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { scratchFolder } from './workspaces.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** What runs: our server, and one that looks at nothing. */
export const servers = {
  ours: [join(here, '../dist/agentwright-language-server.js'), '--stdio'],
  empty: [join(here, 'empty-server.mjs'), '--stdio'],
};

/** Starts a server on a folder and answers what can be done with it. With `pull` diagnostics are asked for, as VS Code
 * does; with `heap` it tells how much memory it holds. */
export async function start(args, folder, { pull = true, heap = false } = {}) {
  const told = join(scratchFolder(), 'heap.json');
  const watched = heap ? ['--expose-gc', '-r', join(here, 'heap.cjs')] : [];
  const env = { ...process.env, AGENTWRIGHT_BENCH_HEAP: told };
  const child = spawn(process.execPath, [...watched, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env });
  const wire = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const waiting = new Map();
  wire.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
    const key = `${uri} ${version}`;
    waiting.get(key)?.(diagnostics);
    waiting.delete(key);
  });
  wire.listen();
  const uri = pathToFileURL(folder).href;
  await wire.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      textDocument: pull ? { diagnostic: {} } : { publishDiagnostics: { versionSupport: true } },
      workspace: {
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] },
      },
    },
    initializationOptions: { userFolder: false },
  });
  wire.onRequest('client/registerCapability', () => null);
  await wire.sendNotification('initialized', {});
  const results = new Map();
  const pulled = async file => {
    const previousResultId = results.get(file);
    const report = await wire.sendRequest('textDocument/diagnostic', { textDocument: { uri: file }, previousResultId });
    results.set(file, report.resultId);
    return report.items;
  };
  const pushed = (file, version) => new Promise(resolve => waiting.set(`${file} ${version}`, resolve));
  return {
    pid: child.pid,
    /** Opens a file; resolves with its first diagnostics. */
    async open(path) {
      const file = pathToFileURL(path).href;
      const text = readFileSync(path, 'utf8');
      const first = pull ? undefined : pushed(file, 1);
      await wire.sendNotification('textDocument/didOpen', {
        textDocument: { uri: file, languageId: 'markdown', version: 1, text },
      });
      return { file, text, version: 1, first: first ?? pulled(file) };
    },
    /** Types a text at a position; resolves with the milliseconds until its diagnostics. */
    async type(document, position, text, length = 0) {
      document.version++;
      const answer = pull ? undefined : pushed(document.file, document.version);
      const end = { ...position, character: position.character + length };
      const begun = performance.now();
      await wire.sendNotification('textDocument/didChange', {
        textDocument: { uri: document.file, version: document.version },
        contentChanges: [{ range: { start: position, end }, text }],
      });
      await (answer ?? pulled(document.file));
      return performance.now() - begun;
    },
    /** The diagnostics of an open file, asked for anew. */
    pull: file => pulled(file),
    request: (method, parameters) => wire.sendRequest(method, parameters),
    notify: (method, parameters) => wire.sendNotification(method, parameters),
    /** Bytes after a garbage collection: `heap`, what the program holds, and `resident`, what the process takes. */
    async memory() {
      if (existsSync(told)) unlinkSync(told);
      writeFileSync(`${told}.ask`, '');
      while (!existsSync(told)) await sleep(20);
      return JSON.parse(readFileSync(told, 'utf8'));
    },
    stop() {
      wire.dispose();
      child.kill();
    },
  };
}

/** Types a letter, then takes it away again. */
export const pressed = ({ server, document }, position, n) =>
  n % 2 === 0 ? server.type(document, position, 'x') : server.type(document, position, '', 1);

/** Resolves when a process has nothing to do. */
export async function quiet(pid) {
  while (!(await rests(pid)));
}

/** Whether a process uses no time for half a second (where the system tells it). */
export async function rests(pid) {
  const before = used(pid);
  await sleep(500);
  return used(pid) === before;
}

function used(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15).join();
  } catch {
    return '';
  }
}

export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));

export const median = values => share(values, 0.5);

/** The value that this share of the values lie below. */
export const share = (values, part) => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)];
