// Names across files over stdio: links, symbols, calls, code lenses and inlay hints, as a client asks for them.
import { strict as assert } from 'node:assert';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  InlayHint,
  Location,
  SymbolInformation,
} from 'vscode-languageserver';
import { startClient, type TestClient } from '../support/language-client';

const reviewer = '.claude/agents/reviewer.md';
const tdd = '.claude/skills/tdd/SKILL.md';
const guide = '.claude/skills/tdd/guide.md';
const reviewerText =
  '---\nname: reviewer\ndescription: Reviews code. Use after changes.\nmodel: opus\nskills:\n  - tdd\n---\n\nReview.\n';
const files = {
  [reviewer]: reviewerText,
  '.claude/agents/closed.md': "---\nname: closed\ndescription: Closes. Use it.\n---\n\nSkill({ skill: 'tdd' });\n",
  [tdd]:
    '---\nname: tdd\ndescription: Test first.\n---\n\n# TDD\n\n[how](guide.md#how), [it](guide.md), [web](https://x.org)\n',
  [guide]: '# Guide\n\n## How\n',
  'CLAUDE.md': "Skill({ skill: 'tdd' });\n",
};
const able = {
  textDocument: { documentLink: { tooltipSupport: true } },
  workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};
const vscode = { given: { linkedLanguageIds: ['markdown'], showsReferences: true } };

const range = (line: number, start: number, end: number): DocumentLink['range'] => ({
  start: { line, character: start },
  end: { line, character: end },
});

