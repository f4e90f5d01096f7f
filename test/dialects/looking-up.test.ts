// Facts looked up by their names.
import assert from 'node:assert/strict';
import { dialect, extendedKind, fieldOf, kind, modelByName, toolByName } from '../../server/src/dialects/index';

suite('looking up dialects', () => {
  test('a kind is found by its id', () => {
    assert.equal(kind('claude-agent')?.loader, 'claude-agent');
    assert.equal(kind('nothing'), undefined);
    assert.equal(extendedKind('claude-agent'), undefined);
  });

  test('an extending kind has the fields of both, its own first', () => {
    assert.equal(fieldOf('agent-studio-agent', 'temperature')?.onInvalid, 'convention');
    assert.equal(fieldOf('agent-studio-agent', 'hooks'), fieldOf('claude-agent', 'hooks'));
    assert.notEqual(fieldOf('agent-studio-agent', 'name'), fieldOf('claude-agent', 'name'));
    assert.equal(fieldOf('claude-agent', 'temperature'), undefined);
  });

  test('aliases of models are read in any case, ids are not', () => {
    assert.equal(modelByName(' Opus ')?.id, 'opus');
    assert.equal(modelByName('Claude-Opus-5-5'), undefined);
  });

  test('the pattern for models takes what an API may know', () => {
    const pattern = new RegExp(dialect('claude')?.modelPattern ?? '');
    assert.match('us.anthropic.claude-opus-5-5-v1:0', pattern);
    assert.match('claude-opus-5-5[1m]', pattern);
    assert.doesNotMatch('gpt-5', pattern);
  });

  test('names that Claude Code drops are told from those that are only unusual', () => {
    const type = fieldOf('claude-agent', 'name')?.type;
    assert.ok(type?.is === 'name' && type.pattern !== undefined);
    const pattern = new RegExp(type.pattern);
    for (const name of ['a', 'My Agent', 'über.agent', 'x-1']) assert.match(name, pattern);
    for (const name of ['-a', 'a:b', ':a']) assert.doesNotMatch(name, pattern);
  });

  test('names of the open standard are lowercase, of any alphabet', () => {
    const type = fieldOf('agent-skills-skill', 'name')?.type;
    assert.ok(type?.is === 'name' && type.pattern !== undefined);
    const pattern = new RegExp(type.pattern);
    for (const name of ['pdf', 'pdf-2', 'données']) assert.match(name, pattern);
    for (const name of ['Pdf', '-pdf', 'pdf-', 'a--b', 'a_b', 'a b', 'a/b', 'a.b']) assert.doesNotMatch(name, pattern);
  });

  test('tools are read in one case only', () => {
    assert.equal(toolByName('Read')?.status, 'active');
    assert.equal(toolByName('read'), undefined);
  });

  test('plugins: which keys have no effect', () => {
    const ignored = (kind('claude-plugin-agent')?.fields ?? []).filter(each => each.ignored !== undefined);
    assert.deepEqual(ignored.map(each => each.key).sort(), [
      'hooks',
      'initialPrompt',
      'mcpServers',
      'observeSubagents',
      'observer',
      'observerMessage',
      'permissionMode',
    ]);
  });
});
