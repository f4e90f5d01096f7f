// What the injected grammars mark, and what they leave alone; in VS Code's own grammars too, where one is installed.
import { strict as assert } from 'node:assert';
import { dialects, toolByName } from '../../server/src/dialects/index';
import { grammarsOf, injections, isInstalled, isMarked, marks, ours, painter, type Piece } from '../support/grammar';
import { standIn } from './stand-in';

type Case = readonly [title: string, text: string, ...marks: readonly string[]];

const front = (lines: string): string => `---\n${lines}\n---\n`;
const tool = (...names: readonly string[]): string[] => names.map(name => `${name} support.function.tool`);
const key = (name: string): string => `${name} support.type.property-name`;
const server = (name: string): string[] => ['mcp keyword.other.mcp', `${name} entity.name.namespace.mcp`];

const named = (argument: string, name: string, quote = "'"): string[] => {
  const kind = argument === 'skill' ? 'skill' : 'agent';
  return [
    `${argument} variable.parameter`,
    `${quote} string.quoted`,
    `${name} entity.name.type.${kind}`,
    `${quote} string.quoted`,
  ];
};

const frontMatter: readonly Case[] = [
  ['known keys', front('name: x\ntitle: y\nmodel: opus'), key('name'), key('model')],
  ['keys of the first level alone', front('hooks:\n  name: x\n  tools: Read'), key('hooks')],
  ['the first key', front('tools: Read\nname: x'), key('tools'), ...tool('Read'), key('name')],
  ['tools between commas', front('tools: Read, Grep # both'), key('tools'), ...tool('Read', 'Grep')],
  ['tools between brackets', front('tools: [Read, "Grep"]'), key('tools'), ...tool('Read', 'Grep')],
  ['tools on lines', front('tools:\n  - Read\n# and\n  - Grep'), key('tools'), ...tool('Read', 'Grep')],
  ['tools on lines without blanks', front('tools:\n- Read\nname: x'), key('tools'), ...tool('Read'), key('name')],
  [
    'permission patterns',
    front('allowed-tools: Bash(git commit:*), Read(./src/**)'),
    key('allowed-tools'),
    ...tool('Bash'),
    'git commit string.unquoted.specifier',
    ':* keyword.operator.wildcard',
    ...tool('Read'),
    './src/ string.unquoted.specifier',
    '** keyword.operator.wildcard',
  ],
  [
    'tools of servers',
    front('tools: mcp__git_hub__get, mcp__db'),
    key('tools'),
    ...server('git_hub'),
    'get support.function.tool.mcp',
    ...server('db'),
  ],
  [
    'agents and skills in tools',
    front('tools: Agent(a, b), Skill(tdd)'),
    key('tools'),
    ...tool('Agent'),
    'a entity.name.type.agent',
    'b entity.name.type.agent',
    ...tool('Skill'),
    'tdd entity.name.type.skill',
  ],
  ['tools of VS Code', front("tools: ['search/text', 'gh/*']"), key('tools'), ...tool('search/text', 'gh/*')],
  ['no tools in descriptions', front('description: Read, Write and Bash it.'), key('description')],
  ['keys below the front matter are text', `${front('name: x')}name: y\ntools: Read\n`, key('name')],
  ['no front matter further down', 'Text\n---\nname: x\ntools: Read\n---\n'],
];

const body: readonly Case[] = [
  ['arguments', 'Read $ARGUMENTS', 'ARGUMENTS variable.parameter.arguments'],
  [
    'an argument by its place',
    '$ARGUMENTS[1] is $1',
    'ARGUMENTS variable.parameter.arguments',
    '1 constant.numeric',
    '1 variable.parameter.argument',
  ],
  ['in inline code', '`gh $1 ${X}`', '1 variable.parameter.argument', 'X variable.other.environment'],
  ['variables', '`${CLAUDE_SKILL_DIR}/x.sh`', 'CLAUDE_SKILL_DIR variable.other.environment'],
  ['words to fill in', '**{{NAME}}**', 'NAME variable.other.placeholder'],
  ['words to fill in, in a block', '```\n{{NAME}}\n```', 'NAME variable.other.placeholder'],
  ['imports', 'See @docs/a-b.md.', '@ keyword.control.import', 'docs/a-b.md markup.underline.link'],
  ['imports from home', '@~/.claude/x.md', '@ keyword.control.import', '~/.claude/x.md markup.underline.link'],
  ['a command that runs first', '- !`git status`', '! keyword.control.command'],
  ['a tool in inline code', '# The `Read` tool', ...tool('Read')],
  [
    'a permission pattern',
    'Allow `Glob` and Bash(npm test).',
    ...tool('Glob', 'Bash'),
    'npm test string.unquoted.specifier',
  ],
  ['a tool of a server', '`mcp__db__query`', ...server('db'), 'query support.function.tool.mcp'],
  ['a skill that is called', "Skill({ skill: 'tdd' })", ...tool('Skill'), ...named('skill', 'tdd')],
  ['in a block', "```\nSkill({ skill: 'tdd' })\n```", ...tool('Skill'), ...named('skill', 'tdd')],
  ['in a string of a language', "```js\nSkill({ skill: 'tdd' })\n```", 'tdd entity.name.type.skill'],
  ['an agent that is started', "Task({ subagent_type: 'x' })", ...tool('Task'), ...named('subagent_type', 'x')],
  ['an agent, in Python', '`Task(subagent_type="x")`', ...tool('Task'), ...named('subagent_type', 'x', '"')],
  ['an agent in a string', "```js\nTask({ subagent_type: 'x' })\n```", 'x entity.name.type.agent'],
  ['protocol calls', 'TaskUpdate({ id: 1 }) and `TaskList()`', ...tool('TaskUpdate', 'TaskList')],
  ['in a table', '| a |\n|---|\n| `Read` |', ...tool('Read')],
  ['in markup', '<steps>\nDo $ARGUMENTS\n</steps>', 'ARGUMENTS variable.parameter.arguments'],
];

