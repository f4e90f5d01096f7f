// What the command line says of itself, and of words that it does not understand.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../server/src/cli/commands';
import { agent } from '../support/fixture';
import { cliFolder } from '../support/cli';

suite('agentwright, its usage', () => {
  const { write, run } = cliFolder();
  const wrong = async (...argv: string[]): Promise<string> => {
    const { code, out, error } = await run(...argv);
    assert.equal(code, 2, argv.join(' '));
    assert.equal(out, '');
    const [, said] = /^agentwright: (.+)\nTry: agentwright(?: \w+)? --help\n$/s.exec(error) ?? [];
    assert.ok(said, error);
    return said;
  };

  test('without a command the help is printed, and nothing was done', async () => {
    const { code, out, error } = await run();
    assert.deepEqual([code, out], [2, '']);
    assert.equal(error, (await run('--help')).out);
  });

  test('a command that is nearly right is named', async () => {
    assert.equal(await wrong('chekc'), 'There is no command chekc. Did you mean check?');
    assert.equal(await wrong('ruels', '--help'), 'There is no command ruels. Did you mean rules?');
    assert.equal(await wrong('entirely'), 'There is no command entirely.');
  });

  test('a path in place of the command', async () => {
    write(agent('a'));
    assert.equal(await wrong('.claude'), 'There is no command .claude. Did you mean: agentwright check .claude');
  });

  test('an option that the command does not read is not passed over', async () => {
    assert.equal(await wrong('fix', '--quiet'), 'fix does not take --quiet, which is for check.');
    assert.equal(await wrong('check', '--dry-run'), 'check does not take --dry-run, which is for fix, format.');
    assert.match(await wrong('rules', '--format', 'json'), /^rules does not take --format, which is for check, /);
    assert.match(await wrong('check', '-q', '--session-model', 'x'), /^check does not take --session-model/);
  });

  test('an option that there is not, one that lacks its value, and one that has none', async () => {
    assert.equal(await wrong('check', '--fromat', 'json'), 'There is no option --fromat. Did you mean --format?');
    assert.equal(await wrong('check', '-x'), 'There is no option -x. A path that begins with - is written ./-x');
    assert.equal(await wrong('check', '--format'), '--format needs a value after it.');
    assert.equal(await wrong('check', '--format='), '--format needs a value after it.');
    assert.equal(await wrong('check', '--format', '--quiet'), '--format needs a value after it.');
    assert.equal(await wrong('check', '--quiet=yes'), '--quiet takes no value.');
  });

  test('a format that there is not', async () => {
    assert.equal(await wrong('check', '--format', 'jsno'), 'check has no format jsno. Did you mean json?');
    assert.match(await wrong('budget', '--format', 'xml'), /^budget has no format xml\. There is: text, json\.$/);
  });

  test('an empty path is not the current folder', async () => {
    write(agent('a'));
    assert.match(await wrong('check', ''), /^check was given an empty word/);
    assert.match(await wrong('fix', '.claude', ''), /^fix was given an empty word/);
  });

  test('standard input is not read', async () => {
    assert.equal(await wrong('check', '-'), 'check does not read standard input; name a file or a folder.');
  });

  test('too many words, or too few', async () => {
    assert.equal(await wrong('show'), 'show wants one agent: its file or its name.');
    assert.match(await wrong('explain'), /^explain wants the id of one rule/);
    assert.match(await wrong('explain', 'a', 'b'), /^explain wants the id of one rule/);
    assert.match(await wrong('rules', 'a'), /^rules wants nothing after it/);
  });

  test('help of all, and of each command with its options alone', async () => {
    assert.match((await run('--help')).out, /^Checks AI agents/);
    assert.deepEqual(await run('help'), await run('--help'));
    for (const { name, options } of commands) {
      const { code, out } = await run(name, '--help');
      assert.equal(code, 0);
      assert.ok(out.includes(`Usage: agentwright ${name}`), out);
      for (const option of ['quiet', 'dry-run', 'session-model'] as const)
        assert.equal(out.includes(`--${option}`), options.includes(option), `${name} ${option}`);
      assert.deepEqual(await run('help', name), { code, out, error: '' });
      assert.ok(
        out.split('\n').every(line => line.length <= 120),
        out,
      );
    }
  });

  test('a current folder that is gone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'agentwright-gone-'));
    const command = `rmdir '${folder}' && '${process.execPath}' '${join(process.cwd(), 'dist/cli.js')}' check`;
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    assert.deepEqual([status, stderr], [2, 'agentwright: The current folder is gone. Go to another one.\n']);
  });

  test('the version', async () => {
    assert.match((await run('--version')).out, /^\d+\.\d+\.\d+\n$/);
    assert.match((await run('check', '-v')).out, /^\d+\.\d+\.\d+\n$/);
  });
});
