// Format Document and Organize Front Matter, by hand and when saving; plain Markdown keeps its own formatter.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, apply, at, becomes, onDisk, open, tidily, until, withSetting, write } from './support';

const mixed = '---\nmodel:  opus\nname: ordered\ndescription: Puts things\n  in order.\n---\n\nBody.  \n';
const ordered = '---\nname: ordered\ndescription: Puts things in order.\nmodel: opus\n---\n\nBody.  \n';
const organize = 'source.organizeFrontmatter.agentwright';

/** Undefined where nobody formats such a file. */
const formatters = (uri: vscode.Uri): Thenable<vscode.TextEdit[] | undefined> =>
  vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', uri, { tabSize: 2, insertSpaces: true });

suite('formatting', () => {
  tidily();

  /** Opens a new file that we format. */
  async function begin(path: string, text = mixed): Promise<vscode.TextDocument> {
    write(path, text);
    const { document } = await open(path);
    await until(`a formatter for ${path}`, async () => (await formatters(document.uri))?.length);
    return document;
  }

  for (const path of [
    '.claude/agents/ordered.md',
    '.claude/agents/core/ordered.md',
    '.claude/skills/ordered/SKILL.md',
  ]) {
    test(`Format Document in ${path}, and one undo brings everything back`, async () => {
      const document = await begin(path);
      await vscode.commands.executeCommand('editor.action.formatDocument');
      await becomes(ordered, () => document.getText());
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), mixed);
    });
  }

  test('nothing is offered for plain Markdown, nor where the settings do not want it', async () => {
    const { document } = await open('README.md');
    const agent = await begin('.claude/agents/ordered.md');
    assert.equal(await formatters(document.uri), undefined);
    await withSetting('format.enabled', false, () => becomes(undefined, () => formatters(agent.uri)));
    await until('a formatter again', async () => (await formatters(agent.uri))?.length);
  });

  test('Organize Front Matter as a source action', async () => {
    const document = await begin('.claude/agents/ordered.md');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const [action, another] = await actions(document.uri, all, organize);
    assert.equal(another, undefined);
    await apply(action);
    assert.equal(document.getText(), ordered);
  });

  test('Organize Front Matter when saving, where the settings ask for it', async () => {
    const document = await begin('.claude/agents/ordered.md');
    const settings = vscode.workspace.getConfiguration('editor', document);
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('codeActionsOnSave', { [organize]: 'explicit' }, target);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(at('.claude/agents/ordered.md'), document.lineAt(document.lineCount - 1).range.end, 'More.\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.files.save');
      await becomes(`${ordered}More.\n`, () => onDisk('.claude/agents/ordered.md'));
    } finally {
      await settings.update('codeActionsOnSave', undefined, target);
    }
  });
});
