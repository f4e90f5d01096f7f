// `agentwright budget`: of the files below the paths, as a page and as JSON.
import { strict as assert } from 'node:assert';
import { agent, skill } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright budget', () => {
  const { write, run } = cliFolder();

  test('a page, and JSON with paths', async () => {
    write(agent('a', 'skills: [tdd]', 'x'.repeat(40)) + skill('tdd', '', 'x'.repeat(400)));
    assert.match((await run('budget')).out, /\n\| `a` \| 110 \| 100 \|\n/);
    const { out } = await run('budget', '.claude/agents', '--format', 'json', '--session-model', 'claude-haiku-4-5');
    const { budgets, sessionModel } = JSON.parse(out) as {
      sessionModel: string;
      budgets: { started: { uri: string; tokens: number }[]; used: unknown[] }[];
    };
    assert.equal(sessionModel, 'claude-haiku-4-5');
    assert.equal(budgets[0]?.started[0]?.uri, '.claude/agents/a.md');
    // The skill lies elsewhere, and is counted where it is loaded alone.
    assert.deepEqual([budgets[0].started[0].tokens, budgets[0].used.length], [110, 0]);
  });

  test('a path that is not there is a usage error', async () => {
    assert.equal((await run('budget', 'nowhere')).code, 2);
  });
});