suite('names over stdio', () => {
  let client: TestClient;
  teardown(() => client.stop());

  const identifier = (path: string): { textDocument: { uri: string } } => ({ textDocument: { uri: client.uri(path) } });
  const linksIn = (path: string): Promise<DocumentLink[]> =>
    client.request('textDocument/documentLink', identifier(path));
  const symbols = (query: string): Promise<SymbolInformation[]> => client.request('workspace/symbol', { query });
  const lenses = (path: string): Promise<CodeLens[]> => client.request('textDocument/codeLens', identifier(path));
  const lens = async (path: string): Promise<CodeLens['command']> =>
    (await client.request<CodeLens>('codeLens/resolve', (await lenses(path))[0])).command;
  const hints = (path: string): Promise<InlayHint[]> =>
    client.request('textDocument/inlayHint', { ...identifier(path), range: wholeFile });

  test('links have a tooltip, and one to a heading its line when it is followed', async () => {
    client = await startClient(files, able);
    await client.open(tdd, files[tdd]);
    const [how, it, ...more] = await linksIn(tdd);
    assert.deepEqual(more, []);
    assert.deepEqual(it, { range: range(7, 26, 34), tooltip: `Open ${guide}`, target: client.uri(guide) });
    assert.equal(how?.target, undefined);
    assert.deepEqual(how?.range, range(7, 6, 18));
    const { target } = await client.request<DocumentLink>('documentLink/resolve', how);
    assert.equal(target, `${client.uri(guide)}#L3`);
  });

  test('a client that makes links of Markdown itself is not given them again', async () => {
    client = await startClient(files, {}, vscode);
    await client.open(tdd, files[tdd]);
    assert.deepEqual(await linksIn(tdd), []);
  });

  test('symbols of closed files, those behind a symbolic link once', async () => {
    client = await startClient(files, {});
    assert.deepEqual(
      (await symbols('')).map(({ name, containerName }) => `${name} ${containerName}`),
      ['closed .claude/agents', 'reviewer .claude/agents', 'tdd .claude/skills'],
    );
    assert.deepEqual((await symbols('TD'))[0]?.location, { uri: client.uri(tdd), range: range(1, 6, 9) });
    symlinkSync(join(client.root, '.claude/skills'), join(client.root, '.claude/twins'), 'dir');
    await client.open(reviewer, `${reviewerText}\n[x](../twins/tdd/SKILL.md)\n`);
    await client.notify('textDocument/didSave', identifier(reviewer));
    await until(async () => (await linksIn(reviewer)).length > 0);
    assert.equal((await symbols('tdd')).length, 1);
  });

  test('calls, with places in closed files', async () => {
    client = await startClient(files, {});
    await client.open(reviewer, reviewerText);
    const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      ...identifier(reviewer),
      position: { line: 5, character: 5 },
    });
    assert.equal(item?.uri, client.uri(tdd));
    const incoming = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, from.detail, fromRanges]),
      [
        ['closed', '.claude/agents', [range(5, 16, 19)]],
        ['reviewer', '.claude/agents', [range(5, 4, 7)]],
        ['CLAUDE.md', '.', [range(0, 16, 19)]],
      ],
    );
    const outgoing = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: incoming[0]?.from,
    });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.uri, fromRanges]),
      [[client.uri(tdd), [range(5, 16, 19)]]],
    );
    const none = await client.request('textDocument/prepareCallHierarchy', {
      ...identifier(reviewer),
      position: { line: 8, character: 2 },
    });
    assert.equal(none, null);
  });

  test('a code lens counts when it is shown, and its places are found when it is clicked', async () => {
    client = await startClient(files, {}, vscode);
    await client.open(tdd, files[tdd]);
    const argument = { uri: client.uri(tdd), position: { line: 0, character: 0 } };
    assert.deepEqual(await lens(tdd), {
      title: 'used by 2 agents · named in 3 files',
      command: 'agentwright.showReferences',
      arguments: [argument],
    });
    const places = await client.request<Location[]>('agentwright/uses', argument);
    assert.deepEqual(
      places.map(place => [place.uri, place.range]),
      [
        [client.uri('.claude/agents/closed.md'), range(5, 16, 19)],
        [client.uri(reviewer), range(5, 4, 7)],
        [client.uri('CLAUDE.md'), range(0, 16, 19)],
      ],
    );
    assert.deepEqual(await lens(reviewer), { title: 'named in no other file', command: '' });
    assert.deepEqual(await lenses(guide), []);
  });

  test('a client without the command is shown the words alone, or nothing where it says so', async () => {
    client = await startClient(files, {});
    assert.equal((await lens(tdd))?.command, '');
    await client.notify('workspace/didChangeConfiguration', { settings: { agentwright: { codeLens: false } } });
    await until(async () => (await lenses(tdd)).length === 0);
  });

  test('inlay hints are for those who ask for them', async () => {
    client = await startClient(files, {});
    await client.open(reviewer, reviewerText);
    assert.deepEqual(await hints(reviewer), []);
    await client.notify('workspace/didChangeConfiguration', { settings: { inlayHints: { enabled: true } } });
    await until(async () => (await hints(reviewer)).length > 0);
    const [skill, model] = await hints(reviewer);
    assert.deepEqual(skill, {
      position: { line: 5, character: 7 },
      label: 'Test first.',
      paddingLeft: true,
      tooltip: 'Test first.',
    });
    assert.match(JSON.stringify(model?.label), /^"claude-opus-/);
  });

  test('the client is told when names have changed, and not for other keys', async () => {
    client = await startClient(files, able);
    await client.open(reviewer, reviewerText);
    await symbols('');
    await new Promise(resolve => setTimeout(resolve, 400));
    const before = client.refreshed.length;
    await client.change(reviewer, `${reviewerText}More words.\n`);
    await new Promise(resolve => setTimeout(resolve, 400));
    assert.equal(client.refreshed.length, before);
    await client.change(reviewer, reviewerText.replace('- tdd', '- tddd'));
    await until(() => Promise.resolve(client.refreshed.length >= before + 2));
    assert.deepEqual([...client.refreshed.slice(before)].sort(), ['codeLens', 'inlayHint']);
  });
});

const wholeFile = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** Waits for what a server does on its own; mocha's time limit ends it. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(resolve => setTimeout(resolve, 20));
}
