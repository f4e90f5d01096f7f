// `agentwright fix`: what is written, what is shown instead, and what is left as it is.
import { strict as assert } from 'node:assert';
import { appendFileSync, chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { applyPatch } from 'diff';
import { agent, file, skill } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright fix', () => {
  const { write, run, path, text } = cliFolder();
  const broken = file('.claude/agents/a.md', '---\nname: a\ndescription: Helps: a lot\ntools: [read]\n---\n\nBody.\n');

  test('writes what is safe to fix, names the files, and does nothing the second time', async () => {
    write(broken + agent('b', 'tools: [Read]'));
    const untouched = text('.claude/agents/b.md');
    const { code, out, error } = await run('fix');
    assert.equal(out, '.claude/agents/a.md\n');
    assert.equal(error, '1 file fixed.\n');
    assert.equal(code, 0);
    assert.equal(
      text('.claude/agents/a.md'),
      '---\nname: a\ndescription: "Helps: a lot"\ntools: [Read]\n---\n\nBody.\n',
    );
    assert.equal(text('.claude/agents/b.md'), untouched);
    assert.deepEqual(await run('fix'), { code: 0, out: '', error: '0 files fixed.\n' });
  });

  test('a dry run prints a diff that leads to the same, and writes nothing', async () => {
    write(broken.replaceAll('\n', '\r\n').replace('--\r\n', '--\n'));
    const before = text('.claude/agents/a.md');
    const { code, out, error } = await run('fix', '--dry-run');
    assert.equal(text('.claude/agents/a.md'), before);
    assert.match(out, /^--- a\/\.claude\/agents\/a\.md\n\+\+\+ b\/\.claude\/agents\/a\.md\n@@ -1,/);
    assert.equal(error, '1 file would be fixed.\n');
    assert.equal(code, 1);
    await run('fix');
    assert.equal(applyPatch(before, out), text('.claude/agents/a.md'));
    assert.deepEqual(await run('fix', '--dry-run'), { code: 0, out: '', error: '0 files would be fixed.\n' });
  });

  test('only what lies below the paths is written', async () => {
    write(broken + broken.replace('a.md', 'b.md'));
    assert.equal((await run('fix', '.claude/agents/b.md')).out, '.claude/agents/b.md\n');
    assert.match(text('.claude/agents/a.md'), /Helps: a lot\n/);
  });

  test('a fix that brings another file something to fix is followed', async () => {
    write(skill('tdd').replace('name: tdd', 'name: TDD') + agent('a', 'skills: [tdd]'));
    await run('fix');
    const { error } = await run('check');
    assert.match(error, /0 errors, 0 warnings/);
  });

  test('bytes that are not UTF-8 are left as they are, and that is said', async () => {
    write(broken);
    appendFileSync(path('.claude/agents/a.md'), Buffer.from([0xff, 0xfe]));
    const before = readFileSync(path('.claude/agents/a.md'));
    const { code, error } = await run('fix');
    assert.equal(code, 1);
    assert.match(error, /^agentwright: `\.claude\/agents\/a\.md` is left as it is: .+UTF-8\.\n0 files fixed\.\n$/);
    assert.deepEqual(readFileSync(path('.claude/agents/a.md')), before);
  });

  test('a file that nobody may write is left, and that is said', async function () {
    // The superuser may write all.
    if (process.getuid?.() === 0) return this.skip();
    write(broken);
    chmodSync(path('.claude/agents/a.md'), 0o444);
    const { code, error } = await run('fix');
    assert.equal(code, 1);
    assert.match(
      error,
      /^agentwright: `\.claude\/agents\/a\.md` is left as it is: there is no permission to write it\.\n/,
    );
  });

  test('a byte order mark stays', async () => {
    write(broken);
    writeFileSync(path('.claude/agents/a.md'), `\uFEFF${text('.claude/agents/a.md')}`);
    await run('fix');
    assert.match(text('.claude/agents/a.md'), /^\uFEFF---\nname: a\ndescription: "Helps: a lot"\n/);
  });

  test('what the configuration leaves out is not fixed', async () => {
    write(broken + file('agentwright.json', '{ "ignore": [".claude/agents/**"] }'));
    assert.equal((await run('fix')).error, '0 files fixed.\n');
  });

  test('a path that is not there is a usage error', async () => {
    assert.equal((await run('fix', 'nowhere')).code, 2);
  });
});
