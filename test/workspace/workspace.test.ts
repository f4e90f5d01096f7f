// What names mean where, whom a change concerns, and what decides the kind of a file.
import { strict as assert } from 'node:assert';
import { facetsRead, lint } from '../../server/src/rules/lint';
import { join } from '../../server/src/workspace/uris';
import type { SymbolKey } from '../../server/src/workspace/symbols';
import { agent, file, fixture, root, skill, type Fixture } from '../support/fixture';

const home = 'file:///home/me';
const homeFile = (path: string, text: string): string => `-- ${home}/${path} --\n${text}`;
const uriOf = (path: string): string => (path.startsWith('file:') ? path : join(root, path));

/** What a name means in a file: paths below the root, the winner first. */
function checkResolve(source: string, symbol: SymbolKey, from: string, ...wanted: string[]): void {
  const { workspace } = fixture(source, { home });
  const { found } = workspace.resolve(symbol, uriOf(from));
  assert.deepEqual(
    found.map(({ uri, alias }) => `${uri.replace(`${root}/`, '')}${alias === 'none' ? '' : ` (${alias})`}`),
    wanted,
  );
}

/** Paths of the files that must be judged again after a change. */
function dirtyAfter({ workspace }: Fixture, change: () => void): string[] {
  workspace.takeDirty();
  change();
  return workspace
    .takeDirty()
    .map(uri => uri.replace(`${root}/`, ''))
    .sort();
}

const said = ({ workspace }: Fixture, path: string): string[] =>
  lint(workspace.document(uriOf(path))!, workspace).map(({ rule }) => rule.id);

suite('resolution', () => {
  const from = '.claude/agents/a.md';

  test("an agent of the project wins over the user's", () =>
    checkResolve(
      agent('b') + homeFile('.claude/agents/b.md', '---\nname: b\ndescription: Home.\n---\n'),
      'agent:b',
      from,
      '.claude/agents/b.md',
      `${home}/.claude/agents/b.md`,
    ));

  test("a skill of the user wins over the project's", () =>
    checkResolve(
      agent('a') + skill('tdd') + homeFile('.claude/skills/tdd/SKILL.md', '---\nname: tdd\ndescription: Home.\n---\n'),
      'skill:tdd',
      from,
      `${home}/.claude/skills/tdd/SKILL.md`,
      '.claude/skills/tdd/SKILL.md',
    ));

  test('a skill that is too deep is known by its group and its own name', () => {
    const source = agent('a') + skill('group/skills/leaf');
    const deep = '.claude/skills/group/skills/leaf/SKILL.md';
    checkResolve(source, 'skill:group/leaf', from, `${deep} (nested)`);
    checkResolve(source, 'skill:leaf', from, deep);
  });

  test('a skill that is found comes before a deeper one of the same name', () =>
    checkResolve(
      agent('a') + skill('aaa/tdd') + skill('tdd'),
      'skill:tdd',
      from,
      '.claude/skills/tdd/SKILL.md',
      '.claude/skills/aaa/tdd/SKILL.md',
    ));

  test('a name that differs from the folder is a label', () =>
    checkResolve(
      agent('a') + skill('tdd', 'name: test-first'),
      'skill:test-first',
      from,
      '.claude/skills/tdd/SKILL.md (label)',
    ));

  test("a plugin's skill has its plain name inside the plugin, and `plugin:skill` everywhere", () => {
    const source =
      agent('a') +
      file('p/.claude-plugin/plugin.json', '{ "name": "p" }\n') +
      file('p/agents/e.md', '---\nname: e\ndescription: Works.\n---\n') +
      file('p/skills/tdd/SKILL.md', '---\nname: tdd\ndescription: Tests.\n---\n');
    checkResolve(source, 'skill:tdd', from);
    checkResolve(source, 'skill:tdd', 'p/agents/e.md', 'p/skills/tdd/SKILL.md');
    checkResolve(source, 'skill:p:tdd', from, 'p/skills/tdd/SKILL.md (label)');
  });

  test("in a plugin its own skills and agents come before the project's of the same name", () => {
    const source =
      agent('e') +
      skill('tdd') +
      file('p/.claude-plugin/plugin.json', '{ "name": "p" }\n') +
      file('p/agents/e.md', '---\nname: e\ndescription: Works.\n---\n') +
      file('p/skills/tdd/SKILL.md', '---\nname: tdd\ndescription: Tests.\n---\n');
    const own = 'p/skills/tdd/SKILL.md';
    checkResolve(source, 'skill:tdd', 'p/agents/e.md', own, '.claude/skills/tdd/SKILL.md');
    checkResolve(source, 'agent:e', own, 'p/agents/e.md', '.claude/agents/e.md');
    checkResolve(source, 'skill:tdd', '.claude/agents/e.md', '.claude/skills/tdd/SKILL.md');
  });

  test('a project sees what lies in the folders around it, and not what lies in its own subprojects', () => {
    const source = agent('a') + skill('tdd') + file('sub/.claude/skills/own/SKILL.md', '---\nname: own\n---\n');
    checkResolve(source, 'skill:tdd', 'sub/.claude/agents/b.md', '.claude/skills/tdd/SKILL.md');
    checkResolve(source, 'skill:own', from);
  });
});

