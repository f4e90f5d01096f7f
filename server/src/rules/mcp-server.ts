// MCP servers of `.mcp.json`, and of agents, that Claude Code passes over, since something in their description is missing.
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Span } from '../syntax/span';
import { agentServers } from './agent-servers';
import { isAddress, mendedAddress } from './addresses';
import { changeTo } from './edits';
import { serversInside } from './inner-servers';
import { jsonAdded } from './json-edits';
import { ofProgram, programOf, serverKeys } from './mcp-program';
import { insteadOf, renaming } from './other-word';
import { defineRule, say, type Edit, type Finding, type Fix, type Message } from './rule';
import { blankIn, keptName } from './server-blanks';
import { switchedOff } from './server-switches';

const servers = (server: string): string => `-- .mcp.json --\n{ "mcpServers": { ${server} } }\n`;
const agent = (items: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\nmcpServers:\n${items}---\nHelp.\n`;

export default defineRule({
  id: 'mcp-server',
  severity: 'warning',
  reach: 'document',
  values: ['mcpServers'],
  roles: role => role === 'mcp' || role === 'agent',
  reads: 'front matter',
  summary: 'An MCP server that lacks its `command`, or its `url` and `type`, or has them in the wrong place.',
  why:
    'Claude Code connects to the other servers and passes this one over, without a message. A server with a `url` needs a ' +
    '`type`, since without one it is taken for a program.',
  source: 'Observed: Claude Code 2.1.330, 24 November 2026.',
  examples: [
    {
      bad: servers('"<|docs|>": { "url": "https://example.com/mcp" }'),
      good: servers('"docs": { "url": "https://example.com/mcp", "type": "http" }'),
    },
    { bad: servers('"<|pg|>": { "args": ["--ro"] }') },
    {
      bad: servers('"<|pg|>": { "args": ["-y", "pg-mcp"] }'),
      good: servers('"pg": { "args": ["-y", "pg-mcp"], "command": "npx" }'),
    },
    {
      bad: servers('"pg": { "type": "stdio", "<|url|>": "npx" }'),
      good: servers('"pg": { "type": "stdio", "command": "npx" }'),
    },
    {
      bad: agent('  - docs:\n      <|url|>: https://example.com/mcp\n'),
      good: agent('  - docs:\n      type: http\n      url: https://example.com/mcp\n'),
    },
    {
      bad: agent('  - github\n  - pg: { <|cmd|>: pg-mcp }\n'),
      good: agent('  - github\n  - pg: { command: pg-mcp }\n'),
    },
    { bad: agent('  - <|db|>: { args: [-y, db-mcp] }\n  - <|docs|>:\n      type: http\n') },
    {
      bad: agent('  - <|github|>:\n  - pg:\n      command: pg-mcp\n      <|env|>:\n'),
      good: agent('  - github\n  - pg:\n      command: pg-mcp\n'),
    },
    { bad: agent('  - pg: { type: stdio, command: npx, args: [-y, pg-mcp] }\n  - docs: { type: sse, url: a }\n') },
    { bad: servers('"<|docs|>": { "type": "http" }') },
    {
      bad: servers(
        '"<|workspace|>": { "command": "npx" }, "work": { "command": "" , "type": "http", "url": "https://a.b" }',
      ),
    },
    { bad: servers('"a": { "<|command|>": "" }, "<|b|>": { "type": "streamable-http" }') },
    {
      bad: servers('"a": { "<|type|>": "", "command": "a" }, "b": { "type": "streamable-http", "url": "https://a.b" }'),
      good: servers('"a": { "command": "a" }, "b": { "type": "streamable-http", "url": "https://a.b" }'),
    },
    {
      bad: servers('"pg": { "type": "<|http|>", "command": "pg-mcp" }'),
      good: servers('"pg": { "type": "stdio", "command": "pg-mcp" }'),
    },
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
    {
      bad: servers('"docs": { "type": "http", "url": "<|https//example.com/mcp|>" }'),
      good: servers('"docs": { "type": "http", "url": "https://example.com/mcp" }'),
    },
    {
      bad: servers('"docs": { "type": "http", "url": "<|https://docs .example.com/mcp|>" }'),
      good: servers('"docs": { "type": "http", "url": "https://docs.example.com/mcp" }'),
    },
    {
      bad: servers(
        '"docs": { "type": "http", "url": "https://<your host>/mcp" }, "a": { "type": "http", "url": "http://${A}:8/b c" }',
      ),
    },
    { bad: servers('"pg": { "<|url|>": "npx" }'), good: servers('"pg": { "command": "npx" }') },
    {
      bad: servers('"docs": { "type": "http", "<|command|>": "https://example.com" }'),
      good: servers('"docs": { "type": "http", "url": "https://example.com" }'),
    },
    {
      bad: servers(
        '"pg": { "command": "<|npx -y pg-mcp|>", "args": ["--ro"] }, "a": { "command": "a", "<|url|>": "b" }',
      ),
      good: servers('"pg": { "command": "npx", "args": ["-y", "pg-mcp", "--ro"] }, "a": { "command": "a" }'),
    },
    {
      bad: servers('"docs": { "<|httpUrl|>": "https://example.com/mcp" }'),
      good: servers('"docs": { "url": "https://example.com/mcp", "type": "http" }'),
    },
    {
      bad: servers('"<|docs|>": { "type": "stdio", "url": "https://example.com/mcp" }'),
      good: servers('"docs": { "type": "http", "url": "https://example.com/mcp" }'),
    },
    {
      bad: servers('"pg": { "command": "npx", "args": ["<|-y pg-mcp|>", "a b"] }'),
      good: servers('"pg": { "command": "npx", "args": ["-y", "pg-mcp", "a b"] }'),
    },
    {
      bad: servers('"pg": { "command": "docker", "args": ["<|run -i --rm -e A=${A} pg|>"] }'),
      good: servers('"pg": { "command": "docker", "args": ["run", "-i", "--rm", "-e", "A=${A}", "pg"] }'),
    },
    { bad: '-- .mcp.json --\n{ "<|a|>": { "args": [] } }\n-- .claude-plugin/plugin.json --\n{ "name": "p" }\n' },
    {
      bad: servers('"pg": { "command": "pg", "env": { "command": "a" }, "<|docs|>": { "command": "docs" } }'),
      good: servers('"pg": { "command": "pg", "env": { "command": "a" } }, "docs": { "command": "docs" }'),
    },
    {
      bad: servers(
        '"pg": { "command": "pg-mcp", "<|disabled|>": true }, "docs": { "<|enabled|>": false, "command": "docs" }',
      ),
      good: servers('"pg": { "command": "pg-mcp" }, "docs": { "command": "docs" }'),
    },
    { bad: servers('"pg": { "command": "pg-mcp", "disabled": false, "enabled": true }') },
    { bad: servers('"pg": { "command": "node", "args": ["-e const a = 1"] }') },
    { bad: servers('"docs": { "type": "http", "url": "${DOCS_URL}/mcp" }') },
    { bad: `${servers('"docs": { "url": "https://example.com/mcp" }')}-- plugin.json --\n{ "name": "p" }\n` },
    { bad: servers('"pg": { "command": "pg-mcp" }, "docs": { "type": "sse", "url": "https://example.com" }') },
  ],
  *check(document, workspace) {
    if (document.problems.length > 0) return;
    // The agents of a plugin describe no servers.
    const isOfPlugin = workspace.schema(document.uri)?.kind.plugin === true;
    if (document.language === 'markdown' && !isOfPlugin) yield* agentServers(document);
    if (document.language === 'markdown' || isOfAnotherTool(document, workspace)) return;
    const wrapped = entryOf(document.data, 'mcpServers');
    const all = wrapped || !isOfPlugin ? wrapped?.value : document.data;
    for (const server of all?.is === 'map' ? all.entries : []) {
      if (server.value?.is !== 'map' || (!wrapped && serversIn(server.value))) continue;
      const finding =
        (wrapped && !isOfPlugin ? keptName(server) : undefined) ??
        blankIn(document, server, server.value) ??
        judge(document, server, server.value);
      if (finding) yield finding;
      yield* switchedOff(document, server, server.value);
      yield* serversInside(document, all as DataMap, server);
    }
  },
});

/** Another word for `mcpServers`, of which `unknown-field` tells. */
const serversIn = ({ entries }: DataMap): boolean => entries.every(({ value }) => value?.is === 'map');

/** A plugin whose manifest is not where Claude Code looks for it is packed for another tool. */
function isOfAnotherTool({ uri }: Document, workspace: Workspace): boolean {
  const folder = parent(uri);
  const has = (path: string): boolean => workspace.existence(join(folder, path)) === 'yes';
  return has('plugin.json') && !has('.claude-plugin/plugin.json');
}

function judge(document: Document, { key }: Entry, server: DataMap): Finding | undefined {
  const text = (name: string): string | undefined => textAt(server, name);
  const type = text('type')?.replace(/^streamable-http$/, 'http') ?? 'stdio';
  const { span } = key;
  if (type === 'stdio' && text('command') === undefined) {
    const message = say('The server `{0}` has no `command`, so Claude Code skips it.', key.text);
    const other = entryOf(server, 'url') ? undefined : insteadOf(server, 'url', serverKeys);
    if (other && isAddress(textAt(server, other.key.text) ?? '')) return byAddress(document, server, other, message);
    const url = entryOf(server, 'url');
    if (url && text('url') !== undefined && !looksLikeAddress(text('url')!)) {
      return {
        span: url.key.span,
        message: say('The server `{0}` has no `command`, and this is not an address; Claude Code skips it.', key.text),
        fixes: () => [renaming(document, url, 'command')],
      };
    }
    if (text('url') === undefined) return lacking(document, server, span, message, 'command');
    return text('type') === undefined
      ? {
          span,
          message: say('The server `{0}` has a `url` but no `type`, so Claude Code skips it.', key.text),
          fixes: () => [typed(document, server)],
        }
      : ofNoProgram(document, server, span, message);
  }
  if (type === 'stdio') return ofProgram(document, server);
  if (!['http', 'sse', 'ws'].includes(type)) return undefined;
  const command = entryOf(server, 'command');
  if (text('url') === undefined && command && isAddress(text('command') ?? '')) {
    return {
      span: command.key.span,
      message: say('The server `{0}` has no `url`, so Claude Code skips it; this is an address.', key.text),
      fixes: () => [renaming(document, command, 'url')],
    };
  }
  if (text('url') !== undefined) return judgeUrl(document, server);
  const named = entryOf(server, 'type')?.value;
  if (text('command') !== undefined && named?.is === 'scalar') {
    return {
      span: named.span,
      message: say(
        'A server of the type `{0}` needs a `url`, and this one has a `command`; Claude Code skips it.',
        type,
      ),
      fixes: () => [changeTo(document, named.span, 'stdio', 'best')],
    };
  }
  const message = say('The server `{0}` has no `url`, so Claude Code skips it.', key.text);
  return lacking(document, server, span, message, 'url');
}

/** Another tool's word for its address. */
function byAddress(document: Document, server: DataMap, other: Entry, message: Message): Finding {
  return {
    span: other.key.span,
    message,
    fixes: () => {
      const type = entryOf(server, 'type')?.value;
      const { uri } = document;
      const typed =
        type?.is === 'scalar' ? { uri, span: type.span, text: 'http' } : jsonAdded(document, server, 'type', '"http"');
      const edits = [...renaming(document, other, 'url').edits, typed];
      return [
        { title: say('Rename to `{0}`, with the type `{1}`', 'url', 'http'), edits, safe: false, preferred: true },
      ];
    },
  };
}

/** A program is wanted, and an address is all there is. */
function ofNoProgram(document: Document, server: DataMap, span: Span, message: Message): Finding {
  const type = entryOf(server, 'type')?.value;
  return { span, message, fixes: () => (type?.is === 'scalar' ? [changeTo(document, type.span, 'http', 'best')] : []) };
}

/** A dot, a scheme or a variable: what no name of a program alone has. */
const looksLikeAddress = (text: string): boolean => /[.:$]/.test(text);

/** Where another word stands for the key, it is shown there. */
function lacking(document: Document, server: DataMap, span: Span, message: Message, key: string): Finding {
  const meant = insteadOf(server, key, serverKeys);
  if (meant) return { span: meant.key.span, message, fixes: () => [renaming(document, meant, key)] };
  const program = key === 'command' ? programOf(server) : undefined;
  if (program === undefined) return { span, message };
  const edits = (): Edit[] => [jsonAdded(document, server, key, JSON.stringify(program))];
  const title = say('Add `{0}`', `"${key}": "${program}"`);
  return { span, message, fixes: () => [{ title, edits: edits(), safe: false, preferred: true }] };
}

/** An address without its scheme, or with a misspelt one. What a variable fills in is not known here. */
function judgeUrl(document: Document, server: DataMap): Finding | undefined {
  const url = entryOf(server, 'url')?.value;
  if (url?.is !== 'scalar' || isAddress(url.text)) return undefined;
  const message = say(
    'An address begins with `https://` and the name of a host, so Claude Code cannot reach this one.',
  );
  const mended = mendedAddress(url.text);
  return {
    span: url.span,
    message,
    fixes: () => (mended === undefined ? [] : [changeTo(document, url.span, mended, 'best')]),
  };
}

const typed = (document: Document, server: DataMap): Fix => ({
  title: say('Add `{0}`', '"type": "http"'),
  edits: [jsonAdded(document, server, 'type', '"http"')],
  safe: false,
  preferred: true,
});
