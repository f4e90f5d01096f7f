// Problems: what is wrong, where, how badly; for open files while one types, and for files that nobody has opened.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, becomes, cursorAfter, finding, findings, open, ours, remove, tidily, type, until, write } from './support';

const developer = '.claude/agents/core/developer.md';

suite('Problems', () => {
  tidily();

  test('show each planted mistake at its line', async () => {
    await open(developer);
    await becomes(
      [
        '7 warning unknown-field',
        '13 warning unknown-tool',
        '14 warning unknown-tool',
        '22 warning unknown-skill',
        '24 information duplicate-item',
        '51 warning unknown-skill',
      ],
      () => findings(at(developer)),
    );
  });

  test('mark the words that are wrong', async () => {
    const { document } = await open(developer);
    const found = await finding(document.uri, 'unknown-skill', 'refactoring-patterns');
    assert.equal(document.getText(found.range), 'refactoring-patterns');
  });

  test('show why an agent that nobody opened does not load', async () => {
    const path = '.claude/agents/specialized/release-manager.md';
    await becomes(['4 error invalid-yaml'], () => findings(at(path)));
  });

  test('strike through an old name that still works', async () => {
    const { document } = await open('.claude/agents/core/planner.md');
    const found = await finding(document.uri, 'unknown-tool', '`Task`');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(found.tags, [vscode.DiagnosticTag.Deprecated]);
  });

  test('come and go while one types', async () => {
    const path = '.claude/agents/domain/ml-engineer.md';
    const editor = await open(path);
    cursorAfter(editor, '  - WebSearch');
    await type('es');
    await becomes(['15 warning unknown-tool'], () => findings(at(path)));
    await vscode.commands.executeCommand('deleteLeft');
    await vscode.commands.executeCommand('deleteLeft');
    await becomes([], () => findings(at(path)));
  });

  test('name a skill until it is there', async () => {
    const skill = '.claude/skills/refactoring-patterns/SKILL.md';
    await open(developer);
    await finding(at(developer), 'unknown-skill', 'refactoring-patterns');
    write(skill, '---\nname: refactoring-patterns\ndescription: Safe steps. Use for larger changes.\n---\n\n# Steps\n');
    await until('the finding is gone', () => !findings(at(developer)).includes('51 warning unknown-skill'));
    remove(skill);
    await finding(at(developer), 'unknown-skill', 'refactoring-patterns');
  });

  test('go with a file that is deleted', async () => {
    const path = '.claude/agents/core/night-watch.md';
    write(path, '---\nname: night-watch\ndescription: Watches. Use at night.\ntools: [Raed]\n---\n\n# Watch\n');
    await finding(at(path), 'unknown-tool', 'Raed');
    remove(path);
    await until('no finding is left', () => ours(at(path)).length === 0);
  });

  test('go with a file that was open and is deleted', async () => {
    const path = '.claude/agents/core/day-watch.md';
    write(path, '---\nname: day-watch\ndescription: Watches. Use by day.\ntools: [Raed]\n---\n\n# Watch\n');
    await open(path);
    await finding(at(path), 'unknown-tool', 'Raed');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    remove(path);
    await until('no finding is left', () => ours(at(path)).length === 0);
  });
});