const plain: readonly string[] = [
  'It costs $5.00, $1,200, $50K, $5M, $5 per month, $0-10 or $9/month.',
  'Mail joe@example.com or jane.doe@mail.example.org.',
  'Ask @mention, @org/team and @pytest.fixture first.',
  'The task(s), Task(s), Agent(s) and Skill(s) of the Read tool.',
  'Wow!`not a command` and `` !`shown` ``.',
  'A $PATH, $$ARGUMENTS, \\$ARGUMENTS, \\$1 and ${{ github.ref }}.',
  'Promise({ a: 1 }), reader.Read({ b: 2 }), my-Read({ c: 3 }).',
  '<!-- $ARGUMENTS @docs/x.md -->',
  '```js\nTask({ a: `${b}` }); !`ls` $1 @docs/x.md\n```',
  '```\n!`ls` $1 @docs/x.md `Read`\n```',
  'Text.\n\n    !`ls` $1 @docs/x.md\n',
];

const bases = [
  { title: 'a stand-in', grammars: () => standIn, present: true },
  ...['newest', 'oldest'].map(host => ({
    title: `the ${host} VS Code`,
    grammars: () => grammarsOf(host),
    present: isInstalled(host),
  })),
];

for (const { title, grammars, present } of bases) {
  suite(`grammars in ${title}`, () => {
    const scopeNames = ['text.html.markdown', 'text.html.markdown.prompt'];
    let paint: ((text: string) => Piece[][])[] = [];
    suiteSetup(async function () {
      if (!present) {
        console.log('      skipped: it is installed by the tests in an editor');
        this.skip();
      }
      const base = grammars();
      paint = await Promise.all(scopeNames.filter(name => base.has(name)).map(name => painter(base, name)));
    });

    for (const [name, text, ...expected] of [...frontMatter, ...body]) {
      test(name, () => {
        for (const each of paint) assert.deepEqual(marks(each(text)), expected);
      });
    }

    for (const text of plain) {
      test(`nothing in ${JSON.stringify(text)}`, () => {
        for (const each of paint) assert.deepEqual(each(text).flat().filter(isMarked), []);
      });
    }

    test('what begins a line does not keep the rest from being Markdown', () => {
      for (const each of paint) {
        for (const first of ['$ARGUMENTS', '`Read`', '@docs/x.md', '!`ls`', 'Bash(git:*)', '{{X}}', 'TaskList()']) {
          const bold = each(`${first} **now**`)[0]!.find(({ text }) => text === 'now');
          assert.ok(bold?.scopes.includes('markup.bold.markdown'), `${first}: ${bold?.scopes.join(' ')}`);
        }
      }
    });
  });
}

suite('grammars', () => {
  test('each is injected once, into Markdown and what VS Code makes of it', () => {
    const all = ours.map(({ scopeName }) => scopeName);
    for (const name of ['text.html.markdown', 'text.html.markdown.prompt']) assert.deepEqual(injections(name), all);
    assert.deepEqual(injections('text.html.basic'), []);
  });

  test('they know the keys that the dialects know', async () => {
    const roles = ['agent', 'skill', 'command', 'rule', 'output-style'];
    const kinds = dialects.flatMap(each => each.kinds).filter(({ role }) => roles.includes(role));
    const keys = [...new Set(kinds.flatMap(({ fields }) => fields.map(field => field.key)))];
    const paint = await painter(standIn, 'text.html.markdown');
    const known = marks(paint(front(keys.map(each => `${each}:`).join('\n'))));
    assert.deepEqual(known, keys.map(key));
  });

  test('they know the tools that Claude Code knows', async () => {
    const tools = dialects
      .flatMap(each => each.tools)
      .filter(({ status }) => status === 'active' || status === 'alias');
    const paint = await painter(standIn, 'text.html.markdown');
    for (const { name } of tools) {
      assert.deepEqual(marks(paint(`\`${name}\` ${name}({}) ${name}(a b)`)), [
        ...tool(name, name, name),
        'a b string.unquoted.specifier',
      ]);
    }
    assert.equal(toolByName('View')?.status, 'removed');
    assert.deepEqual(marks(paint('`View` View({}) View(a b)')), []);
  });
});
