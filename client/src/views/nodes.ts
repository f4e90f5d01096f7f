// What both trees are made of: nodes, how they look, and the view that shows them and follows the active editor.
import {
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type TextDocumentShowOptions,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { tooltipRequest, type TreeFile, type Trees, type TreeUse } from '../../../server/src/lsp/protocol';
import type { LiveTrees } from './trees';

/** A place to open, as `vscode.open` takes it. */
export type Target = readonly [Uri, TextDocumentShowOptions];

export interface Node {
  readonly item: TreeItem;
  readonly parent: Node | undefined;
  /** What Copy Name copies. */
  readonly name: string;
  readonly target: Target | undefined;
  /** Made on demand: a tree of hundreds of agents shows one tooltip at a time. */
  readonly tooltip?: () => MarkdownString | Promise<MarkdownString>;
  readonly children?: () => readonly Node[];
}

/** The top of a tree, and the node of each file in it by its URI. */
export interface Forest {
  readonly roots: readonly Node[];
  readonly files: ReadonlyMap<string, Node>;
}

export function targetOf(place: { readonly uri: string | null; readonly range: TreeUse['range'] }): Target | undefined {
  if (place.uri === null) return undefined;
  const { line, character } = place.range?.start ?? { line: 0, character: 0 };
  // The cursor stands before the name: what is selected, the next key would overwrite.
  return [Uri.parse(place.uri), { selection: new Range(line, character, line, character) }];
}

/** What VS Code hands to a command called from a tree. */
export function isNode(argument: unknown): argument is Node {
  return typeof argument === 'object' && argument !== null && 'item' in argument && argument.item instanceof TreeItem;
}

export function targetOfNode(argument: unknown): Target | undefined {
  return isNode(argument) ? argument.target : undefined;
}

/** An item that opens `target` on a click. */
export function itemOf(label: string, id: string, icon: ThemeIcon, kind: string, target: Target | undefined): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  item.id = id;
  item.iconPath = icon;
  item.contextValue = target ? `${kind};canOpen` : kind;
  if (target) item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [...target] };
  return item;
}

/** The item of an agent's or a skill's own file. */
export function fileItem(file: TreeFile, kind: 'agent' | 'skill', plain: string, description: string): TreeItem {
  const item = itemOf(file.name, Uri.parse(file.uri).toString(), iconOf(file, plain), kind, targetOf(file));
  // With its URI the item also shows what Explorer shows: changes in Git and the number of problems.
  item.resourceUri = Uri.parse(file.uri);
  item.description = description;
  item.collapsibleState = TreeItemCollapsibleState.Collapsed;
  const spoken = [file.name, description, verdictText(file), ...problemTexts(file)];
  item.accessibilityInformation = { label: spoken.join(', ') };
  return item;
}

function iconOf(file: TreeFile, plain: string): ThemeIcon {
  if (file.errors > 0 || file.verdict.state === 'does-not-load') {
    return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  }
  if (file.warnings > 0 || file.verdict.state === 'loads-without') {
    return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  }
  return new ThemeIcon(plain);
}

/** Something that a file names. What is missing has an icon of its own and says so in words. */
export function useItem(use: TreeUse, id: string, kind: string, plain: string): TreeItem {
  const missing = use.uri === null;
  const icon = missing ? new ThemeIcon('warning', new ThemeColor('list.warningForeground')) : new ThemeIcon(plain);
  const item = itemOf(use.name, id, icon, kind, targetOf(use));
  // A tooltip alone would be all that is read out.
  item.accessibilityInformation = { label: use.name };
  if (missing) {
    item.description = l10n.t('not found');
    item.tooltip = l10n.t('“{0}” is named here, but does not exist.', use.name);
    item.accessibilityInformation = { label: l10n.t('{0}, not found', use.name) };
  }
  return item;
}

