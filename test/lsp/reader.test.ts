// Messages from the client are read whole, however they come in pieces.
import { strict as assert } from 'node:assert';
import { PassThrough } from 'node:stream';
import type { Message } from 'vscode-languageserver/node';
import { connectionOver } from '../../server/src/lsp/connection';
import { WholeMessageReader } from '../../server/src/lsp/reader';

const first = { jsonrpc: '2.0', method: 'a', params: { text: 'größer ✓ 👩' } };
const second = { jsonrpc: '2.0', method: 'b', params: {} };

const written = (message: object, head = ''): Buffer => {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n`), body]);
};

/** What is read of these pieces, and what goes wrong. */
function read(pieces: readonly Buffer[]): { messages: object[]; errors: string[] } {
  const stream = new PassThrough();
  const reader = new WholeMessageReader(stream);
  const messages: object[] = [];
  const errors: string[] = [];
  reader.onError(error => errors.push(error.message));
  reader.listen(message => messages.push(message));
  for (const piece of pieces) stream.emit('data', piece);
  return { messages, errors };
}

suite('messages from the client', () => {
  test('two at once, with another line in the head', () => {
    const both = Buffer.concat([
      written(first, 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n'),
      written(second),
    ]);
    assert.deepEqual(read([both]), { messages: [first, second], errors: [] });
  });

  test('cut anywhere', () => {
    const both = Buffer.concat([written(first), written(second)]);
    for (let at = 1; at < both.length; at++)
      assert.deepEqual(read([both.subarray(0, at), both.subarray(at)]), { messages: [first, second], errors: [] });
    assert.deepEqual(read(Array.from(both, byte => Buffer.of(byte))), { messages: [first, second], errors: [] });
  });

  test('one that is no JSON, or tells no length, is told of, and the next is read', () => {
    const broken = Buffer.from('Content-Length: 3\r\n\r\n{a}');
    const { messages, errors } = read([Buffer.concat([broken, Buffer.from('X: 1\r\n\r\n'), written(second)])]);
    assert.deepEqual(messages, [second]);
    assert.equal(errors.length, 2);
    assert.match(errors[1]!, /came without its length:\nX: 1/);
  });

  const change = { jsonrpc: '2.0', method: 'textDocument/didChange', params: { version: 2 } };
  const request = { jsonrpc: '2.0', id: 1, method: 'a', params: {} };
  const cancel = { jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 1 } };

  /** What a connection is told, in which order, and in which turn of the event loop. */
  async function dealtWith(pieces: readonly Buffer[]): Promise<string[]> {
    const stream = new PassThrough();
    const connection = connectionOver(stream, new PassThrough());
    const told: string[] = [];
    connection.onNotification((method: string) => void told.push(method));
    connection.onRequest((method: string, _params: unknown, token) => {
      told.push(token.isCancellationRequested ? `${method}, cancelled` : method);
      return null;
    });
    connection.listen();
    for (const piece of pieces) stream.emit('data', piece);
    for (let turn = 0; turn < 5; turn++) {
      await new Promise(resolve => setImmediate(resolve));
      told.push('turn');
    }
    return told.slice(0, told.length - [...told].reverse().findIndex(each => each !== 'turn'));
  }

  test('what is asked right behind a change is dealt with in the same turn', async () => {
    const both = Buffer.concat([written(change), written(request)]);
    assert.deepEqual(await dealtWith([both]), ['textDocument/didChange', 'a']);
  });

  test('all else is left to the library, in order', async () => {
    const apart = [written(change), written(request)];
    assert.deepEqual(await dealtWith(apart), ['textDocument/didChange', 'turn', 'a']);
    const other = Buffer.concat([written(cancel), written({ ...request, id: 2 }), written(second)]);
    assert.deepEqual(await dealtWith([other]), ['turn', 'a', 'turn', 'b']);
  });

  test('a request that is cancelled at once is told so', async () => {
    const all = Buffer.concat([written(change), written(request), written(cancel)]);
    assert.deepEqual(await dealtWith([all]), ['textDocument/didChange', 'a, cancelled']);
  });

  test('a request behind a change is handed on with it alone', () => {
    const stream = new PassThrough();
    const reader = new WholeMessageReader(stream);
    const messages: Message[] = [];
    reader.listen(message => messages.push(message));
    stream.emit('data', Buffer.concat([written(change), written(request), written(second)]));
    assert.equal(messages.length, 2);
    const dealt: Message[] = [];
    for (const message of messages) void reader.strategy.handleMessage(message, each => void dealt.push(each));
    assert.deepEqual(dealt, [change, request, second]);
  });

  test('the end of the stream is told', () => {
    const stream = new PassThrough();
    const reader = new WholeMessageReader(stream);
    let closed = 0;
    reader.onClose(() => closed++);
    reader.listen(() => undefined);
    stream.emit('close');
    assert.equal(closed, 1);
  });
});
