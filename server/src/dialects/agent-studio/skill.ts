// agent-studio skills: what the framework adds to the skills of Claude Code.
import {
  call,
  choice,
  convention,
  flag,
  glob,
  integer,
  list,
  openChoice,
  path,
  reference,
  text,
  textOf,
} from '../shorthand';
import type { Field, Kind, ValueType } from '../dialect';
import { CONFIG_VALIDATOR, SKILL_SCHEMA, SKILLS } from './sources';

const texts: ValueType = list(text, 'list', 'comma');

/** A key of the schema that no program reads. */
const inSchema = (written: Pick<Field, 'key' | 'type' | 'doc' | 'example'> & Partial<Field>): Field =>
  convention({ sources: [SKILL_SCHEMA], ...written });

/** A key that skills have although the schema does not name it. */
const seen = (key: string, type: ValueType, doc: string, example: string): Field =>
  convention({ key, type, doc, example, status: 'convention', sources: [SKILLS] });

const schemaFields: readonly Field[] = [
  inSchema({
    key: 'name',
    type: { is: 'name', of: 'skill', pattern: '^[a-z][a-z0-9-]*$' },
    required: 'expected',
    default: "the folder's name",
    invalid: 'validate-config.mjs rejects the skill.',
    empty: 'invalid',
    doc: 'The name of the skill, which equals the name of its folder.',
    example: 'name: tdd',
    sources: [SKILL_SCHEMA, CONFIG_VALIDATOR],
  }),
  inSchema({
    key: 'description',
    type: textOf({ minLength: 20 }),
    required: 'expected',
    invalid: 'validate-config.mjs rejects a skill without it; the schema wants at least 20 characters.',
    empty: 'invalid',
    doc: 'What the skill does and when to use it.',
    example: 'description: Test-driven development workflow. Use before writing production code.',
    sources: [SKILL_SCHEMA, CONFIG_VALIDATOR],
  }),
  inSchema({
    key: 'version',
    type: textOf({ pattern: '^\\d+\\.\\d+(\\.\\d+)?$' }),
    required: 'expected',
    default: '1.0',
    doc: 'The version of the skill.',
    notes: ['Write it in quotes: an unquoted 1.0 is a number, which the schema does not allow.'],
    example: 'version: "1.0"',
  }),
  inSchema({
    key: 'model',
    type: reference('model'),
    wanted: choice({
      sonnet: 'The default of the framework.',
      opus: 'For hard work.',
      haiku: 'Fast and cheap.',
      inherit: 'The model of the caller.',
    }),
    default: 'sonnet',
    doc: 'The model that the skill prefers.',
    notes: ['validate-config.mjs knows haiku, sonnet and opus only.'],
    example: 'model: sonnet',
    sources: [SKILL_SCHEMA, CONFIG_VALIDATOR],
  }),
  inSchema({
    key: 'invoked_by',
    type: choice({
      user: 'Users call the skill.',
      agent: 'Agents call the skill.',
      both: 'Users and agents call the skill.',
    }),
    default: 'both',
    doc: 'Who calls the skill.',
    notes: ['Seven skills of the framework list agents instead.'],
    example: 'invoked_by: both',
  }),
  inSchema({
    key: 'user_invocable',
    type: flag,
    default: 'true',
    replacedBy: 'user-invocable',
    doc: 'Whether users may call the skill. Claude Code does not read this spelling; its key is `user-invocable`.',
    example: 'user_invocable: true',
    sources: [SKILL_SCHEMA, 'O330'],
  }),
  inSchema({
    key: 'tools',
    type: list(reference('tool'), 'list'),
    replacedBy: 'allowed-tools',
    doc: 'The tools that the skill uses. Claude Code does not read it; its key is `allowed-tools`.',
    example: 'tools: [Read, Write]',
    sources: [SKILL_SCHEMA, 'O330'],
  }),
  inSchema({
    key: 'allowed-tools',
    type: list(call, 'list', 'comma', 'space'),
    default: 'none',
    doc: 'Permission rules that Claude Code grants for the turn that starts the skill; the framework takes it as another form of `tools`.',
    notes: ['The schema wants a text with commas.', 'validate-config.mjs warns where it is missing.'],
    required: 'expected',
    example: 'allowed-tools: Read, Bash(git diff:*)',
    sources: [SKILL_SCHEMA, CONFIG_VALIDATOR],
  }),
  inSchema({
    key: 'args',
    type: text,
    replacedBy: 'argument-hint',
    doc: 'How the arguments look. Claude Code does not read it; its key is `argument-hint`.',
    example: 'args: "<file>"',
    sources: [SKILL_SCHEMA, 'O330'],
  }),
  inSchema({
    key: 'best_practices',
    type: list(text, 'list'),
    doc: 'Short rules for using the skill.',
    example: 'best_practices:\n  - Write the test first',
  }),
  inSchema({
    key: 'error_handling',
    type: choice({
      graceful: 'Goes on as well as it can.',
      strict: 'Stops at the first error.',
      warn: 'Warns and goes on.',
    }),
    default: 'graceful',
    doc: 'What the skill does about errors.',
    example: 'error_handling: graceful',
  }),
  inSchema({
    key: 'streaming',
    type: choice({
      supported: 'The output may be streamed.',
      required: 'The output must be streamed.',
      disabled: 'The output is not streamed.',
    }),
    default: 'supported',
    doc: 'Whether the output of the skill is streamed.',
    notes: ['Three skills of the framework say `not_supported`, which the schema does not allow.'],
    example: 'streaming: supported',
  }),
  inSchema({
    key: 'templates',
    type: list(text, 'list'),
    doc: 'Names of the templates that belong to the skill.',
    example: 'templates:\n  - report',
  }),
  inSchema({
    key: 'context_fork',
    type: flag,
    default: 'false',
    replacedBy: 'context',
    doc: 'Runs the skill in a context of its own. Claude Code does not read it; it wants `context: fork`.',
    notes: ['validate-config.mjs looks for a key `context:fork` instead.'],
    example: 'context_fork: true',
    sources: [SKILL_SCHEMA, CONFIG_VALIDATOR, 'O330'],
  }),
  inSchema({
    key: 'source',
    type: text,
    doc: 'Where the skill comes from.',
    example: 'source: auto-claude',
  }),
  inSchema({
    key: 'original_server',
    type: text,
    doc: 'The MCP server that the skill was made from.',
    example: 'original_server: github',
  }),
];

