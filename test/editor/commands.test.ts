// The commands: each is there, and does what its title says, down to the questions that it asks.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { answer, take } from './inputs';
import { at, becomes, cursorAfter, finding, findings, onDisk, open, started, tidily, type, until } from './support';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const engineer = '.claude/agents/domain/ml-engineer.md';
const active = (): string => vscode.window.activeTextEditor?.document.uri.path ?? '';

suite('commands', () => {
  tidily();

  test('are all registered', async () => {
    const manifest = vscode.extensions.getExtension('agentwright.agentwright')?.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    assert.ok(contributed.length > 0);
    assert.deepEqual(
      contributed.filter(command => !registered.has(command)),
      [],
    );
  });

  test('New Agent… makes an agent that has nothing wrong', async () => {
    const path = '.claude/agents/harbour-clerk.md';
    const titles = await answer('agentwright.newAgent', [
      { pick: '.claude/agents' },
      { text: 'Harbour Clerk' },
      { text: 'Writes letters to harbours. Use for letters.' },
    ]);
    assert.deepEqual(titles, ['New Agent 1/3', 'New Agent 2/3', 'New Agent 3/3']);
    assert.equal(active(), at(path).path);
    assert.match(
      onDisk(path),
      /^---\nname: harbour-clerk\ndescription: Writes letters to harbours\. Use for letters\.\n/,
    );
    const { trees } = await started();
    await until('the new agent is listed', () => trees.now?.agents.some(agent => agent.name === 'harbour-clerk'));
    assert.deepEqual(findings(at(path)), []);
  });

  test('New Skill… makes a skill in a folder of its name', async () => {
    const path = '.claude/skills/knots/SKILL.md';
    await answer('agentwright.newSkill', [
      { pick: '.claude/skills' },
      { text: 'knots' },
      { text: 'Ties knots. Use for ropes.' },
    ]);
    assert.equal(active(), at(path).path);
    assert.match(onDisk(path), /^---\nname: knots\ndescription: Ties knots\. Use for ropes\.\n/);
    const { trees } = await started();
    await until('the new skill is listed', () => trees.now?.skills.some(skill => skill.name === 'knots'));
    assert.deepEqual(findings(at(path)), []);
  });

  test('New Skill… refuses a name that is taken, and Escape makes nothing', async () => {
    const refusals = await answer('agentwright.newSkill', [
      { pick: '.claude/skills' },
      { text: 'api-design', refused: true },
    ]);
    assert.match(refusals.at(-1) ?? '', /exists already/);
    assert.equal(existsSync(at('.claude/skills/api-design-2').fsPath), false);
  });

  test('Open Agent… opens the chosen one', async () => {
    await take('agentwright.openAgent', 'planner');
    await until('the agent is open', () => active().endsWith('/planner.md'));
  });

  test('Insert Skill… adds the chosen skill to the list', async () => {
    const { document } = await open(engineer);
    await take('agentwright.insertSkill', 'data-contracts');
    await until('the skill is in the list', () =>
      document.getText().includes('  - verification-before-completion\n  - data-contracts\ncontext_files:'),
    );
    assert.deepEqual(findings(document.uri), []);
  });

  test('Find All References of a node opens its file, for the list that VS Code shows there', async () => {
    const file = at('.claude/skills/data-contracts/SKILL.md');
    const target = [file, { selection: new vscode.Range(1, 6, 1, 6) }];
    await vscode.commands.executeCommand('agentwright.findReferences', { item: new vscode.TreeItem('x'), target });
    await becomes(file.toString(), () => vscode.window.activeTextEditor?.document.uri.toString());
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  test('Refresh answers with the same trees', async () => {
    const { trees } = await started();
    const before = trees.now?.agents.map(agent => agent.uri);
    await vscode.commands.executeCommand('agentwright.refresh');
    assert.deepEqual(
      trees.now?.agents.map(agent => agent.uri),
      before,
    );
  });

  test('Show Log shows the log', async () => {
    await vscode.commands.executeCommand('agentwright.showLog');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  test('Restart Server brings everything back', async () => {
    const editor = await open(engineer);
    await vscode.commands.executeCommand('agentwright.restartServer');
    const { trees } = await started();
    await trees.refresh();
    await becomes(['4 error invalid-yaml'], () => findings(at('.claude/agents/specialized/release-manager.md')));
    cursorAfter(editor, '  - WebSearch');
    await type('es');
    await finding(editor.document.uri, 'unknown-tool', 'WebSearches');
  });
});
