// Claude Code agents: `.claude/agents/**/*.md`.
import { field, integer, list, reference, text } from '../shorthand';
import type { Field, Kind } from '../dialect';
import { behaviour, ignoredWithMessage } from './agent-behaviour';
import { permissionMode } from './choices';
import { hooks } from './hooks';
import { mcpServers } from './mcp';

const identity: readonly Field[] = [
  field({
    key: 'name',
    type: { is: 'name', of: 'agent', pattern: '^[^-:][^:]*$' },
    wanted: { is: 'name', of: 'agent', pattern: '^[a-z][a-z0-9-]*$' },
    required: 'yes',
    onInvalid: 'file-dropped',
    invalid:
      'Without a name the file counts as documentation and nothing is said; with a `:` or a leading `-` it is an error in the debug log and the agent is not loaded.',
    empty: 'invalid',
    doc: 'The name by which other agents and permission rules know this one, as in `Agent(name)`, and the agent_type that hooks see. It need not equal the file name, but an equal name makes the file easy to find.',
    notes: [
      'It must be text: `42`, `true`, a list or an empty value count as no name.',
      'It must not start with `-` nor contain `:`, which is kept for `plugin:agent`.',
      'It must be unique: of two files with the same name in one scope one is dropped, and the order of the file system decides which.',
      'Capitals, spaces, dots and other letters work, although the documentation asks for lower case and hyphens.',
    ],
    example: 'name: ai-ml-specialist',
    sources: ['O330', 'CCD:sub-agents'],
  }),
  field({
    key: 'description',
    type: text,
    required: 'yes',
    onInvalid: 'file-dropped',
    invalid: 'The agent is not loaded; only the debug log says so.',
    empty: 'invalid',
    doc: 'Tells the main agent when to hand work to this one. Every session shows it, so begin with the occasion, as in "Use when …", and keep it short.',
    notes: [
      'It must be text that is not empty: numbers, lists and maps count as missing.',
      'An unquoted `: ` is fine for Claude Code but breaks stricter YAML readers.',
    ],
    example: 'description: Reviews diffs for security bugs. Use after every code change.',
    sources: ['O330', 'CCD:sub-agents'],
  }),
];

