// Paths of the command line: how they are named to somebody who stands in a folder, and how they are found.
import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { agent, file } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright, its paths', () => {
  const { write, run, runIn, path } = cliFolder();

  test('messages name files from where somebody stands, as the findings do', async () => {
    mkdirSync(path('.git'));
    const twin = '---\nname: a\ndescription: A.\n---\nWork.\n';
    write(agent('a') + file('.claude/agents/deep/b c.md', twin));
    assert.match((await run('check')).out, / is also in `\.claude\/agents\/deep\/b c\.md`/);
    const { out } = await runIn('.claude/agents/deep', 'check', '..');
    assert.match(out, /^b c\.md:2:7 warning duplicate-name The agent `a` is also in `\.\.\/a\.md`/m);
    assert.match(out, /^\.\.\/a\.md:2:7 warning duplicate-name The agent `a` is also in `b c\.md`/m);
  });

  test('and from above or beside the project', async () => {
    const twin = '---\nname: a\ndescription: A.\n---\nWork.\n';
    mkdirSync(path('p/.git'), { recursive: true });
    mkdirSync(path('q'));
    write(file('p/.claude/agents/a.md', twin) + file('p/.claude/agents/b.md', twin));
    assert.match((await run('check', 'p')).out, / is also in `p\/\.claude\/agents\/b\.md`/);
    assert.match((await runIn('q', 'check', '../p')).out, / is also in `\.\.\/p\/\.claude\/agents\/b\.md`/);
  });

  test('paths that a file holds stay as it writes them', async () => {
    mkdirSync(path('.git'));
    write(agent('a', 'context_files: [.claude/context/gone.md]'));
    const { out } = await runIn('.claude', 'check');
    assert.match(out, /^agents\/a\.md:4:17 [^\n]* `\.claude\/context\/gone\.md`/m);
  });
});
