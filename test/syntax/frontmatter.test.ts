// Where front matter begins and ends, and what is odd about its fences.
import { strict as assert } from 'node:assert';
import { findFences } from '../../server/src/syntax/frontmatter';

/** The problems as `cause args`, and the text between the fences. */
function check(text: string, problems: readonly string[], inside: string | undefined): void {
  const { frontMatter, problems: found } = findFences(text);
  const said = found.map(({ cause, args }) => [cause, ...args].join(' '));
  assert.deepEqual(said, problems);
  assert.equal(frontMatter && text.slice(frontMatter.span.start, frontMatter.span.end), inside);
}

suite('front matter fences', () => {
  test('in order', () => check('---\nname: a\n---\nBody\n', [], 'name: a\n'));
  test('with a byte order mark and CRLF', () => check('\uFEFF---\r\nname: a\r\n---\r\n', [], 'name: a\r\n'));
  test('none', () => check('# Title\n', ['front-matter-missing'], undefined));
  test('not closed', () => check('---\nname: a\n', ['front-matter-unclosed'], 'name: a\n'));
  test('closed by a line of many hyphens', () =>
    check('---\nname: a\n------\n', ['front-matter-fence close ------'], 'name: a\n'));
  test('closed by dots', () => check('---\nname: a\n...\n', ['front-matter-fence close ...'], 'name: a\n'));
  test('closed by two hyphens', () => check('---\nname: a\n--\n\n# T\n', ['front-matter-fence close --'], 'name: a\n'));
  test('closed by a dash', () => check('---\nname: a\n—\nBody\n', ['front-matter-fence close —'], 'name: a\n'));
  test('another language', () => check('---js\n{}\n---\n', ['front-matter-language js'], '{}\n'));
  test('four hyphens open', () => check('----\nname: a\n---\n', ['front-matter-fence open'], 'name: a\n'));
  test('two hyphens open', () => check('--\nname: a\n---\n', ['front-matter-fence open'], 'name: a\n'));
  test('the signs of TOML open and close', () => {
    check('+++\nname: a\n+++\nBody\n', ['front-matter-fence open +++'], 'name: a\n');
    check('+++\nname = "a"\n+++\n', ['front-matter-fence open +++'], 'name = "a"\n');
    check('+++\nadded: 1\n+++\n', ['front-matter-missing'], undefined);
  });
  test('a dash opens', () => check('—\nname: a\n---\n', ['front-matter-fence open'], 'name: a\n'));
  test('two hyphens and no keys open nothing', () => check('--\n\nText\n', ['front-matter-missing'], undefined));
  test('the opening fence is missing', () => check('name: a\n---\nBody\n', ['front-matter-missing open'], undefined));
  test('text that begins like a key has no fence', () =>
    check('name: a\n\nBody\n', ['front-matter-missing'], undefined));
  test('keys without fences, between other marks, or each behind a mark', () => {
    const keys = 'name: a\ndescription: Helps.\n';
    for (const text of [
      `${keys}\nBody\n`,
      `–––\n${keys}–––\nBody\n`,
      `- - -\n${keys}- - -\nBody\n`,
      `> ---\n> name: a\n> description: Helps.\n> ---\n\nBody\n`,
      '{\n  "name": "a",\n  "description": "Helps."\n}\n\nBody\n',
      `1: name: a\n2: description: Helps.\n3:\n4: Body\n`,
      `***\n\n## ${keys}\nBody\n`,
      `—-\ndescription: Helps.\n—-\nBody\n`,
    ])
      check(text, ['front-matter-missing keys'], undefined);
    for (const text of [
      `${keys}Body\n`,
      'description: Helps.\n\nBody\n',
      '***\nname: a\n\nBody\n',
      '# A\n\nname: a\ndescription: Helps.\n\nBody\n',
      '{\n  "name": "a"\n}\n\nBody\n',
      'Write:\n\nname: a\ndescription: Helps.\n\nBody\n',
    ])
      check(text, ['front-matter-missing'], undefined);
  });
  test('under a blank line', () => check('\n---\nname: a\n---\n', ['front-matter-late blank'], undefined));
  test('under a heading', () => check('# A\n\n---\nname: a\n---\n', ['front-matter-late text'], undefined));
  test('indented', () => check('\n    ---\n    name: a\n    ---\n', ['front-matter-late indented'], undefined));
  test('not closed, though the body has a thematic break', () =>
    check('---\nname: a\n\nYou are a.\n\n## Work\n\nDo.\n\n---\n\nMore.\n', ['front-matter-unclosed'], 'name: a\n'));
  test('a heading alone is a comment', () => check('---\nname: a\n\n# A\n\n---\n\nMore.\n', [], 'name: a\n\n# A\n\n'));
  test('text between keys does not end it', () =>
    check('---\nname: a\n\nText\n\n# T\nmodel: opus\n---\n', [], 'name: a\n\nText\n\n# T\nmodel: opus\n'));
});
