// Completion as a person does it: type, look at the list, accept; also where the text is not finished.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completions, cursorAfter, labelOf, lineBelow, open, tidily, type, until } from './support';

const engineer = '.claude/agents/domain/ml-engineer.md';

/** Types on a new line below `above`, asks for suggestions and takes the one on top; returns what the line becomes. */
async function complete(above: string, typed: string, path = engineer): Promise<string> {
  const editor = await open(path);
  await lineBelow(editor, above);
  await type(typed);
  const before = editor.document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  // Accepting does nothing until the list is there.
  await until(`a suggestion behind ${JSON.stringify(typed)}`, async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return editor.document.getText() !== before;
  });
  return editor.document.lineAt(editor.selection.active.line).text;
}

suite('completion', () => {
  tidily();

  test('a key', async () => assert.equal(await complete('owner: forecasting', 'maxT'), 'maxTurns: '));

  test('a value of a key', async () => assert.equal(await complete('priority: high', 'effort: xh'), 'effort: xhigh'));

  test('a tool in a list', async () => assert.equal(await complete('  - WebFetch', '  - Gre'), '  - Grep'));

  test('a tool between brackets', async () =>
    assert.equal(await complete('owner: forecasting', 'disallowedTools: [TaskSt'), 'disallowedTools: [TaskStop]'));

  test('a skill in skills', async () =>
    assert.equal(await complete('  - test-driven-development', '  - api'), '  - api-design'));

  test('a skill that the body calls', async () =>
    assert.equal(await complete('before claims', "Skill({ skill: 'api"), "Skill({ skill: 'api-design'})"));

  test('an input of a call', async () =>
    assert.equal(
      await complete('before claims', "TaskUpdate({ taskId: '1', own"),
      "TaskUpdate({ taskId: '1', owner: })",
    ));

  test('a skill behind a slash, and an agent behind an at sign', async () => {
    assert.equal(await complete('Call each assigned skill', 'Run /api'), 'Run /api-design');
    assert.equal(await complete('Call each assigned skill', 'Ask @data'), 'Ask @data-engineer');
  });

  test('a file of the context', async () =>
    assert.equal(
      await complete('  - .claude/context/stations.md', '  - .claude/context/memory/dec'),
      '  - .claude/context/memory/decisions.md',
    ));

  test('what a skill is for stands beside it', async () => {
    const editor = await open(engineer);
    const place = cursorAfter(editor, '  - test-driven-development');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      place,
      undefined,
      50,
    );
    const skill = items.find(item => labelOf(item) === 'api-design');
    const said = skill?.documentation;
    assert.match(typeof said === 'string' ? said : (said?.value ?? ''), /Designs HTTP interfaces/);
  });

  test('a skill that is listed is not offered again', async () => {
    const editor = await open(engineer);
    await lineBelow(editor, '  - test-driven-development');
    await type('  - ');
    const labels = (await completions(editor.document, editor.selection.active)).map(labelOf);
    assert.ok(labels.includes('api-design'), labels.join(', '));
    assert.ok(!labels.includes('ml-experiments'), labels.join(', '));
  });

  for (const [title, broken] of [
    ['a quote that is not closed', 'description: "Trains'],
    ['a bracket that is not closed', 'tools: [Read, '],
    ['a key without its colon', 'mod'],
    ['a line that is no YAML', ': - {'],
  ] as const) {
    test(`keys in spite of ${title}`, async () => {
      const editor = await open(engineer);
      await lineBelow(editor, 'owner: forecasting');
      await type(broken);
      // Put there as text: Enter would indent the line.
      const place = await lineBelow(editor, broken);
      const labels = (await completions(editor.document, place)).map(labelOf);
      assert.ok(labels.includes('permissionMode'), `permissionMode is not among ${labels.join(', ')}`);
    });
  }

  test('a broken agent that does not load completes too', async () =>
    assert.equal(
      await complete('  - verification-before-completion', '  - api', '.claude/agents/specialized/release-manager.md'),
      '  - api-design',
    ));
});
