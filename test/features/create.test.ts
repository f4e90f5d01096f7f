// New agents and skills: our own rules find nothing in them.
import { strict as assert } from 'node:assert';
import { checkName, create, places, type Defines } from '../../server/src/features/create';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { agent, file, fixture, root, skill } from '../support/fixture';

const agents = `${root}/.claude/agents`;
const skills = `${root}/.claude/skills`;
const memory = `${file('.claude/context/memory/learnings.md', 'x')}\n`;
const studio = agent('s', 'context_strategy: lazy_load') + skill('task-management-protocol');

/** Makes it, puts it into the workspace and answers its text; nothing is found in it. */
function made(before: string, defines: Defines, name: string, description: string): string {
  const { workspace } = fixture(before);
  const { uri, text, cursor } = create(workspace, defines, defines === 'agent' ? agents : skills, name, description);
  workspace.apply([{ uri, text, open: true }]);
  const found = lint(workspace.document(uri)!, workspace);
  assert.deepEqual(
    found.map(each => `${each.rule.id}: ${render(each.message)}`),
    [],
  );
  assert.equal(workspace.file(uri)?.definitions[0]?.name, name);
  assert.equal(workspace.file(uri)?.definitions[0]?.loads, true);
  assert.ok(cursor > text.indexOf('\n---\n') && cursor < text.length);
  return text;
}

const refusal = (
  name: string,
  defines: Defines = 'agent',
  before = agent('taken') + skill('tdd'),
): string | undefined => {
  const message = checkName(fixture(before).workspace, defines, defines === 'agent' ? agents : skills, name);
  return message && render(message);
};

suite('create', () => {
  const words = 'Reviews: "all" #changes. Use after every change.';
  test('an agent', () =>
    assert.match(made(agent('b'), 'agent', 'code-reviewer', words), /^---\nname: code-reviewer\n/));
  test('an agent without words', () => made(agent('b'), 'agent', 'code-reviewer', ''));
  test('a skill', () => made(agent('b'), 'skill', 'code-review', words));
  test('a skill without words', () => made(agent('b'), 'skill', 'code-review', ''));
  test('an agent of the framework', () => {
    const text = made(studio + memory, 'agent', 'code-reviewer', words);
    for (const part of [
      'tools:',
      'skills:',
      'context_strategy:',
      'context_files:',
      '## Memory Protocol',
      '## Core Persona',
    ])
      assert.ok(text.includes(part), part);
  });
  test('an agent of the framework without memory', () =>
    assert.match(made(studio, 'agent', 'code-reviewer', words), /^context_files: \[\]$/m));
  test('a skill of the framework', () => made(studio + memory, 'skill', 'code-review', words));
});

suite('names for what is new', () => {
  test('can be taken', () => assert.equal(refusal('code-reviewer'), undefined));
  test('empty', () => assert.equal(refusal(''), 'Type a name.'));
  test('as words', () => assert.match(refusal('Code Reviewer')!, /`code-reviewer`/));
  test('without letters', () => assert.match(refusal('???')!, /lowercase letters/));
  test('taken by a file', () => assert.match(refusal('taken')!, /exists already/));
  test('taken by another file', () =>
    assert.match(refusal('x', 'agent', agent('other', 'name: x'))!, /taken by `\.claude\/agents\/other\.md`/));
  test('a skill and an agent may share one', () => assert.equal(refusal('tdd'), undefined));
  test('a skill that exists', () => assert.match(refusal('tdd', 'skill')!, /exists already/));
  test('too long', () => assert.match(refusal('a'.repeat(65))!, /at most 64/));
});

suite('places for what is new', () => {
  const labels = (before: string, defines: Defines): string[] =>
    places(fixture(before, { home: 'file:///home/me' }).workspace, defines).map(each => each.label);
  test('in an empty project', () =>
    assert.deepEqual(labels(file('README.md', 'x'), 'agent'), ['.claude/agents', '~/.claude/agents']));
  test('folders that are used', () =>
    assert.deepEqual(labels(agent('core/a', 'name: a'), 'agent'), [
      '.claude/agents',
      '.claude/agents/core',
      '~/.claude/agents',
    ]));
  test('of skills', () => assert.deepEqual(labels(skill('tdd'), 'skill'), ['.claude/skills', '~/.claude/skills']));
});
