// Semantic tokens over stdio: the five numbers of each, for a whole file and for a part, and news of what changed elsewhere.
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startClient, type TestClient } from '../support/language-client';

const path = '.claude/agents/reviewer.md';
const text = '---\nname: reviewer\ndescription: Reviews.\ntools: [Read, Task]\nskills: [tdd]\n---\n';
const skill = '.claude/skills/tdd/SKILL.md';

suite('semantic tokens over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  const ask = async (method: string, more: object = {}): Promise<number[]> => {
    const params = { textDocument: { uri: client!.uri(path) }, ...more };
    return (await client!.request<{ data: number[] }>(`textDocument/semanticTokens/${method}`, params)).data;
  };

  test('a whole file, a part of it, and a skill that comes later', async () => {
    client = await startClient(
      { [path]: text },
      {
        textDocument: { diagnostic: {} },
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true },
          semanticTokens: { refreshSupport: true },
        },
      },
    );
    assert.deepEqual(await ask('full'), [], 'only open files have tokens');
    await client.open(path, text);
    const before = [1, 6, 8, 0, 1, 2, 8, 4, 2, 0, 0, 6, 4, 2, 4, 1, 9, 3, 1];
    assert.deepEqual(await ask('full'), [...before, 2]);
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    assert.deepEqual(await ask('range', { range }), [3, 8, 4, 2, 0, 0, 6, 4, 2, 4]);

    mkdirSync(dirname(join(client.root, skill)), { recursive: true });
    writeFileSync(join(client.root, skill), '---\nname: tdd\ndescription: Test first.\n---\n');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(skill), type: 1 }] });
    while (!client.refreshed.includes('semanticTokens') || (await ask('full')).at(-1) !== 0)
      await new Promise(resolve => setTimeout(resolve, 20));
    assert.deepEqual(await ask('full'), [...before, 0]);
  });
});
