// What tools besides Claude Code make of agents and skills.
import { strict as assert } from 'node:assert';
import { otherReaders } from '../../server/src/workspace/readers';
import { render } from '../../server/src/workspace/message';
import { fixture } from '../support/fixture';

/** Each reader's state and reasons, by the last word of its name. */
function judged(path: string, text: string, role: 'agent' | 'skill'): Record<string, string> {
  const { workspace, files } = fixture(`-- ${path} --\n${text}`);
  const [uri] = [...files.keys()];
  const found = otherReaders(workspace.document(uri!)!, role).map(({ reader, state, reasons }) => {
    const why = reasons.map(({ message, names = [] }) => [render(message), ...names].join(' '));
    return [reader.split(' ').at(-1)!, [state, ...why].join(' | ')] as const;
  });
  return Object.fromEntries(found);
}

const skill = (path: string, text: string): Record<string, string> => judged(path, text, 'skill');
const agent = (path: string, text: string): Record<string, string> => judged(path, text, 'agent');
const good = '---\nname: tdd\ndescription: Test first.\n---\n';
const tdd = '.claude/skills/tdd/SKILL.md';

suite('other readers', () => {
  test('a skill in order loads everywhere', () =>
    assert.deepEqual(skill(tdd, good), { standard: 'loads', 'gray-matter': 'loads', '1.139.1': 'loads' }));

  test('a text that only Claude Code reads', () => {
    const found = skill(tdd, '---\nname: tdd\ndescription: Use when: always\n---\n');
    assert.equal(found.standard, 'does-not-load | The front matter is no valid YAML.');
    assert.equal(found['gray-matter'], 'does-not-load | It loses the front matter:');
    assert.equal(found['1.139.1'], 'loads');
  });

  test('the standard wants the name of the folder, and its own keys alone', () => {
    const other = skill(tdd, '---\nname: other\ndescription: Test first.\n---\n');
    assert.equal(other.standard, 'does-not-load | `name` is not that of the folder: tdd');
    assert.equal(other['1.139.1'], 'loads-without | It calls the skill as its folder: tdd');
    const more = skill(tdd, '---\nname: tdd\ndescription: Test first.\nmodel: opus\n---\n');
    assert.match(more.standard!, /^loads-without .* model$/);
    assert.match(skill(tdd, '---\nname: tdd\n---\n').standard!, /^does-not-load .* description$/);
    assert.match(
      skill(tdd, good.replace('Test', 'T'.repeat(1100))).standard!,
      /more than 1024 characters: description/,
    );
    assert.equal(skill(tdd, good.replace('\n---\n', '\n----\n')).standard, 'does-not-load | It sees no front matter.');
  });

  test('a program in the front matter', () =>
    assert.match(skill(tdd, good.replace('---', '---js'))['gray-matter']!, /takes the front matter for a program/));

  test('gray-matter sees what it sees, not what is meant', () => {
    const of = (text: string): string | undefined => skill(tdd, text)['gray-matter'];
    assert.equal(of(good.replace('---', '----')), 'does-not-load | It sees no front matter.');
    assert.equal(of(`\n${good}`), 'does-not-load | It sees no front matter.');
    assert.equal(of(good.replace('\n---\n', '\n...\n\nTest.\n')), 'does-not-load | It loses the front matter:');
    assert.equal(of('---\n- name: tdd\n---\n'), 'does-not-load | It sees no keys in the front matter.');
    assert.equal(of('---json\n{ "name": "tdd", "description": "Test first." }\n---\n'), 'loads');
    assert.equal(of('---coffee\nname: "tdd"\n---\n'), 'does-not-load | It loses the front matter:');
  });

  test('Visual Studio Code reads less of an agent', () => {
    const text =
      '---\nname: a\ndescription: b\ntools: Read, Agent, mcp__x__y\nmodel: claude-opus-5\nskills: [tdd]\n---\n';
    assert.equal(
      agent('.claude/agents/a.md', text)['1.139.1'],
      'loads-without | It does not read: skills | It has no counterpart for these tools and leaves them out: Agent mcp__x__y | ' +
        'It does not know the model and leaves it out: claude-opus-5',
    );
    assert.match(agent('.claude/agents/core/a.md', text)['1.139.1']!, /^does-not-load/);
    assert.equal(agent('plugins/p/agents/a.md', text)['1.139.1'], undefined);
  });

  test('a skill that it never offers', () => {
    assert.match(skill(tdd, '---\nname: tdd\n---\n')['1.139.1']!, /^does-not-load/);
    assert.match(skill(tdd, '# None\n')['1.139.1']!, /sees no front matter/);
    assert.match(skill('.claude/skills/group/tdd/SKILL.md', good)['1.139.1']!, /^does-not-load/);
  });
});
