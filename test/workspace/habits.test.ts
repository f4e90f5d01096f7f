// What files have in common with their siblings: who counts, what is counted, and that no key waits for it.
import { strict as assert } from 'node:assert';
import type { Crowd } from '../../server/src/workspace/habits';
import type { Workspace } from '../../server/src/workspace/workspace';
import { agent, file, fixture, root, skill } from '../support/fixture';

const at = (path: string): string => `${root}/${path}`;
const a = at('.claude/agents/a.md');

const crowdOf = (workspace: Workspace, uri = a): Crowd => {
  const crowd = workspace.crowd(uri);
  assert.ok(crowd, `${uri} has siblings`);
  return crowd;
};

const counts = ({ keys, sections }: Crowd): unknown => ({
  keys: [...keys].map(([key, { all, text, list }]) => `${key} ${all} ${text} ${list}`),
  sections: [...sections],
});

suite('habits', () => {
  test('keys, the forms of their values and headings of the second level are counted', () => {
    const { workspace } = fixture(
      agent('a', 'tools: Read', '# A\n\n## Memory  **Protocol**\n\n### Part\n\n## Own\n') +
        agent('b', 'tools: [Read]\nowner:', '## Memory Protocol\n\n```\n## Example\n```\n') +
        agent('c', 'tools: []', '## Example\n'),
    );
    assert.deepEqual(counts(crowdOf(workspace)), {
      keys: ['description 3 3 0', 'name 3 3 0', 'owner 1 0 0', 'tools 3 1 1'],
      sections: [['Memory Protocol', 2]],
    });
  });

  test('it is counted in how many files one key stands before another', () => {
    const { workspace } = fixture(agent('a', 'x: 1\ny: 2') + agent('b', 'x: 1\ny: 2') + agent('c', 'y: 2\nx: 1'));
    const crowd = crowdOf(workspace);
    const pairs = [['x', 'y'], ['y', 'x'], ['name', 'y'], ['x', 'z']] as const; // prettier-ignore
    assert.deepEqual(pairs.map(([first, second]) => crowd.before(first, second)), [2, 1, 3, 0]); // prettier-ignore
  });

  test('siblings are of one role and one realm, and are listed', () => {
    const { workspace } = fixture(
      agent('a') +
        agent('b') +
        skill('tdd') +
        file('.claude/agents/broken.md', '---\nname: broken\n---\n\nText.\n') +
        file('.claude/agents/README.md', '# Agents\n') +
        file('docs/.claude/agents/c.md', '---\nname: c\ndescription: Works.\n---\n') +
        skill('group/deep'),
    );
    assert.deepEqual(crowdOf(workspace).withKey('name'), [a, at('.claude/agents/b.md')]);
    assert.deepEqual(crowdOf(workspace, at('.claude/skills/tdd/SKILL.md')).withKey('name'), [
      at('.claude/skills/tdd/SKILL.md'),
    ]);
    assert.equal(workspace.crowd(at('.claude/agents/broken.md')), undefined);
    assert.equal(workspace.crowd(at('.claude/skills/group/deep/SKILL.md')), undefined);
  });

  test('what the configuration leaves out does not count', () => {
    const { workspace } = fixture(agent('a') + agent('b') + file('agentwright.json', '{ "ignore": ["**/b.md"] }'));
    assert.deepEqual(crowdOf(workspace).withKey('name'), [a]);
    workspace.apply([{ uri: at('agentwright.json'), text: '{}', open: true }]);
    assert.equal(crowdOf(workspace).count, 2);
  });

  test('a heading that is typed counts when somebody asks, and is forgotten with its file', () => {
    const { workspace, files } = fixture(agent('a') + agent('b', '', '## Plan\n'));
    const before = crowdOf(workspace);
    workspace.apply([{ uri: a, text: `${files.get(a)}Text.\n`, open: true }]);
    assert.equal(crowdOf(workspace), before, 'what is typed in a body changes nothing');
    workspace.apply([{ uri: a, text: `${files.get(a)}\n## Plan\n`, open: true }]);
    assert.deepEqual([...crowdOf(workspace).sections], [['Plan', 2]]);
    assert.deepEqual(crowdOf(workspace).withSection('Plan'), [a, at('.claude/agents/b.md')]);
    workspace.apply([{ uri: at('.claude/agents/b.md'), gone: true }]);
    assert.deepEqual([...crowdOf(workspace).sections], []);
  });

  test('the order of reading tells nothing', () => {
    const parts = [agent('a', 'x: 1\ny: 2', '## P\n\n## Q\n'), agent('b', 'y: 2\nx: 1', '## Q\n\n## P\n')];
    const [one, other] = [parts, [...parts].reverse()].map(each => crowdOf(fixture(each.join('')).workspace));
    assert.deepEqual(counts(one!), counts(other!));
  });
});
