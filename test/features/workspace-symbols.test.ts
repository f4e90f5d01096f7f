// Names of the whole workspace, found by their letters.
import { strict as assert } from 'node:assert';
import { workspaceSymbols } from '../../server/src/features/workspace-symbols';
import { agent, file, fixture, skill } from '../support/fixture';
import { symbolsOf } from '../support/names';

const command = (path: string): string =>
  `${file(`.claude/commands/${path}.md`, '---\ndescription: Does it.\n---\nDo.\n')}`;
const workspace =
  agent('core/developer', 'name: developer') + skill('code-review') + skill('dev-setup') + command('ops/deploy');

suite('workspace symbols', () => {
  test('all for an empty query, by name', () =>
    assert.deepEqual(symbolsOf(workspace, ''), [
      'skill code-review',
      'skill dev-setup',
      'agent developer',
      'command ops:deploy',
    ]));

  test('letters in their order, in any case and with blanks between', () => {
    assert.deepEqual(symbolsOf(workspace, 'CREV'), ['skill code-review']);
    assert.deepEqual(symbolsOf(workspace, 'code rev'), ['skill code-review']);
    assert.deepEqual(symbolsOf(workspace, 'verc'), []);
  });

  test('the closest first: the name, beginnings, parts, letters apart', () => {
    const source = agent('xrev') + agent('rev') + agent('reviewer') + agent('roleeva');
    assert.deepEqual(symbolsOf(source, 'rev'), ['agent rev', 'agent reviewer', 'agent xrev', 'agent roleeva']);
  });

  test('a skill once, whatever it is called', () =>
    assert.deepEqual(symbolsOf(skill('group/skills/leaf', 'name: label'), ''), ['skill leaf']));

  test('a plugin’s agent once, and whose it is', () => {
    const { workspace } = fixture(
      file('tools/.claude-plugin/plugin.json', '{ "name": "tools" }\n') +
        file('tools/agents/pilot.md', '---\nname: pilot\ndescription: Pilots ships. Use it.\n---\n'),
    );
    const found = workspaceSymbols(workspace, '');
    assert.deepEqual(
      found.map(({ name, place }) => `${name} in ${place}`),
      ['pilot in plugin tools · tools/agents'],
    );
  });

  test('where the name stands, and in which folder', () => {
    const [found] = workspaceSymbols(fixture(workspace).workspace, 'developer');
    assert.deepEqual(found?.spot, { line: 2, column: 6, length: 9 });
    assert.equal(found?.place, '.claude/agents/core');
  });

  test('an agent without a name is none', () =>
    assert.deepEqual(symbolsOf(file('.claude/agents/x.md', '---\ndescription: It has no name.\n---\n'), ''), []));
});
