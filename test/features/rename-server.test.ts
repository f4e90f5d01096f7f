// A rename of an MCP server changes the key that configures it and the names of its tools, wherever they stand.
import { checkDefinition, checkReferences, checkRefused, checkRename } from '../support/rename';
import { agent, file } from '../support/fixture';

const servers = (...names: string[]): string =>
  file('.mcp.json', `{ "mcpServers": { ${names.map(name => `"${name}": { "command": "x" }`).join(', ')} } }\n`);

const settings = (name: string): string =>
  file(
    '.claude/settings.json',
    `{ "permissions": { "allow": ["mcp__${name}__query", "mcp__${name}", "mcp__other__query"] },\n` +
      `  "enabledMcpjsonServers": ["${name}"],\n` +
      `  "hooks": { "PreToolUse": [{ "matcher": "Write|mcp__${name}__.*|mcp__dbx__y", "hooks": [] }] } }\n`,
  );

const user = (name: string): string =>
  agent(
    'a',
    `mcpServers:\n  - "${name}"\n  - other\ntools: Read, mcp__${name}__query, mcp__${name}__*\n` +
      `hooks:\n  PreToolUse:\n    - matcher: "mcp__${name}__(a|b)|mcp__.*__c"\n      hooks: []`,
    `Call \`mcp__${name}__query\`, then mcp__${name}__list; the db is big, and mcp__db2__x is another.\n\n` +
      `\`\`\`js\nmcp__${name}__query({ sql })\n// mcp__db__query does it\n\`\`\`\n\n<!-- mcp__db__query -->`,
  );
const asked = [
  'Call `mcp__db__query`, then mcp__db__list; the db is big, and mcp__db2__x is another.',
  'Call `mcp__db__query`, then mcp__db__list; the db is big, and mcp__db2__x is another.',
  'mcp__db__query({ sql })',
];

suite('rename of an MCP server', () => {
  test('from its key: lists, tools, permissions, matchers; in the body when asked', () =>
    checkRename(
      'pg',
      servers('d<|>b', 'other') + settings('db') + user('db'),
      servers('pg', 'other') + settings('pg') + user('pg'),
      asked,
    ));

  test('from a tool of it', () =>
    checkRename(
      'pg',
      agent('b', 'tools: [mcp__d<|>b__query]') + servers('db') + user('db'),
      agent('b', 'tools: [mcp__pg__query]') + servers('pg') + user('pg'),
      asked,
    ));

  test('what another project means by the name stays', () => {
    const sub = (name: string): string =>
      `-- sub/.mcp.json --\n{ "mcpServers": { "${name}": { "command": "y" } } }\n` +
      `-- sub/.claude/agents/b.md --\n---\nname: b\ndescription: Works.\ntools: [mcp__${name}__x]\n---\n`;
    const own = agent('c', 'mcpServers:\n  - db: { command: z }\ntools: [mcp__db__x]');
    checkRename(
      'pg',
      servers('d<|>b') + agent('a', 'tools: [mcp__db__x]') + sub('db') + own,
      servers('pg') + agent('a', 'tools: [mcp__pg__x]') + sub('db') + own,
    );
  });

  test('one that an agent defines for itself', () => {
    const other = servers('db') + agent('b', 'tools: [mcp__db__x]');
    checkRename(
      'pg',
      agent('a', 'mcpServers:\n  - d<|>b: { command: z }\ntools: [mcp__db__x]') + other,
      agent('a', 'mcpServers:\n  - pg: { command: z }\ntools: [mcp__pg__x]') + other,
    );
  });

  test('one of a plugin, as it is called outside', () => {
    const plugin = (name: string): string =>
      file('p/.claude-plugin/plugin.json', `{ "name": "my.tools", "mcpServers": { "${name}": { "command": "x" } } }\n`);
    const outside = (name: string): string =>
      agent('a', `tools: [mcp__plugin_my_tools_${name}__query, mcp__plugin_other_db__query]`);
    checkRename('pg', plugin('d<|>b') + outside('db'), plugin('pg') + outside('pg'));
  });

  test('a name of several words, as its tools write it', () =>
    checkRename(
      'pg',
      servers('my d<|>b') + agent('a', 'tools: [mcp__my_db__x]'),
      servers('pg') + agent('a', 'tools: [mcp__pg__x]'),
    ));

  test('is refused for a name of another form', () =>
    checkRefused('my db', servers('d<|>b'), 'Use letters, digits, hyphens and single underscores, as in `my-server`'));
  test('is refused for a name that is taken, by what', () =>
    checkRefused('other', servers('d<|>b', 'other'), 'The server `other` is configured in `.mcp.json` already'));
  test('is refused for a name that some user of it means otherwise', () =>
    checkRefused(
      'pg',
      servers('d<|>b') + agent('a', 'mcpServers:\n  - pg: { command: z }\ntools: [mcp__db__x]'),
      'The server `pg` is configured in `.claude/agents/a.md` already',
    ));
  test('is refused for one that nothing here configures', () =>
    checkRefused('x', agent('a', 'tools: [mcp__d<|>b__x]'), 'The server `db` is configured nowhere'));
  test('is refused on the tool itself', () =>
    checkRefused('x', servers('db') + agent('a', 'tools: [mcp__db__qu<|>ery]'), '`mcp__db__query` is a tool'));
});

suite('an MCP server', () => {
  test('has all its places as references', () =>
    checkReferences(
      agent('a', 'tools: [mcp__<|db|>__x]', '`mcp__<|db|>__x`') +
        file('.mcp.json', '{ "mcpServers": { "<|db|>": {} } }\n') +
        file('sub/.mcp.json', '{ "mcpServers": { "db": {} } }\n') +
        file('sub/hooks/hooks.json', '{ "hooks": { "Stop": [{ "matcher": "mcp__db__x", "hooks": [] }] } }\n'),
    ));
  test('is found from the body', () =>
    checkDefinition(agent('a', '', 'Call mcp__d<|>b__x.') + servers('db'), ['.mcp.json:1']));
});
