// All safe fixes at once, over stdio: of open files and closed ones, and never of the user's own.
import { strict as assert } from 'node:assert';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const agent = (name: string, tools: string): string =>
  `---\nname: ${name}\ndescription: Works on.\ntools: ${tools}\n---\n`;
const files = {
  '.claude/agents/a.md': agent('a', '[read]'),
  '.claude/agents/b.md': agent('b', '[Read, grep]'),
  '.claude/agents/fine.md': agent('fine', '[Read]'),
};

suite('fixing all over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  test('each file of the workspace, by its buffer where it is open', async () => {
    client = await startClient(files, { workspace: { workspaceEdit: { documentChanges: true } } });
    await client.open('.claude/agents/b.md', agent('b', '[Read, grep, bash]'));
    const edit = await client.request<WorkspaceEdit>('agentwright/fixWorkspace', undefined);
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    const shown = changes.map(({ textDocument: { uri, version }, edits }) => [
      uri.slice(uri.indexOf('.claude')),
      version,
      edits.map(each => ('newText' in each ? each.newText : '')),
    ]);
    assert.deepEqual(shown, [
      ['.claude/agents/a.md', null, ['Read']],
      ['.claude/agents/b.md', 1, ['Grep', 'Bash']],
    ]);
  });

  test('nothing where nothing is to be fixed', async () => {
    client = await startClient({ 'agents/fine.md': files['.claude/agents/fine.md'] }, {});
    assert.equal(await client.request('agentwright/fixWorkspace', undefined), null);
  });
});
