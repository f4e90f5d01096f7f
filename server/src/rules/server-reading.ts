// Which keys Claude Code reads of the description of an MCP server: a bad value of one of these costs the server, of others nothing.
import { entry as entryOf, textAt, type Data, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { holds } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';

const remote = ['type', 'url', 'headers', 'headersHelper', 'timeout', 'alwaysLoad'];

/** What is read by the type of a server. Observed: Claude Code 2.1.330, 30 November 2026, of 553 servers with one odd value each. */
export const keysOf: Readonly<Record<string, readonly string[]>> = {
  stdio: ['type', 'command', 'args', 'env', 'timeout', 'alwaysLoad'],
  http: [...remote, 'oauth', 'tools'],
  'streamable-http': [...remote, 'oauth', 'tools'],
  sse: [...remote, 'oauth', 'tools'],
  ws: remote,
};

/** Whether a value lies where a server is read; `none` where it belongs to no server. */
export function readingOf(document: Document, workspace: Workspace, data: Data): 'read' | 'unread' | 'none' {
  if (document.language !== 'json') return 'none';
  const server = serversOf(document, workspace).find(({ span }) => holds(span, data.span));
  if (!server) return 'none';
  if (server.is !== 'map' || server === data) return 'read';
  const keys = keysOf[textAt(server, 'type') ?? 'stdio'];
  const key = server.entries.find(({ value }) => value && holds(value.span, data.span))?.key.text;
  return key === undefined || !keys || keys.includes(key) ? 'read' : 'unread';
}

function serversOf(document: Document, workspace: Workspace): readonly Data[] {
  const role = workspace.role(document.uri);
  if (role !== 'mcp' && role !== 'plugin') return [];
  const wrapped = entryOf(document.data, 'mcpServers');
  const all = wrapped || role === 'plugin' ? wrapped?.value : document.data;
  return all?.is === 'map' ? valuesOf(all) : [];
}

const valuesOf = ({ entries }: DataMap): Data[] => entries.flatMap(({ value }) => value ?? []);
