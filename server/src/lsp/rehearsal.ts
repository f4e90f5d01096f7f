// Types into a file of its own before anybody types: V8 makes fast what has run often, and the first hundreds of keys would be answered
// by code that is not fast yet. It goes the whole way, from the message that tells of a key to the one that answers it.
import { PassThrough } from 'node:stream';
import type { Message } from 'vscode-languageserver/node';
import { connectionOver } from './connection';
import { samples } from './rehearsal-text';
import { WholeMessageReader } from './reader';
import { serve } from './server';
import type { Process } from './session';
import { WholeMessageWriter } from './writer';

/** How often a letter is typed and taken out again at each place. */
const times = 120;

/** A folder that no disk has. */
const folder = 'rehearsal:/';

/** Gives way between two keys, so that nobody waits for more than one of them. */
export async function rehearse(host: Process, pause: () => Promise<void>): Promise<void> {
  const client = connected({ home: undefined, pages: host.pages, tick: () => host.tick() });
  await client.ask('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { codeDescriptionSupport: true } } },
  });
  client.tell('initialized', {});
  const files = samples();
  for (const { path, text } of files)
    client.tell('textDocument/didOpen', {
      textDocument: { uri: folder + path, languageId: 'markdown', version: 1, text },
    });
  const places = files.flatMap(file => file.places.map(place => ({ uri: folder + file.path, place })));
  let version = 1;
  for (let key = 0; key < 2 * times * places.length; key++) {
    // Some keys here, some there, as people type.
    const { uri, place } = places[Math.floor(key / 20) % places.length]!;
    const end = { ...place, character: place.character + (key % 2) };
    const contentChanges = [{ range: { start: place, end }, text: key % 2 === 0 ? 'x' : '' }];
    client.tell('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges });
    await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    await pause();
  }
  // It is left to itself, and goes as garbage: what it still has to tell somebody later would fail on a connection that was closed.
}

interface Client {
  tell(method: string, params: object): void;
  ask(method: string, params: object): Promise<unknown>;
}

/** A client and its server, in this process. */
function connected(host: Process): Client {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(connectionOver(toServer, toClient), host);
  const waiting = new Map<unknown, (result: unknown) => void>();
  new WholeMessageReader(toClient).listen(message => {
    const { id, result } = message as Message & { readonly id?: unknown; readonly result?: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const writer = new WholeMessageWriter(toServer);
  const write = (message: object): void => void writer.write({ jsonrpc: '2.0', ...message });
  let last = 0;
  return {
    tell: (method, params) => write({ method, params }),
    ask(method, params) {
      const id = ++last;
      return new Promise(resolve => {
        waiting.set(id, resolve);
        write({ id, method, params });
      });
    },
  };
}
