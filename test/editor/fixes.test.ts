// The light bulb, and Fix All: what they change, and that undo brings it back.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, apply, at, becomes, finding, findings, onDisk, open, tidily, until } from './support';

const developer = '.claude/agents/core/developer.md';
const writer = '.claude/agents/specialized/doc-writer.md';

/** Saves a file that a fix has made, which VS Code opens beside the others a moment later; returns what it holds. */
async function saved(path: string): Promise<string> {
  const uri = at(path).toString();
  const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(group => group.tabs);
  await until(`a tab for ${path}`, () =>
    tabs().some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri),
  );
  assert.ok(await vscode.workspace.saveAll(false));
  return onDisk(path);
}

suite('Quick Fix', () => {
  tidily();

  test('the name of a rule opens its page', async () => {
    const { document } = await open(developer);
    const { code } = await finding(document.uri, 'unknown-field');
    assert.ok(typeof code === 'object', 'the code is a link');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# unknown-field$/m);
  });

  test('the preferred fix mends a name, and undo brings it back', async () => {
    const { document } = await open(developer);
    const before = document.getText();
    const found = await finding(document.uri, 'unknown-field');
    const preferred = (await actions(document.uri, found.range)).filter(action => action.isPreferred);
    assert.deepEqual(
      preferred.map(action => action.title),
      ['Rename to `context_strategy`'],
    );
    await apply(preferred[0]);
    assert.equal(document.getText(), before.replace('context_strategi:', 'context_strategy:'));
    await until('the finding is gone', () => !findings(document.uri).some(line => line.endsWith('unknown-field')));

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await finding(document.uri, 'unknown-field');
  });

  test('offers the nearest tool', async () => {
    const { document } = await open(developer);
    const found = await finding(document.uri, 'unknown-tool', 'Grpe');
    const fix = (await actions(document.uri, found.range)).find(action => action.title === 'Change to `Grep`');
    await apply(fix);
    assert.equal(document.lineAt(13).text, '  - Grep');
    await until('the finding is gone', () => !findings(document.uri).includes('14 warning unknown-tool'));
  });

  test('creates a file that is missing', async () => {
    const { document } = await open(writer);
    const found = await finding(document.uri, 'missing-file');
    const create = (await actions(document.uri, found.range)).find(action => action.title.startsWith('Create '));
    await apply(create);
    assert.match(await saved('.claude/context/style-guide.md'), /^# Style guide\n/i);
    await until('the finding is gone', () => !findings(document.uri).some(line => line.endsWith('missing-file')));
  });

  test('creates a skill that is missing', async () => {
    const { document } = await open(developer);
    const found = await finding(document.uri, 'unknown-skill', 'refactoring-patterns');
    const create = (await actions(document.uri, found.range)).find(action => action.title.startsWith('Create '));
    await apply(create);
    assert.match(await saved('.claude/skills/refactoring-patterns/SKILL.md'), /^---\nname: refactoring-patterns\n/);
    await until('the finding is gone', () => !findings(document.uri).includes('51 warning unknown-skill'));
  });
});

suite('Fix All', () => {
  tidily();

  // What needs no decision: a tool that was removed, and the second of two equal items.
  const safe = (text: string): string =>
    text.replace('  - MultiEdit\n', '').replace('  - task-management-protocol\ncontext_files', 'context_files');

  test('as a source action, as on save', async () => {
    const { document } = await open(developer);
    const before = document.getText();
    await finding(document.uri, 'duplicate-item');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const found = await actions(document.uri, all, 'source.fixAll.agentwright');
    assert.deepEqual(
      found.map(action => action.kind?.value),
      ['source.fixAll.agentwright'],
    );
    await apply(found[0]);
    assert.equal(document.getText(), safe(before));
  });

  test('as a command, and one undo brings everything back', async () => {
    const { document } = await open(developer);
    const before = document.getText();
    await finding(document.uri, 'duplicate-item');
    await vscode.commands.executeCommand('agentwright.fixAll');
    assert.equal(document.getText(), safe(before));
    await until('the finding is gone', () => !findings(document.uri).some(line => line.endsWith('duplicate-item')));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('when saving, where the settings ask for it', async () => {
    const { document } = await open(developer);
    const before = document.getText();
    await finding(document.uri, 'duplicate-item');
    const settings = vscode.workspace.getConfiguration('editor', document);
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('codeActionsOnSave', { 'source.fixAll.agentwright': 'explicit' }, target);
    try {
      await vscode.commands.executeCommand('workbench.action.files.save');
      await becomes(safe(before), () => onDisk(developer));
    } finally {
      await settings.update('codeActionsOnSave', undefined, target);
    }
  });

  test('leaves a clean file as it is', async () => {
    const { document } = await open('.claude/agents/domain/ml-engineer.md');
    await vscode.commands.executeCommand('agentwright.fixAll');
    assert.equal(document.isDirty, false);
    assert.deepEqual(findings(at('.claude/agents/domain/ml-engineer.md')), []);
  });
});
