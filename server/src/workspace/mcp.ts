// The MCP servers that a configuration file names.
import { copy } from '../syntax/copy';
import { entry, scalars, type Data } from '../syntax/data';

/** Names of the servers in a `.mcp.json`, a settings file or a plugin manifest. */
export function readServers(data: Data | undefined, role: 'mcp' | 'settings' | 'plugin'): ReadonlySet<string> {
  const servers =
    entry(data, 'mcpServers')?.value ?? (role === 'mcp' && entry(data, 'mcpServers') === undefined ? data : undefined);
  const keys = servers?.is === 'map' ? servers.entries.map(e => e.key.text) : [];
  const enabled = role === 'settings' ? scalars(entry(data, 'enabledMcpjsonServers')?.value).map(s => s.text) : [];
  return new Set([...keys, ...enabled].map(copy));
}
