// The command line over real files: what it prints, where, and with which exit code.
import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync } from 'node:fs';
import { rules } from '../../server/src/rules/index';
import { cliFolder } from '../support/cli';
import { agent, file, skill } from '../support/fixture';

suite('agentwright', () => {
  const { write, run, path } = cliFolder();
  const typo = agent('a', 'tools: [Read, Grpe]');
  const lines = (out: string): string[] => out.split('\n').filter(line => line !== '');

  test('prints place, severity, rule and message, and a summary beside', async () => {
    write(typo + skill('tdd'));
    const { code, out, error } = await run('check');
    assert.match(
      out,
      /^\.claude\/agents\/a\.md:4:15 warning unknown-tool Claude Code has no tool `Grpe`[^\n]*\. Fix: Change to `Grep`\n$/,
    );
    assert.equal(error, '2 files checked: 0 errors, 1 warning, 0 informational findings.\n');
    assert.equal(code, 0);
  });

  test('an error makes the exit code 1', async () => {
    write(typo + file('agentwright.json', '{ "rules": { "unknown-tool": "error" } }'));
    assert.equal((await run('check')).code, 1);
  });

  test('what is off or a hint is not printed', async () => {
    write(agent('a', 'tools: [Read, Task]') + file('agentwright.json', '{ "rules": { "unknown-tool": "hint" } }'));
    assert.equal((await run('check')).out, '');
    write(typo + file('agentwright.json', '{ "rules": { "unknown-tool": "off" } }'));
    assert.equal((await run('check')).out, '');
  });

  test('what nearly all others have is told of the one that lacks it', async () => {
    const others = [...Array(10).keys()].map(at => agent(`other${at}`, 'model: opus'));
    write(agent('a') + others.join(''));
    const { out } = await run('check');
    assert.match(out, /^\.claude\/agents\/a\.md:1:1 information unusual-field 10 of 11 agents [^\n]*\n$/);
    write(file('agentwright.json', '{ "conventions": { "files": 11 } }'));
    assert.equal((await run('check')).out, '');
  });

  test('quiet prints errors alone', async () => {
    write(typo + agent('b', 'skills: [gone]') + file('agentwright.json', '{ "rules": { "unknown-skill": "error" } }'));
    const { code, out, error } = await run('check', '--quiet');
    assert.deepEqual(
      lines(out).map(line => line.split(' ')[2]),
      ['unknown-skill'],
    );
    assert.equal(error, '');
    assert.equal(code, 1);
  });

  test('JSON has all places', async () => {
    write(typo);
    const { out, error } = await run('check', '--format', 'json');
    const { version, findings, summary } = JSON.parse(out) as {
      version: number;
      findings: { message: string }[];
      summary: object;
    };
    assert.equal(version, 1);
    assert.equal(findings.length, 1);
    const { message, ...rest } = findings[0]!;
    assert.match(message, /Grpe/);
    assert.deepEqual(rest, {
      path: '.claude/agents/a.md',
      line: 4,
      column: 15,
      endLine: 4,
      endColumn: 19,
      severity: 'warning',
      rule: 'unknown-tool',
      fix: 'Change to `Grep`',
    });
    assert.deepEqual(summary, { files: 1, errors: 0, warnings: 1, information: 0, fixable: 0 });
    assert.equal(error, '');
  });

  test('only the files below the paths are reported, but all names of the project are known', async () => {
    mkdirSync(path('.git'));
    write(agent('a', 'skills: [tdd]') + agent('b', 'tools: [Read, Grpe]') + skill('tdd'));
    assert.equal((await run('check', '.claude/agents/a.md')).out, '');
    const { out, error } = await run('check', '.claude/agents/b.md', '.claude/skills');
    assert.equal(lines(out).length, 1);
    assert.match(error, /^2 files checked/);
  });

  test('without git the folder above .claude is the project', async () => {
    write(`${agent('a', 'skills: [tdd]')}${skill('tdd')}`.replaceAll('-- ', '-- deep/project/'));
    assert.equal((await run('check', 'deep/project/.claude/agents')).out, '');
  });

  test('without git and .claude the folder of a plugin is the project, or that around the folder of agents', async () => {
    const plain = `${agent('a', 'skills: [tdd]')}${skill('tdd')}`.replaceAll('.claude/', '');
    write(plain.replaceAll('-- ', '-- kit/'));
    assert.equal((await run('check', 'kit/agents/a.md')).out, '');
    assert.equal((await run('check', 'kit/agents')).out, '');
    write(plain.replaceAll('-- agents', '-- team/agents/core').replaceAll('-- skills', '-- team/skills'));
    write(file('team/.claude-plugin/plugin.json', '{ "name": "team" }'));
    assert.equal((await run('check', 'team/agents/core/a.md')).out, '');
    assert.equal((await run('check', 'team/skills/tdd')).out, '');
  });

  test('the home folder is no project', async () => {
    write(
      file('home/.claude/agents/b.md', '---\nname: b\ndescription: B.\ntools: Grpe\n---\n') + file('home/x/y.md', 'y'),
    );
    const { error } = await run('check', 'home/x');
    assert.match(error, /^1 file checked: 0 errors, 0 warnings/);
    assert.match((await run('check', 'home/.claude')).error, /^1 file checked/);
  });

  test('what git leaves out is not looked for, but checked where it is named', async () => {
    mkdirSync(path('.git'));
    write(
      file('old/agents/a.md', '---\nname: a\ndescription: A.\ntools: [Read, Grpe]\n---\nWork.\n') +
        file('.gitignore', 'old/\n'),
    );
    assert.equal((await run('check')).out, '');
    assert.match((await run('check', 'old/agents/a.md')).out, /^old\/agents\/a\.md:4:15 warning unknown-tool /);
  });

  test('links in a circle end', async () => {
    write(typo);
    symlinkSync(path('.'), path('.claude/agents/again'));
    assert.equal(lines((await run('check')).out).length, 1);
  });

  test('a file that could be created is no fix to tell of, a name that was meant is', async () => {
    write(agent('a', 'skills: [entirely-other]') + agent('b', 'skills: [tdb]') + skill('tdd'));
    const [other, near] = lines((await run('check')).out);
    assert.match(other!, / unknown-skill /);
    assert.doesNotMatch(other!, / Fix: Create /);
    assert.match(near!, / Fix: Change to `tdd`$/);
  });

  test('of several values none is told of that is not like the one there', async () => {
    write(file('.claude/settings.json', '{ "effortLevel": "maximum", "permissions": { "defaultMode": "plann" } }\n'));
    const [effort, mode] = lines((await run('check')).out);
    assert.doesNotMatch(effort!, / Fix: /);
    assert.match(mode!, / Fix: Change to `plan`$/);
  });

  test('the summary counts what `fix` mends', async () => {
    write(agent('a', 'tools: [read, Read]') + agent('b', 'tools: [Read, grep]'));
    const before = await run('check', '--format', 'json');
    const { fixable } = (JSON.parse(before.out) as { summary: { fixable: number } }).summary;
    assert.ok(fixable > 0);
    assert.ok((await run('check')).error.endsWith(` \`agentwright fix\` mends ${fixable} of them.\n`));
    await run('fix');
    assert.doesNotMatch((await run('check')).error, /agentwright fix/);
  });

  test('a folder with nothing to check is a usage error, so that a wrong path does not look right', async () => {
    write(typo);
    mkdirSync(path('src'));
    const said =
      'agentwright: There is nothing to check in `src`: no agents, skills or other files that Agentwright reads.\n';
    assert.deepEqual(await run('check', 'src'), { code: 2, out: '', error: said });
    assert.deepEqual(await run('check', 'src', '--quiet'), { code: 2, out: '', error: said });
    const { code, out } = await run('check', 'src', '--format', 'json');
    assert.equal(code, 2);
    assert.equal((JSON.parse(out) as { summary: { files: number } }).summary.files, 0);
    assert.equal((await run('check', 'src', '.claude')).code, 0);
  });

  test('a path that is not there is a usage error', async () => {
    const { code, out, error } = await run('check', 'no\u001bwhere');
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.equal(error, 'agentwright: No file or folder `no\\u001bwhere`.\n');
  });

  test('the exit code and the shape of JSON are the same with and without findings', async () => {
    write(skill('tdd'));
    const clean = await run('check', '--format', 'json');
    assert.equal(clean.code, 0);
    const summary = { files: 1, errors: 0, warnings: 0, information: 0, fixable: 0 };
    assert.deepEqual(JSON.parse(clean.out), { version: 1, findings: [], summary });
    write(file('.claude/agents/a.md', '---\nname: a\n---\n'));
    const wrong = await run('check', '--format', 'json');
    assert.equal(wrong.code, 1);
    assert.deepEqual(Object.keys(JSON.parse(wrong.out) as object), ['version', 'findings', 'summary']);
  });

  test('control characters are spelled out', async () => {
    write(
      file('.claude/agents/a\u001b[31m.md', '---\nname: a\ndescription: A.\ntools: [Read, "G\\erpe"]\n---\nWork.\n'),
    );
    const { out } = await run('check');
    assert.match(out, /^\.claude\/agents\/a\\u001b\[31m\.md:4:/);
    assert.ok(!out.includes('\u001b'));
  });

  test('explains every rule', async () => {
    const listed = lines((await run('rules')).out).map(line => line.split(' ')[0]);
    assert.deepEqual(listed, rules.map(rule => rule.id).sort()); // prettier-ignore
    for (const rule of rules) {
      const { code, out } = await run('explain', rule.id);
      assert.equal(code, 0);
      assert.ok(out.includes(rule.why) && out.includes(rule.source), rule.id);
      assert.doesNotMatch(out, /<\||\|>/, rule.id);
    }
  });

  test('an example is shown with its place underlined', async () => {
    const { out } = await run('explain', 'unknown-tool');
    assert.ok(out.includes('  tools: [read, Grep]\n          ^^^^\n'), out);
  });

  test('an example that nothing is wrong with is not called reported', async () => {
    const { out } = await run('explain', 'unknown-skill');
    const parts = out.split(/^(?=(?:Reported|Right|Not reported):\n)/m).slice(1);
    for (const part of parts) assert.equal(/^ *\^+/m.test(part), part.startsWith('Reported:'), part);
    assert.ok(parts[0]?.startsWith('Reported:') && parts[1]?.startsWith('Right:'), out);
    assert.ok(parts.some(part => part.startsWith('Not reported:')));
  });

  test('a rule that is nearly right is named', async () => {
    const { code, error } = await run('explain', 'unknown-tol');
    assert.equal(code, 2);
    assert.equal(error, 'agentwright: There is no rule unknown-tol. Did you mean unknown-tool?\n');
  });
});
