// What is shown behind names: nothing that the workspace does not know.
import { strict as assert } from 'node:assert';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { agent, fixture, skill } from '../support/fixture';
import { hintedLines } from '../support/names';

const tdd = skill('tdd', 'description: Tests first.');

suite('inlay hints', () => {
  test('what a skill is for, where it stands alone on its line', () => {
    assert.deepEqual(hintedLines(agent('a', 'skills:\n  - tdd\n  - "tdd"') + tdd), [
      '  - tdd [Tests first.]',
      '  - "tdd" [Tests first.]',
    ]);
    assert.deepEqual(hintedLines(agent('a', 'skills: [tdd]') + tdd), []);
  });

  test('Windows line ends', () =>
    assert.deepEqual(hintedLines(agent('a', 'skills:\r\n  - tdd\r') + tdd), ['  - tdd [Tests first.]']));

  test('a skill that is not found, on any line', () =>
    assert.deepEqual(hintedLines(agent('a', 'skills: [lost, tdd]') + tdd), ['skills: [lost [not found], tdd]']));

  test('nothing of skills that may come from elsewhere', () =>
    assert.deepEqual(hintedLines(agent('a', 'skills:\n  - verify\n  - other:thing')), []));

  test('the first words of a long description', () => {
    const long = skill(
      'tdd',
      `description: Writes the test before the code, then the code, then cleans both up. Use it.`,
    );
    assert.deepEqual(hintedLines(agent('a', 'skills:\n  - tdd') + long), [
      '  - tdd [Writes the test before the code, then the code, then cleans…]',
    ]);
  });

  test('the model of an alias, and nothing behind a full id', () => {
    assert.match(hintedLines(agent('a', 'model: opus'))[0] ?? '', /^model: opus \[claude-opus-[\d-]+\]$/);
    assert.deepEqual(hintedLines(agent('a', 'model: inherit')), []);
    assert.deepEqual(hintedLines(agent('a', 'model: claude-opus-9-9')), []);
  });

  test('the body has none', () => assert.deepEqual(hintedLines(agent('a', '', "Skill({ skill: 'lost' })")), []));

  test('only in the part that is asked for', () => {
    const { workspace, document } = fixture(agent('a', 'skills:\n  - tdd\n  - tdd') + tdd);
    assert.equal(inlayHints(workspace, document, { start: 0, end: document.text.indexOf('tdd') }).length, 1);
  });
});
