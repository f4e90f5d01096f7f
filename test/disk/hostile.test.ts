// Files that nobody wrote in good faith: each is read without harm, and changes nothing that is said of the files beside it.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../server/src/cli/main';
import { lint } from '../../server/src/rules/lint';
import { agent, fixture } from '../support/fixture';

interface Found {
  readonly path: string;
  readonly rule: string;
  readonly line: number;
}

const front = '---\nname: x\ndescription: Does it.\n';
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** What is said of files that cannot be read, and of nothing else in them; a user without limits may read all. */
const unread: Readonly<Record<string, readonly string[]>> = {
  'an unreadable file': process.getuid?.() === 0 ? [] : ['.claude/agents/x.md:1 unread-file'],
  'a link to itself': ['.claude/agents/x.md:1 unread-file'],
  'links in a circle': [],
  'a link to nowhere': ['.claude/agents/x.md:1 unread-file'],
  'a folder named SKILL.md': ['.claude/skills/x/SKILL.md:1 unread-file'],
  'a pipe': [],
  'a file too large to read': ['.claude/agents/x.md:1 unread-file'],
};

/** How to put each file there, and how many findings of one rule it may have. */
const cases: Readonly<Record<string, (folder: string) => void>> = {
  'an unreadable file': folder => {
    const path = put(folder, '.claude/agents/x.md', `${front}---\nWork.\n`);
    chmodSync(path, 0);
  },
  'a link to itself': folder => symlinkSync('x.md', join(folder, '.claude/agents/x.md')),
  'links in a circle': folder => {
    symlinkSync(folder, join(folder, '.claude/agents/up'));
    symlinkSync('../agents', join(folder, '.claude/agents/same'));
  },
  'a link to nowhere': folder => symlinkSync('gone.md', join(folder, '.claude/agents/x.md')),
  'a folder named SKILL.md': folder => mkdirSync(join(folder, '.claude/skills/x/SKILL.md'), { recursive: true }),
  'a pipe': folder => void spawnSync('mkfifo', [join(folder, '.claude/agents/x.md')]),
  'a body of 10 MB': folder => put(folder, '.claude/agents/x.md', `${front}---\n${'Some words.\n\n'.repeat(800_000)}`),
  'a file too large to read': folder => put(folder, '.claude/agents/x.md', `${front}---\n${' '.repeat(17_000_000)}`),
  'a line of 1 MB in front matter': folder =>
    put(folder, '.claude/agents/x.md', `${front}color: ${'b'.repeat(1_000_000)}\n---\n`),
  'a line of 1 MB in the body': folder =>
    put(folder, '.claude/agents/x.md', `${front}---\n${'`a` [b](c) '.repeat(90_000)}`),
  'bytes that are no text': folder =>
    put(
      folder,
      '.claude/agents/x.md',
      Buffer.concat([Buffer.from(front), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 10]), Buffer.from('---\n')]),
    ),
  'a file of zeros': folder => put(folder, '.claude/agents/x.md', Buffer.alloc(10_000)),
  'JSON nested deeply': folder => put(folder, '.claude/settings.json', '['.repeat(100_000)),
  'servers nested deeply': folder => put(folder, '.mcp.json', '{"mcpServers":'.repeat(50_000)),
  'a bomb of aliases': folder =>
    put(
      folder,
      '.claude/agents/x.md',
      `${front}a0: &a0 [x]\n${many(40, i => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)}\n---\n`,
    ),
  'front matter that is a program': folder => put(folder, '.claude/agents/x.md', '---js\nprocess.exit(77)\n---\n'),
  'a name with a line break': folder => put(folder, '.claude/agents/x\ny.md', '---\nname: x\n---\n'),
  'a name with an escape sequence': folder => put(folder, '.claude/agents/x\u001b[2Jy.md', '---\nname: x\n---\n'),
  '100,000 entries': folder => put(folder, '.claude/agents/x.md', `${front}${many(100_000, i => `key${i}: v`)}\n---\n`),
};

function put(folder: string, path: string, text: string | Buffer): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

suite('hostile files', () => {
  let folder = '';
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'agentwright-hostile-'));
    put(
      folder,
      '.claude/agents/a.md',
      '---\nname: a\ndescription: A.\ntools: [Read, Grpe]\nskills: [tdd, gone]\n---\n',
    );
    put(folder, '.claude/skills/tdd/SKILL.md', '---\nname: tdd\ndescription: Tests first.\n---\n');
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  async function check(): Promise<Found[]> {
    let out = '';
    const io = { cwd: folder, home: undefined, out: (text: string) => void (out += text), error: () => undefined };
    const code = await main(['check', '--format', 'json'], io);
    assert.ok(code === 0 || code === 1, `exit code ${code}`);
    return (JSON.parse(out) as { findings: Found[] }).findings;
  }

  const places = (found: readonly Found[]): string[] => found.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
  const isOther = ({ path }: Found): boolean => path === '.claude/agents/a.md' || path.startsWith('.claude/skills/tdd');

  for (const [name, make] of Object.entries(cases)) {
    test(name, async function () {
      this.timeout(120_000);
      const before = await check();
      assert.ok(before.length > 0);
      make(folder);
      const after = await check();
      assert.deepEqual(places(after.filter(isOther)), places(before));
      const said = unread[name];
      if (said) assert.deepEqual(places(after.filter(found => !isOther(found))), said);
      const rules = after.filter(found => !isOther(found)).map(({ path, rule }) => `${path} ${rule}`);
      assert.deepEqual(rules, [...new Set(rules)], 'each cause is said once');
    });
  }

  /** Four times the text may cost some four times the work: the square would be sixteen times. */
  const grows: Readonly<Record<string, (count: number) => string>> = {
    'unknown keys': count => many(count, i => `key${i}: v`),
    'equal keys': count => many(count, () => 'color: red'),
    'lines without a colon': count => many(count, i => `no colon here ${i}`),
    'unknown tools': count => `tools: ${many(count, i => `Tool${i},`).replace(/\n/g, ' ')}`,
    'unknown skills': count => `skills:\n${many(count, i => `  - s${i}`)}`,
    aliases: count => `a: &a x\n${many(count, i => `b${i}: *a`)}`,
  };
  for (const [name, lines] of Object.entries(grows)) {
    test(`work grows with the text: ${name}`, function () {
      this.timeout(300_000);
      const cost = (count: number): number => Math.min(...[1, 2, 3].map(() => processorTime(lines(count))));
      const [small, large] = [cost(2000), cost(8000)];
      assert.ok(large < small * 11 + 50_000, `${small} µs, then ${large} µs`);
    });
  }
});

/** What reading a text, judging it and asking for every fix costs, whatever else the machine does. */
function processorTime(lines: string): number {
  const start = process.cpuUsage();
  const { document, workspace } = fixture(agent('a', lines));
  for (const finding of lint(document, workspace)) finding.fixes?.();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
