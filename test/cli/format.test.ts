// `agentwright format`: what is written, what is shown or named instead, and what is left as it is.
import { strict as assert } from 'node:assert';
import { appendFileSync, readFileSync } from 'node:fs';
import { applyPatch } from 'diff';
import { agent, file } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright format', () => {
  const { write, run, path, text } = cliFolder();
  const mixed = file('.claude/agents/a.md', '---\nmodel:  opus\nname: a\ndescription: Helps.\n---\n\nBody.  \n');
  const done = '---\nname: a\ndescription: Helps.\nmodel: opus\n---\n\nBody.  \n';

  test('writes front matter in order, names the files, and does nothing the second time', async () => {
    write(mixed + agent('b', 'tools: [Read]') + file('notes.md', '---\nmodel:  opus\nname: a\n---\n'));
    const untouched = [text('.claude/agents/b.md'), text('notes.md')];
    assert.deepEqual(await run('format'), { code: 0, out: '.claude/agents/a.md\n', error: '1 file formatted.\n' });
    assert.equal(text('.claude/agents/a.md'), done);
    assert.deepEqual([text('.claude/agents/b.md'), text('notes.md')], untouched);
    assert.deepEqual(await run('format'), { code: 0, out: '', error: '0 files formatted.\n' });
  });

  test('a dry run prints a diff that leads to the same, and writes nothing', async () => {
    write(mixed);
    const before = text('.claude/agents/a.md');
    const { code, out, error } = await run('format', '--dry-run');
    assert.equal(text('.claude/agents/a.md'), before);
    assert.equal(applyPatch(before, out), done);
    assert.equal(error, '1 file would be formatted.\n');
    assert.equal(code, 1);
  });

  test('a check names the files, writes nothing, and fails while one is left', async () => {
    write(mixed + mixed.replace('a.md', 'b.md'));
    const before = text('.claude/agents/a.md');
    assert.deepEqual(await run('format', '--check', '.claude/agents/a.md'), {
      code: 1,
      out: '.claude/agents/a.md\n',
      error: '1 file would be formatted.\n',
    });
    assert.equal(text('.claude/agents/a.md'), before);
    await run('format', '.claude/agents/a.md');
    assert.equal((await run('format', '--check', '.claude/agents/a.md')).code, 0);
    assert.equal(text('.claude/agents/b.md'), before);
  });

  test('keeps the order of keys, and leaves files out, where the configuration says so', async () => {
    write(
      mixed +
        mixed.replace('a.md', 'b.md') +
        file('agentwright.json', '{ "format": { "keyOrder": "keep" }, "ignore": ["**/b.md"] }'),
    );
    const before = text('.claude/agents/b.md');
    assert.equal((await run('format')).out, '.claude/agents/a.md\n');
    assert.match(text('.claude/agents/a.md'), /^---\nmodel: opus\nname: a\n/);
    assert.equal(text('.claude/agents/b.md'), before);
  });

  test('bytes that are not UTF-8 are left as they are, and that is said', async () => {
    write(mixed);
    appendFileSync(path('.claude/agents/a.md'), Buffer.from([0xff, 0xfe]));
    const before = readFileSync(path('.claude/agents/a.md'));
    const { code, error } = await run('format');
    assert.equal(code, 1);
    assert.match(error, /^agentwright: `\.claude\/agents\/a\.md` is left as it is: .+UTF-8\.\n0 files formatted\.\n$/);
    assert.deepEqual(readFileSync(path('.claude/agents/a.md')), before);
  });

  test('a path that is not there is a usage error', async () => {
    assert.equal((await run('format', 'nowhere')).code, 2);
  });
});
