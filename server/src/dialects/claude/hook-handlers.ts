// What a hook of Claude Code does: the five kinds of handlers.
import {
  anything,
  call,
  choice,
  field,
  flag,
  list,
  number,
  openMap,
  reference,
  script,
  text,
  textOf,
} from '../shorthand';
import type { Field, ValueType } from '../dialect';
import { shell } from './choices';
import { example } from './examples';

export const sources = ['SDK330', 'CCD:hooks'];

/** `json`: settings, hooks.json and the manifests of plugins. */
export type Where = 'agent' | 'skill' | 'json';

/** Where hooks stand, and whether a malformed one drops the file. */
export interface Place {
  readonly in: Where;
  readonly fatal: boolean;
}

/** An example as the file writes it. */
export const shown = (place: Place, written: string, value?: string): string =>
  example(place.in === 'json', written, value);

export const needed = (place: Place): Partial<Field> =>
  place.fatal ? { required: 'yes', onInvalid: 'file-dropped' } : { required: place.in === 'json' ? 'yes' : 'expected' };

const type = (place: Place): Field =>
  field({
    key: 'type',
    type: choice({
      command: 'Runs a command, in a shell or directly.',
      prompt: 'Asks a model once for a judgement.',
      agent: 'Starts a subagent that verifies; experimental.',
      http: 'Posts the input of the hook to a URL.',
      mcp_tool: 'Calls a tool of an MCP server.',
    }),
    ...needed(place),
    doc: 'The kind of handler.',
    example: shown(place, 'type: command'),
    sources,
  });

/** What every handler may have. */
const common = (place: Place): readonly Field[] => [
  field({
    key: 'if',
    type: call,
    doc: 'One permission rule that must match for the handler to run.',
    notes: ['It works for tool events; on other events the handler never runs.'],
    example: shown(place, 'if: Bash(git *)'),
    sources,
  }),
  field({
    key: 'timeout',
    type: number,
    default: '600 seconds; 30 for prompts, 60 for agents',
    doc: 'How many seconds the handler may take.',
    notes: [
      'The unit is seconds, not milliseconds.',
      'The default is 30 on UserPromptSubmit and 10 on MessageDisplay.',
    ],
    example: shown(place, 'timeout: 30'),
    sources,
  }),
  field({
    key: 'statusMessage',
    type: text,
    doc: 'The text beside the spinner while the handler runs.',
    example: shown(place, 'statusMessage: Checking the format'),
    sources,
  }),
  field({
    key: 'once',
    type: flag,
    default: 'false',
    doc: 'Runs the handler once in a session.',
    notes: ['Only the front matter of skills honours it.'],
    ...(place.in === 'agent' && { ignored: 'Only skills honour it; in an agent the handler runs each time.' }),
    ...(place.in === 'json' && {
      ignored: 'Only the front matter of skills honours it; here the handler runs each time.',
    }),
    example: shown(place, 'once: true'),
    sources,
  }),
];

const onFailure = (place: Place): Field =>
  field({
    key: 'onFailure',
    type: choice({
      continue: 'Goes on as if there were no hook.',
      block: 'Blocks the action.',
    }),
    default: 'continue',
    status: 'undocumented',
    doc: 'What happens when the handler cannot start, takes too long or prints output that cannot be read.',
    notes: ['Handlers of type command, http and mcp_tool have it.'],
    example: shown(place, 'onFailure: block'),
    sources: ['SDK330'],
  });

const prompt = (place: Place): Field =>
  field({
    key: 'prompt',
    type: text,
    ...needed(place),
    doc: 'The prompt; `$ARGUMENTS` stands for the input of the hook as JSON.',
    example: shown(place, 'prompt: Is this command safe? $ARGUMENTS'),
    sources,
  });

const model = (place: Place): Field =>
  field({
    key: 'model',
    type: reference('model'),
    onInvalid: 'passed-on',
    doc: 'The model that the handler asks.',
    example: shown(place, 'model: haiku'),
    sources,
  });

const command = (place: Place): readonly Field[] => [
  type(place),
  field({
    key: 'command',
    type: script,
    ...needed(place),
    doc: 'The shell command, or the program to start where `args` is given.',
    example: shown(place, 'command: ./check.sh'),
    sources,
  }),
  field({
    key: 'args',
    type: list(script, 'list'),
    doc: 'The arguments of the program; with them no shell is used.',
    example: shown(place, 'args: [--strict]', '["--strict"]'),
    sources,
  }),
  field({
    key: 'shell',
    type: shell,
    default: 'bash',
    doc: 'The shell that runs the command.',
    example: shown(place, 'shell: bash'),
    sources,
  }),
  field({
    key: 'async',
    type: flag,
    default: 'false',
    doc: 'Runs the command in the background.',
    example: shown(place, 'async: true'),
    sources,
  }),
  field({
    key: 'asyncRewake',
    type: flag,
    default: 'false',
    doc: 'Runs the command in the background, and exit code 2 wakes Claude.',
    example: shown(place, 'asyncRewake: true'),
    sources,
  }),
  onFailure(place),
  ...common(place),
];

const http = (place: Place): readonly Field[] => [
  type(place),
  field({
    key: 'url',
    type: textOf({ pattern: '[:$]' }),
    ...needed(place),
    doc: 'The address to which the input of the hook is posted.',
    example: shown(place, 'url: https://hooks.example.com/check'),
    sources,
  }),
  field({
    key: 'headers',
    type: openMap([], text),
    ...(place.fatal && { onInvalidBelow: 'file-dropped' }),
    doc: 'HTTP headers; `$NAME` stands for a variable that `allowedEnvVars` lists.',
    example: shown(place, 'headers:\n  Authorization: Bearer $TOKEN', '{ "Authorization": "Bearer $TOKEN" }'),
    sources,
  }),
  field({
    key: 'allowedEnvVars',
    type: list(text, 'list'),
    doc: 'The environment variables that may be used in `headers`.',
    example: shown(place, 'allowedEnvVars: [TOKEN]', '["TOKEN"]'),
    sources,
  }),
  onFailure(place),
  ...common(place),
];

const mcpTool = (place: Place): readonly Field[] => [
  type(place),
  field({
    key: 'server',
    type: reference('mcp'),
    ...needed(place),
    doc: 'The MCP server that has the tool.',
    example: shown(place, 'server: github'),
    sources,
  }),
  field({
    key: 'tool',
    type: text,
    ...needed(place),
    doc: 'The name of the tool on that server.',
    example: shown(place, 'tool: create_issue'),
    sources,
  }),
  field({
    key: 'input',
    type: openMap([], anything),
    doc: 'The input of the tool; `${tool_input.x}` stands for a value of the call that is hooked.',
    example: shown(place, 'input:\n  path: ${tool_input.file_path}', '{ "path": "${tool_input.file_path}" }'),
    sources,
  }),
  onFailure(place),
  ...common(place),
];

export const handler = (place: Place): ValueType => ({
  is: 'variant',
  tag: 'type',
  cases: {
    command: command(place),
    prompt: [
      type(place),
      prompt(place),
      model(place),
      field({
        key: 'continueOnBlock',
        type: flag,
        default: 'false',
        doc: 'Goes on after the prompt has blocked.',
        example: shown(place, 'continueOnBlock: true'),
        sources: ['SDK330'],
      }),
      ...common(place),
    ],
    agent: [type(place), prompt(place), model(place), ...common(place)],
    http: http(place),
    mcp_tool: mcpTool(place),
  },
});
