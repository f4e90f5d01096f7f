// Adding a key of one's own to the configuration, whatever stands there already.
import { strict as assert } from 'node:assert';
import { addKnownField } from '../../server/src/rules/known-field';
import { agent, applyEdits, file, fixture, root } from '../support/fixture';

/** What `agentwright.json` holds after `mine` was made known; undefined where nothing can be done. */
function check(before: string | undefined, after: unknown): void {
  const { files, workspace, uri, document } = fixture(
    agent('a', '<|mine|>: 1') + (before === undefined ? '' : file('agentwright.json', before)),
  );
  assert.equal(uri, `${root}/.claude/agents/a.md`);
  const edit = addKnownField(document, workspace, 'mine');
  const text = edit && applyEdits(files, [edit]).get(`${root}/agentwright.json`);
  assert.deepEqual(text === undefined ? undefined : JSON.parse(text), after);
}

suite('known fields', () => {
  test('creates the file', () => check(undefined, { fields: { agent: ['mine'] } }));
  test('an empty map', () => check('{}', { fields: { agent: ['mine'] } }));
  test('other settings', () => check('{ "tools": [] }', { fields: { agent: ['mine'] }, tools: [] }));
  test('an empty list', () => check('{ "fields": { "agent": [] } }', { fields: { agent: ['mine'] } }));
  test('a list', () => check('{ "fields": { "agent": ["a"] } }', { fields: { agent: ['a', 'mine'] } }));
  test('another kind', () => check('{"fields":{"skill":["a"]}}', { fields: { agent: ['mine'], skill: ['a'] } }));
  test('fields of another form are left alone', () => check('{ "fields": 1 }', undefined));
  test('a map of keys with what they are for', () =>
    check('{ "fields": { "agent": { "a": "One." } } }', { fields: { agent: { mine: '', a: 'One.' } } }));
  test('keeps lines and comments', () => {
    const { files, workspace, document } = fixture(
      agent('a', '<|mine|>: 1') + file('agentwright.json', '{\n  // Ours.\n  "tools": [\n    "A"\n  ]\n}\n'),
    );
    const uri = `${root}/agentwright.json`;
    const after = applyEdits(files, [addKnownField(document, workspace, 'mine')!]).get(uri);
    assert.equal(after, '{\n  "fields": { "agent": ["mine"] },\n  // Ours.\n  "tools": [\n    "A"\n  ]\n}\n');
  });
});
