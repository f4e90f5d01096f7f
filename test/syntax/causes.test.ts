// What is wrong with front matter that is not YAML: one cause a place, and the value that is plainly meant.
import { strict as assert } from 'node:assert';
import { entry } from '../../server/src/syntax/data';
import { parse } from '../../server/src/syntax/parse';

/** The problems as `cause at text`, and the text that `key` is read as. */
function check(lines: string, problems: readonly string[], key?: string, text?: string): void {
  const source = `---\n${lines}\n---\n`;
  const document = parse('file:///a.md', 'markdown', source);
  const said = document.problems.map(({ cause, span }) => `${cause} at ${source.slice(span.start, span.end)}`);
  assert.deepEqual(said, problems);
  if (key === undefined) return;
  const value = entry(document.data, key)?.value;
  assert.equal(value?.is === 'scalar' ? value.text : value?.is, text);
}

suite('causes of invalid YAML', () => {
  test('a colon in plain text', () => check('a: b: c', ['unquoted-colon at :'], 'a', 'b: c'));
  test('a colon at the end of a line', () => check('a: b:\nc: d', ['unquoted-colon at :'], 'c', 'd'));
  test('a colon below a key', () => check('a:\n  b: c: d', ['unquoted-colon at :']));
  test('a star', () => check('a: **/*', ['reserved-start at **/*'], 'a', '**/*'));
  test('an anchor that swallows a word', () => check('a: &b c', ['reserved-start at &']));
  test('a tag that swallows a word', () => check('a: !b c', ['reserved-start at !']));
  test('a tag of YAML itself', () => check('a: !!str 1', []));
  test('an anchor that is used', () => check('a: &b [c]\nd: *b', []));
  test('a tab', () => check('a:\n\tb: c', ['tab at \t']));
  test('an open quote', () => check('a: "b\nc: d', ['unclosed-quote at "'], 'c', 'd'));
  test('an open quote at the end of which two stand', () => {
    check("a: 'b''", ["unclosed-quote at '"], 'a', "b''");
    check("a:\n  - 'b''", ["unclosed-quote at '"]);
    check("a: 'b'''", [], 'a', "b'");
    check("a: ''", [], 'a', '');
    check("a: b''", [], 'a', "b''");
  });
  test('an item behind a list in brackets', () => {
    check('a: [b]\n  - c\n  - d', ['bad-indentation at - c'], 'a', 'list');
    check('a:\n  [b,\n  c]\n  - d', ['bad-indentation at - d']);
  });
  test('text behind a quote', () => check('a: "b" c', ['text-after-quote at c'], 'a', 'b" c'));
  test('no blank behind the colon', () => check('a:b\nc: d', ['space-after-colon at a:'], 'a', 'b'));
  test('no colon', () => check('a b\nc: d', ['missing-colon at a b'], 'c', 'd'));
  test('less indented than its neighbours', () => check('a:\n  - b\n - c', ['bad-indentation at - c']));
  test('a key below a key, indented further', () => {
    check('a:\n  b: c\n    d: e', ['bad-indentation at d: e']);
    check('a:\n  b: "c"\n   d: e', ['bad-indentation at d: e']);
  });
  test('less indented than the block', () => check('a: |\n  b\n c', ['bad-indentation at c']));
  test('an open bracket', () => check('a: [b, c\nd: e', ['unclosed-bracket at ['], 'd', 'e'));
  test('text behind a bracket', () => check('a: [b] [c]', ['reserved-start at ['], 'a', '[b] [c]'));
  test('a key twice', () => check('a: b\na: c', ['duplicate-key at a'], 'a', 'c'));
  test('a list in place of keys', () => check('- a: b\n- c: d', ['not-a-map at - a: b']));
  test('a colon that stands twice makes a key of another name', () => check('a:: b', []));
  test('a list of words in place of keys', () => check('- a\n- b', ['not-a-map at - a']));
  test('a URL is no key', () => check('a: http://b.c', []));
});