const abilities: readonly Field[] = [
  field({
    key: 'tools',
    type: list(reference('tool'), 'list', 'comma', 'space', 'star'),
    default: 'all tools that a subagent may have',
    onInvalid: 'coerced',
    invalid: 'A number or a map leaves the agent without any tool; unknown names are dropped without a message.',
    empty: 'none',
    doc: 'The only tools that this agent may use. Leave the key out to inherit all; written with nothing after it, it takes all away.',
    notes: [
      'Upper and lower case differ: `read` is unknown.',
      'Where no entry is a known tool, the agent cannot be started.',
      'A specifier as in `Bash(git:*)` is dropped, and the whole tool is granted.',
      '`Agent(a, b)` limits which agents can be started only while this agent is the main one (`--agent`).',
      'To load skills at the start use `skills`; listing `Skill` does not.',
      'Native builds drop `Grep` and `Glob` where `Bash` is listed too.',
    ],
    example: 'tools: Read, Grep, Glob, mcp__github__*',
    sources: ['O330', 'SDK330', 'CCD:sub-agents'],
  }),
  field({
    key: 'disallowedTools',
    type: list(reference('tool'), 'list', 'comma', 'space'),
    default: 'none',
    doc: 'Tools to take away from those that are inherited or listed in `tools`.',
    notes: [
      '`mcp__server`, `mcp__server__*` and `mcp__*` take away whole sets of MCP tools.',
      '`*` has no effect.',
      'A text of the program says it is ignored beside `tools`; its code subtracts it all the same.',
    ],
    example: 'disallowedTools: [Write, Edit]',
    sources: ['O330', 'O331', 'SDK330'],
  }),
  field({
    key: 'model',
    type: reference('model'),
    default: 'the default subagent model where one is configured, else the main model',
    onInvalid: 'passed-on',
    invalid: 'An unknown id is sent to the API and fails there.',
    doc: 'The model for this agent. An alias follows the newest release, a full id stays with one; any text is passed on, so a typo fails only when the agent runs.',
    notes: [
      'Aliases may be written in any case.',
      'An empty value, a number or a list means `inherit`.',
      '`default` means nothing here: it is sent as it stands.',
      "An alias of the family that the session runs means the session's own model.",
      'Before this key come the variable CLAUDE_CODE_SUBAGENT_MODEL and the `model` of the Agent call; after it comes the main model.',
      'The `availableModels` of an organisation may put another model in its place.',
    ],
    example: 'model: sonnet',
    sources: ['O330', 'CCD:sub-agents', 'CCD:model-config'],
  }),
  field({
    key: 'permissionMode',
    type: permissionMode,
    default: 'the mode of the session',
    invalid: ignoredWithMessage,
    doc: 'The permission mode while this agent works. A parent in bypassPermissions, acceptEdits or auto keeps its own mode.',
    notes: [
      'Upper and lower case differ.',
      '`delegate`, `bubble` and `ask` are no values.',
      'Agents of plugins cannot set it.',
    ],
    example: 'permissionMode: acceptEdits',
    sources: ['O330', 'SDK330', 'CCD:sub-agents'],
  }),
  field({
    key: 'maxTurns',
    type: integer({ minimum: 1 }),
    default: 'no limit',
    invalid:
      'Of a text the whole number that it begins with counts; without one it is ignored with a message in the debug log.',
    doc: 'Stops the agent after this many answers of the model.',
    notes: ['A number in quotes works too.'],
    example: 'maxTurns: 18',
    sources: ['O330', 'SDK330'],
  }),
  field({
    key: 'skills',
    type: list(reference('skill'), 'list', 'comma', 'space'),
    default: 'none',
    invalid: 'The agent runs without the skill; only the debug log says that it was not found.',
    doc: 'Skills whose whole text the agent has from the start. Other skills can still be called with the Skill tool.',
    notes: [
      'Each must be a folder with a SKILL.md, exactly one level below the skills folder, or `plugin:name`.',
      'A name with a slash, such as `scientific-skills/scanpy`, is never found.',
      'A skill with `disable-model-invocation: true` is not loaded.',
      'The whole content is loaded and takes its tokens.',
    ],
    example: 'skills: [tdd, debugging]',
    sources: ['O330', 'CCD:sub-agents', 'CCD:skills'],
  }),
  field({
    key: 'mcpServers',
    type: mcpServers,
    default: 'the servers of the session',
    invalid: 'Items that cannot be read are logged and skipped.',
    doc: 'MCP servers for this agent alone: names of configured servers, or definitions.',
    notes: [
      'A definition is a map with one key, the name of the server, over its configuration (stdio, http, sse, ws).',
      'Agents of plugins cannot set it.',
    ],
    example: 'mcpServers:\n  - github\n  - pg: { type: stdio, command: npx, args: [-y, pg-mcp] }',
    sources: ['O330', 'SDK330', 'CCD:sub-agents'],
  }),
  field({
    key: 'hooks',
    type: hooks('agent'),
    default: 'none',
    onInvalid: 'file-dropped',
    invalid:
      'A value that is no map, or a malformed PreToolUse or PermissionRequest, stops the whole agent from loading; bad entries of other events are skipped.',
    doc: 'Hooks that run while this agent runs, in the same form as in the settings.',
    notes: [
      '`Stop` becomes `SubagentStop`.',
      'Unknown events are ignored with a warning.',
      '`once` has no effect here.',
      'The hooks of an agent in a project run only after the folder is trusted.',
      'Agents of plugins cannot set it.',
    ],
    example:
      'hooks:\n  PreToolUse:\n    - matcher: Bash\n      hooks:\n        - { type: command, command: ./check.sh }',
    sources: ['O330', 'CCD:hooks', 'CCD:sub-agents'],
  }),
];

const fields = [...identity, ...abilities, ...behaviour];

const keySuggestions = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  allowed_tools: 'tools',
  tool: 'tools',
  Tools: 'tools',
  'disallowed-tools': 'disallowedTools',
  disallowed_tools: 'disallowedTools',
  blockedTools: 'disallowedTools',
  deniedTools: 'disallowedTools',
  excludedTools: 'disallowedTools',
  excludeTools: 'disallowedTools',
  when_to_use: 'description',
  'permission-mode': 'permissionMode',
  permission_mode: 'permissionMode',
  'mcp-servers': 'mcpServers',
  mcp_servers: 'mcpServers',
  max_turns: 'maxTurns',
  'max-turns': 'maxTurns',
  colour: 'color',
  'initial-prompt': 'initialPrompt',
  Name: 'name',
  Description: 'description',
  Model: 'model',
  skill: 'skills',
};

export const agent: Kind = {
  id: 'claude-agent',
  title: 'Claude Code agent',
  role: 'agent',
  paths: ['**/.claude/agents/**/*.md'],
  notPaths: [],
  identity: 'field',
  loader: 'claude-agent',
  unknownKeys: 'ignored',
  keySuggestions,
  fields,
  notes: [
    'Files at any depth below `agents/` are found; the folder does not matter, and only `.md` in lower case counts.',
    'The first bytes must be `---` and a line break; a file without front matter counts as documentation and nothing is said.',
    'Of agents with the same name the managed one wins, then `--agents`, the project (the closest folder first), the user, plugins.',
    'Unknown keys are named in the debug log only.',
    'The body is the system prompt as it stands: imports with `@`, `$ARGUMENTS`, variables and commands in it are not processed.',
    'An agent with the name of one that Claude Code brings along takes its place.',
  ],
};