/** The server reads the file for it, and says more than the tree knows, as Markdown of its own. */
export async function fileTooltip(
  client: LanguageClient,
  file: TreeFile,
  facts: readonly (readonly [string, string])[],
): Promise<MarkdownString> {
  // Of a server that is down the tree still tells what it knows.
  const more = await client.sendRequest<string>(tooltipRequest, { uri: file.uri }).catch(() => '');
  const text = new MarkdownString(`**${literal(file.name)}**\n\n`);
  if (file.description) text.appendMarkdown(`${literal(file.description)}\n\n`);
  text.appendMarkdown([`**${literal(verdictText(file))}**`, ...problemTexts(file)].join(' · ') + '\n\n');
  text.appendMarkdown(file.verdict.reasons.map(reason => `* ${withCode(reason)}\n`).join(''));
  const from = file.realm === 'project' ? '' : file.realm;
  const told = [...facts, [l10n.t('Folder'), file.folder], [l10n.t('From'), from]] as const;
  const lines = told.filter(([, value]) => value).map(([label, value]) => literal(`${label}: ${value}`));
  if (more) text.appendMarkdown(`\n\n${more}`);
  text.appendMarkdown(`\n\n${lines.join('  \n')}`);
  return text;
}

/** A text as it is, whatever a file may have put into it. `appendText` would make every blank an unbreakable one. */
function literal(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** In a reason, names stand in backticks; all else is literal. */
function withCode(reason: string): string {
  const parts = reason.split(/(`[^`]+`)/);
  return parts.map((part, index) => (index % 2 === 1 ? part.replace(/\s+/g, ' ') : literal(part))).join('');
}

function verdictText({ verdict: { state, tool } }: TreeFile): string {
  switch (state) {
    case 'loads':
      return l10n.t('Loads in {0}', tool);
    case 'loads-without':
      return l10n.t('Loads in {0}, but not all of it', tool);
    case 'does-not-load':
      return l10n.t('Does not load in {0}', tool);
  }
}

function problemTexts({ errors, warnings }: TreeFile): string[] {
  const texts: string[] = [];
  if (errors > 0) texts.push(errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors));
  if (warnings > 0) texts.push(warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings));
  return texts;
}

export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, undefined, { numeric: true });

/** The same nodes at each call: `reveal` finds a node by going up through its parents. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Shows a tree, keeps it current, and selects the file of the active editor in it. */
export function showTree(
  viewId: string,
  live: LiveTrees,
  grow: (trees: Trees) => Forest,
  onShown: (view: TreeView<Node>, trees: Trees) => void,
): Disposable {
  let forest: Forest = { roots: [], files: new Map() };
  let followed: string | undefined;
  const changed = new EventEmitter<undefined>();
  const treeDataProvider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: node => node.item,
    getChildren: node => [...(node ? (node.children?.() ?? []) : forest.roots)],
    getParent: node => node.parent,
    resolveTreeItem: async (item, node) => {
      if (node.tooltip) item.tooltip = await node.tooltip();
      return item;
    },
  };
  const view = window.createTreeView(viewId, { treeDataProvider, showCollapseAll: true });

  function follow(): void {
    const active = window.activeTextEditor?.document;
    const uri = active?.uri.toString();
    // A file is followed once: whoever selects something else afterwards keeps that selection.
    if (!active || uri === undefined || uri === followed || !view.visible) return;
    const node = forest.files.get(uri);
    if (!node || !workspace.getConfiguration('agentwright', active).get('trees.autoReveal', true)) return;
    followed = uri;
    if (view.selection.includes(node)) return;
    view.reveal(node, { select: true, focus: false }).then(undefined, () => (followed = undefined));
  }

  function show(trees: Trees): void {
    forest = grow(trees);
    changed.fire(undefined);
    onShown(view, trees);
    follow();
  }

  if (live.now) show(live.now);
  void window.withProgress({ location: { viewId } }, () => live.settled);
  return Disposable.from(
    changed,
    view,
    live.onDidChange(show),
    view.onDidChangeVisibility(follow),
    window.onDidChangeActiveTextEditor(editor => {
      if (editor && editor.document.uri.toString() !== followed) followed = undefined;
      follow();
    }),
  );
}
