// The outline of agents and of JSON: what stands in it, in what, and where it is found.
import { strict as assert } from 'node:assert';
import { agent, file } from '../support/fixture';
import { checkAnyText, checkLineEnds, checkSymbols, spansOf } from '../support/structure';

const body = (text: string): string => `-- CLAUDE.md --\n${text}`;

suite('symbols', () => {
  test('front matter with its keys, nested maps and lists of maps', () =>
    checkSymbols(
      agent('a', 'tools: [Read, Grep]\nmodel:\nhooks:\n  Stop:\n    - matcher: Bash\n      hooks: [{ type: command }]'),
      [
        'front matter Front matter: a',
        '  scalar name: a',
        '  scalar description: Does a well. Use for a tasks.',
        '  list tools: Read, Grep',
        '  scalar model',
        '  map hooks',
        '    list Stop',
        '      map 0: matcher: Bash',
        '        scalar matcher: Bash',
        '        list hooks',
        '          map 0: type: command',
        '            scalar type: command',
      ],
    ));
  test('broken front matter, as far as it can be read', () =>
    checkSymbols('---\nname: a: b\ntools: [Read, "x\nmod\n', [
      'front matter Front matter: a: b',
      '  scalar name: a: b',
      '  list tools: Read',
      '  scalar mod',
    ]));
  test('front matter in another language has no keys', () =>
    checkSymbols('---js\n{ a: 1 }\n---\n# A\n', ['front matter Front matter', 'heading A']));
  test('headings by level', () =>
    checkSymbols(body('### Early\n# A\n### C\n## B\n#### D\nE\n---\n# F #\n'), [
      'heading Early',
      'heading A',
      '  heading C',
      '  heading B',
      '    heading D',
      '  heading E',
      'heading F',
    ]));
  test('no headings of fences, comments, quotes and items', () =>
    checkSymbols(body('```\n# a\n```\n<!--\n# b\n-->\n> # c\n\n- # d\n'), []));
  test('a heading reaches to the next one of its level, without blank lines', () => {
    const text = body('# A \na\n## B\nb\n\n\n# C\n');
    assert.deepEqual(spansOf(text, 'A'), { span: '# A \na\n## B\nb', selection: '# A ' });
    assert.deepEqual(spansOf(text, 'B'), { span: '## B\nb', selection: '## B' });
  });
  test('headings without a text', () => checkSymbols(body('#\n## ##\n'), ['heading unnamed', '  heading unnamed']));
  test('tables', () =>
    checkSymbols(
      body('# A\n| Skill | Use | | When | Why |\n|---|---|---|---|---|\n| a | b | c | d | e |\n\n||\n|-|\n'),
      ['heading A', '  table Table: Skill, Use, When', '  table Table'],
    ));
  test('steps that are headings', () =>
    checkSymbols(body('## Workflow\n### Step 1: Look\n### Step 2: Act\n'), [
      'heading Workflow',
      '  heading Step 1: Look',
      '  heading Step 2: Act',
    ]));
  test('steps that are items, each with what is indented under it', () => {
    const steps = '1. **Look**: around\n\n   | a | b |\n   |---|---|\n   | c | d |\n2. **Act** now,\n   and here\n';
    const text = body(`# A\n${steps}\nText\n\n3. **Rest**\n\n- x\n4. **not an item**\n`);
    checkSymbols(text, ['heading A', '  step 1. Look', '    table Table: a, b', '  step 2. Act', '  step 3. Rest']);
    assert.equal(spansOf(text, '2. Act').span, '2. **Act** now,\n   and here');
    assert.equal(spansOf(text, '3. Rest').span, '3. **Rest**');
  });
  test('no steps in fences, before headings, in the middle of lines and of paragraphs', () =>
    checkSymbols(body('1. **a**\n\n# A\n```\n1. **b**\n```\n<!--\n1. **c**\n-->\nx 1. **d**\nx\n2. **e**\n\n1. f\n'), [
      'heading A',
    ]));
  test('steps go on behind fences and plain items', () =>
    checkSymbols(body('# A\n1. **a**\n   ```\n2. **b**\n   ```\n2. c\n3. **d**\n```\n3. **x**\n```\n4. **e**\n'), [
      'heading A',
      '  step 1. a',
      '  step 2. b',
      '  step 3. d',
      '  step 4. e',
    ]));
  test('JSON: keys and items', () =>
    checkSymbols(file('.mcp.json', '{ "a": { "b": [1, { "c": null }, "x"] }, "": true }'), [
      'map a',
      '  list b: 1, x',
      '    scalar 0: 1',
      '    map 1',
      '      scalar c',
      '    scalar 2: x',
      'scalar unnamed: true',
    ]));
  test('JSON that is a list, or next to nothing', () => {
    checkSymbols(file('.mcp.json', '[[1]]'), ['list 0: 1', '  scalar 0: 1']);
    checkSymbols(file('.mcp.json', '1'), []);
    checkSymbols(file('.mcp.json', ''), []);
  });
  test('long values are cut, and stand on one line', () => {
    const long = 'word '.repeat(99);
    checkSymbols(`---\nname: |\n  one\n  two\nother: ${long}\n---\n# ${long}`, [
      'front matter Front matter: one two',
      '  scalar name: one two',
      `  scalar other: ${long.slice(0, 79)}…`,
      `heading ${long.slice(0, 79)}…`,
    ]);
  });
  test('a README as well', () => checkSymbols(file('.claude/skills/README.md', '# Skills\n'), ['heading Skills']));
  test('front matter alone where the editor outlines the rest', () => {
    checkSymbols('---\nname: a\n---\n# A\n', ['front matter Front matter: a', '  scalar name: a'], { native: true });
    checkSymbols(file('.mcp.json', '{ "a": 1 }'), [], { native: true });
  });
  test('any text: names, selections inside, children inside', () => checkAnyText('symbols'));
  test('line ends of any kind', () => checkLineEnds('symbols'));
});
