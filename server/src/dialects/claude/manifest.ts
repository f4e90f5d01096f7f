// Claude Code plugins: `.claude-plugin/plugin.json`. What its validator rejects was observed with 2.1.330 and every field.
import type { Field, Kind, ValueType } from '../dialect';
import { anything, choice, flag, list, number, openMap, path, semantic, text, textOf } from '../shorthand';
import { hooks } from './hooks';
import { elsewhere, loose } from './manifest-loose';
import { lspServer } from './lsp';
import { mcpServer } from './mcp';
import { paths, seen, told } from './plugin-fields';
import { strict } from './strict';

const url = textOf({ pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' });
const texts = list(text, 'list');
const pathsOr = (type: ValueType): ValueType => ({ is: 'oneOf', types: [path, list(path, 'list'), type] });

/** A person or company. */
export const person = (key: string, doc: string, required: Field['required']): Field =>
  told({
    key,
    required,
    type: openMap([
      told({ key: 'name', type: text, required: 'yes', doc: 'The name.', example: '"name": "Ada"' }),
      told({ key: 'email', type: text, doc: 'The address for mail.', example: '"email": "ada@example.com"' }),
      told({ key: 'url', type: text, doc: 'The home page.', example: '"url": "https://example.com"' }),
    ]),
    doc,
    invalid: 'A plain text is rejected.',
    example: `"${key}": { "name": "Ada" }`,
  });

const about: readonly Field[] = [
  told({
    key: 'name',
    type: textOf({ pattern: '^\\S+$' }),
    wanted: textOf({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }),
    required: 'yes',
    doc: 'The id of the plugin, and the prefix of all its skills, commands and agents.',
    notes: ['Lower-case letters, digits and hyphens are best; claude.ai takes no others.'],
    invalid: 'Spaces are rejected.',
    example: '"name": "deploy-tools"',
  }),
  told({
    key: 'displayName',
    type: text,
    default: 'the name',
    doc: 'The name as lists show it.',
    example: '"displayName": "Deploy tools"',
  }),
  told({
    key: 'version',
    type: text,
    wanted: semantic,
    doc: 'The version. Users keep it until you write another one.',
    notes: ['Any text passes, though a semantic version is meant.'],
    example: '"version": "1.0.0"',
  }),
  told({
    key: 'description',
    type: text,
    doc: 'What the plugin is for, on one line.',
    example: '"description": "Deploys from the terminal"',
  }),
  person('author', 'Who made it.', 'no'),
  told({
    key: 'homepage',
    type: url,
    wanted: textOf({ pattern: '^(https?://[^\\s/]|mailto:)' }),
    doc: 'The address of the documentation.',
    example: '"homepage": "https://example.com"',
  }),
  told({
    key: 'repository',
    type: text,
    doc: 'The address of the source, as text.',
    invalid: 'The object that npm knows is rejected.',
    example: '"repository": "https://github.com/a/b"',
  }),
  told({ key: 'license', type: text, doc: 'The licence, by its SPDX id.', example: '"license": "MIT"' }),
  told({ key: 'keywords', type: texts, doc: 'Words to be found by.', example: '"keywords": ["deploy"]' }),
  told({
    key: 'defaultEnabled',
    type: flag,
    default: 'true',
    doc: 'Whether the plugin is on after it was installed.',
    example: '"defaultEnabled": false',
  }),
];

const components: readonly Field[] = [
  told({
    key: 'skills',
    type: paths,
    doc: 'Folders of skills besides `skills/`.',
    notes: ['Paths begin with `./` and count from the folder of the plugin.'],
    example: '"skills": "./more-skills/"',
  }),
  told({
    key: 'commands',
    onInvalidBelow: 'file-dropped',
    type: pathsOr(
      openMap(
        [],
        openMap([
          told({ key: 'source', type: path, doc: 'The file of the command.', example: '"source": "./commands/go.md"' }),
          told({
            key: 'content',
            type: text,
            doc: 'The text of the command, instead of a file.',
            example: '"content": "Deploy."',
          }),
        ]),
      ),
    ),
    doc: 'Files or folders of commands, instead of `commands/`.',
    example: '"commands": ["./commands/go.md"]',
  }),
  told({
    key: 'agents',
    type: paths,
    doc: 'Files of agents, instead of `agents/`.',
    notes: ['They end in `.md`; a folder is rejected.'],
    example: '"agents": ["./agents/reviewer.md"]',
  }),
  told({
    key: 'workflows',
    type: paths,
    doc: 'Scripts of workflows, instead of `workflows/`.',
    example: '"workflows": "./flows/"',
  }),
  told({
    key: 'hooks',
    type: pathsOr(hooks('json')),
    doc: 'Files of hooks, or the hooks themselves; they join those of `hooks/hooks.json`.',
    notes: ['The files end in `.json`.'],
    example: '"hooks": "./config/hooks.json"',
  }),
  told({
    key: 'mcpServers',
    onInvalidBelow: 'file-dropped',
    type: pathsOr(openMap([], mcpServer)),
    doc: 'Files of MCP servers, or the servers themselves.',
    notes: ['A file that is missing is passed over, and nothing is said.'],
    example: '"mcpServers": "./servers.json"',
  }),
  told({
    key: 'lspServers',
    onInvalidBelow: 'file-dropped',
    type: pathsOr(openMap([], lspServer)),
    doc: 'Files of language servers, or the servers themselves.',
    example: '"lspServers": "./.lsp.json"',
  }),
  told({
    key: 'outputStyles',
    type: paths,
    doc: 'Output styles, instead of `output-styles/`.',
    example: '"outputStyles": "./styles/"',
  }),
];

const options: readonly Field[] = [
  told({
    key: 'userConfig',
    onInvalidBelow: 'file-dropped',
    type: openMap([], {
      is: 'map',
      open: false,
      fields: [
        told({
          key: 'type',
          type: choice({
            string: 'A text.',
            number: 'A number.',
            boolean: 'Yes or no.',
            directory: 'A folder.',
            file: 'A file.',
          }),
          required: 'yes',
          doc: 'What is asked for.',
          example: '"type": "string"',
        }),
        told({
          key: 'title',
          type: text,
          required: 'yes',
          doc: 'The question, in short.',
          example: '"title": "Region"',
        }),
        told({
          key: 'description',
          type: text,
          required: 'yes',
          doc: 'What the answer is for.',
          example: '"description": "Where to deploy"',
        }),
        told({ key: 'sensitive', type: flag, doc: 'Whether the answer is a secret.', example: '"sensitive": true' }),
        told({ key: 'required', type: flag, doc: 'Whether it must be answered.', example: '"required": true' }),
        told({ key: 'default', type: anything, doc: 'The answer that is proposed.', example: '"default": "eu"' }),
        told({ key: 'min', type: number, doc: 'The smallest number.', example: '"min": 1' }),
        told({ key: 'max', type: number, doc: 'The largest number.', example: '"max": 10' }),
        told({
          key: 'multiple',
          type: flag,
          doc: 'Whether there may be several answers.',
          example: '"multiple": true',
        }),
        told({
          key: 'options',
          type: anything,
          doc: 'The answers to choose from.',
          example: '"options": ["eu", "us"]',
        }),
      ],
    }),
    doc: 'What the user is asked when the plugin is enabled.',
    notes: ['The answers are `${user_config.KEY}` and, for commands, `CLAUDE_PLUGIN_OPTION_<KEY>`.'],
    example: '"userConfig": { "region": { "type": "string", "title": "Region", "description": "Where to deploy" } }',
  }),
  told({
    key: 'channels',
    type: list(
      openMap([
        told({ key: 'server', type: text, required: 'yes', doc: 'The MCP server.', example: '"server": "chat"' }),
      ]),
      'list',
    ),
    doc: 'Channels of messages, each bound to an MCP server.',
    example: '"channels": [{ "server": "chat" }]',
  }),
  told({
    key: 'dependencies',
    type: list({ is: 'oneOf', types: [text, openMap()] }, 'list'),
    doc: 'Plugins that this one needs, by name or with `version` and `marketplace`.',
    example: '"dependencies": ["base-tools"]',
  }),
  seen({
    key: 'settings',
    type: openMap(),
    doc: 'Settings that hold while the plugin is enabled.',
    example: '"settings": {}',
  }),
  seen({
    key: 'types',
    type: text,
    doc: 'The path of type declarations for modules of hooks.',
    example: '"types": "./hooks.d.ts"',
  }),
  told({
    key: '$schema',
    type: text,
    doc: 'The address of a schema for editors; nothing else reads it.',
    example: '"$schema": "https://example.com/plugin.json"',
  }),
];

/** All fields, which an entry of a marketplace may repeat. */
export const manifestFields: readonly Field[] = [...[...about, ...components, ...options].map(strict), ...loose];

export const manifest: Kind = {
  id: 'claude-plugin-manifest',
  title: 'Claude Code plugin',
  role: 'plugin',
  paths: ['**/.claude-plugin/plugin.json'],
  notPaths: [],
  identity: 'field',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: {},
  fields: [...manifestFields, ...elsewhere],
  notes: [
    'One value of the wrong kind, and the whole plugin is rejected.',
    'Skills, commands, agents and hooks lie beside `.claude-plugin`, never inside it.',
    '`skills` adds to the default folder; `commands`, `agents`, `outputStyles` and `workflows` replace it.',
  ],
};
