// What lies below `oauth` and in the items of `tools` of an MCP server: one bad value there costs the server.
// Observed: Claude Code 2.1.330, 30 November 2026.
import { choice, field, flag, integer, text, textOf } from '../shorthand';
import type { Field } from '../dialect';
import { example } from './examples';

const sources = ['O330'];

export const oauth = (json: boolean): readonly Field[] => [
  field({
    key: 'clientId',
    type: text,
    doc: 'The id of the client.',
    example: example(json, 'clientId: my-client'),
    sources,
  }),
  field({
    key: 'callbackPort',
    type: integer({ minimum: 1 }),
    doc: 'The port that the answer comes to.',
    example: example(json, 'callbackPort: 8080'),
    sources,
  }),
  field({
    key: 'scopes',
    type: text,
    doc: 'The scopes, as one text; a list costs the server.',
    example: example(json, 'scopes: read write'),
    sources,
  }),
  field({
    key: 'authServerMetadataUrl',
    type: textOf({ pattern: '^(https://|\\$)' }),
    doc: 'Where the server that signs in describes itself; it begins with `https://`.',
    example: example(json, 'authServerMetadataUrl: https://auth.example.com/metadata'),
    sources,
  }),
  field({
    key: 'xaa',
    type: flag,
    status: 'undocumented',
    doc: 'A switch of which the form alone is known.',
    example: example(json, 'xaa: true'),
    sources,
  }),
];

export const policy = (json: boolean): readonly Field[] => [
  field({
    key: 'name',
    type: text,
    doc: 'The name of the tool.',
    example: example(json, 'name: query'),
    sources,
  }),
  field({
    key: 'permission_policy',
    type: choice({
      always_allow: 'The tool runs without a question.',
      always_ask: 'Each call is asked about.',
      always_deny: 'No call is allowed.',
    }),
    doc: 'Whether the tool may run.',
    example: example(json, 'permission_policy: always_ask'),
    sources,
  }),
];
