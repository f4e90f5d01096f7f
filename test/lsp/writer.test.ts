// Messages to the client are written whole, and say how long they are in bytes.
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Message } from 'vscode-languageserver/node';
import { WholeMessageWriter } from '../../server/src/lsp/writer';

const message = { jsonrpc: '2.0', method: 'window/logMessage', params: { message: 'größer ✓ 👩' } };

suite('whole messages', () => {
  test('a message is one chunk of ASCII, its length counted in bytes', async () => {
    const chunks: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        chunks.push(chunk.toString());
        done();
      },
    });
    await new WholeMessageWriter(stream).write(message);
    const [head, body] = chunks.join('').split('\r\n\r\n') as [string, string];
    assert.equal(chunks.length, 1);
    assert.equal(head, `Content-Length: ${Buffer.byteLength(body)}`);
    assert.match(body, /^[\x20-\x7e]*$/);
    assert.deepEqual(JSON.parse(body), message);
  });

  test('findings that are told again are written as they were', async () => {
    const chunks: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        chunks.push(chunk.toString().replace(/^[^]*?\r\n\r\n/, ''));
        done();
      },
    });
    const writer = new WholeMessageWriter(stream);
    const items = [
      { message: 'größer', range: {} },
      { message: 'a "quoted" one', code: 'x' },
    ];
    const reply = (id: number, result: object): Message => ({ jsonrpc: '2.0', id, result }) as Message;
    const replies = [
      reply(1, { kind: 'full', resultId: '1', items }),
      reply(2, { kind: 'full', resultId: '2', items: [items[1]] }),
      reply(3, { kind: 'full', items: [] }),
      reply(4, { kind: 'unchanged', resultId: '2' }),
      reply(5, { items: [{ kind: 'full', uri: 'file:///a.md', version: null, items }] }),
    ];
    for (const each of replies) await writer.write(each);
    assert.deepEqual(
      chunks.map(chunk => JSON.parse(chunk) as unknown),
      JSON.parse(JSON.stringify(replies)),
    );
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
