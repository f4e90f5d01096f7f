// Messages to the client are written whole, and say how long they are in bytes.
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { WholeMessageWriter } from '../../server/src/lsp/writer';

const message = { jsonrpc: '2.0', method: 'window/logMessage', params: { message: 'größer ✓' } };

suite('whole messages', () => {
  test('a message is one chunk, its length counted in bytes', async () => {
    const chunks: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        chunks.push(chunk.toString());
        done();
      },
    });
    await new WholeMessageWriter(stream).write(message);
    const body = JSON.stringify(message);
    assert.deepEqual(chunks, [`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`]);
  });

  test('a stream that fails is told of, and the message refused', async () => {
    const stream = new Writable({ write: (_, __, done) => done(new Error('gone')) });
    const writer = new WholeMessageWriter(stream);
    const told: string[] = [];
    writer.onError(([error]) => told.push(error.message));
    await assert.rejects(writer.write(message), /gone/);
    assert.ok(told.includes('gone'));
  });

  test('a server whose client went away goes too', async () => {
    const server = spawn(process.execPath, [join('dist', 'agentwright-language-server.js'), '--stdio']);
    server.stdin.end();
    const [code] = (await once(server, 'exit')) as [number];
    assert.equal(code, 1);
  });
});
