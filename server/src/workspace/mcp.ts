// The MCP servers that a configuration file names.
import { copy } from '../syntax/copy';
import { entry, scalars, type Data, type Entry } from '../syntax/data';

/** The roles of the files that configure servers for a project. */
export type ServerRole = 'mcp' | 'settings' | 'plugin';

/** Names of the servers in a `.mcp.json`, a settings file or a plugin manifest, and whether each is configured there: settings
 * may approve it alone. */
export function readServers(data: Data | undefined, role: ServerRole): ReadonlyMap<string, boolean> {
  const enabled = role === 'settings' ? scalars(entry(data, 'enabledMcpjsonServers')?.value) : [];
  return new Map([
    ...enabled.map(({ text }) => [copy(text), false] as const),
    ...serverEntries(data, role).map(({ key }) => [copy(key.text), true] as const),
  ]);
}

/** What configures servers, each by its name; a plugin's `.mcp.json` may have them at the top. */
export function serverEntries(data: Data | undefined, role: ServerRole): readonly Entry[] {
  const under = entry(data, 'mcpServers');
  const servers = under === undefined && role === 'mcp' ? data : under?.value;
  return servers?.is === 'map' ? servers.entries : [];
}

/** The server's name in the names of its tools. */
export const inToolNames = (server: string): string => server.replace(/[^\w-]/g, '_');

/** Not `git` of `mcp__git.*`, which may be a part of a name. */
const inTools = /(?<![\w-])mcp__((?:[A-Za-z0-9-]|_(?!_))+)(?=__|$|[|,\s`'")\]]|\.(?:\s|$))/g;

/** The servers whose tools a text names, with the place of each. */
export const serverNames = (text: string): { readonly name: string; readonly at: number }[] =>
  text.includes('mcp__')
    ? [...text.matchAll(inTools)].map(({ index, 1: name }) => ({ name: name!, at: index + 'mcp__'.length }))
    : [];
