// Formatting front matter: what it changes, and what it leaves as it is.
import { strict as assert } from 'node:assert';
import { format, formattedText } from '../../server/src/features/format/format';
import { usualOrder } from '../../server/src/rules/key-order';
import { readAlike } from '../../server/src/rules/read-alike';
import { checkFormat } from '../support/features';
import { agent, file, fixture, skill, type Fixture } from '../support/fixture';

const of = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n\nBody.  \n`;

suite('format: the order of keys', () => {
  test('is the usual one', () =>
    checkFormat(
      of('model: opus', 'description: Helps.', 'tools: [Read]', 'name: a'),
      of('name: a', 'description: Helps.', 'tools: [Read]', 'model: opus'),
    ));
  test('in skills, commands, rules and output styles too', () => {
    checkFormat(
      file('.claude/skills/a/SKILL.md', of('metadata:', '  by: me', 'license: MIT', 'description: Helps.', 'name: a')),
      file('.claude/skills/a/SKILL.md', of('name: a', 'description: Helps.', 'license: MIT', 'metadata:', '  by: me')),
    );
    checkFormat(
      file('.claude/commands/a.md', of('model: opus', 'argument-hint: "[x]"', 'description: Helps.')),
      file('.claude/commands/a.md', of('description: Helps.', 'argument-hint: "[x]"', 'model: opus')),
    );
    checkFormat(
      file('.claude/rules/a.md', of('description: Helps.', 'paths: [ "src/**" ]')),
      file('.claude/rules/a.md', of('paths: ["src/**"]', 'description: Helps.')),
    );
    checkFormat(
      file('.claude/output-styles/a.md', of('description: Helps.', 'name: a')),
      file('.claude/output-styles/a.md', of('name: a', 'description: Helps.')),
    );
  });
  test('keys that have no place in it stay where they are', () =>
    checkFormat(
      of('owner: me', 'model: opus', 'emoji: x', 'name: a', 'vibe: y', 'description: Helps.'),
      of('owner: me', 'name: a', 'emoji: x', 'description: Helps.', 'vibe: y', 'model: opus'),
    ));
  test('comments and blank lines go with the key below them, indented ones with the key above', () =>
    checkFormat(
      of(
        'model: opus # the best',
        '',
        '# What it may use',
        '# and no more',
        'tools:',
        '  - Read',
        '  # - Bash',
        'name: a',
      ),
      of(
        'name: a',
        '',
        '# What it may use',
        '# and no more',
        'tools:',
        '  - Read',
        '  # - Bash',
        'model: opus # the best',
      ),
    ));
  test('what a blank line sets apart on top stays there, and what stands below the last key', () =>
    checkFormat(
      of('# By me.', '', '# the best', 'model: opus', 'name: a', '# color: red'),
      of('# By me.', '', 'name: a', '# the best', 'model: opus', '# color: red'),
    ));
  test('no blank line comes to the top', () =>
    checkFormat(of('model: opus', '', 'name: a'), of('name: a', '', 'model: opus')));
  test('a comment that silences what follows keeps its place', () =>
    checkFormat(of('# agentwright-disable no-tools', 'model: opus', 'name: a')));
  test('one that silences the next line goes with it', () =>
    checkFormat(
      of('# agentwright-disable-next-line unknown-field', 'model: opus', 'name: a'),
      of('name: a', '# agentwright-disable-next-line unknown-field', 'model: opus'),
    ));
  test('texts of several lines move whole', () =>
    checkFormat(
      of('model: opus', 'description: |', '  One.', '', '   # Two ', '', 'name: a'),
      of('name: a', 'description: |', '  One.', '', '   # Two ', '', 'model: opus'),
    ));
  test('is kept where the configuration says so, save where front matter is organized', () => {
    const beside = file('agentwright.json', '{ "format": { "keyOrder": "keep" } }');
    const mixed = of('model:  opus', 'name: a');
    checkFormat(mixed, of('model: opus', 'name: a'), 'format', { beside });
    checkFormat(mixed, of('name: a', 'model: opus'), 'organize', { beside });
  });

  const orderOf = ({ workspace, uri }: Fixture): string => usualOrder(workspace.schema(uri)!).join(' ');
  test('begins as the tool tells it', () => {
    assert.match(orderOf(fixture(agent('a'))), /^name description tools disallowedTools model permissionMode /);
    assert.match(
      orderOf(fixture(skill('a'))),
      /^name description when_to_use argument-hint .* license compatibility metadata$/,
    );
  });
  test('is that of the framework where one is followed, and no key stands in it twice', () => {
    const studio = fixture(agent('a', 'context_strategy: full\npriority: high'));
    assert.match(
      orderOf(studio),
      /^name description model temperature context_strategy priority extended_thinking tools disallowedTools .*skills context_files identity mcpServers hooks /,
    );
    const keys = orderOf(studio).split(' ');
    assert.equal(new Set(keys).size, keys.length);
  });
});

suite('format: how values are written', () => {
  test('one blank behind a colon and none before it, none at the end of a line', () =>
    checkFormat(
      of('name :   a', 'description:\tHelps. \t', '  ', 'tools:  ', '  - Read '),
      of('name: a', 'description: Helps.', '', 'tools:', '  - Read'),
    ));
  test('items stand two blanks in', () => {
    checkFormat(of('name: a', 'tools:', '- Read', '-   Grep'), of('name: a', 'tools:', '  - Read', '  - Grep'));
    checkFormat(of('name: a', 'tools:', '    - Read', '    - Grep'), of('name: a', 'tools:', '  - Read', '  - Grep'));
  });
  test('one blank behind a comma in brackets', () =>
    checkFormat(
      of('name: a', 'tools: [ Read,Grep ,  "Bash(a, b)", ]'),
      of('name: a', 'tools: [Read, Grep, "Bash(a, b)"]'),
    ));
  test('lists of maps, lists with comments and lists on several lines are left', () => {
    checkFormat(of('name: a', 'mcpServers:', '- a:', '    b: c'));
    checkFormat(of('name: a', 'tools:', '- Read', '# - Grep', '- Bash'));
    checkFormat(of('name: a', 'tools: [', '    Read,', '  ]'));
  });
  test('blanks in texts of several lines are left', () => {
    checkFormat(of('name: a', 'description: |', '  One  ', '  two', '  '));
    checkFormat(of('name: a', 'initialPrompt: "One  ', '  two"'));
  });
  test('lists have one form where the configuration says so', () => {
    const set = (lists: string): { beside: string } => ({
      beside: file('agentwright.json', `{ "format": { "lists": "${lists}" } }`),
    });
    const flow = of('name: a', 'tools: [Read, "Bash(a, b)"]', 'skills: [x]');
    const block = of('name: a', 'tools:', '  - Read', '  - "Bash(a, b)"', 'skills:', '  - x');
    checkFormat(flow, block, 'format', set('block'));
    checkFormat(block, flow, 'format', set('flow'));
    checkFormat(block, block, 'format', set('odd'));
  });
  test('no comment and no item is lost on the way into brackets', () => {
    const beside = file('agentwright.json', '{ "format": { "lists": "flow" } }');
    for (const tools of [
      ['tools: # few', '  - Read'],
      ['tools:', '  - Read # all'],
      ['tools:', '  - Bash(a, b)'],
      ['tools: a, b'],
    ])
      checkFormat(of('name: a', ...tools), of('name: a', ...tools), 'format', { beside });
  });
  test('quotes are of the kind that most are', () => {
    checkFormat(
      of(`name: 'a'`, 'description: "Helps."', 'color: "red"'),
      of('name: "a"', 'description: "Helps."', 'color: "red"'),
    );
    checkFormat(
      of(`name: 'a'`, `description: 'Helps.'`, 'color: "red"'),
      of(`name: 'a'`, `description: 'Helps.'`, `color: 'red'`),
    );
  });
  test('unless as many are of each, or the text stands against it', () => {
    checkFormat(of(`name: 'a'`, 'description: "Helps."'));
    checkFormat(of(`name: 'a "b"'`, 'description: "Helps."', 'color: "red"'));
    checkFormat(of(`name: "a\\tb"`, `description: 'Helps.'`, `color: 'red'`));
  });
});

suite('format: descriptions on several lines', () => {
  test('come back on one', () =>
    checkFormat(
      of('name: a', 'description: Helps with', '  tests. # yes', 'model: opus'),
      of('name: a', 'description: Helps with tests. # yes', 'model: opus'),
    ));
  test('in quotes where they need them', () => {
    checkFormat(of('name: a', 'description: "Use:', "  'this'\""), of('name: a', `description: "Use: 'this'"`));
    checkFormat(
      of('name: a', 'description: >-', '  Use: "this"', '  now.'),
      of('name: a', `description: 'Use: "this" now.'`),
    );
    checkFormat(of('name: a', 'description: >-', '  yes'), of('name: a', 'description: "yes"'));
    checkFormat(of('name: a', 'description: >-', '  2024-01-01'), of('name: a', 'description: "2024-01-01"'));
  });
  test('but not where a line break is part of them', () => {
    for (const header of ['>', '|', '|-', '>+', '>- # why'])
      checkFormat(of('name: a', `description: ${header}`, '  One', '  two.'));
    checkFormat(of('name: a', 'description: >-', '  One', '', '  two.'));
    checkFormat(of('name: a', 'description: "One', '', '  two."'));
  });
  test('and no other text', () => checkFormat(of('name: a', 'initialPrompt: >-', '  One', '  two.')));
});

suite('format: what is left as it is', () => {
  test('front matter that is right', () =>
    checkFormat(
      of('name: a', 'description: "Helps: a lot."', `color: 'red'`, 'tools: [Read, Grep]', '# end').replace(
        /(color.*\n)(tools.*\n)/,
        '$2$1',
      ),
    ));
  test('no front matter, none that is closed, an empty one', () => {
    checkFormat(file('.claude/commands/a.md', 'Go.  \n'));
    checkFormat('---\nmodel:  opus\nname: a\n');
    checkFormat(file('.claude/commands/a.md', '---\n  \n---\nGo.  \n'));
  });
  const untouched = (what: string, ...lines: string[]): void => {
    test(what, () => checkFormat(of('model:  opus', ...lines)));
  };
  untouched('what YAML cannot read', 'description: Use: this');
  untouched('a key that stands twice', 'name: a', 'name: b');
  untouched('anchors and aliases', 'name: &a b', 'color: *a');
  untouched('an anchor without a value', 'name: &a');
  untouched('merge keys', 'x: &x { a: 1 }', 'y:', '  <<: *x');
  untouched('tags', 'name: !!str 1');
  untouched('keys that are no text', '? name', ': a');
  untouched('lists as keys', '[a, b]: c');
  untouched('front matter that ends early for Claude Code', 'name: a---b');
  untouched('a lone carriage return', 'name: a\rb: c');
  test('front matter that is longer than any person writes', () =>
    checkFormat(of('model:  opus', `name: ${'a'.repeat(33_000)}`)));
  test('a word behind the fence, and odd fences', () => {
    checkFormat('---yaml\nmodel:  opus\nname: a\n---\n');
    checkFormat('---\nmodel:  opus\nname: a\n----\n');
    checkFormat('---\n{ model: opus,   name: a }\n---\n');
    checkFormat('---\n  model:   opus\n  name: a\n---\n');
  });
  test('files of other kinds, of other tools, and those that the configuration leaves out', () => {
    const mixed = of('model:  opus', 'name: a');
    for (const path of [
      'docs/a.md',
      'CLAUDE.md',
      '.cursor/rules/a.mdc',
      '.github/agents/a.agent.md',
      '.claude/skills/a/notes.md',
    ])
      checkFormat(file(path, mixed));
    const beside = file('agentwright.json', '{ "ignore": ["**/a.md"] }');
    checkFormat(mixed, mixed, 'format', { beside });
  });
  test('the body, Windows line ends and a byte order mark', () => {
    const { workspace, document } = fixture(
      '-- .claude/agents/a.md --\n\uFEFF---\r\nmodel:  opus \r\nname: a\r\n---\r\n\r\nB:  x \r\n',
    );
    assert.equal(formattedText(workspace, document), '\uFEFF---\r\nname: a\r\nmodel: opus\r\n---\r\n\r\nB:  x \r\n');
  });
  test('the edit touches nothing but what changes', () => {
    const { workspace, document, uri } = fixture(of('name: a', 'model:  opus', 'color: red'));
    assert.deepEqual(format(workspace, document), [{ uri, span: { start: 19, end: 20 }, text: '' }]);
  });
});

suite('format: what readers get', () => {
  const text = of('name: a', 'tools: [Read, Grep]');
  test('is the same whatever the order of the keys and the way of writing', () => {
    assert.ok(readAlike(text, text));
    assert.ok(readAlike(text, of('tools:', '- "Read"', "- 'Grep'", 'name: >-', '  a')));
  });
  test('is not where a value, its kind, its order, a key or the body differs, or a reader sees nothing', () => {
    for (const other of [
      of('name: b', 'tools: [Read, Grep]'),
      of('name: >', '  a', 'tools: [Read, Grep]'),
      of('name: a', 'tools: Read, Grep'),
      of('name: a', 'tools: [Grep, Read]'),
      of('name: a'),
      of('name: a', 'tools: [Read, Grep]', 'model: opus'),
      `${text}\n`,
      text.replace('---', '---js'),
      text.replace('name: a', 'name: @a'),
      text.slice(0, 20),
    ])
      assert.ok(!readAlike(text, other), other);
  });
});
