// The `hooks` key of Claude Code agents and skills: events, matchers and the five kinds of handlers.
import { anything, call, choice, field, flag, list, number, openMap, reference, text } from '../shorthand';
import type { Field, ValueType } from '../dialect';
import { shell } from './choices';

const sources = ['SDK330', 'CCD:hooks'];

/** Where hooks stand, and whether a malformed one drops the file. */
interface Place {
  readonly in: 'agent' | 'skill';
  readonly fatal: boolean;
}

const needed = (place: Place): Partial<Field> =>
  place.fatal ? { required: 'yes', onInvalid: 'file-dropped' } : { required: 'expected' };

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
    example: 'type: command',
    sources,
  });

/** What every handler may have. */
const common = (place: Place): readonly Field[] => [
  field({
    key: 'if',
    type: call,
    doc: 'One permission rule that must match for the handler to run.',
    notes: ['It works for tool events; on other events the handler never runs.'],
    example: 'if: Bash(git *)',
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
    example: 'timeout: 30',
    sources,
  }),
  field({
    key: 'statusMessage',
    type: text,
    doc: 'The text beside the spinner while the handler runs.',
    example: 'statusMessage: Checking the format',
    sources,
  }),
  field({
    key: 'once',
    type: flag,
    default: 'false',
    doc: 'Runs the handler once in a session.',
    notes: ['Only the front matter of skills honours it.'],
    ...(place.in === 'agent' && { ignored: 'Only skills honour it; in an agent the handler runs each time.' }),
    example: 'once: true',
    sources,
  }),
];

const onFailure = field({
  key: 'onFailure',
  type: choice({
    continue: 'Goes on as if there were no hook.',
    block: 'Blocks the action.',
  }),
  default: 'continue',
  status: 'undocumented',
  doc: 'What happens when the handler cannot start, takes too long or prints output that cannot be read.',
  notes: ['Handlers of type command, http and mcp_tool have it.'],
  example: 'onFailure: block',
  sources: ['SDK330'],
});

const prompt = (place: Place): Field =>
  field({
    key: 'prompt',
    type: text,
    ...needed(place),
    doc: 'The prompt; `$ARGUMENTS` stands for the input of the hook as JSON.',
    example: 'prompt: Is this command safe? $ARGUMENTS',
    sources,
  });

const model = field({
  key: 'model',
  type: reference('model'),
  onInvalid: 'passed-on',
  doc: 'The model that the handler asks.',
  example: 'model: haiku',
  sources,
});

const command = (place: Place): readonly Field[] => [
  type(place),
  field({
    key: 'command',
    type: text,
    ...needed(place),
    doc: 'The shell command, or the program to start where `args` is given.',
    example: 'command: ./check.sh',
    sources,
  }),
  field({
    key: 'args',
    type: list(text, 'list'),
    doc: 'The arguments of the program; with them no shell is used.',
    example: 'args: [--strict]',
    sources,
  }),
  field({
    key: 'shell',
    type: shell,
    default: 'bash',
    doc: 'The shell that runs the command.',
    example: 'shell: bash',
    sources,
  }),
  field({
    key: 'async',
    type: flag,
    default: 'false',
    doc: 'Runs the command in the background.',
    example: 'async: true',
    sources,
  }),
  field({
    key: 'asyncRewake',
    type: flag,
    default: 'false',
    doc: 'Runs the command in the background, and exit code 2 wakes Claude.',
    example: 'asyncRewake: true',
    sources,
  }),
  onFailure,
  ...common(place),
];

const http = (place: Place): readonly Field[] => [
  type(place),
  field({
    key: 'url',
    type: text,
    ...needed(place),
    doc: 'The address to which the input of the hook is posted.',
    example: 'url: https://hooks.example.com/check',
    sources,
  }),
  field({
    key: 'headers',
    type: openMap([], text),
    doc: 'HTTP headers; `$NAME` stands for a variable that `allowedEnvVars` lists.',
    example: 'headers:\n  Authorization: Bearer $TOKEN',
    sources,
  }),
  field({
    key: 'allowedEnvVars',
    type: list(text, 'list'),
    doc: 'The environment variables that may be used in `headers`.',
    example: 'allowedEnvVars: [TOKEN]',
    sources,
  }),
  onFailure,
  ...common(place),
];

