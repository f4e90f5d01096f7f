// What `agentwright.json` says of a file: of which folders, extended by what, and for which files alone.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { join } from '../../server/src/workspace/uris';
import { agent, file, fixture, root, type Fixture } from '../support/fixture';

const uriOf = (path: string): string => join(root, path);
const json = (path: string, value: unknown): string => file(path, `${JSON.stringify(value)}\n`);
const off = { 'unknown-tool': 'off' };
const inner = 'packages/one/.claude/agents/a.md';
const deep = file(inner, '---\nname: a\ndescription: Does a well.\n---\n');

/** The configuration of the file in the inner folder, or of another. */
const configOf = ({ workspace }: Fixture, path = inner): ReturnType<typeof workspace.config> =>
  workspace.config(uriOf(path));

const levelOf = (given: Fixture, path = inner): string | undefined => configOf(given, path).rules['unknown-tool'];
const names = (list: readonly { readonly name: string }[] | undefined): string[] =>
  (list ?? []).map(({ name }) => name);

suite('configuration', () => {
  test('of all folders above, the nearest before all', () => {
    const given = fixture(
      deep +
        json('agentwright.json', { rules: { 'unknown-tool': 'error', 'no-tools': 'off' }, tools: ['A', 'C'] }) +
        json('packages/one/agentwright.json', { rules: { 'unknown-tool': 'hint' }, tools: ['B', 'C'] }),
    );
    assert.deepEqual(configOf(given).rules, { 'unknown-tool': 'hint', 'no-tools': 'off' });
    assert.deepEqual(names(configOf(given).tools), ['A', 'B', 'C']);
    assert.deepEqual(names(configOf(given, 'x.md').tools), ['A', 'C']);
  });

  test('root stops the way up', () => {
    const given = fixture(
      deep + json('agentwright.json', { rules: off, ignore: ['**/a.md'] }) + json('packages/agentwright.json', { root: true }),
    ); // prettier-ignore
    assert.deepEqual(configOf(given).rules, {});
    assert.ok(!given.workspace.isIgnored(uriOf(inner)));
    assert.ok(given.workspace.isIgnored(uriOf('.claude/agents/a.md')));
  });

  test('files that a folder further up leaves out stay left out', () => {
    const given = fixture(
      deep + json('agentwright.json', { ignore: ['packages/one/**'] }) + json('packages/agentwright.json', { ignore: ['two'] }),
    ); // prettier-ignore
    assert.ok(given.workspace.isIgnored(uriOf(inner)));
  });

  test('extends other files, and goes before them', () => {
    const given = fixture(
      deep +
        json('agentwright.json', { extends: ['shared/a.agentwright.json', './b.agentwright.json'], tools: ['Own'] }) +
        json('shared/a.agentwright.json', { rules: off, tools: ['A'], extends: '../c.agentwright.json' }) +
        json('b.agentwright.json', { rules: { 'unknown-tool': 'hint' }, ignore: ['.claude/agents/b.md'] }) +
        json('c.agentwright.json', { rules: { 'no-tools': 'off' }, root: true }),
    );
    assert.deepEqual(configOf(given).rules, { 'no-tools': 'off', 'unknown-tool': 'hint' });
    assert.deepEqual(names(configOf(given).tools), ['A', 'Own']);
    assert.ok(given.workspace.isIgnored(uriOf('.claude/agents/b.md')));
  });

  test('a file that is only extended does not hold for its folder', () => {
    const given = fixture(deep + json('packages/x.agentwright.json', { rules: off }));
    assert.equal(levelOf(given), undefined);
    assert.equal(given.workspace.role(uriOf('packages/x.agentwright.json')), 'configuration');
  });

  test('circles and files that are not there are harmless', () => {
    const given = fixture(
      deep +
        json('agentwright.json', { extends: ['a.agentwright.json', 'gone.agentwright.json', 'agentwright.json'] }) +
        json('a.agentwright.json', { extends: 'agentwright.json', rules: off }),
    );
    assert.equal(levelOf(given), 'off');
  });

  test('globs of an extended file count from the folder of the one that extends it', () => {
    const given = fixture(
      deep +
        json('packages/agentwright.json', { extends: '../shared/a.agentwright.json' }) +
        json('shared/a.agentwright.json', { ignore: ['one/**'] }),
    );
    assert.ok(given.workspace.isIgnored(uriOf(inner)));
  });

  test('overrides hold for the files that they name, the later before the earlier', () => {
    const given = fixture(
      deep +
        json('agentwright.json', {
          rules: { 'unknown-tool': 'error' },
          overrides: [
            { files: ['packages/**'], rules: off, tools: ['Mine'], fields: { agent: ['owner'] } },
            { files: ['**/one/**', '**/two/**'], rules: { 'unknown-tool': 'hint' } },
            { rules: { 'unknown-tool': 'information' } },
          ],
        }),
    );
    assert.equal(levelOf(given), 'hint');
    assert.equal(levelOf(given, 'packages/three/x.md'), 'off');
    assert.equal(levelOf(given, 'x.md'), 'error');
    assert.deepEqual(names(configOf(given).tools), ['Mine']);
    assert.ok(given.workspace.schema(uriOf(inner))?.fields.has('owner'));
    assert.deepEqual(names(configOf(given, 'x.md').tools), []);
  });

  test('a nearer folder goes before the overrides of one further up', () => {
    const given = fixture(
      deep +
        json('agentwright.json', { overrides: [{ files: ['**'], rules: off }] }) +
        json('packages/agentwright.json', { rules: { 'unknown-tool': 'error' } }),
    );
    assert.equal(levelOf(given), 'error');
  });

  test('keys, tools and models can be described', () => {
    const given = fixture(
      deep +
        json('agentwright.json', {
          fields: { agent: { owner: 'Who answers for it.', team: '' }, rule: ['owner'] },
          tools: { Deploy: 'Puts it into production.' },
          models: ['large'],
        }),
    );
    const schema = given.workspace.schema(uriOf(inner));
    assert.equal(schema?.fields.get('owner')?.[0]?.field.doc, 'Who answers for it.');
    assert.match(schema?.fields.get('team')?.[0]?.field.doc ?? '', /this repository/);
    assert.equal(schema?.tools.get('Deploy')?.doc, 'Puts it into production.');
    assert.match(schema?.models.get('large')?.doc ?? '', /this repository/);
    assert.deepEqual(names(configOf(given).fields.rule), ['owner']);
  });

  test("a person's own levels go before all", () => {
    const given = fixture(deep + json('agentwright.json', { overrides: [{ files: ['**'], rules: off }] }));
    assert.equal(levelOf(given), 'off');
    given.workspace.setOwnLevels({ 'unknown-tool': 'error' });
    assert.equal(levelOf(given), 'error');
  });

  test('a change of an extended file concerns what lies below those that extend it', () => {
    const given = fixture(
      agent('a', 'tools: [Read, Deploy]') +
        json('agentwright.json', { extends: 'shared/a.agentwright.json' }) +
        json('shared/a.agentwright.json', { extends: 'b.agentwright.json' }),
    );
    const { workspace, uri } = given;
    const says = (): string[] => lint(workspace.document(uri)!, workspace).map(({ rule }) => rule.id);
    assert.ok(says().includes('unknown-tool'));
    workspace.takeDirty();
    const base = uriOf('shared/b.agentwright.json');
    workspace.apply([{ uri: base, text: '{ "tools": ["Deploy"] }', open: true }]);
    assert.ok(workspace.takeDirty().includes(uri));
    assert.deepEqual(says(), []);
    workspace.apply([{ uri: base, gone: true }]);
    assert.ok(workspace.takeDirty().includes(uri));
    assert.ok(says().includes('unknown-tool'));
  });

  test('says how front matter is formatted, the nearer key by key before what lies further up', () => {
    const given = fixture(
      deep +
        json('agentwright.json', {
          format: { keyOrder: 'keep', lists: 'block' },
          overrides: [{ files: ['packages/**'], format: { lists: 'flow' } }],
        }) +
        json('packages/one/agentwright.json', { format: { keyOrder: 'odd' } }),
    );
    assert.deepEqual(configOf(given).format, { keyOrder: 'keep', lists: 'flow' });
    assert.deepEqual(configOf(given, 'x.md').format, { keyOrder: 'keep', lists: 'block' });
  });

  test('what makes a convention is told by share and number, the nearest before all', () => {
    const given = fixture(
      deep +
        json('agentwright.json', { conventions: { share: 0.5, files: 4 } }) +
        json('packages/one/agentwright.json', { conventions: { share: 0.8 } }),
    );
    assert.deepEqual(configOf(given).conventions, { share: 0.8, files: 4 });
    const wrong = [{ share: 0, files: 'ten' }, { share: 2 }, { share: '1', files: -1 }, [1], 1];
    for (const conventions of wrong)
      assert.deepEqual(configOf(fixture(deep + json('agentwright.json', { conventions }))).conventions, {});
  });

  test('what is no configuration is passed over', () => {
    for (const text of [
      '',
      '[]',
      '{',
      '{ "rules": 1, "extends": {}, "overrides": [1, null], "fields": { "agent": 2 } }',
    ])
      assert.deepEqual(configOf(fixture(deep + file('agentwright.json', text))).rules, {});
  });
});
