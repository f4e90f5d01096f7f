// Messages from the client are read whole, however they come in pieces.
import { strict as assert } from 'node:assert';
import { PassThrough } from 'node:stream';
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
