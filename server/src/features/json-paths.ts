// Paths in JSON files of Claude Code of which what stands around them tells where they count from: what the plugins of a
// marketplace hold, and what MCP servers start.
import { entry, textAt, type Data, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { isBareSource } from '../workspace/surroundings';
import { join, ownFolder } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';

export interface PathIn {
  readonly span: Span;
  readonly text: string;
  readonly target: string;
}

const isMarketplace = (uri: string): boolean => uri.endsWith('/.claude-plugin/marketplace.json');

/** By its name: whether a file may name such paths. */
export const namesPaths = (uri: string): boolean =>
  isMarketplace(uri) || uri.endsWith('/.mcp.json') || uri.endsWith('/.claude-plugin/plugin.json');

/** Those that lead somewhere. */
export const pathsIn = (workspace: Workspace, document: Document): PathIn[] =>
  isMarketplace(document.uri) ? partsOfPlugins(workspace, document) : partsOfServers(workspace, document);

/** Paths of what a plugin holds count from where its entry says that it lies. */
function partsOfPlugins(workspace: Workspace, { uri, data }: Document): PathIn[] {
  const base = textAt(entry(data, 'metadata')?.value, 'pluginRoot') ?? '.';
  const plugins = entry(data, 'plugins')?.value;
  return (plugins?.is === 'list' ? plugins.items : []).flatMap(({ value }) => {
    const source = textAt(value, 'source');
    if (value?.is !== 'map' || source === undefined) return [];
    const root = join(ownFolder(uri), isBareSource(source) ? `${base}/${source}` : source);
    const parts = value.entries.filter(({ key }) => key.text !== 'source');
    return stringsIn({ ...value, entries: parts }, '').flatMap(({ scalar: { text, span } }): PathIn[] => {
      const target = text.startsWith('./') ? join(root, text) : root;
      return target !== root && workspace.existence(target) === 'yes' ? [{ span, text, target }] : [];
    });
  });
}

const fromVariable = /^\$\{CLAUDE_(PLUGIN_ROOT|PROJECT_DIR)(?::-\.)?\}\//;

/** A server is started in the folder of the project; that of its plugin it is told by a variable. */
function partsOfServers(workspace: Workspace, { uri, data }: Document): PathIn[] {
  const servers = uri.endsWith('/plugin.json') ? entry(data, 'mcpServers')?.value : data;
  const isPlugin = workspace.plugin(uri) !== undefined;
  return (servers ? stringsIn(servers, '') : []).flatMap(({ scalar: { text: all, span } }): PathIn[] => {
    const variable = fromVariable.exec(all);
    const text = all.slice(variable?.[0].length ?? 0);
    if (!/^[\w@.-]*(?:\/[\w@.-]+)+$/.test(`/${text}`) || all.length !== span.end - span.start) return [];
    if ((variable?.[1] === 'PLUGIN_ROOT') !== isPlugin || !(variable || text.includes('/'))) return [];
    const target = join(ownFolder(uri), text);
    return workspace.existence(target) === 'yes'
      ? [{ span: { start: span.end - text.length, end: span.end }, text, target }]
      : [];
  });
}

export interface Written {
  readonly scalar: Scalar;
  /** The key over it. */
  readonly under: string;
}

/** All values that are texts, and the keys under which things are described. */
export function stringsIn(data: Data, under: string): Written[] {
  if (data.is === 'scalar') return typeof data.value === 'string' ? [{ scalar: data, under }] : [];
  if (data.is === 'list') return data.items.flatMap(({ value }) => (value ? stringsIn(value, under) : []));
  return data.entries.flatMap(({ key, value }) => {
    if (!value) return [];
    const own = value.is === 'scalar' ? [] : [{ scalar: key, under }];
    return [...own, ...stringsIn(value, key.text)];
  });
}
