// What is said in `agentwright.json` of a schema that cannot be read, or is followed in part.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { join } from '../../server/src/workspace/uris';
import { beside, schemaPath } from '../support/adopted';
import { agent, fixture, root } from '../support/fixture';

function said(schema: unknown, settings: object = {}): string[] {
  const { workspace } = fixture(beside(schema, settings) + agent('a'));
  const config = workspace.document(join(root, 'agentwright.json'))!;
  return lint(config, workspace).map(({ rule, severity, message }) => `${severity} ${rule.id}: ${render(message)}`);
}

suite('schemas that are not read', () => {
  test('each is told why', () => {
    const part = { schemas: { agent: `${schemaPath}#/x` } };
    assert.deepEqual(said({ type: 'object' }), []);
    assert.match(said('{')[0]!, /^warning unread-schema: .*not JSON/);
    assert.match(said(' '.repeat(1_000_001))[0]!, /^warning unread-schema: .*a million/);
    assert.match(said([])[0]!, /^warning unread-schema: .*no keys with values/);
    assert.match(said({}, part)[0]!, /^warning unread-schema: .*no such part/);
    assert.deepEqual(said({ x: { type: 'object' } }, part), []);
    assert.match(said([], { schemas: {}, overrides: [{ files: ['a'], ...part }] })[0]!, /no such part/);
    assert.match(said([], { schemas: { agent: { path: schemaPath } } })[0]!, /no keys with values/);
  });

  test('nor is one without permission', () => {
    const { workspace } = fixture(beside({ type: 'object' }) + agent('a'));
    const config = join(root, 'agentwright.json');
    workspace.takeDirty();
    workspace.apply([{ uri: join(root, schemaPath), unread: 'closed' }]);
    assert.ok(workspace.takeDirty().includes(config));
    const found = lint(workspace.document(config)!, workspace).map(({ message }) => render(message));
    assert.deepEqual(found, ['This schema cannot be read.']);
  });

  test('what is passed over is named: keywords, references and patterns', () => {
    const inner = {
      tier: { type: 'array', uniqueItems: true, items: { not: {} } },
      owner: { $ref: 'https://example.com/owner.json' },
      zone: { type: 'string', pattern: '(?!x)y' },
    };
    assert.deepEqual(said({ type: 'object', properties: inner, if: {}, then: {} }), [
      'hint unread-schema: Agentwright ignores these parts of the schema: `if`, `then`, `uniqueItems`, `not`.',
      'information unread-schema: This schema refers to what is not in it, which Agentwright does not read: ' +
        '`https://example.com/owner.json`.',
      'information unread-schema: Patterns that look ahead or back, or are too large, are ignored: `(?!x)y`.',
    ]);
  });

  test('a path that is none, or leads nowhere, is told by the rules about paths', () => {
    assert.match(said({ type: 'object' }, { schemas: { agent: './none.json' } })[0]!, /^warning missing-file/);
    const override = { files: ['a'], schemas: { agent: { path: './none.json' } } };
    assert.match(said({ type: 'object' }, { overrides: [override] })[0]!, /missing-file/);
    assert.match(said({ type: 'object' }, { schemas: { agent: 'https://example.com/a.json' } })[0]!, /^\w+ invalid-value/);
    assert.match(said({ type: 'object' }, { schemas: { agent: { path: schemaPath, level: 'fatal' } } })[0]!, /^\w+ invalid-value/);
    assert.match(said({ type: 'object' }, { schemas: { agent: { level: 'error' } } })[0]!, /^\w+ missing-field/);
    assert.match(said({ type: 'object' }, { schemas: { memory: schemaPath } })[0]!, /^\w+ unknown-field/);
  }); // prettier-ignore
});
