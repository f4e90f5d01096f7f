// The trees of a small framework.
import { strict as assert } from 'node:assert';
import { treesOf } from '../support/features';
import { agent, file, skill } from '../support/fixture';

const memory = '.claude/context/memory/learnings.md';
const framework =
  agent(
    'core/developer',
    `name: developer\nmodel: opus\ntools: [Read, Write]\nskills: [tdd, lost]\ncontext_files:\n  - ${memory}\n  - gone.md`,
  ) +
  agent('reviewer', '', "Skill({ skill: 'tdd' })") +
  '-- .claude/agents/broken.md --\n---\ndescription: It has no name.\n---\n' +
  skill('tdd') +
  skill('lonely', '', "Skill({ skill: 'tdd' })") +
  `${file(memory, 'x')}\n`;

suite('trees', () => {
  const { agents, skills } = treesOf(framework);
  const developer = agents.find(each => each.name === 'developer')!;
  const broken = agents.find(each => each.name === 'broken')!;
  const tdd = skills.find(each => each.name === 'tdd')!;
  const short = (uri: string | undefined): string => uri?.replace('file:///ws/', '') ?? 'missing';

  test('every agent, by its name', () =>
    assert.deepEqual(
      agents.map(each => each.name),
      ['broken', 'developer', 'reviewer'],
    ));
  test('where they lie', () =>
    assert.deepEqual(agents.map(each => `${each.realm} ${each.folder}`), [
      'project .claude/agents', 'project .claude/agents/core', 'project .claude/agents',
    ])); // prettier-ignore
  test('model and tools', () => {
    assert.equal(developer.definition?.model, 'opus');
    assert.deepEqual(developer.definition?.tools, ['Read', 'Write']);
    assert.equal(agents[2]?.definition?.tools, undefined);
  });
  test('where the name stands', () => assert.deepEqual(developer.spot, { line: 2, column: 6, length: 9 }));
  test('its skills, missing ones too', () =>
    assert.deepEqual(developer.skills.map(each => `${each.name} ${short(each.uri)}`), [
      'tdd .claude/skills/tdd/SKILL.md', 'lost missing',
    ])); // prettier-ignore
  test('its files, missing ones too', () =>
    assert.deepEqual(developer.files.map(each => `${each.name} ${short(each.uri)}`), [
      `${memory} ${memory}`, 'gone.md missing',
    ])); // prettier-ignore
  test('an agent that does not load', () => {
    assert.equal(broken.definition, undefined);
    assert.equal(broken.record.verdict?.state, 'does-not-load');
  });
  test('who uses a skill', () => {
    assert.deepEqual(
      tdd.usedBy.map(each => each.name),
      ['developer', 'reviewer'],
    );
    assert.equal(tdd.mentions, 1);
  });
  test('a skill that nobody uses', () =>
    assert.deepEqual(
      skills.map(each => each.usedBy.length),
      [0, 2],
    ));
});
