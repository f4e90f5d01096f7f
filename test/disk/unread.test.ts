// Files that cannot be read are told of while they cannot, and forgotten when they can or are gone.
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { keepFiles, type Files } from '../../server/src/disk/files';
import { fromPath } from '../../server/src/disk/uris';
import { facetsRead, lint } from '../../server/src/rules/lint';
import { Workspace } from '../../server/src/workspace/workspace';

suite('files that cannot be read', () => {
  let folder = '';
  let workspace = new Workspace();
  let files: Files;
  const agent = '.claude/agents/x.md';
  const path = (below: string): string => join(folder, below);
  const uri = (below: string): string => fromPath(path(below));

  setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'agentwright-unread-'));
    workspace = new Workspace({ facets: facetsRead() });
    files = keepFiles(workspace, () => false, () => Promise.resolve()); // prettier-ignore
    put('.claude/agents/a.md', '---\nname: a\ndescription: A.\nskills: [big]\n---\nWork.\n');
    await files.load([fromPath(folder)]);
    workspace.takeDirty();
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  function put(below: string, text: string): void {
    mkdirSync(dirname(path(below)), { recursive: true });
    writeFileSync(path(below), text);
  }

  function said(below: string): string[] {
    const text = files.text(uri(below)) ?? '';
    return lint(workspace.read(uri(below), text), workspace).map(({ rule }) => rule.id);
  }

  test('a link to nowhere comes, leads to a file, and goes', async () => {
    symlinkSync('later.txt', path(agent));
    await files.changed([uri(agent)]);
    assert.ok(workspace.takeDirty().includes(uri(agent)));
    assert.deepEqual(said(agent), ['unread-file']);
    assert.equal(workspace.existence(uri(agent)), 'no');

    put('.claude/agents/later.txt', '---\nname: x\ndescription: X.\n---\nWork.\n');
    await files.changed([uri(agent)]);
    assert.ok(workspace.takeDirty().includes(uri(agent)));
    assert.deepEqual(said(agent), []);
    assert.equal(workspace.existence(uri(agent)), 'yes');

    rmSync(path(agent));
    symlinkSync('x.md', path(agent));
    await files.changed([uri(agent)]);
    assert.equal(workspace.unread.get(uri(agent)), 'circle');
    assert.equal(workspace.existence(uri(agent)), 'no');

    rmSync(path(agent));
    await files.changed([uri(agent)]);
    assert.equal(workspace.unread.size, 0);
    assert.equal(workspace.file(uri(agent)), undefined);
  });

  test('a skill that is too large is yet there', async () => {
    const skill = '.claude/skills/big/SKILL.md';
    assert.deepEqual(said('.claude/agents/a.md'), ['unknown-skill']);
    put(skill, ' '.repeat(17_000_000));
    await files.changed([uri(skill)]);
    assert.deepEqual(said('.claude/agents/a.md'), []);
    assert.deepEqual(said(skill), ['unread-file']);
  });

  test('of files that are nobody’s components nothing is said', async () => {
    mkdirSync(path('docs'));
    symlinkSync('gone.md', path('docs/y.md'));
    symlinkSync('gone.png', path('docs/y.png'));
    await files.changed([uri('docs/y.md'), uri('docs/y.png')]);
    assert.deepEqual(said('docs/y.md'), []);
    assert.equal(workspace.existence(uri('docs/y.png')), 'no');
  });
});
