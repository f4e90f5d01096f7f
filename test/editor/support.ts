// What the tests in a real VS Code share: the workspace's files, waiting for something to become true, and tidying up.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';

/** Which VS Code this is, for what is not the same in both. */
export const host = process.env.AGENTWRIGHT_TEST_VSCODE === 'oldest' ? 'oldest' : 'newest';

const limitMs = 15_000;
const pauseMs = 50;

/** Asks again and again until there is an answer, and returns it; `what` is what the message says was waited for. */
export async function until<T>(
  what: string,
  ask: () => T | Thenable<T>,
): Promise<Exclude<T, false | null | undefined>> {
  const ends = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined && answer !== null)
      return answer as Exclude<T, false | null | undefined>;
    if (Date.now() > ends) assert.fail(`Waited ${limitMs / 1000} s in vain for: ${what}`);
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

/** Asks until the answer is the expected one; else shows how the last one differs. */
export async function becomes<T>(expected: T, ask: () => T | Thenable<T>): Promise<void> {
  const ends = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (inspect(answer, { depth: 9 }) === inspect(expected, { depth: 9 })) return;
    if (Date.now() > ends) return assert.deepEqual(answer, expected);
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

export function extension(): vscode.Extension<Api> {
  const found = vscode.extensions.getExtension<Api>('agentwright.agentwright');
  assert.ok(found, 'The extension is not there.');
  return found;
}

/** The extension, once it has read the workspace. */
export async function started(): Promise<Api> {
  const api = await extension().activate();
  await api.trees.settled;
  return api;
}

/** `vscode.window` as the extension has it: VS Code makes an API for each extension, and the tests are none of ours. */
export function ourWindow(): typeof vscode.window {
  const inside = createRequire(join(extension().extensionPath, 'dist/client.js'));
  return (inside('vscode') as typeof vscode).window;
}

const folder = (): string => {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'No folder is open.');
  return first.uri.fsPath;
};

/** A file of the workspace by its path below it. */
export const at = (path: string): vscode.Uri => vscode.Uri.file(join(folder(), path));

export const onDisk = (path: string): string => readFileSync(at(path).fsPath, 'utf8');

/** Writes a file past VS Code, as another program would. */
export function write(path: string, text: string): void {
  const file = at(path).fsPath;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

export const remove = (path: string): void => rmSync(at(path).fsPath);

/** Opens a file as a click in Explorer does: what `showTextDocument` opens stays open for minutes after its editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', at(path), { preview: false });
  return until(`an editor for ${path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === at(path).toString() && editor;
  });
}

/** Where `found` stands first, `offset` characters further. */
export function placeOf(document: vscode.TextDocument, found: string, offset = 0): vscode.Position {
  const index = document.getText().indexOf(found);
  assert.ok(index >= 0, `${document.uri.path} holds no ${JSON.stringify(found)}`);
  return document.positionAt(index + offset);
}

/** Puts an empty line below the first one that holds `found`, and the cursor on it. */
export async function lineBelow(editor: vscode.TextEditor, found: string): Promise<vscode.Position> {
  const below = new vscode.Position(placeOf(editor.document, found).line + 1, 0);
  await editor.edit(edit => edit.insert(below, '\n'));
  editor.selection = new vscode.Selection(below, below);
  return below;
}

/** Puts the cursor at the end of the first place where `found` stands. */
export function cursorAfter(editor: vscode.TextEditor, found: string): vscode.Position {
  const place = placeOf(editor.document, found, found.length);
  editor.selection = new vscode.Selection(place, place);
  return place;
}

export const type = (text: string): Thenable<void> => vscode.commands.executeCommand('type', { text });

/** What we say of a file in Problems. */
export const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'agentwright');

const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : (code ?? ''));

/** Findings as text, in the order of lines: `7 warning unknown-field`. As in Problems, hints are not among them. */
export const findings = (uri: vscode.Uri): string[] =>
  ours(uri)
    .filter(found => found.severity !== vscode.DiagnosticSeverity.Hint)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(found => `${found.range.start.line + 1} ${severities[found.severity]} ${codeOf(found)}`);

const severities = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'information',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

/** Waits for a finding of ours and returns it. */
export const finding = (uri: vscode.Uri, code: string, text = ''): Promise<vscode.Diagnostic> =>
  until(`${code} ${text} in ${uri.path}`, () =>
    ours(uri).find(found => codeOf(found) === code && found.message.includes(text)),
  );

/** What the light bulb offers at a place. */
export const actions = (
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix.value,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);

export async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, action ? `${action.title} has no edit` : 'There is no such action.');
  assert.ok(await vscode.workspace.applyEdit(action.edit), `${action.title} was not applied`);
}

/** Sets a setting of ours for the workspace while `body` runs. */
export async function withSetting(key: string, value: unknown, body: () => Promise<unknown>): Promise<void> {
  const target = vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration('agentwright').update(key, value, target);
  try {
    await body();
  } finally {
    await vscode.workspace.getConfiguration('agentwright').update(key, undefined, target);
  }
}

/** The texts of all hovers at a place, one each. */
export async function hovers(document: vscode.TextDocument, place: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    place,
  );
  return found.flatMap(hover => hover.contents.map(content => (typeof content === 'string' ? content : content.value)));
}

export async function completions(
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    place,
  );
  return items;
}

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

const before = new Map<string, string>();

/** Registers that each test of a suite begins with the extension ready and leaves the workspace as it was. */
export function tidily(): void {
  suiteSetup(async () => {
    await started();
    if (before.size === 0) for (const path of paths()) before.set(path, onDisk(path));
  });
  teardown(tidyUp);
}

async function tidyUp(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  // VS Code edits documents of its own too, such as the user's settings: those are left alone.
  const ofWorkspace = ({ uri }: vscode.TextDocument): boolean => vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  for (const { uri } of vscode.workspace.textDocuments.filter(each => each.isDirty && ofWorkspace(each))) {
    await vscode.commands.executeCommand('vscode.open', uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const path of paths()) if (!before.has(path)) rmSync(at(path).fsPath);
  for (const [path, text] of before) if (!paths().includes(path) || onDisk(path) !== text) write(path, text);
}

const paths = (): string[] =>
  readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder().length + 1));
