// `agentwright show`: an agent by its name or its file, as a page and as JSON.
import { strict as assert } from 'node:assert';
import { agent, file, skill } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright show', () => {
  const { write, run } = cliFolder();
  const files = agent('reviewer', 'tools: [Read, Grpe]\nskills: [tdd]') + skill('tdd');

  test('by name and by file', async () => {
    write(files);
    const byName = await run('show', 'reviewer');
    assert.equal(byName.code, 0);
    assert.match(byName.out, /^# `reviewer`\n/);
    assert.match(byName.out, /\n- `Grpe`: no tool of Claude Code\.\n/);
    assert.match(byName.out, /\n- `tdd`, ≈ \d+ tokens\n/);
    assert.deepEqual(await run('show', '.claude/agents/reviewer.md'), byName);
  });

  test('as JSON, in the session that is named', async () => {
    write(agent('a', 'model: opus\ntools: [TaskList]'));
    const { out } = await run('show', 'a', '--format', 'json', '--session-model', 'claude-opus-4-6');
    const { version, path, model, tools } = JSON.parse(out) as {
      version: number;
      path: string;
      model: { id: string };
      tools: { granted: string[] };
    };
    assert.deepEqual(
      [version, path, model.id, tools.granted],
      [1, '.claude/agents/a.md', 'claude-opus-4-6', ['TaskList']],
    );
  });

  test('of what does not load the exit code tells', async () => {
    write(file('.claude/agents/a.md', '---\nname: a\n---\n'));
    assert.equal((await run('show', '.claude/agents/a.md')).code, 1);
  });

  test('what is no agent is wrong usage, and a name that is nearly right is named', async () => {
    write(files);
    assert.deepEqual(await run('show', 'reviwer'), {
      code: 2,
      out: '',
      error: 'agentwright: There is no agent reviwer here. Did you mean reviewer?\n',
    });
    assert.equal((await run('show', '.claude/skills/tdd/SKILL.md')).code, 2);
    assert.equal((await run('show')).code, 2);
  });
});
