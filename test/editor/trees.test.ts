// The Agents and Skills views: what they list, and that they follow the disk.
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import * as vscode from 'vscode';
import type { TreeAgent, TreeSkill } from '../../server/src/lsp/protocol';
import { at, becomes, finding, open, remove, started, tidily, until, withSetting, write } from './support';

/** What a user has at home is none of ours. */
const isOurs = ({ realm }: { readonly realm: string }): boolean => realm === 'project';

async function agents(): Promise<readonly TreeAgent[]> {
  return ((await started()).trees.now?.agents ?? []).filter(isOurs);
}

async function skills(): Promise<readonly TreeSkill[]> {
  return ((await started()).trees.now?.skills ?? []).filter(isOurs);
}

const names = (files: readonly { readonly name: string }[]): string[] => files.map(({ name }) => name).sort();

async function users(skill: string): Promise<string[] | undefined> {
  const found = (await skills()).find(({ name }) => name === skill);
  return found && names(found.usedBy);
}

suite('trees', () => {
  tidily();

  test('list the agents of the workspace', async () =>
    becomes(['data-engineer', 'developer', 'doc-writer', 'ml-engineer', 'planner', 'release-manager'], async () =>
      names(await agents()),
    ));

  test('list the skills and who uses them', async () => {
    await becomes(
      [
        'api-design',
        'data-contracts',
        'ml-experiments',
        'plotting',
        'release-notes',
        'task-management-protocol',
        'test-driven-development',
        'verification-before-completion',
      ],
      async () => names(await skills()),
    );
    await becomes(['data-engineer'], () => users('data-contracts'));
  });

  test('say which agent does not load, and how many problems there are', async () => {
    const find = async (name: string): Promise<TreeAgent | undefined> =>
      (await agents()).find(agent => agent.name === name);
    await until('the verdict', async () => (await find('release-manager'))?.verdict.state === 'does-not-load');
    await becomes([1, 0], async () => counts(await find('release-manager')));
    await becomes([0, 5], async () => counts(await find('developer')));
  });

  test('say of a skill that lies too deep that nobody finds it', async () => {
    const plotting = await until('the skill', async () => (await skills()).find(({ name }) => name === 'plotting'));
    assert.equal(plotting.verdict.state, 'does-not-load');
    assert.match(plotting.verdict.reasons[0] ?? '', /does not find it/);
  });

  test('follow an agent that is written to disk and deleted', async () => {
    const path = '.claude/agents/core/lock-keeper.md';
    const isThere = async (): Promise<boolean> => names(await agents()).includes('lock-keeper');
    write(path, '---\nname: lock-keeper\ndescription: Keeps the locks. Use for locks.\n---\n\n# Locks\n');
    await until('the new agent is listed', isThere);
    remove(path);
    await until('the agent is gone', async () => !(await isThere()));
  });

  test('follow a folder of a skill that is renamed on disk', async () => {
    write('.claude/skills/buoys/SKILL.md', '---\ndescription: Lays buoys. Use for marks.\n---\n\n# Buoys\n');
    write(
      '.claude/agents/core/pilot.md',
      '---\nname: pilot\ndescription: Pilots. Use it.\nskills: [buoys]\n---\n\n# Pilot\n',
    );
    await becomes(['pilot'], () => users('buoys'));
    renameSync(at('.claude/skills/buoys').fsPath, at('.claude/skills/beacons').fsPath);
    await becomes([undefined, []], async () => [await users('buoys'), await users('beacons')]);
  });

  test('follow what is typed and not saved', async () => {
    const editor = await open('.claude/agents/domain/data-engineer.md');
    await editor.edit(edit => edit.insert(new vscode.Position(23, 0), '  - api-design\n'));
    await becomes(['data-engineer'], () => users('api-design'));
    await vscode.commands.executeCommand('undo');
    await becomes([], () => users('api-design'));
  });

  for (const follows of [true, false]) {
    test(`are shown ${follows ? 'and' : 'without'} following the editor`, () =>
      withSetting('trees.autoReveal', follows, async () => {
        await vscode.commands.executeCommand('agentwright.skills.focus');
        await vscode.commands.executeCommand('agentwright.agents.focus');
        const { document } = await open('.claude/agents/core/developer.md');
        await finding(document.uri, 'unknown-field');
        await open('.claude/skills/api-design/SKILL.md');
        assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /api-design\/SKILL\.md$/);
      }));
  }
});

const counts = (agent: TreeAgent | undefined): (number | undefined)[] => [agent?.errors, agent?.warnings];
