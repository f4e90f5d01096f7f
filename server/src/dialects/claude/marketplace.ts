// Claude Code marketplaces: `.claude-plugin/marketplace.json`. What its validator rejects was observed with 2.1.330.
import type { Field, Kind, ValueType } from '../dialect';
import {
  anything,
  choice,
  field,
  flag,
  list,
  number,
  openMap,
  path,
  semantic,
  text,
  textOf,
  type Written,
} from '../shorthand';
import { manifestFields, person } from './manifest';
import { strict } from './strict';

const told = (written: Omit<Written, 'sources'>): Field =>
  field({ sources: ['CCD:plugin-marketplaces', 'O330'], ...written });

const tag = told({
  key: 'source',
  type: choice({
    github: 'A repository on GitHub.',
    url: 'A git repository anywhere.',
    'git-subdir': 'A folder of a git repository.',
    npm: 'A package of npm.',
    archive: 'An archive at an address; since 2.1.224.',
    command: 'What a command brings; since 2.1.229.',
  }),
  required: 'yes',
  doc: 'Where the plugin comes from.',
  example: '"source": "github"',
});
const needs = (key: string, doc: string): Field =>
  told({ key, type: text, required: 'yes', doc, example: `"${key}": "…"` });
const may = (key: string, doc: string): Field => told({ key, type: text, doc, example: `"${key}": "…"` });

const source: ValueType = {
  is: 'oneOf',
  types: [
    path,
    {
      is: 'variant',
      tag: 'source',
      cases: {
        github: [
          tag,
          needs('repo', 'Owner and name of the repository.'),
          may('ref', 'A branch or tag.'),
          may('sha', 'A commit.'),
        ],
        url: [
          tag,
          needs('url', 'The address of a git repository.'),
          may('ref', 'A branch or tag.'),
          may('sha', 'A commit.'),
        ],
        'git-subdir': [
          tag,
          needs('url', 'The address of a git repository.'),
          needs('path', 'The folder in it.'),
          may('ref', 'A branch or tag.'),
          may('sha', 'A commit.'),
        ],
        npm: [
          tag,
          needs('package', 'The name of the package.'),
          may('version', 'Its version.'),
          may('registry', 'The registry.'),
        ],
        archive: [tag, needs('url', 'The address of the archive.'), may('sha256', 'Its checksum.')],
        command: [
          tag,
          needs('command', 'The command that brings it.'),
          told({ key: 'timeout', type: number, doc: 'How long it may take.', example: '"timeout": 30' }),
          may('mode', '`copy` or `link`.'),
        ],
      },
    },
  ],
};

const ofEntry: readonly Field[] = [
  told({
    key: 'name',
    type: textOf({ pattern: '^\\S+$' }),
    required: 'yes',
    doc: 'The id of the plugin.',
    invalid: 'Spaces are rejected, and so is a name that stands twice.',
    example: '"name": "deploy-tools"',
  }),
  told({
    key: 'source',
    type: source,
    required: 'yes',
    doc: 'Where the plugin lies: a path that begins with `./`, or a place elsewhere.',
    notes: ['Paths count from the folder that holds `.claude-plugin`; `..` is rejected.'],
    example: '"source": "./plugins/deploy-tools"',
  }),
  told({
    key: 'strict',
    type: flag,
    default: 'true',
    doc: 'Whether `plugin.json` decides and this entry adds to it; with false this entry is all there is.',
    example: '"strict": false',
  }),
  told({ key: 'category', type: text, doc: 'A group in lists.', example: '"category": "deployment"' }),
  told({ key: 'tags', type: list(text, 'list'), doc: 'Words to be found by.', example: '"tags": ["deploy"]' }),
];

const looseOfEntry: readonly Field[] = [
  told({
    key: 'relevance',
    type: anything,
    doc: 'When to suggest the plugin, in managed marketplaces.',
    example: '"relevance": {}',
  }),
  told({
    key: 'headers',
    type: openMap(),
    status: 'undocumented',
    doc: 'HTTP headers for archives and addresses.',
    example: '"headers": {}',
  }),
  told({
    key: 'headersHelper',
    type: text,
    status: 'undocumented',
    doc: 'A command that prints the headers.',
    example: '"headersHelper": "./headers.sh"',
  }),
];

