// A link to a heading of another file follows that file: its headings as they are typed, its coming and its going.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { LintWhileTyping } from '../../server/src/rules/typing';
import { join } from '../../server/src/workspace/uris';
import { fixture, root, skill, type Fixture } from '../support/fixture';

const guide = join(root, '.claude/skills/a/guide.md');
const from = join(root, '.claude/skills/a/SKILL.md');
const linked = (heading: string): string =>
  `${skill('a', '', 'See [how](guide.md#how).')}-- .claude/skills/a/guide.md --\n---\nx: y\n---\n# Guide\n\n${heading}\n\nText.\n`;

const isReported = ({ workspace }: Fixture): boolean =>
  lint(workspace.document(from)!, workspace).some(({ rule }) => rule.id === 'dead-heading');

/** The files to judge again after the guide is written anew. */
function write({ workspace }: Fixture, heading: string): string[] {
  workspace.takeDirty();
  workspace.apply([{ uri: guide, text: `---\nx: y\n---\n# Guide\n\n${heading}\n\nText.\n`, open: true }]);
  return workspace.takeDirty();
}

suite('headings of other files', () => {
  test('a heading that goes and comes', () => {
    const at = fixture(linked('## How'));
    assert.equal(isReported(at), false);
    assert.ok(write(at, '## Ho').includes(from));
    assert.equal(isReported(at), true);
    assert.ok(write(at, '## How').includes(from));
    assert.equal(isReported(at), false);
  });

  test('other headings and other text concern nobody else', () => {
    const at = fixture(linked('## How'));
    isReported(at);
    assert.deepEqual(write(at, '## How\n\n## More'), [guide]);
    assert.deepEqual(write(at, '## How\n\n## More\n\nWords.'), [guide]);
  });

  test('a heading that differs in marks alone is the same', () => {
    const at = fixture(linked('## How'));
    isReported(at);
    assert.deepEqual(write(at, '### `How`!'), [guide]);
  });

  test('a name in HTML is a place too', () => {
    assert.equal(isReported(fixture(linked('<a name="How"></a>'))), false);
    assert.equal(isReported(fixture(linked("<a id='hows'></a>"))), true);
  });

  test('a file that goes, or comes and was listed before', () => {
    const at = fixture(linked('## Why'));
    assert.equal(isReported(at), true);
    at.workspace.apply([{ uri: guide, gone: true }]);
    assert.equal(isReported(at), false);
    at.workspace.apply([{ uri: guide }]);
    assert.equal(isReported(at), false);
    assert.ok(write(at, '## Why').includes(from));
    assert.equal(isReported(at), true);
  });

  test('what typing kept is asked again', () => {
    const at = fixture(linked('## How'));
    const typing = new LintWhileTyping();
    const count = (): number => typing.lint(at.workspace.document(from)!, at.workspace).length;
    const before = count();
    write(at, '## Ho');
    assert.equal(count(), before + 1);
  });
});
