// Show What the Tool Sees: a page beside the agent, which follows what is typed.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { lineBelow, open, started, tidily, type, until } from './support';

const engineer = '.claude/agents/domain/ml-engineer.md';

/** The text of the page that begins with this. */
const page = (begin: string): string | undefined =>
  vscode.workspace.textDocuments
    .filter(({ uri }) => uri.scheme === 'agentwright-page')
    .map(document => document.getText())
    .find(text => text.startsWith(begin));

suite('what the tool sees', () => {
  tidily();

  test('is shown beside the agent, and follows what is typed', async () => {
    const { trees } = await started();
    await until('the trees are read', () => trees.now?.ready);
    const editor = await open(engineer);
    await vscode.commands.executeCommand('agentwright.showEffective');
    const first = await until('the page', () => page('# `ml-engineer`\n'));
    assert.match(first, /`Read`, `Write`, `Edit`, `Bash`/);
    const tab = vscode.window.tabGroups.all.at(-1)?.activeTab;
    assert.match(tab?.label ?? '', /ml-engineer/);
    const shown = await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await lineBelow(shown, '  - Bash');
    await type('  - Glob');
    await until('the page says that Glob is lost', () =>
      page('# `ml-engineer`\n')?.includes('`Glob`: dropped beside `Bash`'),
    );
  });

  test('and what all of it costs', async () => {
    await vscode.commands.executeCommand('agentwright.showBudget');
    const text = await until('the page', () => page('# What agents and skills cost\n'));
    assert.match(text, /\n\| `ml-engineer` \| [\d,]+ \| [\d,]+ \|\n/);
  });
});
