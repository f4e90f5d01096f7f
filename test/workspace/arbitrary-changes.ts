// Any files of a small repository, and any steps that change them.
import fc from 'fast-check';
import { join } from '../../server/src/workspace/uris';
import { root } from '../support/fixture';

export const home = 'file:///home/me';

const word = fc.constantFrom(
  'tdd',
  'leaf',
  'group',
  'a',
  'go',
  'p:tdd',
  'group/leaf',
  'test-first',
  'Read',
  'mcp__db__x',
);
const path = fc.constantFrom(
  '.claude/context/memory/learnings.md',
  '.claude/context/memory/issues.md',
  './notes.md',
  '../docs/x.md',
  'C:\\work\\docs\\x.md',
);
const optional = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary });
const list = (of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(of, { maxLength: 3 }).map(items => (items.length === 0 ? '' : ` [${items.join(', ')}]`));

const keys = fc.tuple(
  fc.constantFrom('name: a\n', 'name: tdd\n', 'name: test-first\n', 'name: leaf\n', 'name: go\n', 'name:\n', ''),
  fc.constantFrom('description: Does one thing well. Use it for that.\n', 'description: Other\n', 'description:\n', ''),
  optional(list(word).map(items => `skills:${items}\n`)),
  optional(list(word).map(items => `tools:${items}\n`)),
  optional(list(path).map(items => `context_files:${items}\n`)),
  optional(fc.constant('context_strategy: minimal\n')),
  optional(fc.constantFrom('disable-model-invocation: true\n', 'allowed-tools: Read, Task\n', 'argument-hint: x\n')),
  optional(fc.constantFrom('skills\n', 'mcpServers: [db]\n', 'x: : y\n', 'disallowedTools: [Skill]\n', 'owner: me\n')),
);
const body = fc.array(
  fc.oneof(
    word.map(name => `Skill({ skill: '${name}' })`),
    word.map(name => `Task({ subagent_type: '${name}' })`),
    path.map(name => `Read \`${name}\`.`),
    word.map(name => `Use the **${name}-x** agent.`),
    fc.constantFrom(
      '[m](references/more.md)',
      '[x](../../../docs/x.md)',
      'See `references/more.md`.',
      'Run `scripts/go.sh`.',
    ),
    fc.constantFrom(
      '@docs/x.md',
      '@../docs/x.md.',
      '@x.md',
      '@../CLAUDE.md',
      '@.claude/rules/r.md',
      '@y.md',
      '[s](../SKILL.md#one)',
      '[s](../../../docs/x.md#one)',
      '[s](docs/x.md#two)',
      '[s](x.md#one)',
      '# Two',
      '## Plan',
      '## End',
      '[h](#one)',
      '`../../agents/a.md`',
    ),
    fc.constantFrom('TaskList()', '# One', '<!--', '-->', '```', 'text', 'See `tdd`.'),
    word.map(name => `\n| Skill |\n| --- |\n| \`${name}\` |\n`),
  ),
  { maxLength: 5 },
);
const markdown = fc
  .tuple(keys, body, fc.constantFrom('', '---\n', '---\n', '---\n', '---\n'), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([front, lines, fence, newline]) =>
    `${fence}${front.join('')}${fence}${lines.join('\n')}`.replace(/\n/g, newline),
  );

const rules = fc.dictionary(
  fc.constantFrom('unknown-skill', 'unknown-tool', 'missing-file', 'duplicate-name', 'nothing'),
  fc.constantFrom('off', 'hint', 'error'),
  { maxKeys: 2 },
);
const overrides = fc.array(
  fc.record({ files: fc.constant(['**/a.md']), rules, tools: fc.array(word, { maxLength: 1 }) }, { requiredKeys: ['files'] }),
  { maxLength: 2 },
); // prettier-ignore
const configuration = fc
  .record(
    {
      root: fc.boolean(),
      extends: fc.array(fc.constantFrom('shared.agentwright.json', '../shared.agentwright.json'), { maxLength: 2 }),
      overrides,
      tools: fc.array(word, { maxLength: 2 }),
      ignore: fc.array(fc.constantFrom('**/a.md', '.claude/skills/**', 'docs'), { maxLength: 2 }),
      rules,
      fields: fc.record({ agent: fc.array(fc.constantFrom('owner', 'context_files'), { maxLength: 2 }) }),
      schemas: fc.dictionary(
        fc.constantFrom('agent', 'skill'),
        fc.constantFrom('own.schema.json', './own.schema.json#/definitions/part', '../own.schema.json'),
      ),
    },
    { requiredKeys: [] },
  )
  .map(value => JSON.stringify(value));
const schema = fc.constantFrom(
  '{ "type": "object", "required": ["owner"], "definitions": { "part": { "type": "object", "required": ["tools"] } } }',
  '{ "type": "object", "properties": { "description": { "minLength": 10, "type": "string" }, "owner": { "const": "you" } } }',
  '{ "type": "object", "properties": { "name": {} }, "additionalProperties": false, "not": {} }',
  '{ "type":',
);
const servers = fc.constantFrom(
  '{}',
  '{ "mcpServers": { "db": {} } }',
  '{ "mcpServers": { "web": {} } }',
  '{ "mcpServers"',
);
const plugin = fc.constantFrom(
  '{ "name": "p" }',
  '{ "name": "q" }',
  '{ "name": "p", "agents": ["./more"] }',
  '{ "name": "p", "mcpServers": { "db": {} } }',
  '{',
);
const marketplace = fc.constantFrom(
  '{ "plugins": [{ "name": "p", "source": "./plugins/p" }] }',
  '{ "plugins": [{ "name": "m", "source": "./docs" }] }',
  '{ "plugins": [] }',
);
const ignored = fc.constantFrom(
  '',
  '*.md\n',
  '.claude/context/\n',
  'docs/\n',
  '.claude/context/*\n!.claude/context/memory/\n',
);

const markdownPaths = [
  '.claude/agents/a.md', '.claude/agents/b.md', '.claude/agents/sub/c.md', '.claude/agents/README.md', 'agents/d.md',
  '.claude/skills/tdd/SKILL.md', '.claude/skills/group/SKILL.md', '.claude/skills/group/skills/leaf/SKILL.md',
  '.claude/skills/group/leaf/SKILL.md', '.claude/skills/aaa/tdd/SKILL.md', '.claude/skills/tdd/references/more.md',
  '.agents/skills/tdd/SKILL.md', 'plugins/p/agents/e.md', 'plugins/p/more/f.md', 'plugins/p/commands/go.md',
  'plugins/p/skills/tdd/SKILL.md', 'plugins/p/SKILL.md', '.claude/commands/go.md', '.claude/workflows/w.md',
  '.claude/context/memory/learnings.md', '.claude/context/memory/issues.md', '.claude/agents/notes.md', 'docs/x.md', 'CLAUDE.md',
  'docs/y.md', 'docs/z.md', 'docs/agents/g.md', 'docs/.claude/agents/a.md', 'docs/.claude/skills/leaf/SKILL.md', 'README.md',
]; // prettier-ignore
const texts: readonly (readonly [fc.Arbitrary<string>, readonly string[]])[] = [
  [
    markdown,
    [...markdownPaths.map(at => join(root, at)), `${home}/.claude/agents/a.md`, `${home}/.claude/skills/tdd/SKILL.md`],
  ],
  [configuration, ['agentwright.json', 'docs/agentwright.json', 'shared.agentwright.json'].map(at => join(root, at))],
  [servers, [`${root}/.mcp.json`, `${root}/.claude/settings.json`, `${root}/plugins/p/.mcp.json`]],
  [plugin, [`${root}/plugins/p/.claude-plugin/plugin.json`, `${root}/docs/.claude-plugin/plugin.json`]],
  [marketplace, [`${root}/.claude-plugin/marketplace.json`]],
  [schema, [`${root}/own.schema.json`, `${root}/docs/own.schema.json`]],
  [ignored, [`${root}/.gitignore`, `${root}/docs/.gitignore`]],
  [
    fc.constant(''),
    [
      `${root}/.claude/schemas/agent-definition.schema.json`,
      `${root}/notes.txt`,
      `${root}/plugin.json`,
      `${root}/plugins/p/plugin.json`,
      `${root}/scripts/go.sh`,
      `${root}/.claude/skills/tdd/scripts/run.sh`,
    ],
  ],
];

/** A small repository in which names meet, so that a change is likely to matter elsewhere. */
export const populated = [
  ['.claude/agents/a.md', 'name: a\ndescription: One.\nskills: [tdd, leaf, p:tdd]\ntools: [Read, mcp__db__x]\n',
    "Skill({ skill: 'group/leaf' })"],
  ['.claude/agents/b.md', 'name: b\ndescription: Two.\ncontext_files: [.claude/context/memory/issues.md]\nskills: [tdd]\n',
    "Skill({ skill: 'tdd' })"],
  ['.claude/skills/tdd/SKILL.md', 'name: tdd\ndescription: Test first.\n', 'TaskList()'],
  ['.claude/skills/group/skills/leaf/SKILL.md', 'name: leaf\ndescription: Deep.\n', ''],
  ['plugins/p/agents/e.md', 'name: e\ndescription: Three.\nskills: [tdd]\n', ''],
  ['.claude/context/memory/learnings.md', '', 'text'],
].map(([at, front, text]) => ({
  does: 'write' as const, uri: join(root, at!), text: `---\n${front}---\n${text}`, open: at!.endsWith('a.md'),
})); // prettier-ignore

export type Step =
  | { readonly does: 'write'; readonly uri: string; readonly text: string; readonly open: boolean }
  | { readonly does: 'delete' | 'close' | 'open'; readonly at: number }
  | { readonly does: 'rename'; readonly at: number; readonly to: string }
  | { readonly does: 'type'; readonly at: number; readonly text: string };

const write = fc.oneof(
  ...texts.map(([text, uris], index) => ({
    weight: index === 0 ? 12 : 2,
    arbitrary: fc.record({
      does: fc.constant('write' as const),
      uri: fc.constantFrom(...uris),
      text,
      open: fc.boolean(),
    }),
  })),
);
/** Text at the end of a file: what is typed in a body, or keys where nothing closes the front matter. */
const typing = fc.record({
  does: fc.constant('type' as const),
  at: fc.nat(60),
  text: fc.oneof(
    body.map(b => b.join('\n')),
    keys.map(k => k.join('')),
  ),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: write },
  { weight: 3, arbitrary: typing },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('delete', 'close', 'open'), at: fc.nat(60) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('rename' as const),
      at: fc.nat(60),
      to: fc.constantFrom(...markdownPaths.map(at => join(root, at))),
    }),
  },
);
/** Steps of one transaction, and whether findings are brought up to date after it. */
export const transaction = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 3 }), settle: fc.boolean() });
