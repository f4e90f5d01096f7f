// Which forms of keys are known, put together here so that nobody takes them for keys that leaked.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { file, fixture } from '../support/fixture';

const varied = '4fK9xT2mQ7vB1nZ8cW5pR3jL6hD0sY2aE7gU';

const said = (key: string): string[] => {
  const { workspace, document } = fixture(
    file('.mcp.json', `{ "mcpServers": { "x": { "command": "x", "env": { "KEY": ${JSON.stringify(key)} } } } }\n`),
  );
  return lint(document, workspace)
    .filter(({ rule }) => rule.id === 'secret')
    .map(({ message }) => render(message));
};

suite('secret', () => {
  for (const prefix of ['ghp_', 'gho_', 'github_pat_11A', 'glpat-', 'sk-ant-api03-', 'sk-proj-', 'sk_live_', 'npm_'])
    test(`${prefix}…`, () =>
      assert.equal(said(prefix + varied + (prefix === 'github_pat_11A' ? varied : '')).length, 1));
  test('of Amazon, Google and Slack', () => {
    assert.equal(said(`AKIA${'Q7ZK2MXN5VTB8WCR'}`).length, 1);
    assert.equal(said(`AIza${varied.slice(0, 35)}`).length, 1);
    assert.equal(said(`xoxb-${'738291650472-9f8e7d6c5b4a'}`).length, 1);
  });
  test('is never told in full', () => {
    const [message = ''] = said(`ghp_${varied}`);
    assert.match(message, /`ghp_…`/);
    assert.ok(!message.includes(varied.slice(0, 6)));
  });
  test('what only looks like one is left alone', () => {
    for (const text of [
      `ghp_${'x'.repeat(36)}`,
      'sk-ant-your-key-goes-here-please',
      '${API_KEY}',
      'task-master-ai',
      varied,
    ])
      assert.deepEqual(said(text), [], text);
  });
});
