// What stands above an agent, a skill or a command.
import { strict as assert } from 'node:assert';
import { hasUsage } from '../../server/src/features/code-lens';
import { agent, file, fixture, skill } from '../support/fixture';
import { lensOf } from '../support/names';

const tdd = '.claude/skills/tdd/SKILL.md';
const call = "Skill({ skill: 'tdd' });";

suite('code lens', () => {
  test('agents alone', () => {
    assert.equal(lensOf(agent('a', 'skills: [tdd]', call) + skill('tdd'), tdd), 'used by 1 agent');
    assert.equal(lensOf(agent('a', 'skills: [tdd]') + agent('b', '', call) + skill('tdd'), tdd), 'used by 2 agents');
  });

  test('agents and other files', () =>
    assert.equal(
      lensOf(agent('a', 'skills: [tdd]') + skill('tdd') + skill('b', '', call) + file('CLAUDE.md', `${call}\n`), tdd),
      'used by 1 agent · named in 3 files',
    ));

  test('other files alone', () =>
    assert.equal(lensOf(skill('tdd') + file('CLAUDE.md', `${call}\n`), tdd), 'named in 1 file'));

  test('nobody but itself', () => assert.equal(lensOf(skill('tdd', '', call), tdd), 'named in no other file'));

  test('by any of its names', () =>
    assert.equal(lensOf(agent('a', 'skills: [label]') + skill('tdd', 'name: label'), tdd), 'used by 1 agent'));

  test('none above a file that defines nothing', () => {
    const { workspace } = fixture(agent('a') + file('notes.md', '# Notes\n'));
    assert.equal(hasUsage(workspace, 'file:///ws/.claude/agents/a.md'), true);
    assert.equal(hasUsage(workspace, 'file:///ws/notes.md'), false);
  });
});
