// What loaders built on gray-matter see; and that nothing in a file is ever run.
import { strict as assert } from 'node:assert';
import { readAsGrayMatter } from '../../server/src/syntax/graymatter';
import { parse } from '../../server/src/syntax/parse';

suite('gray-matter', () => {
  test('reads YAML and tells where the body begins', () => {
    const text = '---\nname: a\n---\nBody\n';
    const expected = { sees: true, reads: true, hasKeys: true, language: 'yaml', bodyStart: 16, message: '' };
    assert.deepEqual(readAsGrayMatter(text), expected);
  });

  for (const language of ['js', 'javascript', 'JS', 'coffee', 'json', 'toml']) {
    test(`\`---${language}\` is refused and never run`, () => {
      const state = globalThis as { ran?: boolean };
      const text = `---${language}\nglobalThis.ran = true;\nmodule.exports = { name: 'a' }\n---\n`;
      assert.equal(readAsGrayMatter(text).reads, false);
      parse('file:///a.md', 'markdown', text);
      assert.equal(state.ran, undefined);
    });
  }

  test('JSON and YAML are read by name', () => {
    assert.equal(readAsGrayMatter('---json\n{ "name": "a" }\n---\n').reads, true);
    assert.equal(readAsGrayMatter('---YAML\nname: a\n---\n').reads, true);
  });

  test('no front matter, and one that ends as a stream of YAML does', () => {
    for (const text of ['# A\n', '\n---\nname: a\n---\n', '----\nname: a\n----\n', '+++\na = 1\n+++\n'])
      assert.equal(readAsGrayMatter(text).sees, false, text);
    assert.equal(readAsGrayMatter('\uFEFF---\nname: a\n---\n').sees, true);
    assert.equal(readAsGrayMatter('---\nname: a\n...\n\nGo.\n').reads, false);
    assert.equal(readAsGrayMatter('---\n- a\n---\n').hasKeys, false);
  });

  test('broken YAML is refused the second time too', () => {
    const text = '---\nname: "a\n---\n';
    assert.equal(readAsGrayMatter(text).reads, false);
    assert.equal(readAsGrayMatter(text).reads, false);
  });

  test('an unquoted glob is refused by YAML readers', () => {
    assert.equal(readAsGrayMatter('---\nglobs: **/*.ts\n---\n').reads, false);
  });
});
