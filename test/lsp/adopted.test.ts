// A repository's own JSON Schema over the wire: read when a configuration names it, and again when it changes on disk.
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem, Hover } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const agent = '.claude/agents/reviewer.md';
const other = '.claude/agents/writer.md';
const schema = '.claude/schemas/agent.schema.json';
const config = 'agentwright.json';
const front = 'description: Reviews code. Use after changes.\ntier: gold\n';
const text = `---\nname: reviewer\n${front}---\n\nReview.\n`;
const tiers = (...values: string[]): string =>
  JSON.stringify({ type: 'object', properties: { tier: { enum: values, description: 'How it is looked after.' } } });
const files = {
  [agent]: text,
  [other]: text.replace('reviewer', 'writer'),
  [schema]: tiers('gold', 'silver'),
  [config]: JSON.stringify({ schemas: { agent: { path: `./${schema}`, level: 'warning' } } }),
};

suite('adopted schemas over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  const changed = (path: string, now: string): Promise<void> => {
    writeFileSync(join(client!.root, path), now);
    return client!.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client!.uri(path), type: 2 }] });
  };

  test('a change of the schema concerns open and closed files alike', async () => {
    client = await startClient(files, { textDocument: { hover: { contentFormat: ['markdown'] } } });
    await client.open(agent, text);
    await client.published(agent, items => items.length === 0);
    await changed(schema, tiers('silver', 'tin'));
    const [found] = await client.published(agent, items => items.length === 1);
    assert.equal(found?.severity, 2);
    assert.match(JSON.stringify(found.message), /agent\.schema\.json` does not know this value/);
    await client.published(other, items => items.length === 1);
    const textDocument = { uri: client.uri(agent) };
    const position = { line: 3, character: 2 };
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position });
    assert.match(JSON.stringify(hover.contents), /How it is looked after/);
    const at = { line: 3, character: 6 };
    const offered = await client.request<CompletionItem[] | { items: CompletionItem[] }>('textDocument/completion', { textDocument, position: at });
    const items = Array.isArray(offered) ? offered : offered.items;
    assert.ok(items.some(({ label }) => label === 'tin'));
    await changed(config, '{}');
    await client.published(agent, none => none.every(({ code }) => code === 'unknown-field'));
  }); // prettier-ignore

  test('a schema is read as it is written in an editor, also where it was opened before anybody adopted it', async () => {
    client = await startClient({ ...files, [config]: '{}' }, {});
    await client.open(schema, files[schema]);
    await client.open(agent, text);
    await client.published(agent, items => items.every(({ code }) => code === 'unknown-field'));
    await changed(config, files[config]);
    await client.published(agent, items => items.length === 0);
    await client.change(schema, tiers('tin'));
    await client.published(agent, items => items.length === 1);
  });
});
