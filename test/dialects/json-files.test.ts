// The facts about JSON files, whose keys nest.
import assert from 'node:assert/strict';
import { kind } from '../../server/src/dialects/index';
import { everyField, fieldAt, fieldLists } from '../support/facts';

suite('JSON files', () => {
  const below = (id: string, path: string): string[] =>
    fieldLists(fieldAt(id, path)?.type ?? { is: 'any' })
      .flat()
      .map(each => each.key);

  test('each kind has its fields', () => {
    const count = (id: string): number => kind(id)?.fields.length ?? 0;
    assert.equal(count('claude-settings'), 184);
    assert.deepEqual(
      kind('claude-hooks-json')?.fields.map(each => each.key),
      ['hooks', 'description', 'modules'],
    );
    assert.deepEqual(
      kind('claude-mcp-json')?.fields.map(each => each.key),
      ['mcpServers'],
    );
    assert.ok(count('claude-plugin-manifest') >= 43);
    assert.ok(below('claude-marketplace', 'plugins').length >= 43);
    assert.equal(below('claude-lsp-json', '<server>').length, 13);
  });

  test('nested keys have types', () => {
    assert.deepEqual(below('claude-settings', 'worktree'), [
      'baseRef',
      'symlinkDirectories',
      'sparsePaths',
      'bgIsolation',
      'location',
    ]);
    const rules = fieldAt('claude-settings', 'permissions.allow')?.type;
    assert.ok(rules?.is === 'list' && rules.of.is === 'call');
    assert.equal(fieldAt('claude-settings', 'sandbox.network.httpProxyPort')?.type.is, 'number');
    assert.equal(fieldAt('claude-settings', 'hooks.Stop.hooks.command')?.type.is, 'text');
    assert.equal(fieldAt('claude-mcp-json', 'mcpServers.<name>.timeout')?.type.is, 'number');
  });

  test('one bad value drops the settings, but not where it was seen to be passed over', () => {
    const cost = (path: string): string | undefined => fieldAt('claude-settings', path)?.onInvalid;
    for (const path of ['verbose', 'model', 'permissions.defaultMode', 'statusLine.command', 'hooks.PreToolUse'])
      assert.equal(cost(path), 'file-dropped', path);
    for (const path of ['theme', 'effortLevel', 'worktree.bgIsolation', 'hooks.Stop', 'extraKnownMarketplaces'])
      assert.equal(cost(path), 'key-ignored', path);
  });

  test('examples are JSON, alone in braces', () => {
    for (const { place, field } of everyField) {
      if (!/^claude-(settings|hooks-json|mcp-json|plugin-mcp|plugin-manifest|marketplace|lsp)/.test(place)) continue;
      assert.doesNotThrow(() => JSON.parse(`{ ${field.example} }`) as unknown, place);
    }
  });
});
