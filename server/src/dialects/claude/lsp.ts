// Language servers of Claude Code plugins: `.lsp.json`, and `lspServers` in the manifest.
import type { Field, Kind, ValueType } from '../dialect';
import { choice, flag, list, number, openMap, text, textOf } from '../shorthand';
import { told } from './plugin-fields';

const fields: readonly Field[] = [
  told({
    key: 'command',
    type: textOf({ pattern: '^(/.*|[^ ]*)$' }),
    required: 'yes',
    doc: 'The program, which the user must have installed.',
    invalid: 'Its arguments stand in `args`.',
    example: '"command": "gopls"',
  }),
  told({
    key: 'extensionToLanguage',
    type: openMap([], text),
    required: 'yes',
    doc: 'The endings of files, with their dot, each with the id of its language.',
    notes: ['It has at least one.'],
    example: '"extensionToLanguage": { ".go": "go" }',
  }),
  told({ key: 'args', type: list(text, 'list'), doc: 'The arguments of the program.', example: '"args": ["serve"]' }),
  told({
    key: 'transport',
    type: choice({
      stdio: 'Over the standard streams.',
      socket: 'It is accepted, but the standard streams are used.',
    }),
    default: 'stdio',
    doc: 'How Claude Code speaks with the server.',
    example: '"transport": "stdio"',
  }),
  told({ key: 'env', type: openMap([], text), doc: 'The environment of the program.', example: '"env": { "A": "1" }' }),
  told({
    key: 'initializationOptions',
    type: openMap(),
    doc: 'What the server is told when it starts.',
    example: '"initializationOptions": { "staticcheck": true }',
  }),
  told({
    key: 'settings',
    type: openMap(),
    doc: 'The settings that the server is sent.',
    example: '"settings": { "gopls": {} }',
  }),
  told({
    key: 'workspaceFolder',
    type: text,
    doc: 'The folder that the server works in.',
    example: '"workspaceFolder": "./app"',
  }),
  told({
    key: 'startupTimeout',
    type: number,
    doc: 'How many milliseconds the start may take.',
    example: '"startupTimeout": 10000',
  }),
  told({
    key: 'shutdownTimeout',
    type: number,
    doc: 'How many milliseconds the end may take.',
    example: '"shutdownTimeout": 5000',
  }),
  told({
    key: 'restartOnCrash',
    type: flag,
    default: 'true',
    doc: 'Whether the server starts again after a crash.',
    example: '"restartOnCrash": false',
  }),
  told({
    key: 'maxRestarts',
    type: { is: 'number', integer: false, minimum: 0 },
    doc: 'How often it may start again.',
    example: '"maxRestarts": 3',
  }),
  told({
    key: 'diagnostics',
    type: flag,
    default: 'true',
    doc: 'Whether Claude is told of what the server finds.',
    example: '"diagnostics": false',
  }),
];

/** The configuration of one server; other keys are rejected. */
export const lspServer: ValueType = { is: 'map', fields, open: false };

export const lsp: Kind = {
  id: 'claude-lsp-json',
  title: 'Claude Code language servers',
  role: 'lsp',
  paths: ['**/.lsp.json'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'allowed',
  keySuggestions: {},
  fields: [],
  free: told({
    key: 'server',
    type: lspServer,
    doc: 'A language server, under a name of your own.',
    example: '"server": { "command": "gopls", "extensionToLanguage": { ".go": "go" } }',
  }),
  notes: ['The keys are names of servers; a manifest may hold the same under `lspServers`.'],
};
