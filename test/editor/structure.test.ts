// Outline, folding and Expand Selection: what ours adds to VS Code's own answers for Markdown.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, placeOf, tidily, until } from './support';

const engineer = '.claude/agents/domain/ml-engineer.md';

suite('structure', () => {
  tidily();

  test('the outline begins with the front matter and its keys', async () => {
    const { document } = await open(engineer);
    const matter = await until('front matter in the outline', async () =>
      (await outline(document)).find(({ name }) => name === 'Front matter'),
    );
    assert.equal(matter.detail, 'ml-engineer');
    assert.deepEqual(
      matter.children.slice(3, 5).map(({ name, detail }) => [name, detail]),
      [
        ['model', 'opus'],
        ['temperature', '0.3'],
      ],
    );
  });

  test('headings and keys that VS Code outlines by itself stand there once', async () => {
    for (const [path, title] of [
      [engineer, 'ML Engineer Agent'],
      ['.claude/skills/ml-experiments/SKILL.md', 'Experiments'],
      ['.claude/settings.json', 'permissions'],
    ] as const) {
      const { document } = await open(path);
      const names = await until(`an outline of ${path}`, async () => {
        const found = (await outline(document)).map(({ name }) => name.replace(/^# /, ''));
        return found.includes(title) && (found.includes('Front matter') || path.endsWith('.json')) && found;
      });
      assert.deepEqual(
        names.filter(name => name === title),
        [title],
        names.join(', '),
      );
    }
  });

  test('a list in the front matter folds', async () => {
    const { document } = await open(engineer);
    const first = placeOf(document, 'skills:').line;
    const fold = await until('a fold of the skills', async () =>
      (
        await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri)
      ).find(({ start }) => start === first),
    );
    assert.equal(document.lineAt(fold.end).text, '  - verification-before-completion');
  });

  test('a selection grows from an item to its entry and the front matter', async () => {
    const { document } = await open(engineer);
    const place = placeOf(document, 'ml-experiments', 4);
    const entry = await until('a selection of the entry', async () => {
      const [chain] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [place],
      );
      return textsOf(document, chain).find(text => text.startsWith('skills:'));
    });
    assert.match(entry, /^skills:\n {2}- task-[^]*\n {2}- verification-before-completion$/);
  });
});

const outline = async ({ uri }: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> =>
  (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  )) ?? [];

const textsOf = (document: vscode.TextDocument, chain: vscode.SelectionRange | undefined): string[] =>
  chain ? [document.getText(chain.range), ...textsOf(document, chain.parent)] : [];
