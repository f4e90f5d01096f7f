// Paths that a click opens: which there are, and which the editor makes itself.
import { strict as assert } from 'node:assert';
import { headingSpan } from '../../server/src/workspace/headings';
import { agent, file, fixture, skill } from '../support/fixture';
import { linksOf } from '../support/names';

const stations = '.claude/context/stations.md';
const learnings = '.claude/context/memory/learnings.md';

suite('document links', () => {
  test('paths in front matter, where the file exists', () =>
    assert.deepEqual(
      linksOf(agent('a', `context_files:\n  - ${stations}\n  - .claude/context/gone.md`) + file(stations, 'x\n')),
      [`${stations} → ${stations}`],
    ));

  test('paths in the body, and none for a folder', () =>
    assert.deepEqual(linksOf(agent('a', '', `Read \`${learnings}\` and [all](../context).`) + file(learnings, 'x\n')), [
      `${learnings} → ${learnings}`,
    ]));

  test('parts of the folder of a skill, and what decides about them is no second link', () =>
    assert.deepEqual(
      linksOf(
        skill('tdd', '', 'See `references/how.md`.') +
          file('.claude/skills/tdd/references/how.md', 'x\n') +
          file('references/how.md', 'x\n'),
      ),
      ['references/how.md → .claude/skills/tdd/references/how.md'],
    ));

  test('imports, without the full stop of their sentence', () =>
    assert.deepEqual(linksOf(file('CLAUDE.md', 'Follow @docs/style.md.\n') + file('docs/style.md', 'x\n')), [
      'docs/style.md → docs/style.md',
    ]));

  test('Markdown links, unless the editor makes them', () => {
    const source = skill('tdd', '', '[how](how.md)') + file('.claude/skills/tdd/how.md', '# How\n');
    assert.deepEqual(linksOf(source), ['how.md → .claude/skills/tdd/how.md']);
    assert.deepEqual(linksOf(source, true), []);
  });

  test('one link where a Markdown link holds a path of the project', () => {
    const source = agent('a', '', `[notes](${learnings})`) + file(learnings, 'x\n');
    assert.deepEqual(linksOf(source, true), []);
  });

  test('a heading belongs to the link where the file has it', () => {
    const source = (anchor: string): string =>
      skill('tdd', '', `[how](how.md#${anchor})`) + file('.claude/skills/tdd/how.md', '# A\n\n## Why so\n');
    assert.deepEqual(linksOf(source('why-so')), ['how.md#why-so → .claude/skills/tdd/how.md#why-so']);
    assert.deepEqual(linksOf(source('other')), ['how.md → .claude/skills/tdd/how.md']);
  });

  test('web addresses and names of skills are none', () =>
    assert.deepEqual(linksOf(agent('a', 'skills: [tdd]', '[x](https://example.org/a.md)') + skill('tdd')), []));

  test('the place of a heading, the second of its name too', () => {
    const { document } = fixture(file('a.md', '# A\n\n## How\n\n### How\n\ntext <a id="there"></a>\n'));
    assert.equal(headingSpan(document, 'how')?.start, document.text.indexOf('How'));
    assert.equal(headingSpan(document, 'how-1')?.start, document.text.lastIndexOf('How'));
    assert.equal(headingSpan(document, 'there'), undefined);
  });
});
