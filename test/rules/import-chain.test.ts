// A chain of imports runs through many files: a change in one of them is told to those that stand further on, and to no others.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { LintWhileTyping } from '../../server/src/rules/typing';
import { join } from '../../server/src/workspace/uris';
import { fixture, root, type Fixture } from '../support/fixture';

const at = (path: string): string => join(root, path);
const importing = (...targets: string[]): string => targets.map(target => `Text.\n\n@${target}\n`).join('');
const file = (path: string, ...targets: string[]): string => `-- ${path} --\n${importing(...targets)}`;
const chain =
  file('CLAUDE.md', '1.md') + file('1.md', '2.md') + file('2.md', '3.md') + file('3.md', '4.md') + file('4.md', '5.md') +
  file('5.md', '6.md') + file('6.md', '7.md') + file('7.md') + file('other.md', '7.md'); // prettier-ignore

function reported({ workspace }: Fixture): string[] {
  return [...workspace.openUris]
    .filter(uri => lint(workspace.document(uri)!, workspace).some(({ rule }) => rule.id === 'import-chain'))
    .map(uri => uri.slice(root.length + 1));
}

function write(around: Fixture, path: string, ...targets: string[]): string[] {
  around.workspace.takeDirty();
  around.workspace.apply([{ uri: at(path), text: importing(...targets), open: true }]);
  return around.workspace.takeDirty().map(uri => uri.slice(root.length + 1)).sort(); // prettier-ignore
}

suite('chains of imports', () => {
  test('the import behind the fourth file is too deep, and those behind it are not judged', () =>
    assert.deepEqual(reported(fixture(chain)), ['4.md']));

  test('a shorter way makes the next ones too deep', () => {
    const around = fixture(chain);
    const dirty = write(around, 'CLAUDE.md', '1.md', '3.md');
    assert.deepEqual(dirty, ['3.md', '4.md', '5.md', '6.md', '7.md', 'CLAUDE.md']);
    assert.deepEqual(reported(around), ['6.md']);
  });

  test('a link in the chain that goes takes the finding with it', () => {
    const around = fixture(chain);
    assert.ok(write(around, '2.md').includes('4.md'));
    assert.deepEqual(reported(around), []);
  });

  test('a file of the chain that is deleted, and comes again', () => {
    const around = fixture(chain);
    around.workspace.apply([{ uri: at('2.md'), gone: true }]);
    assert.deepEqual(reported(around), []);
    write(around, '2.md', '3.md');
    assert.deepEqual(reported(around), ['4.md']);
  });

  test('a rule is a beginning as CLAUDE.md is', () =>
    assert.deepEqual(reported(fixture(chain + file('.claude/rules/r.md', '../../4.md'))), []));

  test('a change that is no import concerns the file alone', () => {
    const around = fixture(chain);
    around.workspace.takeDirty();
    around.workspace.apply([{ uri: at('1.md'), text: 'Other text.\n\n@2.md\n', open: true }]);
    assert.deepEqual(around.workspace.takeDirty(), [at('1.md')]);
  });

  test('what typing kept is asked again when the chain changes elsewhere', () => {
    const around = fixture(chain);
    const typing = new LintWhileTyping();
    const ofFour = (): number => typing.lint(around.workspace.document(at('4.md'))!, around.workspace).length;
    assert.equal(ofFour(), 1);
    write(around, 'CLAUDE.md', '2.md');
    assert.equal(ofFour(), 0);
  });

  test('in a circle the import that leads back is reported, once', () => {
    const circle = file('CLAUDE.md', 'a.md') + file('a.md', 'b.md') + file('b.md', 'CLAUDE.md', 'a.md');
    const around = fixture(circle);
    assert.deepEqual(reported(around), ['b.md']);
    write(around, 'a.md');
    assert.deepEqual(reported(around), []);
  });

  test('a file that imports itself', () =>
    assert.deepEqual(reported(fixture(file('CLAUDE.md', 'CLAUDE.md'))), ['CLAUDE.md']));

  test('two files that import the same one are no circle', () =>
    assert.deepEqual(reported(fixture(file('CLAUDE.md', 'a.md', 'b.md') + file('a.md', 'c.md') + file('b.md', 'c.md') + file('c.md'))), [])); // prettier-ignore

  test('a circle that no memory file leads to is nobody’s business', () =>
    assert.deepEqual(reported(fixture(file('a.md', 'b.md') + file('b.md', 'a.md'))), []));
});
