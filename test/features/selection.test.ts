// What is selected step by step, from the word under the cursor to the whole file.
import { file } from '../support/fixture';
import { checkAnyText, checkSelection } from '../support/structure';

const head = '---\nname: a\n---\n';

suite('selection', () => {
  test('word, value, quotes, entry, front matter', () =>
    checkSelection('---\nname: "code-rev<|>iewer two"\n---\nx\n', [
      'code-reviewer',
      'code-reviewer two',
      '"code-reviewer two"',
      'name: "code-reviewer two"',
      '---\nname: "code-reviewer two"\n---',
    ]));
  test('a key', () =>
    checkSelection('---\nmod<|>el: opus\nname: a\n---\nx\n', [
      'model',
      'model: opus',
      'model: opus\nname: a',
      '---\nmodel: opus\nname: a\n---',
    ]));
  test('an item, its list, the entries around it', () =>
    checkSelection('---\nhooks:\n  Stop:\n    - matcher: Ba<|>sh\n      b: c\n---\nx\n', [
      'Bash',
      'matcher: Bash',
      'matcher: Bash\n      b: c',
      '- matcher: Bash\n      b: c',
      'Stop:\n    - matcher: Bash\n      b: c',
      'hooks:\n  Stop:\n    - matcher: Bash\n      b: c',
      '---\nhooks:\n  Stop:\n    - matcher: Bash\n      b: c\n---',
    ]));
  test('a list in brackets', () =>
    checkSelection('---\ntools: [Read, <|>Grep]\n---\nx\n', [
      'Grep',
      '[Read, Grep]',
      'tools: [Read, Grep]',
      '---\ntools: [Read, Grep]\n---',
    ]));
  test('a line of a text', () =>
    checkSelection('---\na: |\n  one t<|>wo\n  three\n---\nx\n', [
      'two',
      'one two',
      '  one two\n  three',
      '|\n  one two\n  three',
      'a: |\n  one two\n  three',
      '---\na: |\n  one two\n  three\n---',
    ]));
  test('a comment in front matter', () =>
    checkSelection('---\nname: a\n# so<|>me word\n---\nx\n', [
      'some',
      '# some word',
      'name: a\n# some word',
      '---\nname: a\n# some word\n---',
    ]));
  test('broken front matter', () =>
    checkSelection('---\nname: a\ntools: [Re<|>ad, "x\n', [
      'Read',
      '[Read, "x',
      'tools: [Read, "x',
      'name: a\ntools: [Read, "x',
      '---\nname: a\ntools: [Read, "x',
    ]));
  test('inline code, line, paragraph, sections, body', () =>
    checkSelection(`${head}# A\n\n## B\nis \`on<|>e two\` x\ny\n\nz\n## C\n`, [
      'one',
      'one two',
      '`one two`',
      'is `one two` x',
      'is `one two` x\ny',
      '## B\nis `one two` x\ny\n\nz',
      '# A\n\n## B\nis `one two` x\ny\n\nz\n## C',
    ]));
  test('text and target of a link', () => {
    checkSelection(`${head}a [b t<|>wo](c.md) d\n`, ['two', 'b two', '[b two](c.md)', 'a [b two](c.md) d']);
    checkSelection(`${head}a [b](c<|>.md) d\n`, ['c', 'c.md', '[b](c.md)', 'a [b](c.md) d']);
  });
  test('a heading', () =>
    checkSelection(`${head}# On<|>e two\nx\n\n# A\n`, [
      'One',
      'One two',
      '# One two',
      '# One two\nx',
      '# One two\nx\n\n# A',
    ]));
  test('cell, row, table', () =>
    checkSelection(`${head}x\n\n| a | b |\n|---|---|\n| c d<|> | e |\n`, [
      'd',
      'c d',
      '| c d | e |',
      '| a | b |\n|---|---|\n| c d | e |',
      'x\n\n| a | b |\n|---|---|\n| c d | e |',
    ]));
  test('a line of code, its block, the fence', () =>
    checkSelection(`${head}x\n\`\`\`sh\na\n\nb c<|>\nd\n\`\`\`\n`, [
      'c',
      'b c',
      'b c\nd',
      'a\n\nb c\nd',
      '```sh\na\n\nb c\nd\n```',
      'x\n```sh\na\n\nb c\nd\n```',
    ]));
  test('the first line of a fence in an item', () =>
    checkSelection(`${head}x\n- ~~~s<|>h\n  a\n  ~~~\n`, [
      'sh',
      '- ~~~sh',
      '- ~~~sh\n  a\n  ~~~',
      'x\n- ~~~sh\n  a\n  ~~~',
    ]));
  test('a comment', () =>
    checkSelection(`${head}<!-- a\n\nb<|>\n-->\nx\n`, ['b', 'b\n-->', '<!-- a\n\nb\n-->', '<!-- a\n\nb\n-->\nx']));
  test('between paragraphs', () =>
    checkSelection(`${head}# A\nx\n<|>\ny\n\n# B\n`, ['# A\nx\n\ny', '# A\nx\n\ny\n\n# B']));
  test('at the end of the file', () => {
    checkSelection(`${head}# A\nx\n\n<|>`, ['# A\nx\n\n']);
    checkSelection('---\nname: a<|>', ['a', 'name: a']);
    checkSelection('<|>', []);
    checkSelection('-- .mcp.json --\n<|>', []);
  });
  test('signs that take two units are not cut', () => checkSelection(`${head}a 🎉<|>b c\n`, ['🎉b', 'a 🎉b c']));
  test('JSON', () =>
    checkSelection(file('.mcp.json', '{\n  "a": [1, { "b": "x<|> y" }]\n}\n'), [
      'x',
      'x y',
      '"x y"',
      '"b": "x y"',
      '{ "b": "x y" }',
      '[1, { "b": "x y" }]',
      '"a": [1, { "b": "x y" }]',
      '{\n  "a": [1, { "b": "x y" }]\n}',
    ]));
  test('broken JSON', () =>
    checkSelection(file('.mcp.json', '{ "a": [1, "x<|>'), ['x', '"x', '[1, "x', '"a": [1, "x']));
  test('any text: each step holds the place and the step before, and more', () => checkAnyText('selection'));
});
