// MCP servers as names: the keys that configure them, and which server a name means.
import { entry, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { inToolNames, serverEntries } from '../workspace/mcp';
import type { Server } from '../workspace/settled';
import { symbolKey, type SymbolKey } from '../workspace/symbols';
import type { Workspace } from '../workspace/workspace';

/** The names under which a file configures servers: for its project, or as an agent for itself alone. */
export function serverKeys(workspace: Workspace, { uri, data }: Document): Scalar[] {
  const role = workspace.role(uri);
  if (role === 'mcp' || role === 'settings' || role === 'plugin')
    return serverEntries(data, role).map(({ key }) => key);
  const own = role === 'agent' ? entry(data, 'mcpServers')?.value : undefined;
  const maps = own?.is === 'list' ? own.items.map(({ value }) => value) : [own];
  return maps.flatMap(map => (map?.is === 'map' ? map.entries.map(({ key }) => key) : []));
}

/** The server that a name means in a file: the file's own, one of its project, or one that a plugin brings. */
export function serverMeant(workspace: Workspace, document: Document, name: string): Server | undefined {
  const { uri } = document;
  const own = workspace.role(uri) === 'agent' ? serverKeys(workspace, document) : [];
  const key = own.find(({ text }) => inToolNames(text) === inToolNames(name));
  if (key) return { name: key.text, files: [uri] };
  return workspace.server(name, uri) ?? (name.startsWith('plugin_') ? ofPlugin(workspace, name) : undefined);
}

/** `plugin_<plugin>_<server>`, as the server of a plugin is called in the names of its tools (Claude Code documentation, MCP). */
function ofPlugin(workspace: Workspace, name: string): Server | undefined {
  for (const { uri, role } of workspace.files) {
    const prefix = role === 'mcp' || role === 'plugin' ? pluginPrefix(workspace, uri) : undefined;
    if (prefix === undefined || !name.startsWith(prefix)) continue;
    const server = workspace.server(name.slice(prefix.length), uri);
    if (server?.files.includes(uri)) return server;
  }
  return undefined;
}

function pluginPrefix(workspace: Workspace, uri: string): string | undefined {
  const plugin = workspace.plugin(uri);
  return plugin && `plugin_${inToolNames(plugin.name)}_`;
}

/** All names by which a server may be called somewhere. */
export function serverSymbols(workspace: Workspace, { name, files }: Server): ReadonlySet<SymbolKey> {
  const inTools = inToolNames(name);
  const prefixes = files.map(uri => pluginPrefix(workspace, uri) ?? '');
  return new Set([name, inTools, ...prefixes.map(prefix => `${prefix}${inTools}`)].map(each => symbolKey('mcp', each)));
}

export const isSameServer = (a: Server, b: Server | undefined): boolean =>
  a.name === b?.name && a.files.join() === b.files.join();
