// Agentwright's own file, `agentwright.json`: checked, completed and hovered like any other.
import type { Dialect, Field, Kind, ValueType } from './dialect';
import { choice, field, flag, glob, integer, list, openMap, text, textOf } from './shorthand';

const sources = ['AW'];

const level = choice({
  off: 'The rule is not asked.',
  hint: 'The word is faded in the editor, and listed nowhere.',
  information: 'A note about portability or size.',
  warning: 'Something else happens than the file says.',
  error: '`agentwright check` fails.',
});

/** A list of names, or names with what each is. */
const names: ValueType = { is: 'oneOf', types: [list(text, 'list'), openMap([], text)] };

const path = textOf({ names: 'file', pattern: '^(?!/)(?:.*/)?(?:[^/]+\\.)?agentwright\\.json$' });

const schemaPath = textOf({ names: 'schema', pattern: '^(?!/|[A-Za-z][\\w+.-]*:)[^#]*\\.json(?:#(?:/.*)?)?$' });

const schemaOf = (key: string, what: string): Field =>
  field({
    key,
    type: {
      is: 'oneOf',
      types: [
        schemaPath,
        {
          is: 'map',
          open: false,
          fields: [
            field({
              key: 'path',
              type: schemaPath,
              required: 'expected',
              doc: 'The JSON Schema, as a path from this folder.',
              example: '"path": "./.claude/schemas/agent.schema.json"',
              sources,
            }),
            field({
              key: 'level',
              type: choice({
                hint: 'The word is faded in the editor, and listed nowhere.',
                information: 'A note, as for other conventions.',
                warning: 'Listed among the problems.',
                error: '`agentwright check` fails.',
              }),
              default: 'information',
              doc: 'How gravely it is reported where a file does not follow the schema.',
              example: '"level": "warning"',
              sources,
            }),
          ],
        },
      ],
    },
    doc: `The JSON Schema that the repository has for the front matter of ${what}.`,
    invalid: 'Agentwright does not read it.',
    example: `"${key}": "./.claude/schemas/${key}.schema.json"`,
    sources,
  });

const ownKeys = (key: string, what: string): Field =>
  field({
    key,
    type: names,
    doc: `Keys that the repository adds to the front matter of ${what}.`,
    example: `"${key}": ["owner"]`,
    sources,
  });

/** What can be said of all files and, in an override, of some. */
const settings: readonly Field[] = [
  field({
    key: 'rules',
    type: openMap([], level),
    doc: 'How gravely each rule reports, by its id.',
    notes: ['The settings of the editor go before it, for the person who has them.'],
    invalid: 'Agentwright passes over it.',
    example: '"rules": { "unknown-tool": "error", "uncalled-skill": "off" }',
    sources,
  }),
  field({
    key: 'fields',
    type: {
      is: 'map',
      open: false,
      fields: [
        ownKeys('agent', 'agents'),
        ownKeys('skill', 'skills'),
        ownKeys('command', 'commands'),
        ownKeys('rule', 'rules of Claude Code'),
        ownKeys('output-style', 'output styles'),
      ],
    },
    doc: 'Front matter keys that the repository adds; they count as known.',
    notes: ['A list of keys, or a map from each key to what it is for, which hovers and completion show.'],
    example: '"fields": { "agent": ["owner"], "skill": { "reviewed": "The day of the last review." } }',
    sources,
  }),
  field({
    key: 'schemas',
    type: {
      is: 'map',
      open: false,
      fields: [
        schemaOf('agent', 'agents'),
        schemaOf('skill', 'skills'),
        schemaOf('command', 'commands'),
        schemaOf('rule', 'rules of Claude Code'),
        schemaOf('output-style', 'output styles'),
      ],
    },
    doc: "JSON Schemas of the repository's own for front matter: their descriptions, values, ranges and patterns are then shown, offered and checked, beside what Claude Code itself wants.",
    notes: [
      'Paths count from this folder and lead to files of the workspace; nothing is fetched.',
      'After `#` stands the part that describes front matter, as in `agent.schema.json#/properties/frontmatter`; a property `frontmatter` of the whole is found without.',
      'A map of `path` and `level` says how gravely it is reported where a file does not follow the schema, otherwise `information`.',
    ],
    example: '"schemas": { "agent": "./.claude/schemas/agent.schema.json" }',
    sources,
  }),
  field({
    key: 'tools',
    type: names,
    doc: 'Tools that exist here beyond those that Agentwright knows, such as those of a newer version.',
    notes: ['A list of names, or a map from each name to what the tool does.'],
    example: '"tools": ["QueryWarehouse"]',
    sources,
  }),
  field({
    key: 'models',
    type: names,
    doc: 'Models that exist here beyond those that Agentwright knows, such as those of a gateway.',
    notes: ['A list of names, or a map from each name to what the model is good for.'],
    example: '"models": ["gateway-large"]',
    sources,
  }),
  field({
    key: 'format',
    type: {
      is: 'map',
      open: false,
      fields: [
        field({
          key: 'keyOrder',
          type: choice({
            canonical: 'Keys are brought into their usual order.',
            keep: 'Keys stay where they are, save where front matter is organized.',
          }),
          default: 'canonical',
          doc: 'Whether formatting brings keys into their usual order: that of the tool, or of the framework that is used here.',
          notes: ['Keys that have no place in it stay where they are.'],
          example: '"keyOrder": "keep"',
          sources,
        }),
        field({
          key: 'lists',
          type: choice({
            keep: 'Each list keeps its form.',
            block: 'One item a line, after a dash.',
            flow: 'In brackets, on one line.',
          }),
          default: 'keep',
          doc: 'How formatting writes lists of words. Text with commas stays text: that is another value.',
          example: '"lists": "block"',
          sources,
        }),
      ],
    },
    doc: 'How front matter is formatted.',
    example: '"format": { "keyOrder": "keep", "lists": "block" }',
    sources,
  }),
  field({
    key: 'conventions',
    type: {
      is: 'map',
      open: false,
      fields: [
        field({
          key: 'share',
          type: { is: 'number', integer: false, minimum: 0, maximum: 1 },
          default: '0.9',
          doc: 'The least part of the files that must have it, between 0 and 1.',
          invalid: 'Agentwright passes over it.',
          example: '"share": 0.8',
          sources,
        }),
        field({
          key: 'files',
          type: integer({ minimum: 1 }),
          default: '10',
          doc: 'The least number of other files of the kind.',
          invalid: 'Agentwright passes over it.',
          example: '"files": 5',
          sources,
        }),
      ],
    },
    doc: 'From when on what nearly all agents, skills or commands of a project have is told of those that lack it: `share` is the least part of the files that must have it (0.9 unless said), `files` the least number of other files of the kind (10).',
    notes: ['The rules `unusual-field`, `unusual-section`, `unusual-form` and `unusual-order` go by it.'],
    example: '"conventions": { "share": 0.8, "files": 5 }',
    sources,
  }),
];