suite('what a change concerns', () => {
  const users = Array.from({ length: 44 }, (_, index) => agent(`user-${index}`, 'skills: [tdd]', 'Works.')).join('');
  const all = users + skill('tdd');
  const paths = Array.from({ length: 44 }, (_, index) => `.claude/agents/user-${index}.md`);
  const edit = (of: Fixture, path: string, change: (text: string) => string): void => {
    const uri = uriOf(path);
    of.workspace.apply([{ uri, text: change(of.files.get(uri)!), open: true }]);
  };

  test('typing in a body concerns the file alone', () => {
    const given = fixture(all);
    const dirty = dirtyAfter(given, () => edit(given, '.claude/agents/user-0.md', text => `${text}More.\n`));
    assert.deepEqual(dirty, ['.claude/agents/user-0.md']);
  });

  test('the description of a skill that 44 agents list concerns the skill alone', () => {
    const given = fixture(all);
    const path = '.claude/skills/tdd/SKILL.md';
    const dirty = dirtyAfter(given, () => edit(given, path, text => text.replace('Does tdd well', 'Tests first')));
    assert.deepEqual(dirty, [path]);
  });

  test('a skill that goes concerns all who list it', () => {
    const given = fixture(all);
    const path = '.claude/skills/tdd/SKILL.md';
    const dirty = dirtyAfter(given, () => given.workspace.apply([{ uri: uriOf(path), gone: true }]));
    assert.deepEqual(dirty, [...paths, path].sort());
  });

  test('a skill that may no longer be preloaded concerns all who list it', () => {
    const given = fixture(all);
    const path = '.claude/skills/tdd/SKILL.md';
    const key = 'disable-model-invocation: true\nname:';
    const dirty = dirtyAfter(given, () => edit(given, path, text => text.replace('name:', key)));
    assert.deepEqual(dirty, [...paths, path].sort());
  });

  test('a path that appears concerns those who name it, or a folder above it', () => {
    const named = agent('a', 'context_files: [docs/x.md]') + agent('b', 'context_files: [docs]') + agent('c');
    const given = fixture(named);
    const dirty = dirtyAfter(given, () => given.workspace.apply([{ uri: uriOf('docs/x.md') }]));
    assert.deepEqual(dirty, ['.claude/agents/a.md', '.claude/agents/b.md']);
  });

  test('a path that appears concerns those whose link may have meant it', () => {
    const links = [
      '../../../../docs/x.md',
      '/../../docs/x.md',
      '../../docs/x.md.',
      '../../docs/x.md:12',
      '../../docs/x.mdd',
    ];
    const all = links.map((link, at) => agent(`a${at}`, '', `[x](${link})`)).join('') + agent('b', '', '[x](../y.md)');
    const given = fixture(all);
    const dirty = dirtyAfter(given, () => given.workspace.apply([{ uri: uriOf('.claude/docs/x.md') }]));
    assert.deepEqual(dirty, ['.claude/agents/a0.md']);
    const second = dirtyAfter(given, () => given.workspace.apply([{ uri: uriOf('docs/x.md') }]));
    assert.deepEqual(
      second,
      [1, 2, 3, 4].map(at => `.claude/agents/a${at}.md`),
    );
  });

  test('a command that appears concerns those who call a skill of its name', () => {
    const given = fixture(agent('a', '', "Skill({ skill: 'go' })") + agent('b'));
    assert.ok(said(given, '.claude/agents/a.md').includes('unknown-skill'));
    const uri = uriOf('.claude/commands/go.md');
    const dirty = dirtyAfter(given, () => given.workspace.apply([{ uri, text: 'Go.' }]));
    assert.deepEqual(dirty, ['.claude/agents/a.md', '.claude/commands/go.md']);
    assert.ok(!said(given, '.claude/agents/a.md').includes('unknown-skill'));
  });

  test('servers that are configured concern those who list MCP tools', () => {
    const given = fixture(agent('a', 'tools: [Read, mcp__db__x]') + agent('b', 'tools: [Read]'));
    const uri = uriOf('.mcp.json');
    const text = '{ "mcpServers": { "web": {} } }';
    const dirty = dirtyAfter(given, () => given.workspace.apply([{ uri, text }]));
    assert.deepEqual(dirty, ['.claude/agents/a.md', '.mcp.json']);
  });
});

