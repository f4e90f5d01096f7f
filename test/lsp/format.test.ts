// Format Document and Organize Front Matter over stdio: where they are offered, and what comes back.
import { strict as assert } from 'node:assert';
import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const agent = '.claude/agents/a.md';
const mixed = '---\nmodel:  opus\nname: a\ndescription: Helps.\n---\n';
const options = { tabSize: 2, insertSpaces: true };
const actions = { textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } } };
const organize = 'source.organizeFrontmatter.agentwright';

suite('formatting over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  async function formatted(path: string): Promise<string[]> {
    await client!.open(path, mixed);
    const textDocument = { uri: client!.uri(path) };
    const edits = await client!.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    return edits.map(({ newText }) => newText);
  }

  test('the edits of an agent, and none of what is no agent', async () => {
    client = await startClient({}, {});
    assert.deepEqual(await formatted(agent), ['name: a\ndescription: Helps.\nmodel: opus']);
    assert.deepEqual(await formatted('README.md'), []);
  });

  test('registered for the places of agents and skills alone, while the settings want it', async () => {
    client = await startClient({}, { textDocument: { formatting: { dynamicRegistration: true } } });
    await formatted(agent);
    const [registration, another] = client.registrations;
    assert.equal(registration?.method, 'textDocument/formatting');
    assert.equal(another, undefined);
    const { documentSelector } = registration?.registerOptions as { documentSelector: { pattern?: string }[] };
    assert.ok(
      documentSelector.length > 0 &&
        documentSelector.every(({ pattern }) => /SKILL|\.claude|plugins/.test(pattern ?? '')),
    );
    await client.notify('workspace/didChangeConfiguration', {
      settings: { agentwright: { format: { enabled: false } } },
    });
    assert.deepEqual(await formatted('.claude/agents/b.md'), []);
    assert.deepEqual(client.registrations, []);
    await client.notify('workspace/didChangeConfiguration', { settings: { agentwright: {} } });
    assert.equal((await formatted('.claude/agents/c.md')).length, 1);
    assert.equal(client.registrations.length, 1);
  });

  test('organizing brings keys in order that the configuration keeps, and is offered where it is asked for', async () => {
    const files = { 'agentwright.json': '{ "format": { "keyOrder": "keep" } }' };
    client = await startClient(files, actions);
    assert.deepEqual(await formatted(agent), ['']);
    const ask = (only?: string[]): Promise<CodeAction[]> =>
      client!.request('textDocument/codeAction', {
        textDocument: { uri: client!.uri(agent) },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    for (const only of [[organize], ['source'], ['source.organizeFrontmatter']]) {
      const found = (await ask(only)).filter(({ kind }) => kind === organize);
      assert.deepEqual(
        found.map(({ edit }) =>
          Object.values(edit?.changes ?? {})
            .flat()
            .map(({ newText }) => newText),
        ),
        [['name: a\ndescription: Helps.\nmodel: opus']],
      );
    }
    for (const only of [undefined, ['quickfix'], ['source.organizeImports']])
      assert.deepEqual(
        (await ask(only)).filter(({ kind }) => kind === organize),
        [],
      );
  });
});
