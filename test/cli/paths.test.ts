// Paths of the command line: how they are named to somebody who stands in a folder, and how they are found.
import { strict as assert } from 'node:assert';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
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

  const typo = agent('a', 'tools: [Read, Grpe]');
  const found = /^\.claude\/agents\/a\.md:4:15 warning unknown-tool [^\n]*\n$/;

  test('a link to a folder of the project is followed, and its files are named where they are', async () => {
    mkdirSync(path('.git'));
    write(typo);
    symlinkSync('.claude/agents', path('link'));
    mkdirSync(path('.codex'));
    symlinkSync('../.claude/agents', path('.codex/agents'));
    assert.match((await run('check', 'link')).out, found);
    assert.match((await run('check', 'link/')).out, found);
    assert.match((await run('check', '.codex')).out, found);
    assert.match((await run('check', '.codex', '.claude')).out, found);
    assert.match((await run('check')).out, found);
    assert.equal((await run('fix', 'link')).error, '0 files fixed.\n');
  });

  test('a link to the project itself', async () => {
    mkdirSync(path('p/.git'), { recursive: true });
    write(typo.replace('-- ', '-- p/'));
    symlinkSync('.claude/agents', path('p/link'));
    symlinkSync('p', path('q'));
    assert.match((await run('check', 'q')).out, /^q\/\.claude\/agents\/a\.md:4:15 [^\n]*\n$/);
    assert.match((await run('check', 'q/link')).out, /^q\/\.claude\/agents\/a\.md:4:15 [^\n]*\n$/);
    assert.match((await runIn('q', 'check', 'link')).out, found);
  });

  test('a pattern that no shell has expanded', async () => {
    write(typo);
    const { code, error } = await run('check', '.claude/**/*.md');
    assert.equal(code, 2);
    assert.match(error, /^agentwright: No file or folder `[^`]+`\. Patterns are not expanded here; /);
  });

  test('where git leaves a folder out, that is said', async () => {
    mkdirSync(path('.git'));
    write(file('.gitignore', 'old/\n') + typo.replace('-- ', '-- old/'));
    const { code, error } = await run('check', 'old');
    assert.equal(code, 2);
    assert.match(error, /^agentwright: Nothing is looked for in `old`: git leaves it out, [^\n]+\n$/);
  });

  test('an agent is found by its name from any folder of the project', async () => {
    mkdirSync(path('.git'));
    mkdirSync(path('src'));
    write(typo);
    assert.match((await runIn('src', 'show', 'a')).out, /^# `a`\n/);
    assert.match((await runIn('src', 'show', 'a')).out, /`\.\.\/\.claude\/agents\/a\.md`/);
    assert.match((await runIn('src', 'show', 'b')).error, /Did you mean a\?/);
  });

  test('a folder that nobody may read is told of', async function () {
    // The superuser may read all.
    if (process.getuid?.() === 0) return this.skip();
    write(typo + agent('b').replace('agents/', 'agents/deep/'));
    chmodSync(path('.claude/agents/deep'), 0);
    const { error } = await run('check');
    assert.match(error, /^agentwright: There is no permission to read the folder `\.claude\/agents\/deep`, /);
    assert.match(
      (await run('check', '.claude/agents/deep/b.md')).error,
      /^agentwright: There is no permission to look at/,
    );
    chmodSync(path('.claude/agents/deep'), 0o755);
  });
});
