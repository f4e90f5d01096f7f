// MCP servers of Claude Code: in `.mcp.json`, and in the front matter of agents, by name or defined on the spot.
import { choice, field, flag, integer, list, openMap, reference, text } from '../shorthand';
import type { Field, Kind, ValueType } from '../dialect';
import { example } from './examples';
import { oauth, policy } from './mcp-details';

const sources = ['CCD:mcp', 'SDK330'];

/** What describes a server, in front matter or in JSON. */
const serverFields = (json: boolean): readonly Field[] => [
  field({
    key: 'type',
    type: choice({
      stdio: 'Starts a program and speaks over its standard streams.',
      http: 'Speaks HTTP with a server.',
      sse: 'Speaks HTTP with server-sent events.',
      ws: 'Speaks over a WebSocket.',
      'streamable-http': 'Another word for `http`.',
    }),
    default: 'stdio',
    doc: 'How to reach the server.',
    notes: ['It is needed beside `url`: a server with a url and no type is skipped.'],
    example: example(json, 'type: http'),
    sources,
  }),
  field({
    key: 'command',
    type: text,
    doc: 'The program to start; for `stdio`.',
    example: example(json, 'command: npx'),
    sources,
  }),
  field({
    key: 'args',
    type: list(text, 'list'),
    doc: 'The arguments of the program.',
    example: example(json, 'args: [-y, pg-mcp]', '["-y", "pg-mcp"]'),
    sources,
  }),
  field({
    key: 'env',
    type: openMap([], text),
    doc: 'The environment of the program.',
    notes: ['`${NAME}` and `${NAME:-default}` are replaced in command, args, env, url and headers.'],
    example: example(json, 'env:\n  DATABASE: ${DATABASE:-test}', '{ "DATABASE": "${DATABASE:-test}" }'),
    sources,
  }),
  field({
    key: 'url',
    type: text,
    doc: 'The address of the server; for `http`, `sse` and `ws`.',
    example: example(json, 'url: https://mcp.example.com'),
    sources,
  }),
  field({
    key: 'headers',
    type: openMap([], text),
    doc: 'HTTP headers for each request.',
    example: example(json, 'headers:\n  Authorization: Bearer ${TOKEN}', '{ "Authorization": "Bearer ${TOKEN}" }'),
    sources,
  }),
  field({
    key: 'headersHelper',
    type: text,
    doc: 'A command that prints the headers as JSON.',
    example: example(json, 'headersHelper: ./headers.sh'),
    sources,
  }),
  field({
    key: 'oauth',
    type: openMap(oauth(json)),
    doc: 'How to sign in: clientId, callbackPort, scopes, authServerMetadataUrl and others; for `http` and `sse`.',
    example: example(json, 'oauth:\n  clientId: my-client', '{ "clientId": "my-client" }'),
    sources,
  }),
  field({
    key: 'timeout',
    type: integer({ minimum: 1000 }),
    doc: 'How many milliseconds a call of a tool may take.',
    invalid: 'Less than 1000 is ignored.',
    example: example(json, 'timeout: 30000'),
    sources,
  }),
  field({
    key: 'alwaysLoad',
    type: flag,
    default: 'false',
    doc: "Never defers the server's tools behind ToolSearch.",
    example: example(json, 'alwaysLoad: true'),
    sources,
  }),
  field({
    key: 'tools',
    type: list(openMap(policy(json)), 'list'),
    doc: 'A policy for each tool; known from the SDK.',
    example: example(json, 'tools:\n  - name: query', '[{ "name": "query" }]'),
    sources: ['SDK330'],
  }),
];

/** In front matter: a list of names, or of maps with one key, the name of a server over its configuration. */
export const mcpServers: ValueType = list(
  { is: 'oneOf', types: [reference('mcp'), openMap([], openMap(serverFields(false)))] },
  'list',
);

/** In JSON: the configuration of one server. */
export const mcpServer: ValueType = openMap(serverFields(true));

const servers = field({
  key: 'mcpServers',
  type: openMap([], mcpServer),
  required: 'yes',
  onInvalid: 'file-dropped',
  invalid: 'A server that is not described as it should be is passed over, without a message.',
  doc: 'The servers: each name with its configuration.',
  notes: ['The tools of a server are called `mcp__server__tool`.'],
  example: '"mcpServers": { "github": { "type": "http", "url": "https://mcp.example.com" } }',
  sources,
});

export const mcp: Kind = {
  id: 'claude-mcp-json',
  title: 'Claude Code MCP servers',
  role: 'mcp',
  paths: ['.mcp.json'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: {},
  fields: [servers],
  notes: [
    'Of servers with the same name the local one wins, then the one of the project, the one of the user, those of plugins, the connectors of claude.ai.',
    '`${NAME}` and `${NAME:-default}` are replaced in command, args, env, url and headers.',
  ],
};

/** A plugin may leave `mcpServers` out and write the servers at the top. */
export const pluginMcp: Kind = {
  ...mcp,
  id: 'claude-plugin-mcp-json',
  title: 'Claude Code MCP servers of a plugin',
  plugin: true,
  paths: [],
  unknownKeys: 'allowed',
  fields: [{ ...servers, required: 'no' }],
  notes: [
    'The tools are called `mcp__plugin_<plugin>_<server>__<tool>`.',
    'The servers may also stand at the top, without `mcpServers`.',
  ],
};
