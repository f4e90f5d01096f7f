// MCP servers of `.mcp.json` that Claude Code passes over, since something in their description is missing.
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Span } from '../syntax/span';
import { changeTo } from './edits';
import { jsonAdded } from './json-edits';
import { insteadOf, renaming } from './other-word';
import { defineRule, say, type Finding, type Fix, type Message } from './rule';

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
    {
      bad: servers('"pg": { "<|cmd|>": "pg-mcp" }'),
      good: servers('"pg": { "command": "pg-mcp" }'),
    },
    {
      bad: servers('"docs": { "type": "http", "<|serverUrl|>": "https://example.com" }'),
      good: servers('"docs": { "type": "http", "url": "https://example.com" }'),
    },
    {
      bad: servers('"docs": { "type": "http", "url": "<|htps://example.com/mcp|>" }'),
      good: servers('"docs": { "type": "http", "url": "https://example.com/mcp" }'),
    },
    { bad: servers('"docs": { "type": "http", "url": "${DOCS_URL}/mcp" }') },
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
    const message = say('The server `{0}` has no `command`, so Claude Code passes it over.', key.text);
    if (text('url') === undefined) return lacking(document, server, span, message, 'command');
    return text('type') === undefined
      ? {
          span,
          message: say('The server `{0}` has a `url` but no `type`, so Claude Code passes it over.', key.text),
          fixes: () => [typed(document, server)],
        }
      : { span, message };
  }
  if (!['http', 'sse', 'ws'].includes(type)) return undefined;
  if (text('url') !== undefined) return judgeUrl(document, server);
  const message = say('The server `{0}` has no `url`, so Claude Code passes it over.', key.text);
  return lacking(document, server, span, message, 'url');
}

/** Where another word stands for the key, it is shown there. */
function lacking(document: Document, server: DataMap, span: Span, message: Message, key: string): Finding {
  const known = ['type', 'command', 'args', 'env', 'url', 'headers', 'headersHelper', 'oauth', 'timeout'];
  const meant = insteadOf(server, key, known);
  return meant ? { span: meant.key.span, message, fixes: () => [renaming(document, meant, key)] } : { span, message };
}

/** An address without its scheme, or with a misspelt one. What a variable fills in is not known here. */
function judgeUrl(document: Document, server: DataMap): Finding | undefined {
  const url = entryOf(server, 'url')?.value;
  if (url?.is !== 'scalar' || url.text.startsWith('$') || /^(https?|wss?):\/\/[^\s/]/.test(url.text)) return undefined;
  const plain = url.text.trim().replace(/^[a-z]*:?\/*(?=[\w.-]+\.[a-z]|localhost)/i, '');
  const scheme = /^(localhost|127\.|http:|htp:)/.test(url.text) ? 'http' : 'https';
  const message = say(
    'An address begins with `https://` and the name of a host, so Claude Code cannot reach this one.',
  );
  const canMend = /^(?:[\w-]+\.)+[a-z]+([:/].*)?$|^localhost/i.test(plain) && !/\s/.test(plain);
  return {
    span: url.span,
    message,
    fixes: () => (canMend ? [changeTo(document, url.span, `${scheme}://${plain}`, 'best')] : []),
  };
}

const typed = (document: Document, server: DataMap): Fix => ({
  title: say('Add `{0}`', '"type": "http"'),
  edits: [jsonAdded(document, server, 'type', '"http"')],
  safe: false,
  preferred: true,
});
