// Which files are listed: what `.gitignore` leaves out is not, and what it takes back is, as git has it.
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepFiles, type Files } from '../../server/src/disk/files';
import { fromPath } from '../../server/src/disk/uris';
import { lint } from '../../server/src/rules/lint';
import { pathBelow } from '../../server/src/workspace/uris';
import { Workspace } from '../../server/src/workspace/workspace';

suite('files that are listed', () => {
  let folder = '';
  let workspace = new Workspace();
  let files: Files;

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'agentwright-walk-'));
    workspace = new Workspace();
    files = keepFiles(workspace, () => false, () => Promise.resolve()); // prettier-ignore
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  const put = (path: string, text = ''): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const listed = (): string[] =>
    [...workspace.paths.files]
      .map(uri => pathBelow(uri, fromPath(folder)))
      .filter(path => !path.endsWith('.gitignore'))
      .sort();

  /** Of these paths, those are listed that have a mark. */
  async function checkListed(ignored: Readonly<Record<string, string>>, ...paths: string[]): Promise<void> {
    for (const [path, text] of Object.entries(ignored)) put(path, text);
    for (const path of paths) put(path.replace('* ', ''));
    await files.load([fromPath(folder)]);
    const wanted = paths.flatMap(path => (path.startsWith('* ') ? [path.slice(2)] : []));
    assert.deepEqual(listed(), wanted.sort());
  }

  test('a folder that is taken back from the contents of another', () =>
    checkListed(
      { '.gitignore': 'out/**\n!out/kept/\n!out/kept/**\n' },
      '* a.md',
      '* out/kept/a.md',
      '* out/kept/deep/b.md',
      'out/a.md',
      'out/other/a.md',
    ));

  test('files that are taken back by their names', () =>
    checkListed({ '.gitignore': 'out/*\n!out/a.md\n' }, '* out/a.md', 'out/b.md', 'out/deep/a.md'));

  test('nothing is taken back from a folder that is left out itself', () =>
    checkListed(
      { '.gitignore': 'out/\n!out/kept/\n!out/kept/**\ndeep/**\n!deep/a/b/\n' },
      'out/kept/a.md',
      'deep/a/b/c.md',
    ));

  test('a folder that the file of a nearer folder takes back', () =>
    checkListed(
      { '.gitignore': 'out/\n*.log\n', 'sub/.gitignore': '!out/\n' },
      'out/a.md',
      '* sub/out/a.md',
      '* sub/out/deep/b.md',
    ));

  test('all of a folder that Claude Code reads, be it left out as a whole', () =>
    checkListed({ '.gitignore': '.claude/*\n!.claude/agents/\n' }, '* .claude/agents/a.md', '* .claude/hooks/a.js'));

  suite('a JSON Schema that a configuration adopts', () => {
    const path = 'generated/agent.schema.json';
    const schema = '{ "type": "object", "required": ["owner"] }';
    const said = (uri: string): string[] => {
      const document = workspace.read(uri, files.text(uri)!);
      return lint(document, workspace).map(({ rule }) => rule.id);
    };
    const at = (name: string): string => fromPath(join(folder, name));

    setup(() => {
      put('.gitignore', 'generated/\n');
      put('agentwright.json', JSON.stringify({ schemas: { agent: `./${path}` } }));
      put('.claude/agents/a.md', '---\nname: a\ndescription: Helps. Use it for help.\n---\n\nHelp.\n');
      put('generated/other.md');
    });

    test('is read, though its folder is left out', async () => {
      put(path, schema);
      await files.load([fromPath(folder)]);
      assert.deepEqual(said(at('.claude/agents/a.md')), ['missing-field']);
      assert.ok(!listed().includes('generated/other.md'));
    });

    test('is no file where there is none, and is read when it comes, and forgotten when it goes', async () => {
      await files.load([fromPath(folder)]);
      assert.ok(!listed().includes(path));
      assert.deepEqual(said(at('.claude/agents/a.md')), []);
      put(path, schema);
      await files.changed([at(path)]);
      assert.deepEqual(said(at('.claude/agents/a.md')), ['missing-field']);
      rmSync(join(folder, path));
      await files.changed([at(path)]);
      assert.deepEqual(said(at('.claude/agents/a.md')), []);
      assert.ok(!listed().includes(path));
    });

    test('is not read outside of the folder, which is said', async () => {
      put('schema.json', schema);
      put('repo/agentwright.json', '{ "schemas": { "agent": "../schema.json" } }');
      put('repo/.claude/agents/a.md', '---\nname: a\ndescription: Helps. Use it for help.\n---\n\nHelp.\n');
      await files.load([at('repo')]);
      assert.deepEqual(said(at('repo/.claude/agents/a.md')), []);
      assert.deepEqual(said(at('repo/agentwright.json')), ['unread-schema']);
    });
  });

  test('a folder that comes later, where it is taken back', async () => {
    put('.gitignore', 'out/**\n!out/kept/\n!out/kept/**\n');
    await files.load([fromPath(folder)]);
    put('out/kept/a.md');
    put('out/other/a.md');
    await files.changed(['out/kept', 'out/other'].map(path => fromPath(join(folder, path))));
    assert.deepEqual(listed(), ['out/kept/a.md']);
  });
});
