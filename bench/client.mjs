// A small language client over stdio: starts a server, types, and waits for the diagnostics that answer a key.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/** Starts a server on a folder and answers what can be done with it. With `pull` diagnostics are asked for, as VS Code does. */
export async function start(command, args, folder, pull = false) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
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
    capabilities: { textDocument: pull ? { diagnostic: {} } : { publishDiagnostics: { versionSupport: true } } },
    initializationOptions: { userFolder: false },
  });
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
    notify: (method, parameters) => wire.sendNotification(method, parameters),
    request: (method, parameters) => wire.sendRequest(method, parameters),
    stop() {
      wire.dispose();
      child.kill();
    },
  };
}

export const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