const mcpTool = (place: Place): readonly Field[] => [
  type(place),
  field({
    key: 'server',
    type: reference('mcp'),
    ...needed(place),
    doc: 'The MCP server that has the tool.',
    example: 'server: github',
    sources,
  }),
  field({
    key: 'tool',
    type: text,
    ...needed(place),
    doc: 'The name of the tool on that server.',
    example: 'tool: create_issue',
    sources,
  }),
  field({
    key: 'input',
    type: openMap([], anything),
    doc: 'The input of the tool; `${tool_input.x}` stands for a value of the call that is hooked.',
    example: 'input:\n  path: ${tool_input.file_path}',
    sources,
  }),
  onFailure,
  ...common(place),
];

const handler = (place: Place): ValueType => ({
  is: 'variant',
  tag: 'type',
  cases: {
    command: command(place),
    prompt: [
      type(place),
      prompt(place),
      model,
      field({
        key: 'continueOnBlock',
        type: flag,
        default: 'false',
        doc: 'Goes on after the prompt has blocked.',
        example: 'continueOnBlock: true',
        sources: ['SDK330'],
      }),
      ...common(place),
    ],
    agent: [type(place), prompt(place), model, ...common(place)],
    http: http(place),
    mcp_tool: mcpTool(place),
  },
});

/** What stands under an event: a list of matchers, each with its handlers. */
const groups = (place: Place): ValueType =>
  list(
    {
      is: 'map',
      open: true,
      fields: [
        field({
          key: 'matcher',
          type: text,
          default: 'all',
          doc: 'What the hooks are for, such as the names of tools; nothing, an empty text or `*` mean all.',
          notes: [
            'Letters, digits, `_`, `-`, blanks, `,` and `|` make exact names, parted by `|` or `,`; anything else is a regular expression that may match anywhere.',
            'Upper and lower case differ: `task` matches nothing.',
            '`mcp__memory` is an exact name and matches nothing; write `mcp__memory__.*`.',
            '`Task` still matches the tool `Agent`.',
            'FileChanged and StopFailure part names by `|` only.',
          ],
          example: 'matcher: Write|Edit',
          sources: [...sources, 'O330'],
        }),
        field({
          key: 'hooks',
          type: list(handler(place), 'list'),
          ...needed(place),
          doc: 'The handlers; they run at the same time, and equal ones run once.',
          example: 'hooks:\n  - type: command\n    command: ./check.sh',
          sources,
        }),
      ],
    },
    'list',
  );

/** An event: when it happens, what its matcher is compared with, and whether exit code 2 blocks. */
type Event = readonly [name: string, doc: string, matcher: string | undefined, exit2: 'blocks' | 'passes' | 'unknown'];

