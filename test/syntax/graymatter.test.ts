// What loaders built on gray-matter see; and that nothing in a file is ever run.
import { strict as assert } from 'node:assert';
import { readAsGrayMatter } from '../../server/src/syntax/graymatter';
import { parse } from '../../server/src/syntax/parse';

suite('gray-matter', () => {
  test('reads YAML and tells where the body begins', () => {
    const text = '---\nname: a\n---\nBody\n';
    assert.deepEqual(readAsGrayMatter(text), { reads: true, language: 'yaml', bodyStart: 16, message: '' });
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

  test('broken YAML is refused the second time too', () => {
    const text = '---\nname: "a\n---\n';
    assert.equal(readAsGrayMatter(text).reads, false);
    assert.equal(readAsGrayMatter(text).reads, false);
  });

  test('an unquoted glob is refused by YAML readers', () => {
    assert.equal(readAsGrayMatter('---\nglobs: **/*.ts\n---\n').reads, false);
  });
});