const configuration: Kind = {
  id: 'agentwright-configuration',
  title: 'Agentwright configuration',
  role: 'configuration',
  paths: ['**/agentwright.json', '**/*.agentwright.json'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: { extend: 'extends', override: 'overrides', ignores: 'ignore', exclude: 'ignore', severity: 'rules' },
  fields: [
    field({
      key: '$schema',
      type: text,
      doc: 'The JSON Schema of this file, for editors in which Agentwright does not run; Agentwright itself passes over it.',
      example: '"$schema": "./agentwright.schema.json"',
      sources,
    }),
    field({
      key: 'root',
      type: flag,
      default: 'false',
      doc: 'With `true`, configurations of folders further up do not hold here.',
      example: '"root": true',
      sources,
    }),
    field({
      key: 'extends',
      type: { is: 'oneOf', types: [path, list(path, 'list')] },
      doc: 'Configurations of the same repository that this one adds to, as paths from its folder; the later goes before the earlier.',
      notes: [
        'They are named `agentwright.json` or end in `.agentwright.json`.',
        'Their globs count from this folder.',
      ],
      invalid: 'Agentwright does not read it.',
      example: '"extends": "shared/base.agentwright.json"',
      sources,
    }),
    ...settings,
    field({
      key: 'ignore',
      type: list(glob, 'list'),
      doc: 'Globs, counted from this folder. Files that match are not checked; their names stay known.',
      example: '"ignore": ["archive/**"]',
      sources,
    }),
    field({
      key: 'overrides',
      type: list(
        {
          is: 'map',
          open: false,
          fields: [
            field({
              key: 'files',
              type: list(glob, 'list'),
              required: 'expected',
              doc: 'Globs, counted from this folder: the files that it is about.',
              example: '"files": ["vendor/**"]',
              sources,
            }),
            ...settings,
          ],
        },
        'list',
      ),
      doc: 'What holds for some files alone; the later goes before the earlier.',
      example: '"overrides": [{ "files": ["vendor/**"], "rules": { "unknown-field": "off" } }]',
      sources,
    }),
  ],
  notes: [
    'It holds for all files below its folder. Those of folders further up hold too, up to one with `root`; the nearest goes before all.',
    'It is data, may have comments, and is never run.',
  ],
};

export const agentwright: Dialect = {
  id: 'agentwright',
  title: 'Agentwright',
  version: 'Agentwright 0.1.0',
  verified: '2026-11-24',
  kinds: [configuration],
  tools: [],
  models: [],
  builtinAgents: [],
};
