// The Agents view: agents by folder, each with its skills, tools and context files.
import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Disposable } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { TreeAgent, Trees, TreeSkill, TreeUse } from '../../../server/src/lsp/protocol';
import {
  byName,
  fileItem,
  fileTooltip,
  itemOf,
  once,
  showTree,
  targetOf,
  useItem,
  type Forest,
  type Node,
} from './nodes';
import type { LiveTrees } from './trees';

/** What an agent's node looks up. */
interface Around {
  readonly skills: ReadonlyMap<string, TreeSkill>;
  readonly client: LanguageClient;
}

export const showAgents = (live: LiveTrees, client: LanguageClient): Disposable =>
  showTree(
    'agentwright.agents',
    live,
    trees => growAgents(trees, client),
    (view, trees) => {
      const broken = new Set([...trees.agents, ...trees.skills].filter(file => file.errors > 0).map(file => file.uri));
      const tooltip = broken.size === 1 ? l10n.t('1 file has errors') : l10n.t('{0} files have errors', broken.size);
      view.badge = broken.size > 0 ? { value: broken.size, tooltip } : undefined;
    },
  );

function growAgents(trees: Trees, client: LanguageClient): Forest {
  const around: Around = { skills: new Map(trees.skills.map(skill => [skill.uri, skill])), client };
  const folders = new Map<string, TreeAgent[]>();
  for (const agent of [...trees.agents].sort(byName)) {
    const key = `${realmRank(agent.realm)} ${agent.realm}\n${agent.folder}`;
    const agents = folders.get(key);
    if (agents) agents.push(agent);
    else folders.set(key, [agent]);
  }
  const files = new Map<string, Node>();
  const roots = [...folders.keys()].sort().map(key => folderNode(key, folders.get(key) ?? [], around, files));
  return { roots, files };
}

/** What the workspace holds comes first, what the user keeps at home second, then plugins. */
function realmRank(realm: string): number {
  return realm === 'project' ? 0 : realm === 'user' ? 1 : 2;
}

function folderNode(key: string, agents: TreeAgent[], around: Around, files: Map<string, Node>): Node {
  const { folder = '', realm = '' } = agents[0] ?? {};
  const item = new TreeItem(folder, TreeItemCollapsibleState.Expanded);
  item.id = key;
  item.iconPath = ThemeIcon.Folder;
  item.contextValue = 'folder';
  const count = agents.length === 1 ? l10n.t('1 agent') : l10n.t('{0} agents', agents.length);
  item.description = realm === 'project' ? String(agents.length) : `${realm} · ${agents.length}`;
  item.tooltip = realm === 'project' ? `${folder} · ${count}` : `${folder} · ${realm} · ${count}`;
  item.accessibilityInformation = { label: `${folder}, ${realm}, ${count}` };
  const children: Node[] = [];
  const node: Node = { item, parent: undefined, name: folder, target: undefined, children: () => children };
  for (const agent of agents) {
    const child = agentNode(node, agent, around);
    children.push(child);
    if (child.item.id !== undefined) files.set(child.item.id, child);
  }
  return node;
}

function agentNode(parent: Node, agent: TreeAgent, { skills, client }: Around): Node {
  const description = [agent.model, toolCount(agent)].filter(part => part !== null).join(' · ');
  const item = fileItem(agent, 'agent', 'robot', description);
  const node: Node = {
    item,
    parent,
    name: agent.name,
    target: targetOf(agent),
    tooltip: () => fileTooltip(client, agent, []),
    children: once(() => [
      ...agent.skills.map((use, index) => {
        const made = useItem(use, `${item.id}/skill/${index}`, 'skillUse', 'book');
        made.tooltip ??= use.uri === null ? undefined : skills.get(use.uri)?.description;
        return { item: made, parent: node, name: use.name, target: targetOf(use) };
      }),
      ...(agent.tools && agent.tools.length > 0 ? [toolsNode(node, agent.tools)] : []),
      ...agent.files.map((use, index) => fileNode(node, use, index)),
    ]),
  };
  if (agent.skills.length + agent.files.length + (agent.tools?.length ?? 0) === 0) {
    item.collapsibleState = TreeItemCollapsibleState.None;
  }
  return node;
}

/** As in the lists of VS Code, a path begins with its end: the view is narrow, and many files share a folder. */
function fileNode(parent: Node, use: TreeUse, index: number): Node {
  const item = useItem(use, `${parent.item.id}/file/${index}`, 'fileUse', 'file');
  const cut = use.name.lastIndexOf('/');
  item.label = use.name.slice(cut + 1);
  item.description = [item.description, use.name.slice(0, Math.max(cut, 0))].filter(Boolean).join(' · ');
  item.tooltip ??= use.name;
  return { item, parent, name: use.name, target: targetOf(use) };
}

function toolCount({ tools }: TreeAgent): string {
  if (!tools) return l10n.t('all tools');
  return tools.length === 1 ? l10n.t('1 tool') : l10n.t('{0} tools', tools.length);
}

function toolsNode(parent: Node, tools: readonly string[]): Node {
  const item = itemOf(l10n.t('Tools'), `${parent.item.id}/tools`, new ThemeIcon('tools'), 'tools', undefined);
  item.collapsibleState = TreeItemCollapsibleState.Collapsed;
  item.description = String(tools.length);
  const node: Node = {
    item,
    parent,
    name: tools.join(', '),
    target: undefined,
    children: once(() =>
      tools.map((name, index) => {
        const child = itemOf(name, `${item.id}/${index}`, new ThemeIcon('symbol-method'), 'tool', undefined);
        return { item: child, parent: node, name, target: undefined };
      }),
    ),
  };
  return node;
}
