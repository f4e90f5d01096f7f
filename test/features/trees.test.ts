// The trees of a small framework.
import { strict as assert } from 'node:assert';
import { assumed } from '../../server/src/features/effective/session';
import { folderName } from '../../server/src/features/trees';
import { tooltip } from '../../server/src/features/file-cards';
import { treesOf } from '../support/features';
import { agent, file, fixture, root, skill } from '../support/fixture';

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
  test('of several folders, each agent says in which it lies', () => {
    const { workspace } = fixture('-- one/.claude/agents/a.md --\n---\nname: a\ndescription: Works.\n---\n');
    workspace.setRoots([`${root}/one`, `${root}/two`]);
    const file = `${root}/one/.claude/agents/a.md`;
    assert.equal(folderName(workspace, workspace.file(file)!), 'one/.claude/agents');
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

suite('tooltips of the trees', () => {
  const tell = (source: string, path: string): string => {
    const { workspace } = fixture(source);
    const read = (uri: string) => workspace.document(uri);
    return tooltip(workspace, read(`${root}/${path}`)!, read, assumed);
  };
  const tellSkill = (frontMatter: string): string => tell(skill('tdd', frontMatter), '.claude/skills/tdd/SKILL.md');
  const tellAgent = (frontMatter: string): string => tell(agent('a', frontMatter), '.claude/agents/a.md');

  test('nothing is said of a skill that all tools load alike', () => assert.equal(tellSkill(''), ''));
  test('of one that others read less of, which, and what they lose', () => {
    assert.equal(
      tellSkill('model: opus'),
      '**Other tools**\n\n- **A loader of the open standard**: loads, but some of it is lost. ' +
        'Its validator rejects keys that the standard does not have: `model`.',
    );
    assert.match(tellSkill('argument-hint: [a] [b]'), /\*\*: does not load\. The front matter is no valid YAML\.\n/);
  });
  test('of an agent, behind what it gets', () => {
    assert.match(
      tellAgent('tools: [Read, Monitor]'),
      /\n\n\*\*Other tools\*\*\n\n- \*\*Visual Studio Code [^\n]+ `Monitor`\.$/,
    );
    assert.doesNotMatch(tellAgent('tools: [Read]'), /Other tools/);
  });
  test('what Claude Code does not load has its own reasons', () =>
    assert.equal(tell('-- .claude/agents/a.md --\n---\nname: a\nskills: [x]\n---\n', '.claude/agents/a.md'), ''));
  test('other files have none', () => assert.equal(tell(file('CLAUDE.md', 'x') + agent('a'), 'CLAUDE.md'), ''));
});