const seenFields: readonly Field[] = [
  {
    ...seen('globs', list(glob, 'list', 'comma'), 'Files that the skill is for.', 'globs: "**/*.ts"'),
    replacedBy: 'paths',
    notes: [
      'Quote a pattern that begins with `*`: unquoted it is no valid YAML.',
      'Claude Code does not read it; its key is `paths`.',
    ],
  },
  seen('consolidated_from', text, 'How many skills this one was merged from.', 'consolidated_from: 3 skills'),
  seen('output_location', text, 'Where results are written.', 'output_location: .claude/context/reports/'),
  seen('aliases', texts, 'Other names of the skill.', 'aliases:\n  - testing-expert'),
  seen(
    'safety_level',
    openChoice({ high: 'The skill needs care.', critical: 'The skill needs the greatest care.' }),
    'How careful one must be with the skill.',
    'safety_level: high',
  ),
  seen('triggers', texts, 'Phrases that call for the skill.', 'triggers:\n  - create skill'),
  seen('feature_flag', text, 'The switch that turns the skill on.', 'feature_flag: ELICITATION_ENABLED'),
  seen('requires_mcp_server', flag, 'Whether the skill needs an MCP server.', 'requires_mcp_server: false'),
  seen('mcp_server_status', text, 'The state of that MCP server.', 'mcp_server_status: not_required'),
  seen('related_skills', list(reference('skill'), 'list'), 'Skills to look at as well.', 'related_skills:\n  - tdd'),
  seen('assigned_agents', list(reference('agent'), 'list'), 'Agents that have the skill.', 'assigned_agents:\n  - qa'),
  seen('skills', list(reference('skill'), 'list'), 'Skills that this one is made of.', 'skills:\n  - debugging'),
  seen('executable', path, 'The script that does the work.', 'executable: .claude/tools/analyzer.mjs'),
  seen('test_suite', path, 'The tests of the skill.', 'test_suite: .claude/tools/analyzer.test.mjs'),
  seen('output_schema', path, 'The schema of the results.', 'output_schema: .claude/schemas/analysis.schema.json'),
  seen('extended_thinking', flag, 'Asks for extended thinking; Claude Code ignores it.', 'extended_thinking: true'),
  seen('author', text, 'Who wrote the skill.', 'author: Ada'),
  seen('clarification_limit', integer(), 'How many questions the skill may ask.', 'clarification_limit: 5'),
  seen('default_mode', text, 'The mode that the skill starts in.', 'default_mode: infer'),
];

export const skill: Kind = {
  id: 'agent-studio-skill',
  title: 'agent-studio skill',
  role: 'skill',
  paths: ['**/.claude/skills/*/SKILL.md'],
  notPaths: [],
  identity: 'folder',
  loader: 'claude-skill',
  unknownKeys: 'allowed',
  keySuggestions: {},
  fields: [...schemaFields, ...seenFields],
  notes: [
    'validate-config.mjs rejects a skill without name or description, or whose name differs from its folder.',
    'Of the 291 skills of the framework 109 have front matter that is not strict YAML.',
    'The skills below `scientific-skills/skills/` lie too deep for Claude Code to find.',
  ],
};