suite('what a place decides', () => {
  const kinds = ({ workspace }: Fixture, path: string): string[] =>
    workspace.schema(uriOf(path))?.kinds.map(kind => kind.id) ?? [];

  test('one file with a key of agent-studio changes its whole project, and its last one changes it back', () => {
    const given = fixture(agent('a') + agent('b') + file('other/.claude/agents/c.md', '---\nname: c\n---\n'));
    assert.deepEqual(kinds(given, '.claude/agents/a.md'), ['claude-agent']);
    const uri = uriOf('.claude/agents/b.md');
    const before = given.files.get(uri)!;
    const after = before.replace('name:', 'context_strategy: minimal\nname:');
    const dirty = dirtyAfter(given, () => given.workspace.apply([{ uri, text: after, open: true }]));
    assert.ok(dirty.includes('.claude/agents/a.md'));
    assert.deepEqual(kinds(given, '.claude/agents/a.md'), ['claude-agent', 'agent-studio-agent']);
    assert.deepEqual(kinds(given, 'other/.claude/agents/c.md'), ['claude-agent']);
    given.workspace.apply([{ uri, text: before, open: true }]);
    assert.deepEqual(kinds(given, '.claude/agents/a.md'), ['claude-agent']);
  });

  test('among agents, a file whose front matter is broken is one too, and a text is none', () => {
    const good = (name: string): string => file(`sales/${name}.md`, `---\nname: ${name}\ndescription: Sells.\n---\n`);
    const broken = {
      open: 'name: a\ndescription: Sells.\n---\nSell.\n',
      closed: '---\nname: a\ndescription: Sells.\ncolor: red\n\nSell.\n',
      late: '\n---\nname: a\ndescription: Sells.\n---\n',
      misspelt: '---\nnmae: a\ndescription: Sells.\ncolor: red\n---\n',
      glued: '---name: a\ndescription: Sells.\n---\n',
      marked: '---\n"name:" a\ndescription: Sells.\ncolor: red\n---\n',
      letters: '---\nname: a\nmоdel: opus\n---\n',
      page: '---\ntitle: a\ndescription: What we sell.\n---\n',
      text: '# How we sell\n\nname: a\n',
    };
    const others = [...'abcdefgh'].map(good).join('');
    const all = Object.entries(broken).map(([name, text]) => file(`sales/${name}.md`, text));
    const { workspace } = fixture(others + all.join(''));
    const roles = Object.keys(broken).map(name => `${name}: ${workspace.role(uriOf(`sales/${name}.md`))}`);
    assert.deepEqual(roles, [
      'open: agent',
      'closed: agent',
      'late: agent',
      'misspelt: agent',
      'glued: agent',
      'marked: agent',
      'letters: agent',
      'page: plain',
      'text: plain',
    ]);
  });

  test('a schema file of agent-studio shows it too, though it is never read', () => {
    const given = fixture(agent('a'));
    given.workspace.apply([{ uri: uriOf('.claude/schemas/agent-definition.schema.json') }]);
    assert.deepEqual(kinds(given, '.claude/agents/a.md'), ['claude-agent', 'agent-studio-agent']);
  });

  test('agentwright.json adds tools, sets levels and leaves files out', () => {
    const given = fixture(agent('a', 'tools: [Read, Deploy]') + agent('b', 'tools: [Read, Deploy]'));
    assert.ok(said(given, '.claude/agents/a.md').includes('unknown-tool'));
    const uri = uriOf('agentwright.json');
    const apply = (value: unknown): void => given.workspace.apply([{ uri, text: JSON.stringify(value), open: true }]);
    apply({ tools: ['Deploy'] });
    assert.deepEqual(said(given, '.claude/agents/a.md'), []);
    apply({ rules: { 'unknown-tool': 'off' } });
    assert.deepEqual(said(given, '.claude/agents/a.md'), []);
    apply({ ignore: ['**/a.md'] });
    assert.deepEqual(said(given, '.claude/agents/a.md'), []);
    assert.ok(said(given, '.claude/agents/b.md').includes('unknown-tool'));
    apply({});
    assert.ok(said(given, '.claude/agents/a.md').includes('unknown-tool'));
  });

  test('two files that concern one folder do not make each other stale for ever', () => {
    const given = fixture(agent('a'));
    const changes = [
      { uri: uriOf('agentwright.json'), text: '{}' },
      { uri: uriOf('.claude-plugin/marketplace.json'), text: '{ "plugins": [] }' },
    ];
    given.workspace.apply(changes);
    for (let turn = 0; turn < 2; turn++) {
      const stale = given.workspace.takeStale();
      given.workspace.apply(changes.filter(({ uri }) => stale.includes(uri)));
    }
    assert.deepEqual(given.workspace.takeStale(), []);
  });

  test('the facets that rules read are told by the rules', () => {
    assert.ok(facetsRead().has('preloadable'));
    assert.ok(!facetsRead().has('description'));
  });
});

suite('names in a folder', () => {
  test('follow the files that come and go', () => {
    const { workspace } = fixture('-- docs/a/one.md --\n1\n-- docs/two.md --\n2\n');
    const names = (): string[] => [...workspace.paths.namesIn(join(root, 'docs'))].sort();
    assert.deepEqual(names(), ['a', 'two.md']);
    workspace.apply([{ uri: uriOf('docs/b.md'), text: '', open: false }]);
    workspace.apply([{ uri: uriOf('docs/a/one.md'), gone: true }]);
    assert.deepEqual(names(), ['b.md', 'two.md']);
  });
});
