// The `mcpServers` key of Claude Code agents: names of configured servers, or servers defined on the spot.
import { choice, field, flag, integer, list, openMap, reference, text } from '../shorthand';
import type { Field, ValueType } from '../dialect';

const sources = ['CCD:mcp', 'SDK330'];

const serverFields: readonly Field[] = [
  field({
    key: 'type',
    type: choice({
      stdio: 'Starts a program and speaks over its standard streams.',
      http: 'Speaks HTTP with a server.',
      sse: 'Speaks HTTP with server-sent events.',
      ws: 'Speaks over a WebSocket.',
    }),
    default: 'stdio',
    doc: 'How to reach the server.',
    notes: ['It is needed beside `url`: a server with a url and no type is skipped.'],
    example: 'type: http',
    sources,
  }),
  field({
    key: 'command',
    type: text,
    doc: 'The program to start; for `stdio`.',
    example: 'command: npx',
    sources,
  }),
  field({
    key: 'args',
    type: list(text, 'list'),
    doc: 'The arguments of the program.',
    example: 'args: [-y, pg-mcp]',
    sources,
  }),
  field({
    key: 'env',
    type: openMap([], text),
    doc: 'The environment of the program.',
    notes: ['`${NAME}` and `${NAME:-default}` are replaced in command, args, env, url and headers.'],
    example: 'env:\n  DATABASE: ${DATABASE:-test}',
    sources,
  }),
  field({
    key: 'url',
    type: text,
    doc: 'The address of the server; for `http`, `sse` and `ws`.',
    example: 'url: https://mcp.example.com',
    sources,
  }),
  field({
    key: 'headers',
    type: openMap([], text),
    doc: 'HTTP headers for each request.',
    example: 'headers:\n  Authorization: Bearer ${TOKEN}',
    sources,
  }),
  field({
    key: 'headersHelper',
    type: text,
    doc: 'A command that prints the headers as JSON.',
    example: 'headersHelper: ./headers.sh',
    sources,
  }),
  field({
    key: 'oauth',
    type: openMap(),
    doc: 'How to sign in: clientId, callbackPort, scopes, authServerMetadataUrl and others; for `http` and `sse`.',
    example: 'oauth:\n  clientId: my-client',
    sources,
  }),
  field({
    key: 'timeout',
    type: integer({ minimum: 1000 }),
    doc: 'How many milliseconds a call of a tool may take.',
    invalid: 'Less than 1000 is ignored.',
    example: 'timeout: 30000',
    sources,
  }),
  field({
    key: 'alwaysLoad',
    type: flag,
    default: 'false',
    doc: "Never defers the server's tools behind ToolSearch.",
    example: 'alwaysLoad: true',
    sources,
  }),
  field({
    key: 'tools',
    type: list(openMap(), 'list'),
    doc: 'A policy for each tool; known from the SDK.',
    example: 'tools:\n  - name: query',
    sources: ['SDK330'],
  }),
];

/** A list of names, or of maps with one key: the name of a server and its configuration. */
export const mcpServers: ValueType = list(
  { is: 'oneOf', types: [reference('mcp'), openMap([], openMap(serverFields))] },
  'list',
);
