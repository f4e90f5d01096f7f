// Quick Fixes that move a file, over stdio: with a client that can move files, and with one that cannot.
import { strict as assert } from 'node:assert';
import type { CodeAction, RenameFile } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const path = '.claude/skills/tdd/skill.md';
const text = '---\nname: tdd\ndescription: Test first.\n---\n\nTest.\n';
const literals = { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } };

suite('fixes that move files, over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  async function offered(resourceOperations: 'rename'[]): Promise<CodeAction[]> {
    const workspaceEdit = { documentChanges: true, resourceOperations };
    client = await startClient({ [path]: text }, { textDocument: literals, workspace: { workspaceEdit } });
    await client.open(path, text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    const params = { textDocument: { uri: client.uri(path) }, range, context: { diagnostics: [] } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
    return actions.filter(({ title }) => title.startsWith('Rename'));
  }

  test('the edit renames the file', async () => {
    const [action] = await offered(['rename']);
    const wanted: RenameFile = {
      kind: 'rename',
      oldUri: client!.uri(path),
      newUri: client!.uri('.claude/skills/tdd/SKILL.md'),
    };
    assert.deepEqual(action?.edit?.documentChanges, [wanted]);
  });

  test('none for a client that cannot rename', async () => assert.deepEqual(await offered([]), []));
});
