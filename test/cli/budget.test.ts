// `agentwright budget`: of the files below the paths, as a page and as JSON.
import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { agent, file, skill } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright budget', () => {
  const { write, run, runIn, path } = cliFolder();

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

  test('of a folder below the root, which is a project of its own', async () => {
    mkdirSync(path('.git'));
    const own = agent('a', '', 'x'.repeat(40)).replace('-- ', '-- sub/') + file('sub/CLAUDE.md', `${'y'.repeat(79)}\n`);
    write(own + file('CLAUDE.md', 'Top.\n') + agent('b'));
    const { out } = await run('budget', 'sub');
    assert.deepEqual(out.match(/^## .*/gm), ['## `sub`']);
    assert.match(out, /\n- Instructions: ≈ 20 tokens \(`CLAUDE\.md` 20\)\.\n/);
    assert.match((await runIn('sub', 'budget')).out, /^## `sub`$/m);
    assert.deepEqual((await run('budget')).out.match(/^## .*/gm)?.length, 2);
  });

  test('where nothing costs anything there is no list of noughts', async () => {
    write(file('docs/notes.md', 'Notes.\n') + file('docs/AGENTS.md', 'More.\n') + agent('a'));
    assert.match((await run('budget', 'docs')).out, /\n\nNothing here costs anything: [^\n]*\n$/);
  });

  test('a path that is not there is a usage error', async () => {
    assert.equal((await run('budget', 'nowhere')).code, 2);
  });
});
