// The language server over stdio: with an able client, and with one that can do next to nothing.
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeAction, CompletionItem, Hover } from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const reviewer = '.claude/agents/reviewer.md';
const text =
  '---\nname: reviewer\ndescription: Reviews code. Use after changes.\ntools: [Raed, Grep]\nskills: [tdd]\n---\n\nReview.\n';
const files = {
  [reviewer]: text,
  '.claude/skills/tdd/SKILL.md': '---\nname: tdd\ndescription: Test first.\n---\n\n# TDD\n',
};

const able = {
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    hover: { contentFormat: ['markdown' as const] },
  },
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
    diagnostics: { refreshSupport: true },
    configuration: true,
    workspaceFolders: true,
  },
};

suite('language server over stdio', () => {
  let client: TestClient | undefined;
  teardown(async () => {
    await client?.stop();
    client = undefined;
  });

  test('pushes diagnostics to a client that can do nothing else', async () => {
    client = await startClient(files, {});
    await client.open(reviewer, text);
    const found = await client.published(reviewer, items => items.some(item => item.code === 'unknown-tool'));
    assert.equal(found[0]?.source, 'agentwright');
    assert.deepEqual(client.registered, [], 'nothing is registered that the client does not know');
    await client.change(reviewer, text.replace('Raed', 'Read'));
    await client.published(reviewer, items => items.length === 0);
  });

  test('a code leads to the page of its rule, where the client opens such', async () => {
    client = await startClient(files, { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } });
    await client.open(reviewer, text);
    const [found] = await client.published(reviewer, items => items.length > 0);
    assert.match(readFileSync(fileURLToPath(found?.codeDescription?.href ?? ''), 'utf8'), /^# unknown-tool$/m);
  });

  test('tells what a tree shows of a file that is not open, and of an agent as a page', async () => {
    const skill = '---\nname: tdd\ndescription: Test first.\nmodel: opus\n---\n\n# TDD\n';
    client = await startClient({ ...files, '.claude/skills/tdd/SKILL.md': skill }, {});
    const uri = client.uri('.claude/skills/tdd/SKILL.md');
    assert.match(
      await client.request<string>('agentwright/tooltip', { uri }),
      /^\*\*Other tools\*\*\n\n- .+ `model`\.$/,
    );
    assert.equal(await client.request('agentwright/effective', { uri }), null);
    const page = await client.request<string>('agentwright/effective', { uri: client.uri(reviewer) });
    assert.match(page, /^# `reviewer`\n/);
  });

  test('tells of files that are not open', async () => {
    client = await startClient({ ...files, '.claude/agents/broken.md': '---\nname: broken\n---\n' }, {});
    const found = await client.published('.claude/agents/broken.md', items => items.length > 0);
    assert.equal(found[0]?.severity, 1);
  });

  test('a link that is typed has the headings of a closed file read', async () => {
    const skill = '.claude/skills/tdd/SKILL.md';
    const guide = { '.claude/skills/tdd/guide.md': '# Guide\n\n## How\n' };
    client = await startClient({ ...files, ...guide }, {});
    await client.open(skill, files[skill]);
    await client.published(skill, items => items.length === 0);
    await client.change(skill, `${files[skill]}\n[how](guide.md#why)\n`);
    await client.published(skill, items => items.some(item => item.code === 'dead-heading'));
    await client.change(skill, `${files[skill]}\n[how](guide.md#how)\n`);
    await client.published(skill, items => items.length === 0);
  });

  test('a file that is too large to be read is still there when its editor is closed', async () => {
    const large = '.claude/agents/large.md';
    client = await startClient({ ...files, [large]: text + 'x'.repeat(17 * 1024 * 1024) }, {});
    await client.published(large, items => items.some(item => item.code === 'unread-file'));
    await client.open(large, text);
    await client.published(large, items => items.some(item => item.code === 'unknown-tool'));
    await client.notify('textDocument/didClose', { textDocument: { uri: client.uri(large) } });
    await client.published(large, items => items.some(item => item.code === 'unread-file'));
  });

  test('what nearly all others have is told when nobody types, and stays where it is while somebody does', async () => {
    const other = (at: number): [string, string] => [
      `.claude/agents/other${at}.md`,
      `---\nname: other${at}\ndescription: Works well.\nmodel: opus\n---\n\nWork.\n`,
    ];
    const lone = '---\nname: reviewer\ndescription: Works well.\n---\n\nWork.\n';
    client = await startClient({ ...Object.fromEntries([...Array(11).keys()].map(other)), [reviewer]: lone }, {});
    await client.open(reviewer, lone);
    const told = await client.published(reviewer, items => items.length > 0);
    assert.deepEqual(
      told.map(({ code, severity }) => [code, severity]),
      [['unusual-field', 3]],
    );
    await client.change(reviewer, `${lone}More.\n`);
    await client.published(reviewer, items => items.length > 0);
    await client.change(reviewer, lone.replace('---\n\n', 'model: opus\n---\n\n'));
    await client.published(reviewer, items => items.length === 0);
    await client.change(reviewer, lone);
    await client.published(reviewer, items => items.length > 0);
  });

  test('answers diagnostics when asked, and says when nothing changed', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const textDocument = { uri: client.uri(reviewer) };
    type Report = { kind: string; resultId: string; items?: { code: string }[] };
    const first = await client.request<Report>('textDocument/diagnostic', { textDocument });
    assert.ok(first.items?.some(item => item.code === 'unknown-tool'));
    const again = await client.request<Report>('textDocument/diagnostic', {
      textDocument,
      previousResultId: first.resultId,
    });
    assert.equal(again.kind, 'unchanged');
    assert.ok(client.registered.includes('workspace/didChangeWatchedFiles'));
  });

  test('a skill that is renamed on disk is unknown at once, and known again', async () => {
    // With a `name` of its own it would be found by that in a folder of any name.
    const skill = { '.claude/skills/tdd/SKILL.md': '---\ndescription: Test first.\n---\n\n# TDD\n' };
    client = await startClient({ ...files, ...skill }, able);
    await client.open(reviewer, text);
    const textDocument = { uri: client.uri(reviewer) };
    type Report = { items: { code: string }[] };
    const codes = async (): Promise<string[]> =>
      (await client!.request<Report>('textDocument/diagnostic', { textDocument })).items.map(item => item.code);
    assert.ok(!(await codes()).includes('unknown-skill'));
    const from = join(client.root, '.claude/skills/tdd');
    renameSync(from, join(client.root, '.claude/skills/test-first'));
    const changes = [
      { uri: client.uri('.claude/skills/tdd'), type: 3 },
      { uri: client.uri('.claude/skills/test-first'), type: 1 },
    ];
    await client.notify('workspace/didChangeWatchedFiles', { changes });
    await until(async () => (await codes()).includes('unknown-skill'));
    renameSync(join(client.root, '.claude/skills/test-first'), from);
    await client.notify('workspace/didChangeWatchedFiles', { changes: changes.map(c => ({ ...c, type: 4 - c.type })) });
    await until(async () => !(await codes()).includes('unknown-skill'));
  });

  test('a skill that a client renames itself, which watches nothing, is unknown at once', async () => {
    const skill = { '.claude/skills/tdd/SKILL.md': '---\ndescription: Test first.\n---\n\n# TDD\n' };
    client = await startClient({ ...files, ...skill }, {});
    await client.open(reviewer, text);
    await client.published(reviewer, items => items.length > 0 && items.every(({ code }) => code !== 'unknown-skill'));
    const [oldUri, newUri] = ['tdd', 'test-first'].map(name => client!.uri(`.claude/skills/${name}`));
    renameSync(fileURLToPath(oldUri!), fileURLToPath(newUri!));
    await client.notify('workspace/didRenameFiles', { files: [{ oldUri, newUri }] });
    await client.published(reviewer, items => items.some(({ code }) => code === 'unknown-skill'));
  });

  test('completes, hovers and fixes', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, text);
    const textDocument = { uri: client.uri(reviewer) };
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 4, character: 9 },
    });
    const skill = items.find(item => item.label === 'tdd');
    assert.equal(skill?.textEdit?.newText, 'tdd');
    const tools = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 3, character: 8 },
    });
    assert.ok(tools.some(item => item.label === 'Read'));
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument,
      position: { line: 4, character: 10 },
    });
    assert.match(JSON.stringify(hover), /Test first/);
    const range = { start: { line: 3, character: 9 }, end: { line: 3, character: 9 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    const preferred = actions.find(action => action.isPreferred) ?? actions[0];
    assert.match(JSON.stringify(preferred?.edit), /"newText":"Read"/);
  });

  test('works on a single file without a folder', async () => {
    client = await startClient(files, {}, { folder: false });
    await client.open(reviewer, text);
    const codes = (items: readonly { code?: unknown }[]): unknown[] => items.map(item => item.code);
    // The folder around the file is read once it is open; then the skills beside it are found.
    await client.published(
      reviewer,
      items => codes(items).includes('unknown-tool') && !codes(items).includes('unknown-skill'),
    );
  });

  test('a client that watches no files is served by reading again on save', async () => {
    client = await startClient(files, {});
    await client.open(reviewer, text.replace('[tdd]', '[late]'));
    await client.published(reviewer, items => items.some(item => item.code === 'unknown-skill'));
    mkdirSync(join(client.root, '.claude/skills/late'));
    writeFileSync(join(client.root, '.claude/skills/late/SKILL.md'), '---\nname: late\ndescription: Late.\n---\n');
    await client.notify('textDocument/didSave', { textDocument: { uri: client.uri(reviewer) } });
    await client.published(reviewer, items => !items.some(item => item.code === 'unknown-skill'));
  });
});

/** Waits for what a server does on its own; mocha's time limit ends it. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setTimeout(resolve, 20));
}
