// Where closed files name what: what is kept says the same as the tree, and says nothing where it cannot.
import { strict as assert } from 'node:assert';
import type { SymbolKey } from '../../server/src/workspace/symbols';
import { agent, fixture, root, skill } from '../support/fixture';

const uriOf = (path: string): string => `${root}/${path}`;

/** What is kept of the places in an agent, once it is closed. */
function kept(text: string): string[] | undefined {
  const { workspace } = fixture(agent('a') + skill('tdd'));
  const uri = uriOf('.claude/agents/a.md');
  workspace.apply([{ uri, text, open: false }]);
  const symbols = new Set<SymbolKey>(['skill:tdd', 'skill:x', 'agent:b', `skill:${long}`]);
  const places = workspace.places(uri, symbols);
  return places && [...places].map(at => `${at.line}:${at.column}+${at.length} ${at.form} ${at.symbol}`);
}

const long = 'x'.repeat(90);
const head = '---\nname: a\ndescription: Helps.\n';

suite('places of names in closed files', () => {
  test('are those of the tree, in order', () => {
    const text = `${head}skills: [tdd, x]\ntools: Read, Agent(b)\n---\n\nSkill({ skill: 'tdd' });\n\n    ü Skill({ skill: 'tdd' });\n`;
    assert.deepEqual(kept(text), [
      '3:9+3 field skill:tdd',
      '3:14+1 field skill:x',
      '4:19+1 field agent:b',
      '7:16+3 call skill:tdd',
      '9:22+3 call skill:tdd',
    ]);
    assert.deepEqual(kept(text.replaceAll('\n', '\r\n')), kept(text));
  });

  test('are none of an open file, whose tree tells', () => {
    const { workspace } = fixture(agent('a', 'skills: [tdd]'));
    assert.equal(workspace.places(uriOf('.claude/agents/a.md'), new Set(['skill:tdd'])), undefined);
  });

  test('are left to the tree where lines end in another way', () => {
    assert.equal(kept(`${head}skills: [tdd]\n---\nA\rB\n`), undefined);
  });

  test('may be many, far away and long', () => {
    const list = 'y, '.repeat(30_000);
    assert.deepEqual(kept(`${head}skills: [${list}tdd]\n---\n`), ['3:90009+3 field skill:tdd']);
    const far = `${head}skills: [x]\n---\n${'\n'.repeat(70_000)}Skill({ skill: '${long}' });\n`;
    assert.deepEqual(kept(far), ['3:9+1 field skill:x', `70005:16+90 call skill:${long}`]);
  });
});
