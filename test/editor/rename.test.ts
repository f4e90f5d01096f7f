// Names in a real VS Code: go to, find, rename in one step, and follow a folder that is renamed in the Explorer.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { at, becomes, onDisk, open, placeOf, started, tidily, until, withSetting, write } from './support';

const engineer = '.claude/agents/domain/data-engineer.md';

const agentPath = (n: number): string => `.claude/agents/team/worker-${n}.md`;
const worker = (n: number, skill: string): string =>
  `---\nname: worker-${n}\ndescription: Works on part ${n}. Use for part ${n}.\ntools: [Read]\nmodel: opus\nskills:\n  - ${skill}\n---\n\n# Worker ${n}\n`;
const skill = (name: string): string =>
  `---\nname: ${name}\ndescription: Lends a hand. Use for what is heavy.\nversion: '1.0'\nallowed-tools: Read\n---\n\n# Lift\n`;

/** Waits until the extension knows who uses a skill. */
const users = (name: string, count: number): Promise<unknown> =>
  until(`${count} users of ${name}`, async () => {
    const found = (await started()).trees.now?.skills.find(each => each.name === name);
    return found?.usedBy.length === count;
  });

const rename = (uri: vscode.Uri, place: vscode.Position, name: string): Thenable<vscode.WorkspaceEdit> =>
  vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, place, name);

/** What a rename has edited stays open without an editor, perhaps unsaved; opened in one, saved and closed, it goes. */
async function shut(path: string): Promise<void> {
  const { document } = await open(path);
  await document.save();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until(
    `${path} is closed`,
    () => !vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === at(path).toString()),
  );
}

suite('names', () => {
  tidily();

  test('Go to Definition of a skill in a list', async () => {
    const { document } = await open(engineer);
    const place = placeOf(document, 'data-contracts', 3);
    const found = await until('a definition', async () => {
      const all = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        place,
      );
      return all.find(each => 'targetUri' in each);
    });
    assert.equal(found.targetUri.toString(), at('.claude/skills/data-contracts/SKILL.md').toString());
  });

  test('Find All References of a skill', async () => {
    const { document } = await open(engineer);
    const place = placeOf(document, 'data-contracts', 3);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      place,
    );
    const files = [...new Set(found.map(({ uri }) => uri.path.split('/').at(-1)))];
    assert.ok(files.includes('data-engineer.md') && files.includes('SKILL.md'), files.join(', '));
  });

  test('a skill that 100 agents list is renamed in one edit', async function () {
    this.timeout(120_000);
    write('.claude/skills/lifting/SKILL.md', skill('lifting'));
    for (let n = 0; n < 100; n++) write(agentPath(n), worker(n, 'lifting'));
    await users('lifting', 100);
    const { document } = await open(agentPath(0));
    const edit = await rename(document.uri, placeOf(document, '- lifting', 4), 'hoisting');
    assert.equal(edit.entries().length, 101);
    assert.ok(await vscode.workspace.applyEdit(edit));
    // What has no editor is saved by nobody else.
    const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    for (const each of await Promise.all(unsaved.map(each => each.save()))) assert.ok(each);
    await becomes(
      100,
      () =>
        Array.from({ length: 100 }, (_, n) => onDisk(agentPath(n))).filter(text => text.includes('- hoisting\n'))
          .length,
    );
    assert.ok(existsSync(at('.claude/skills/hoisting/SKILL.md').fsPath), 'the folder has moved');
    assert.ok(!existsSync(at('.claude/skills/lifting').fsPath), 'the old folder is gone');
    await shut('.claude/skills/hoisting/SKILL.md');
    assert.equal(onDisk('.claude/skills/hoisting/SKILL.md'), skill('hoisting'));
    await users('hoisting', 100);
    assert.equal(onDisk(agentPath(7)), worker(7, 'hoisting'));
  });

  test('one undo takes a rename back: the names and the folder', async () => {
    write('.claude/skills/lifting/SKILL.md', skill('lifting'));
    write(agentPath(0), worker(0, 'lifting'));
    await users('lifting', 1);
    const { document } = await open(agentPath(0));
    const edit = await rename(document.uri, placeOf(document, '- lifting', 4), 'winching');
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    await becomes(worker(0, 'winching'), () => document.getText());
    await becomes(true, () => existsSync(at('.claude/skills/winching/SKILL.md').fsPath));
    await vscode.commands.executeCommand('undo');
    await becomes(worker(0, 'lifting'), () => document.getText());
    await becomes(true, () => existsSync(at('.claude/skills/lifting/SKILL.md').fsPath));
    assert.ok(!existsSync(at('.claude/skills/winching').fsPath));
    await vscode.workspace.saveAll();
    await shut('.claude/skills/lifting/SKILL.md');
    assert.equal(onDisk('.claude/skills/lifting/SKILL.md'), skill('lifting'));
  });

  test('a folder that is renamed in the Explorer takes its name and its users along', async () => {
    write('.claude/skills/lifting/SKILL.md', skill('lifting'));
    write(agentPath(0), worker(0, 'lifting'));
    await users('lifting', 1);
    // Asked, as by default, VS Code would wait for an answer.
    await withSetting('updateOnFileMove', 'always', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at('.claude/skills/lifting'), at('.claude/skills/raising'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      const text = async (path: string): Promise<string> =>
        (await vscode.workspace.openTextDocument(at(path))).getText();
      await becomes(worker(0, 'raising'), () => text(agentPath(0)));
      await becomes(skill('raising'), () => text('.claude/skills/raising/SKILL.md'));
      await shut('.claude/skills/raising/SKILL.md');
    });
  });

  test('what cannot be renamed says why', async () => {
    const { document } = await open(engineer);
    await assert.rejects(async () => rename(document.uri, placeOf(document, '- Read', 3), 'x'), /is a tool/);
  });
});
