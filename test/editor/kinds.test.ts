// Other kinds of files than agents and skills: settings in JSON, commands; the same findings, completion, hover and fixes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actions,
  apply,
  at,
  becomes,
  completions,
  cursorAfter,
  finding,
  findings,
  hovers,
  labelOf,
  open,
  placeOf,
  remove,
  tidily,
  until,
  write,
} from './support';

const settings = '.claude/settings.json';

suite('Other kinds of files', () => {
  tidily();

  test('settings show rules, hooks and scripts that do nothing', async () => {
    await open(settings);
    await becomes(['warning hook-event', 'warning missing-script', 'warning permission-rule'], () =>
      findings(at(settings))
        .map(each => each.replace(/^\d+ /, ''))
        .sort(),
    );
  });

  test('settings complete keys and values', async () => {
    const editor = await open(settings);
    const keys = await completions(editor.document, placeOf(editor.document, '"permissions": {', 16));
    assert.ok(keys.map(labelOf).includes('ask'), keys.map(labelOf).slice(0, 20).join(' '));
    const events = await completions(editor.document, placeOf(editor.document, '"Stop"', 1));
    assert.ok(events.map(labelOf).includes('SessionStart'));
  });

  test('settings explain keys', async () => {
    const { document } = await open(settings);
    const texts = await hovers(document, placeOf(document, '"deny"', 2));
    assert.ok(
      texts.some(text => text.includes('always refused')),
      texts.join('\n'),
    );
  });

  test('a rule that is never consulted is mended', async () => {
    const { document } = await open(settings);
    const found = await finding(document.uri, 'permission-rule');
    const fix = (await actions(document.uri, found.range)).find(({ title }) => title.includes('Edit(reports/**)'));
    await apply(fix);
    assert.ok(document.getText().includes('"Edit(reports/**)"'));
    await until('the finding is gone', () => !findings(document.uri).some(each => each.includes('permission-rule')));
  });

  test('one value of the wrong kind costs all settings', async () => {
    const path = '.claude/settings.local.json';
    write(path, '{ "cleanupPeriodDays": "30" }\n');
    await open(path);
    const found = await finding(at(path), 'wrong-form');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.match(found.message, /all settings of this file/);
    remove(path);
  });

  test('commands complete their keys', async () => {
    const editor = await open('.claude/commands/forecast.md');
    const place = cursorAfter(editor, 'allowed-tools: Read, ');
    const tools = await completions(editor.document, place);
    assert.ok(tools.map(labelOf).includes('Glob'));
  });

  test('a key that commands ignore is faded', async () => {
    const { document } = await open('.claude/commands/forecast.md');
    const found = await finding(document.uri, 'ignored-field');
    assert.equal(document.getText(found.range), 'name');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(found.tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  test('configuration completes its keys', async () => {
    const { document } = await open('agentwright.json');
    const keys = await completions(document, placeOf(document, '{', 1));
    assert.ok(keys.map(labelOf).includes('overrides'), keys.map(labelOf).join(' '));
  });
});
