// How a workspace comes by the JSON Schemas that it adopts, and whom a change of one concerns.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { join } from '../../server/src/workspace/uris';
import { Workspace } from '../../server/src/workspace/workspace';
import { adopting, beside, schemaPath } from '../support/adopted';
import { agent, fixture, root, skill } from '../support/fixture';

const schemaUri = join(root, schemaPath);
const config = join(root, 'agentwright.json');
const a = join(root, '.claude/agents/a.md');
const b = join(root, '.claude/agents/b.md');
const wants = (key: string): string => JSON.stringify({ type: 'object', required: [key] });

const rulesOf = (workspace: Workspace, uri = a): string[] =>
  lint(workspace.document(uri)!, workspace).map(({ rule }) => rule.id);

suite('adopted schemas in a workspace', () => {
  test('a change of a schema concerns the files of its kind, and the configuration', () => {
    const { workspace } = fixture(adopting({ type: 'object' }, '') + agent('b') + skill('s'));
    workspace.takeDirty();
    const { surroundings } = workspace;
    workspace.apply([{ uri: schemaUri, text: wants('owner') }]);
    assert.deepEqual(workspace.takeDirty().sort(), [a, b, config].sort());
    assert.deepEqual(rulesOf(workspace), ['missing-field']);
    assert.ok(workspace.surroundings > surroundings);
    workspace.apply([{ uri: schemaUri, text: wants('owner') }]);
    assert.deepEqual(workspace.takeDirty(), [config], 'the same text changes nothing of the files');
    workspace.apply([{ uri: schemaUri, gone: true }]);
    assert.deepEqual(workspace.takeDirty().sort(), [a, b, config, schemaUri].sort());
    assert.deepEqual(rulesOf(workspace), []);
    assert.deepEqual(rulesOf(workspace, config), ['missing-file']);
  });

  test('a host is asked for what is listed, once', () => {
    const { workspace } = fixture(agent('a'));
    workspace.apply([{ uri: schemaUri }]);
    assert.ok(!workspace.adopts(schemaUri));
    workspace.apply([{ uri: config, text: JSON.stringify({ schemas: { agent: schemaPath } }), open: true }]);
    assert.ok(workspace.adopts(schemaUri));
    assert.deepEqual(workspace.takeStale(), [schemaUri]);
    workspace.apply([{ uri: schemaUri, unread: 'large' }]);
    assert.deepEqual(workspace.takeStale(), [], 'what cannot be read is not asked for again');
    assert.deepEqual(rulesOf(workspace), []);
    workspace.apply([{ uri: schemaUri, text: wants('owner') }]);
    assert.deepEqual(rulesOf(workspace), ['missing-field']);
    workspace.apply([{ uri: config, text: '{}', open: true }]);
    assert.ok(!workspace.adopts(schemaUri));
    assert.deepEqual(rulesOf(workspace), []);
  });

  test('closed files are read again', () => {
    const { workspace, files } = fixture(adopting({ type: 'object' }, '') + agent('b'));
    for (const uri of [a, b]) workspace.apply([{ uri, text: files.get(uri)! }]);
    workspace.apply([{ uri: schemaUri, text: wants('owner') }]);
    assert.deepEqual(workspace.takeStale().sort(), [a, b]);
  });

  test('in whatever order files come', () => {
    const { files } = fixture(adopting(wants('owner'), ''));
    const all = [...files].map(([uri, text]) => ({ uri, text, open: true }));
    for (const order of [all, [...all].reverse(), [all[1]!, all[0]!, all[2]!], [all[2]!, all[0]!, all[1]!]]) {
      for (const together of [true, false]) {
        const workspace = new Workspace();
        workspace.setRoots([root]);
        if (together) workspace.apply(order);
        else for (const change of order) workspace.apply([change]);
        for (const uri of workspace.takeStale()) workspace.apply([{ uri, text: files.get(uri)! }]);
        assert.deepEqual(rulesOf(workspace), ['missing-field'], order.map(({ uri }) => uri).join());
      }
    }
  });

  test('files that Claude Code reads, addresses and paths from the root are no schemas', () => {
    for (const path of [
      'https://example.com/a.json',
      '/etc/a.json',
      'C:\\a.json',
      '',
      'notes.md',
      'schema',
      '#/x.json',
    ]) {
      const { workspace } = fixture(agent('a') + beside({}, { schemas: { agent: path } }));
      assert.deepEqual(workspace.config(a).schemas, {}, path);
      assert.ok(rulesOf(workspace, config).includes('invalid-value') || path === '', path);
    }
    const own = fixture(agent('a') + beside({}, { schemas: { agent: 'agentwright.json' } })).workspace;
    assert.ok(!own.adopts(config));
    assert.deepEqual(rulesOf(own), []);
  });

  test('a schema is no file of its own: nothing is kept of it but what it says', () => {
    const { workspace } = fixture(adopting({ type: 'object' }, ''));
    assert.equal(workspace.file(schemaUri), undefined);
    assert.equal(workspace.document(schemaUri), undefined);
    assert.ok(workspace.paths.has(schemaUri));
  });
});