/** An entry may repeat any key of the manifest; its paths count from the plugin. */
const repeated = manifestFields
  .filter(({ key }) => !ofEntry.some(own => own.key === key))
  .map(each => ({ ...each, type: asText(each.type) }));

/** Where a plugin of a marketplace lies is not always known: a path in it is a text like any other. */
function asText(type: ValueType): ValueType {
  if (type.is === 'path') return text;
  if (type.is === 'list') return { ...type, of: asText(type.of) };
  return type.is === 'oneOf' ? { ...type, types: type.types.map(asText) } : type;
}

const entry: ValueType = openMap([...ofEntry.map(strict), ...looseOfEntry, ...repeated]);

const top: readonly Field[] = [
  told({
    key: 'name',
    type: textOf({ pattern: '^[A-Za-z\\d][\\w.-]*$' }),
    required: 'yes',
    doc: 'The id of the marketplace: what stands after the `@` in the id of a plugin.',
    notes: [
      'It holds letters, digits, `.`, `_` and `-` alone, and begins with a letter or digit.',
      'Some names are kept for Anthropic, such as claude-plugins-official and agent-skills.',
    ],
    example: '"name": "team-tools"',
  }),
  person('owner', 'Who keeps it.', 'yes'),
  told({
    key: '$schema',
    type: text,
    doc: 'The address of a schema for editors.',
    example: '"$schema": "https://example.com/m.json"',
  }),
  told({
    key: 'description',
    type: text,
    doc: 'What the marketplace offers; it may also stand under `metadata`.',
    example: '"description": "Our tools"',
  }),
  told({
    key: 'version',
    type: text,
    wanted: semantic,
    doc: 'The version of the catalogue; it may also stand under `metadata`.',
    example: '"version": "1.0.0"',
  }),
  told({
    key: 'metadata',
    type: openMap([
      told({
        key: 'description',
        type: text,
        doc: 'What the marketplace offers.',
        example: '"description": "Our tools"',
      }),
      told({
        key: 'version',
        type: text,
        wanted: semantic,
        doc: 'The version of the catalogue.',
        example: '"version": "1.0.0"',
      }),
      told({
        key: 'pluginRoot',
        type: path,
        since: '2.1.239',
        doc: 'The folder that bare names under `source` count from.',
        example: '"pluginRoot": "./plugins"',
      }),
    ]),
    doc: 'Facts about the catalogue.',
    example: '"metadata": { "pluginRoot": "./plugins" }',
  }),
  told({
    key: 'allowCrossMarketplaceDependenciesOn',
    type: list(text, 'list'),
    doc: 'Other marketplaces whose plugins may be dependencies.',
    example: '"allowCrossMarketplaceDependenciesOn": ["base-tools"]',
  }),
  told({
    key: 'forceRemoveDeletedPlugins',
    type: flag,
    status: 'undocumented',
    doc: 'Whether plugins that vanish from the list are uninstalled.',
    example: '"forceRemoveDeletedPlugins": true',
  }),
];

const plugins = told({
  key: 'plugins',
  type: list(entry, 'list'),
  required: 'yes',
  onInvalid: 'file-dropped',
  doc: 'The plugins.',
  example: '"plugins": [{ "name": "deploy-tools", "source": "./plugins/deploy-tools" }]',
});

const renames = told({
  key: 'renames',
  type: openMap([], anything),
  onInvalid: 'file-dropped',
  doc: 'Old names of plugins, each with the new one, or with null where the plugin is gone.',
  example: '"renames": { "old-tools": "deploy-tools" }',
});

export const marketplace: Kind = {
  id: 'claude-marketplace',
  title: 'Claude Code marketplace',
  role: 'marketplace',
  paths: ['**/.claude-plugin/marketplace.json'],
  notPaths: [],
  identity: 'field',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: {},
  fields: [...top.map(strict), plugins, renames],
  notes: ['One value of the wrong kind, and the whole marketplace is rejected.'],
};
