// Names across files in VS Code: links, symbols, call hierarchy, code lenses and inlay hints, beside what VS Code has itself.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { at, becomes, extension, open, placeOf, remove, tidily, until, withSetting, write } from './support';

const engineer = '.claude/agents/domain/ml-engineer.md';
const developer = '.claude/agents/core/developer.md';
const experiments = '.claude/skills/ml-experiments/SKILL.md';
const command = '.claude/commands/forecast.md';

const fileOf = ({ path }: vscode.Uri): string => path.replace(`${at('').path.replace(/\/$/, '')}/`, '');

/** `text → path#fragment` of all links of a file, whoever makes them. */
async function links(path: string): Promise<string[]> {
  const { document } = await open(path);
  const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
    99,
  );
  return found.map(({ range, target }) => `${document.getText(range)} → ${target ? fileOf(target) : ''}`).sort();
}

const lensesOf = (path: string): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', at(path), 99);

/** The title of ours: VS Code may show others. */
const titles = async (path: string): Promise<string[]> =>
  (await lensesOf(path)).flatMap(({ command: shown }) => (shown && isOurs(shown.title) ? [shown.title] : []));

const isOurs = (title: string): boolean => /^(used by|named in)/.test(title);

async function calledAt(path: string, word: string): Promise<vscode.CallHierarchyItem[]> {
  const { document } = await open(path);
  return vscode.commands.executeCommand('vscode.prepareCallHierarchy', document.uri, placeOf(document, word, 1));
}

async function hintLabels(path: string): Promise<string[]> {
  const { document } = await open(path);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

suite('names across files', () => {
  tidily();

  test('paths of front matter and body are links', async () => {
    const stations = '.claude/context/stations.md';
    const memory = (name: string): string => `.claude/context/memory/${name}.md → .claude/context/memory/${name}.md`;
    const found = await links(engineer);
    for (const link of [`${stations} → ${stations}`, memory('learnings'), memory('decisions')])
      assert.ok(found.includes(link), `${link} in\n${found.join('\n')}`);
  });

  for (const [kind, path] of [
    ['an agent', '.claude/agents/core/buoy.md'],
    ['a skill', '.claude/skills/buoys/SKILL.md'],
    ['a command', '.claude/commands/buoys.md'],
  ] as const) {
    test(`a Markdown link in ${kind} is a link once`, async () => {
      const folder = path.slice(0, path.lastIndexOf('/'));
      write(`${folder}/marks.txt`, 'Marks.\n');
      write(path, '---\nname: buoys\ndescription: Lays buoys. Use it.\n---\n\nSee [all marks](marks.txt).\n');
      await becomes([`marks.txt → ${folder}/marks.txt`], () => links(path));
    });
  }

  test('agents, skills and commands are found by some letters of their names', async () => {
    const find = async (query: string): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      // VS Code's own Markdown gives headings.
      const ours = found.filter(({ name }) => /^[a-z-]+$/.test(name));
      return ours.map(({ name, location }) => `${name} ${fileOf(location.uri)}:${location.range.start.line + 1}`);
    };
    await becomes([`ml-engineer ${engineer}:2`], () => find('mleng'));
    await becomes([`ml-experiments ${experiments}:2`], () => find('mlexp'));
    await becomes([`forecast ${command}:2`], async () =>
      (await find('forecast')).filter(each => each.startsWith('forecast ')),
    );
  });

  test('the call hierarchy of a skill: who names it, and where', async () => {
    const [item] = await calledAt(engineer, 'ml-experiments');
    assert.equal(item?.name, 'ml-experiments');
    assert.equal(item.detail, '.claude/skills');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(
      calls.map(({ from }) => from.name),
      ['ml-engineer'],
    );
    const { document } = await open(engineer);
    assert.deepEqual(
      calls[0]?.fromRanges.map(range => document.getText(range)),
      ['ml-experiments', 'ml-experiments', 'ml-experiments'],
    );
  });

  test('the call hierarchy of an agent: whom it names', async () => {
    const [item] = await calledAt(engineer, '---');
    assert.equal(item?.name, 'ml-engineer');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(calls.map(({ to }) => to.name).sort(), [
      'ml-experiments',
      'task-management-protocol',
      'test-driven-development',
      'verification-before-completion',
    ]);
  });

  test('a code lens says who uses a skill, and follows what is written', async () => {
    await open(experiments);
    await becomes(['used by 1 agent'], () => titles(experiments));
    const path = '.claude/agents/core/sailor.md';
    write(path, '---\nname: sailor\ndescription: Sails. Use it.\nskills: [ml-experiments]\n---\n\n# Sailor\n');
    await becomes(['used by 2 agents'], () => titles(experiments));
    remove(path);
    await becomes(['used by 1 agent'], () => titles(experiments));
    await open(command);
    await becomes(['named in no other file'], () => titles(command));
  });

  test('a click on it lists the places', async () => {
    await open(experiments);
    const lens = await until('the lens', async () =>
      (await lensesOf(experiments)).find(({ command: shown }) => shown?.title === 'used by 1 agent'),
    );
    const asked = await watchCommand('editor.action.showReferences', () =>
      vscode.commands.executeCommand(lens.command?.command ?? '', ...((lens.command?.arguments ?? []) as unknown[])),
    );
    const [uri, position, places] = asked as [vscode.Uri, vscode.Position, vscode.Location[]];
    assert.equal(fileOf(uri), experiments);
    assert.equal(position.line, 0);
    assert.deepEqual([...new Set(places.map(place => fileOf(place.uri)))], [engineer]);
    assert.equal(places.length, 3);
  });

  test('the code lens is off where a person says so', async () => {
    await open(experiments);
    await withSetting('codeLens', false, () => becomes([], () => titles(experiments)));
    await becomes(['used by 1 agent'], () => titles(experiments));
  });

  test('inlay hints are for those who ask for them', async () => {
    assert.deepEqual(await hintLabels(developer), []);
    await withSetting('inlayHints.enabled', true, async () => {
      const found = await until('hints', async () => {
        const labels = await hintLabels(developer);
        return labels.length > 0 && labels;
      });
      assert.ok(found.includes('not found'), found.join('\n'));
      assert.ok(
        found.some(label => label.startsWith('claude-sonnet-')),
        found.join('\n'),
      );
      assert.ok(
        found.some(label => label.endsWith('…')),
        found.join('\n'),
      );
    });
    await becomes([], () => hintLabels(developer));
  });
});

/** What a command of VS Code is given by the extension while something is done; it is run all the same. */
async function watchCommand(id: string, act: () => Thenable<unknown>): Promise<unknown[]> {
  const inside = createRequire(join(extension().extensionPath, 'dist/client.js'));
  const { commands } = inside('vscode') as typeof vscode;
  const { executeCommand } = commands;
  let given: unknown[] = [];
  Object.assign(commands, {
    executeCommand: (command: string, ...rest: unknown[]) => {
      if (command === id) given = rest;
      return executeCommand(command, ...rest);
    },
  });
  try {
    await act();
  } finally {
    Object.assign(commands, { executeCommand });
  }
  return given;
}
