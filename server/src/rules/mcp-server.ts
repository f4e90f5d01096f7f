// MCP servers of `.mcp.json` that Claude Code passes over, since something in their description is missing.
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { jsonAdded } from './json-edits';
import { defineRule, say, type Finding, type Fix } from './rule';

const servers = (server: string): string => `-- .mcp.json --\n{ "mcpServers": { ${server} } }\n`;

export default defineRule({
  id: 'mcp-server',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'mcp',
  summary: 'An MCP server that lacks its `command`, or its `url` and `type`.',
  why:
    'Claude Code connects to the other servers and passes this one over, without a word. A server with a `url` needs a ' +
    '`type`, since without one it is taken for a program.',
  source: 'Observed: Claude Code 2.1.330, 24 November 2026.',
  examples: [
    {
      bad: servers('"<|docs|>": { "url": "https://example.com/mcp" }'),
      good: servers('"docs": { "url": "https://example.com/mcp", "type": "http" }'),
    },
    { bad: servers('"<|pg|>": { "args": ["--ro"] }') },
    { bad: servers('"<|docs|>": { "type": "http" }') },
    { bad: `${servers('"docs": { "url": "https://example.com/mcp" }')}-- plugin.json --\n{ "name": "p" }\n` },
    { bad: servers('"pg": { "command": "pg-mcp" }, "docs": { "type": "sse", "url": "https://example.com" }') },
  ],
  *check(document, workspace) {
    if (document.problems.length > 0 || isOfAnotherTool(document, workspace)) return;
    const all = entryOf(document.data, 'mcpServers')?.value;
    for (const server of all?.is === 'map' ? all.entries : []) {
      if (server.value?.is !== 'map') continue;
      const finding = judge(document, server, server.value);
      if (finding) yield finding;
    }
  },
});

/** A plugin whose manifest is not where Claude Code looks for it is packed for another tool. */
function isOfAnotherTool({ uri }: Document, workspace: Workspace): boolean {
  const folder = parent(uri);
  const has = (path: string): boolean => workspace.existence(join(folder, path)) === 'yes';
  return has('plugin.json') && !has('.claude-plugin/plugin.json');
}

function judge(document: Document, { key }: Entry, server: DataMap): Finding | undefined {
  const text = (name: string): string | undefined => textAt(server, name);
  const type = text('type') ?? 'stdio';
  const { span } = key;
  if (type === 'stdio' && text('command') === undefined) {
    if (text('url') === undefined)
      return { span, message: say('The server `{0}` has no `command`, so Claude Code passes it over.', key.text) };
    const message = say('The server `{0}` has a `url` but no `type`, so Claude Code passes it over.', key.text);
    return { span, message, fixes: () => [typed(document, server)] };
  }
  if (!['http', 'sse', 'ws'].includes(type) || text('url') !== undefined) return undefined;
  return { span, message: say('The server `{0}` has no `url`, so Claude Code passes it over.', key.text) };
}

const typed = (document: Document, server: DataMap): Fix => ({
  title: say('Add `{0}`', '"type": "http"'),
  edits: [jsonAdded(document, server, 'type', '"http"')],
  safe: false,
  preferred: true,
});