const events: readonly Event[] = [
  ['PreToolUse', 'Before a tool is called; the hook can block the call.', 'the name of the tool', 'blocks'],
  ['PostToolUse', 'After a tool was called with success.', 'the name of the tool', 'passes'],
  ['PostToolUseFailure', 'After a call of a tool failed.', 'the name of the tool', 'passes'],
  ['PostToolBatch', 'After a batch of calls that ran at the same time.', undefined, 'blocks'],
  [
    'Notification',
    'When a notification is sent.',
    'the type of the notification, such as permission_prompt, idle_prompt, auth_success or elicitation_dialog',
    'passes',
  ],
  ['UserPromptSubmit', 'When the user has sent a prompt; the hook can reject it.', undefined, 'blocks'],
  ['UserPromptExpansion', 'When a command that the user typed is expanded.', 'the name of the command', 'blocks'],
  ['SessionStart', 'When a session begins or is resumed.', 'startup, resume, clear, compact or fork', 'passes'],
  ['SessionEnd', 'When a session ends.', 'clear, resume, logout, prompt_input_exit or other', 'passes'],
  ['Stop', 'When Claude has finished; the hook can make it go on.', undefined, 'blocks'],
  ['StopFailure', 'When an error of the API ended the turn.', 'the type of the error', 'passes'],
  ['SubagentStart', 'When a subagent was started.', 'the type of the agent', 'passes'],
  ['SubagentStop', 'When a subagent has finished; the hook can make it go on.', 'the type of the agent', 'blocks'],
  ['PreCompact', 'Before the conversation is compacted.', 'manual or auto', 'blocks'],
  ['PostCompact', 'After the conversation was compacted.', 'manual or auto', 'passes'],
  ['PreModelSwitch', 'Before the model changes.', 'something that is not documented', 'unknown'],
  ['PostModelSwitch', 'After the model has changed.', 'something that is not documented', 'unknown'],
  [
    'PermissionRequest',
    'When a permission must be decided; the hook denies through its JSON output, exit code 2 is ignored.',
    'the name of the tool',
    'passes',
  ],
  ['PermissionDenied', 'When auto mode has denied a call.', 'the name of the tool', 'passes'],
  ['Setup', 'When Claude Code runs with `--init` or `--maintenance`.', 'init or maintenance', 'passes'],
  ['TeammateIdle', 'When a team mate is about to go idle.', undefined, 'blocks'],
  ['TaskCreated', 'When a task is created with TaskCreate.', undefined, 'blocks'],
  ['TaskCompleted', 'When a task is marked as completed.', undefined, 'blocks'],
  ['Elicitation', 'When an MCP server asks the user.', 'the MCP server', 'blocks'],
  ['ElicitationResult', 'When the user has answered an MCP server.', 'the MCP server', 'blocks'],
  [
    'ConfigChange',
    'When a configuration file has changed.',
    'user_settings, project_settings, local_settings, policy_settings or skills',
    'blocks',
  ],
  ['WorktreeCreate', 'When a git worktree is being created; any exit code but 0 makes that fail.', undefined, 'blocks'],
  ['WorktreeRemove', 'When a git worktree was removed.', undefined, 'passes'],
  [
    'InstructionsLoaded',
    'When a CLAUDE.md or a rule was loaded.',
    'session_start, nested_traversal, path_glob_match, include or compact',
    'passes',
  ],
  ['CwdChanged', 'When the working directory has changed.', undefined, 'passes'],
  ['FileChanged', 'When a watched file has changed.', 'literal file names parted by `|`', 'passes'],
  ['DirectoryAdded', 'When a directory was added.', 'slash_command or register_repo_root', 'passes'],
  ['MessageDisplay', 'When text of the assistant is shown.', undefined, 'passes'],
];

const exitCode = { blocks: ['Exit code 2 blocks.'], passes: ['Exit code 2 does not block.'], unknown: [] };

/** Malformed hooks for these drop an agent. */
const fatalInAgents: readonly string[] = ['PreToolUse', 'PermissionRequest'];

/** The value of `hooks` in the front matter of an agent or a skill. */
export function hooks(where: 'agent' | 'skill'): ValueType {
  const skipped = groups({ in: where, fatal: false });
  const fatal = groups({ in: where, fatal: where === 'agent' });
  const fields = events.map(([name, doc, matcher, exit2]) =>
    field({
      key: name,
      type: fatalInAgents.includes(name) ? fatal : skipped,
      onInvalid: where === 'agent' && fatalInAgents.includes(name) ? 'file-dropped' : 'key-ignored',
      doc,
      notes: [
        matcher === undefined ? 'It takes no matcher.' : `The matcher is compared with ${matcher}.`,
        ...exitCode[exit2],
        ...(where === 'agent' && name === 'Stop' ? ['In an agent it becomes SubagentStop.'] : []),
      ],
      example: `${name}:\n  - hooks:\n      - type: command\n        command: ./check.sh`,
      sources: exit2 === 'unknown' ? ['SDK330'] : sources,
    }),
  );
  return openMap(fields, skipped);
}
