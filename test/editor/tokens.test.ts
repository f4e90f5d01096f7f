// Colours: what the server says of names, and that the grammars are at work in each language that VS Code has for them.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { becomes, open, placeOf, tidily, until, write } from './support';

/** Each token as `skill tdd unresolved`, in order. VS Code has tokens of its own for agents, though none in these, and may
 * answer with its own legend; of parts of a document it has none. */
async function tokensOf(document: vscode.TextDocument, range?: vscode.Range): Promise<string[]> {
  const { uri } = document;
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  const ask = <T>(command: string, ...more: unknown[]): Promise<T> =>
    until(command, () => vscode.commands.executeCommand<T | undefined>(command, uri, ...more));
  const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentRangeSemanticTokensLegend', whole);
  const found = await (range
    ? ask<vscode.SemanticTokens>('vscode.provideDocumentRangeSemanticTokens', range)
    : ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens'));
  const said: string[] = [];
  let line = 0;
  let column = 0;
  for (let index = 0; index < found.data.length; index += 5) {
    const [down, right, length, type, modifiers] = [...found.data.slice(index, index + 5)] as number[];
    line += down!;
    column = down! > 0 ? right! : column + right!;
    const text = document.getText(new vscode.Range(line, column, line, column + length!));
    const names = legend.tokenModifiers.filter((_, bit) => (modifiers! & (1 << bit)) !== 0);
    said.push([legend.tokenTypes[type!], text, ...names].join(' '));
  }
  return said;
}

/** Part of VS Code that extensions may ask for while they are developed, as the driver of these tests is. */
interface TokenInformation {
  getTokenInformationAtPosition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ readonly type: number; readonly range: vscode.Range }>;
}

/** What the grammars take a word for: its type (2 is a string) and how far it goes. */
async function grammarsSay(document: vscode.TextDocument, word: string): Promise<string> {
  const driver = vscode.extensions.getExtension('agentwright.driver');
  assert.ok(driver, 'The driver is not there.');
  const { languages } = createRequire(join(driver.extensionPath, 'package.json'))('vscode') as {
    languages: TokenInformation;
  };
  const { type, range } = await languages.getTokenInformationAtPosition(document, placeOf(document, word, 1));
  return `${type} ${document.getText(range)}`;
}

const agent = (name: string): string =>
  `---\nname: ${name}\ndescription: Keeps the tide tables in order.\nmodel: opus\ntools: Read, Task, Raed\nskills: [api-design, gone]\n---\n\n` +
  "See @docs/tides.md and ask @harbour.\n\n```js\nSkill({ skill: 'api-design' });\n```\n";

suite('colours', () => {
  tidily();

  test('names of an agent: known, unknown, old', async () => {
    const path = '.claude/agents/tide-clerk.md';
    write(path, agent('tide-clerk'));
    const { document } = await open(path);
    const expected = [
      'agent tide-clerk declaration',
      'model opus',
      'tool Read',
      'tool Task deprecated',
      'tool Raed unresolved',
      'skill api-design',
      'skill gone unresolved',
      'path docs/tides.md unresolved',
      'tool Skill',
      'skill api-design',
    ];
    await becomes(expected, () => tokensOf(document));
    const tools = document.lineAt(4).range;
    assert.deepEqual(await tokensOf(document, tools), expected.slice(2, 5));
  });

  test('a skill that comes is known at once', async () => {
    const path = '.claude/agents/tide-clerk.md';
    const skill = '.claude/skills/gone/SKILL.md';
    write(path, agent('tide-clerk'));
    const { document } = await open(path);
    await until('it is unknown', async () => (await tokensOf(document)).includes('skill gone unresolved'));
    write(skill, '---\nname: gone\ndescription: Comes back with the tide.\n---\nText.\n');
    const skills = async (): Promise<string[]> => (await tokensOf(document)).filter(each => each.startsWith('skill '));
    await becomes(['skill api-design', 'skill gone', 'skill api-design'], skills);
  });

  for (const path of [
    '.claude/agents/tide-clerk.md',
    '.claude/agents/domain/pier-clerk.md',
    '.claude/skills/tide-tables/SKILL.md',
    '.claude/rules/tides.md',
    'notes/tides.prompt.md',
  ]) {
    test(`the grammars are at work in ${path}`, async () => {
      write(path, agent('tide-clerk'));
      const { document } = await open(path);
      await becomes('2 docs/tides.md', () => grammarsSay(document, 'docs/tides'));
      assert.equal(await grammarsSay(document, 'harbour'), '0  and ask @harbour.');
    });
  }
});
