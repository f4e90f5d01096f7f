// Outline, folding and selection over stdio: with a client that shows trees, and with one that shows lists.
import { strict as assert } from 'node:assert';
import type { DocumentSymbol, FoldingRange, SelectionRange, SymbolInformation } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const path = '.claude/agents/reviewer.md';
const text =
  '---\nname: reviewer\ntools:\n  - Read\n---\n\n# Review\n\n<!-- #region -->\n## Steps\n\nLook.\n<!-- #endregion -->\n';
const trees = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };

suite('structure over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  async function ask<R>(method: string, capabilities: object, params: object = {}): Promise<R> {
    client = await startClient({ [path]: text }, capabilities);
    await client.open(path, text);
    return client.request<R>(`textDocument/${method}`, { textDocument: { uri: client.uri(path) }, ...params });
  }

  test('the outline as a tree', async () => {
    const [matter, review] = await ask<DocumentSymbol[]>('documentSymbol', trees);
    assert.equal(matter?.detail, 'reviewer');
    assert.deepEqual(
      matter?.children?.map(({ name, detail }) => [name, detail]),
      // prettier-ignore
      [['name', 'reviewer'], ['tools', 'Read']],
    );
    assert.deepEqual(review?.range, { start: { line: 6, character: 0 }, end: { line: 12, character: 19 } });
    assert.deepEqual(review?.selectionRange, { start: { line: 6, character: 0 }, end: { line: 6, character: 8 } });
    assert.equal(review?.children?.[0]?.name, 'Steps');
  });

  test('the outline as a list', async () => {
    const found = await ask<SymbolInformation[]>('documentSymbol', {});
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
      [
        ['Front matter', undefined, 0],
        ['name', 'Front matter', 1],
        ['tools', 'Front matter', 2],
        ['Review', undefined, 6],
        ['Steps', 'Review', 9],
      ],
    );
    assert.equal(found[0]?.location.uri, client?.uri(path));
  });

  test('folds, in whole lines', async () => {
    assert.deepEqual(await ask<FoldingRange[]>('foldingRange', {}), [
      { startLine: 0, endLine: 4 },
      { startLine: 2, endLine: 3 },
      { startLine: 6, endLine: 12 },
      { startLine: 8, endLine: 12, kind: 'region' },
      { startLine: 9, endLine: 12 },
    ]);
  });

  test('a selection for each place', async () => {
    const positions = [
      { line: 3, character: 5 },
      { line: 99, character: 0 },
    ];
    const found = await ask<SelectionRange[]>('selectionRange', {}, { positions });
    const chain = (range: SelectionRange | undefined): string[] =>
      range ? [`${range.range.start.line}:${range.range.start.character}`, ...chain(range.parent)] : [];
    assert.deepEqual(found.map(chain), [
      ['3:4', '3:2', '2:0', '1:0', '0:0', '0:0'],
      ['9:0', '6:0', '5:0', '0:0'],
    ]);
  });

  test('a file that is not open has none', async () => {
    client = await startClient({ [path]: text }, trees);
    const textDocument = { uri: client.uri('nothing.md') };
    for (const method of ['documentSymbol', 'foldingRange', 'selectionRange'])
      assert.deepEqual(await client.request(`textDocument/${method}`, { textDocument, positions: [] }), []);
  });
});
