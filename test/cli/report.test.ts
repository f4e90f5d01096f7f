// What `check` prints for people on a terminal, for GitHub and for code scanning, and when warnings fail.
import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { main } from '../../server/src/cli/main';
import { agent, file } from '../support/fixture';
import { cliFolder } from '../support/cli';

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: object }[];
    }[];
  }[];
}

suite('agentwright check, its reports', () => {
  const { write, run, runIn, path } = cliFolder();
  const typo = agent('a', 'tools: [Read, Grpe]');
  const odd = file('.claude/agents/b, c:d%.md', '---\nname: b\ndescription: A: b.\n---\nWork.\n');

  test('for GitHub: an annotation a line, with paths that count from nowhere', async () => {
    mkdirSync(path('.git'));
    write(typo);
    const { code, out, error } = await runIn('.claude', 'check', '--format', 'github');
    const place = `file=${path('.claude/agents/a.md')},line=4,endLine=4,col=15,title=Agentwright%3A unknown-tool`;
    assert.ok(out.startsWith(`::warning ${place}::agents/a.md:4:15 Claude Code has no tool`), out);
    assert.match(out, / Fix: Change to `Grep`\n$/);
    assert.deepEqual([code, error], [0, '']);
  });

  test('for GitHub: what its commands are made of is escaped', async () => {
    write(odd);
    const { out } = await run('check', '--format', 'github', '--quiet');
    assert.equal(out, '');
    const { out: all } = await run('check', '--format', 'github');
    assert.ok(all.includes('agents/b%2C c%3Ad%25.md,line=3'), all);
    assert.ok(all.includes('::.claude/agents/b, c:d%25.md:3:'), all);
  });

  test('as SARIF', async () => {
    mkdirSync(path('.git'));
    write(typo + odd + file('.claude/agents/c.md', '---\nname: c\n---\n'));
    const { code, out } = await runIn('.claude', 'check', '..', '--format', 'sarif');
    assert.equal(code, 1);
    const { version, runs } = JSON.parse(out) as Sarif;
    assert.equal(version, '2.1.0');
    const [{ tool, results, originalUriBaseIds }] = runs as [Sarif['runs'][number]];
    assert.equal(originalUriBaseIds['%SRCROOT%']?.uri, `${pathToFileURL(path('.claude')).href}/`);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    const of = (rule: string) => results.find(({ ruleId }) => ruleId === rule)!;
    assert.deepEqual(of('unknown-tool').locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'agents/a.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 4, startColumn: 15, endLine: 4, endColumn: 19 },
    });
    assert.deepEqual([of('unknown-tool').level, of('missing-field').level], ['warning', 'error']);
    assert.match(of('unknown-tool').message.text, /Grpe.* Fix: Change to `Grep`$/);
    assert.ok(out.includes('"agents/b%2C%20c%3Ad%25.md"'));
  });

  test('as SARIF without findings, and with nothing to check', async () => {
    write(agent('a'));
    mkdirSync(path('e'));
    const empty = [{ rules: [], results: [] }];
    for (const [folder, wanted] of [['.claude', 0], ['e', 2]] as const) {
      const { code, out } = await run('check', folder, '--format', 'sarif');
      const { runs } = JSON.parse(out) as Sarif;
      assert.deepEqual(runs.map(({ tool, results }) => ({ rules: tool.driver.rules, results })), empty);
      assert.equal(code, wanted);
    }
  }); // prettier-ignore

  test('more warnings than were permitted fail', async () => {
    write(typo);
    assert.equal((await run('check', '--max-warnings', '1')).code, 0);
    const { code, error } = await run('check', '--max-warnings', '0', '--quiet');
    assert.equal(code, 1);
    assert.equal(error, 'agentwright: 1 warning is more than --max-warnings 0.\n');
    assert.equal((await run('check', '--max-warnings', '-1')).code, 2);
    assert.equal((await run('check', '--max-warnings', 'few')).code, 2);
  });

  test('colours on a terminal, and nowhere else', async () => {
    write(typo);
    let out = '';
    const io = {
      cwd: path('.'),
      home: undefined,
      colours: true,
      out: (text: string) => void (out += text),
      error() {},
    };
    await main(['check'], io);
    const plain = (await run('check')).out;
    assert.ok(out.includes('\u001b[33mwarning\u001b[0m'));
    // eslint-disable-next-line no-control-regex
    assert.equal(out.replace(/\u001b\[\d+m/g, ''), plain);
    out = '';
    await main(['check', '--format', 'github'], io);
    assert.ok(!out.includes('\u001b'));
  });
});
