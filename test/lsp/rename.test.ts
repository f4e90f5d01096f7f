// Definitions, references and renames over stdio: with a client that can move files, and with one that cannot.
import { strict as assert } from 'node:assert';
import type { Location, LocationLink, RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const reviewer = '.claude/agents/reviewer.md';
const text =
  '---\nname: reviewer\ndescription: Reviews code. Use after changes.\nskills: [tdd]\n---\n\nUse `tdd`, and go on.\n';
const skill = '.claude/skills/tdd/SKILL.md';
const files = {
  [reviewer]: text,
  [skill]: '---\nname: tdd\ndescription: Test first.\n---\n\n# TDD\n',
  '.claude/agents/other.md': '---\nname: other\ndescription: Works on. Use for others.\nskills: [tdd]\n---\n',
};

const able = {
  textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true } },
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['rename' as const],
      changeAnnotationSupport: {},
    },
    fileOperations: { willRename: true, willDelete: true },
  },
};

const item = { line: 3, character: 10 };

suite('names over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  const at = (position = item): object => ({ textDocument: { uri: client!.uri(reviewer) }, position });

  test('the definition of a skill, as a link where the client knows links', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const [link] = await client.request<LocationLink[]>('textDocument/definition', at());
    assert.equal(link?.targetUri, client.uri(skill));
    assert.equal(link.targetRange.start.line, 1);
    assert.deepEqual(link.originSelectionRange, { start: { line: 3, character: 9 }, end: { line: 3, character: 12 } });
    await client.stop();
    client = await startClient(files, {});
    await client.open(reviewer, text);
    const [place] = await client.request<Location[]>('textDocument/definition', at());
    assert.equal(place?.uri, client.uri(skill));
  });

  test('references in open and closed files', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const found = await client.request<Location[]>('textDocument/references', {
      ...at(),
      context: { includeDeclaration: true },
    });
    const shown = found.map(({ uri, range }) => `${uri.slice(uri.indexOf('.claude'))}:${range.start.line}`);
    assert.deepEqual(shown.sort(), [
      '.claude/agents/other.md:3',
      '.claude/agents/reviewer.md:3',
      '.claude/agents/reviewer.md:6',
      '.claude/skills/tdd/SKILL.md:1',
    ]);
  });

  test('a rename moves the folder, and asks about words in code', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', at());
    assert.equal(prepared.placeholder, 'tdd');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(), newName: 'test-first' });
    const changes = edit.documentChanges ?? [];
    const texts = changes.filter((change): change is TextDocumentEdit => 'edits' in change);
    assert.equal(texts.flatMap(({ edits }) => edits).length, 4);
    const asked = texts.flatMap(({ edits }) => edits).filter(each => 'annotationId' in each);
    assert.deepEqual(
      asked.map(({ range }) => range.start.line),
      [6],
    );
    assert.equal(Object.values(edit.changeAnnotations ?? {})[0]?.needsConfirmation, true);
    const move = changes[0] as RenameFile;
    assert.deepEqual(
      [move.kind, move.oldUri, move.newUri],
      ['rename', client.uri('.claude/skills/tdd'), client.uri('.claude/skills/test-first')],
    );
    // What lies in the folder is changed where it then is.
    assert.deepEqual(
      texts.map(({ textDocument }) => textDocument.uri).filter(uri => uri.endsWith('SKILL.md')),
      [client.uri('.claude/skills/test-first/SKILL.md')],
    );
  });

  test('of the move that a rename brings nothing is asked again, of the same one later all is', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    await client.request('textDocument/rename', { ...at(), newName: 'test-first' });
    const moves = [{ oldUri: client.uri('.claude/skills/tdd'), newUri: client.uri('.claude/skills/test-first') }];
    assert.equal(await client.request('workspace/willRenameFiles', { files: moves }), null);
    assert.notEqual(await client.request('workspace/willRenameFiles', { files: moves }), null);
  });

  test('in a catalogue that is edited and not saved, the places that it shows', async () => {
    const rules = '.claude/skills/skill-rules.json';
    const known = ['web-search', 'deep-dive', 'unit-tests'];
    const listed = Object.fromEntries(
      known.map(name => [`.claude/skills/${name}/SKILL.md`, `---\nname: ${name}\ndescription: Helps.\n---\n`]),
    );
    client = await startClient({ ...files, ...listed, [rules]: JSON.stringify(['tdd', ...known]) }, able);
    await client.open(rules, JSON.stringify({ more: 1, skills: [...known, 'tdd'] }, undefined, 2));
    await client.open(reviewer, text);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(), newName: 'test-first' });
    const inRules = (edit.documentChanges ?? []).flatMap(change =>
      'edits' in change && change.textDocument.uri === client!.uri(rules) ? change.edits : [],
    );
    assert.deepEqual(
      inRules.map(({ range }) => range.start),
      [{ line: 6, character: 5 }],
    );
    assert.ok(inRules.every(each => 'annotationId' in each));
    assert.deepEqual(
      await client.request('textDocument/hover', { ...at(), textDocument: { uri: client.uri(rules) } }),
      null,
    );
  });

  test('a path that a link leads to is moved', async () => {
    const linking = `${text}\nSee [it](../skills/tdd/notes.md#how).\n`;
    const notes = '.claude/skills/tdd/notes.md';
    client = await startClient({ ...files, [reviewer]: linking, [notes]: '# Notes\n\n## How\n' }, able);
    await client.open(reviewer, linking);
    const path = { line: 8, character: 12 };
    const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', at(path));
    assert.equal(prepared.placeholder, '../skills/tdd/notes.md');
    const newName = '../skills/tdd/refs/notes.md';
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(path), newName });
    const move = edit.documentChanges?.at(0) as RenameFile;
    assert.deepEqual([move.oldUri, move.newUri], [client.uri(notes), client.uri('.claude/skills/tdd/refs/notes.md')]);
    const anchor = { line: 8, character: 34 };
    assert.equal(
      (await client.request<{ placeholder: string }>('textDocument/prepareRename', at(anchor))).placeholder,
      'How',
    );
    const renamed = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(anchor), newName: 'Why so' });
    const edits = (renamed.documentChanges ?? []).flatMap(change => ('edits' in change ? change.edits : []));
    assert.deepEqual(edits.map(each => ('newText' in each ? each.newText : '')).sort(), ['Why so', 'why-so']);
  });

  test('a refusal is told', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const body = { line: 6, character: 0 };
    await assert.rejects(client.request('textDocument/prepareRename', at(body)), /Nothing that has a name/);
    await assert.rejects(client.request('textDocument/rename', { ...at(), newName: 'Not This' }), /as in “not-this”/);
    await client.stop();
    client = await startClient(files, {});
    await client.open(reviewer, text);
    await assert.rejects(client.request('textDocument/rename', { ...at(), newName: 'x' }), /cannot rename a file/);
  });

  test('a folder that is renamed in the client takes its name along, each change asked about', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const moves = [{ oldUri: client.uri('.claude/skills/tdd'), newUri: client.uri('.claude/skills/test-first') }];
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files: moves });
    const edits = (edit.documentChanges ?? []).flatMap(change => ('edits' in change ? change.edits : []));
    assert.equal(edits.length, 4);
    assert.ok(edits.every(each => 'annotationId' in each));
  });
});
