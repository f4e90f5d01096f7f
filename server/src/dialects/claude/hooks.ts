// Hooks of Claude Code: what waits for which event, in front matter, settings, hooks.json and manifests of plugins.
import { field, list, openMap, text, textOf } from '../shorthand';
import type { Choice, Kind, ValueType } from '../dialect';
import { example } from './examples';
import { strictType } from './strict';
import { hookEvents } from './hook-events';
import { handler, needed, shown, sources, type Place, type Where } from './hook-handlers';

/** What Claude Code sets for the commands of hooks. */
export const hookVariables: readonly Choice[] = [
  { value: 'CLAUDE_PROJECT_DIR', doc: 'The root of the project.' },
  { value: 'CLAUDE_PLUGIN_ROOT', doc: 'The folder of the plugin.' },
  { value: 'CLAUDE_PLUGIN_DATA', doc: "The plugin's folder for data." },
];

/** What stands under an event: a list of matchers, each with its handlers. */
const groups = (place: Place): ValueType =>
  list(
    {
      is: 'map',
      open: true,
      fields: [
        field({
          key: 'matcher',
          type: textOf({ names: 'tools' }),
          default: 'all',
          doc: 'What the hooks are for, such as the names of tools; nothing, an empty text or `*` mean all.',
          notes: [
            'Letters, digits, `_`, `-`, spaces, `,` and `|` make exact names, separated by `|` or `,`; anything else is a regular expression that may match anywhere.',
            'Upper and lower case differ: `task` matches nothing.',
            '`mcp__memory` is an exact name and matches nothing; write `mcp__memory__.*`.',
            '`Task` still matches the tool `Agent`.',
            'FileChanged and StopFailure part names by `|` only.',
          ],
          example: shown(place, 'matcher: Write|Edit'),
          sources: [...sources, 'O330'],
        }),
        field({
          key: 'hooks',
          type: list(handler(place), 'list'),
          ...needed(place),
          doc: 'The handlers; they run at the same time, and equal ones run once.',
          example: shown(
            place,
            'hooks:\n  - type: command\n    command: ./check.sh',
            '[{ "type": "command", "command": "./check.sh" }]',
          ),
          sources,
        }),
      ],
    },
    'list',
  );

const exitCode = { blocks: ['Exit code 2 blocks.'], passes: ['Exit code 2 does not block.'], unknown: [] };

/** Malformed hooks for these drop an agent, and the whole of a settings file; of others the bad entry alone is passed over.
 * Observed: Claude Code 2.1.330, 24 November 2026. */
const fatalEvents: readonly string[] = ['PreToolUse', 'PermissionRequest'];

/** The value of `hooks`. */
export function hooks(where: Where): ValueType {
  const skipped = groups({ in: where, fatal: false });
  const strictly = { in: where, fatal: where !== 'skill' };
  const fatal = where === 'skill' ? groups(strictly) : strictType(groups(strictly));
  const fields = hookEvents.map(([name, doc, matcher, exit2]) =>
    field({
      key: name,
      type: fatalEvents.includes(name) ? fatal : skipped,
      onInvalid: where !== 'skill' && fatalEvents.includes(name) ? 'file-dropped' : 'key-ignored',
      nullable: true,
      doc,
      notes: [
        matcher === undefined ? 'It takes no matcher.' : `The matcher is compared with ${matcher}.`,
        ...exitCode[exit2],
        ...(where === 'agent' && name === 'Stop' ? ['In an agent it becomes SubagentStop.'] : []),
      ],
      example: example(
        where === 'json',
        `${name}:\n  - hooks:\n      - type: command\n        command: ./check.sh`,
        '[{ "hooks": [{ "type": "command", "command": "./check.sh" }] }]',
      ),
      sources: exit2 === 'unknown' ? ['SDK330'] : sources,
    }),
  );
  return openMap(fields, skipped);
}

/** `hooks/hooks.json` of a plugin. */
export const hooksFile: Kind = {
  id: 'claude-hooks-json',
  title: 'Claude Code hooks of a plugin',
  role: 'hooks',
  paths: ['**/hooks/hooks.json'],
  notPaths: [],
  identity: 'none',
  loader: 'none',
  unknownKeys: 'ignored',
  keySuggestions: {},
  fields: [
    field({
      key: 'hooks',
      type: hooks('json'),
      required: 'expected',
      onInvalid: 'file-dropped',
      invalid: 'The validator of Claude Code rejects a list here: it wants the events as keys.',
      doc: 'The hooks: each event with its matchers and handlers.',
      notes: ['They join those of the manifest.', '`${CLAUDE_PLUGIN_ROOT}` stands for the folder of the plugin.'],
      example: '"hooks": { "PostToolUse": [{ "hooks": [{ "type": "command", "command": "./check.sh" }] }] }',
      sources: ['SDK330', 'CCD:hooks', 'O330'],
    }),
    field({
      key: 'description',
      type: text,
      onInvalid: 'file-dropped',
      doc: 'What the hooks are for.',
      example: '"description": "Formats files after an edit"',
      sources: ['CCD:hooks'],
    }),
    field({
      key: 'modules',
      type: list(text, 'list'),
      since: '2.1.287',
      status: 'undocumented',
      doc: 'JavaScript modules that register hooks.',
      example: '"modules": ["./register.js"]',
      sources: ['O331'],
    }),
  ],
  notes: [
    'Exit code 0 lets the JSON on the standard output decide; 2 blocks where the event can be blocked; others are errors that block nothing.',
    'The commands see `CLAUDE_PROJECT_DIR`, `CLAUDE_PLUGIN_ROOT` and `CLAUDE_PLUGIN_DATA`.',
  ],
};
