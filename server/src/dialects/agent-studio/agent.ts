// agent-studio agents: what the framework adds to the agents of Claude Code.
import { choice, convention, flag, list, openMap, path, reference, text, textOf } from '../shorthand';
import type { Field, Kind } from '../dialect';
import { CREATOR, DOCUMENT, IDENTITY, LLMR, REPOSITORY, SCHEMA, TEMPLATE, TOOL_CHECK, VALIDATOR } from './sources';

const basics: readonly Field[] = [
  convention({
    key: 'name',
    type: { is: 'name', of: 'agent', pattern: '^[a-z][a-z0-9-]*$' },
    wanted: { is: 'name', of: 'agent', maxLength: 100 },
    required: 'expected',
    invalid: 'validate-agents.mjs rejects an agent without a name; the schema wants lower case, digits and hyphens.',
    empty: 'invalid',
    doc: 'The name of the agent. The routing table and the keywords of the router use it, and the file should be called the same.',
    notes: ['The limit of 100 characters is in the schema of the successor only.'],
    example: 'name: ai-ml-specialist',
    sources: [SCHEMA, CREATOR, VALIDATOR],
  }),
  convention({
    key: 'version',
    type: textOf({ pattern: '^\\d+\\.\\d+\\.\\d+$' }),
    default: 'none',
    status: 'convention',
    doc: 'The version of the definition. It is not in the schema, and no program reads it.',
    notes: [
      'Of the 49 agents of the framework 43 say 1.0.0 and 4 say 1.1.0.',
      'Claude Code names it as unknown in the debug log.',
    ],
    example: 'version: 1.0.0',
    sources: [REPOSITORY],
  }),
  convention({
    key: 'description',
    type: textOf({ minLength: 20, maxLength: 500, oneLine: true }),
    required: 'expected',
    invalid: 'validate-agents.mjs rejects a description that spans lines; the schema wants 20 to 500 characters.',
    empty: 'invalid',
    doc: 'What the agent does and when to use it, on one line, ending in "Use for …".',
    notes: [
      'validate-agents.mjs rejects several lines, although YAML allows them and the agents of the successor use `>-`.',
      'Claude Code does not load an agent without it.',
      'The agents of the framework have 101 to 385 characters.',
    ],
    example: 'description: AI/ML specialist for training and serving models. Use for PyTorch projects.',
    sources: [SCHEMA, VALIDATOR, CREATOR],
  }),
  convention({
    key: 'model',
    type: reference('model'),
    wanted: choice({
      sonnet: 'What 27 of the 49 agents use.',
      opus: 'What 21 of the 49 agents use.',
      haiku: 'Fast and cheap.',
      inherit: 'The model of the caller.',
      'claude-sonnet-4-5': 'Named by the schema, used by no agent.',
      'claude-opus-4-5-20251101': 'Named by the schema, used by no agent.',
      'claude-haiku-4-5': 'What one agent uses.',
    }),
    required: 'expected',
    default: 'sonnet',
    invalid: 'validate-agents.mjs warns about a model that the schema does not name.',
    doc: 'The model for this agent. The rules of the framework ask for the bare alias without a date.',
    notes: [
      'agent-creator forbids dated ids, while the template of the framework has one that the schema does not know.',
      'Claude Code accepts much more: fable, best, opusplan and full ids.',
    ],
    example: 'model: opus',
    sources: [SCHEMA, CREATOR, TEMPLATE, VALIDATOR],
  }),
];

const advice: readonly Field[] = [
  convention({
    key: 'temperature',
    type: { is: 'number', integer: false, minimum: 0, maximum: 1 },
    default: '0.4 from agent-creator, 0.2 in the template of the successor',
    doc: 'The sampling temperature that is meant: 0.3 for engineers, 0.4 for reviewers, 0.5 to 0.6 for creative work. It is advice only, as Claude Code has no such key.',
    notes: ['Of the 49 agents 24 say 0.3, 20 say 0.4, three 0.5, one 0.0 and one 0.6.'],
    example: 'temperature: 0.3',
    sources: [SCHEMA, CREATOR],
  }),
  convention({
    key: 'context_strategy',
    type: choice({
      minimal: 'About 5,000 tokens: the text of the task only.',
      lazy_load: 'About 20,000 to 50,000 tokens: files are loaded when they are needed.',
      full: 'About 80,000 to 150,000 tokens: all that matters is loaded at the start.',
    }),
    required: 'expected',
    default: 'lazy_load',
    doc: 'How much context the agent should pull in. It documents an intention; no program reads it.',
    notes: ['Of the 49 agents 41 say lazy_load, 5 full and 3 minimal.', 'agent-creator demands it.'],
    example: 'context_strategy: lazy_load',
    sources: [SCHEMA, CREATOR, DOCUMENT],
  }),
  convention({
    key: 'priority',
    type: choice({
      lowest: 'Comes after all others; agent-creator does not list it.',
      low: 'Comes after most.',
      medium: 'The default; 10 of the 49 agents have it.',
      high: 'Comes before most; 33 of the 49 agents have it.',
      highest: 'Comes before all others; 2 of the 49 agents have it.',
    }),
    default: 'medium',
    invalid: 'The schema does not allow it.',
    doc: 'The weight of the agent where the router has several to choose from.',
    notes: ['One agent of the framework says `critical`, which the schema does not allow.'],
    example: 'priority: high',
    sources: [SCHEMA, CREATOR],
  }),
  convention({
    key: 'extended_thinking',
    type: flag,
    default: 'none',
    status: 'discouraged',
    doc: 'Asks for extended thinking. agent-creator calls it non-standard, and Claude Code ignores it.',
    notes: ['Of the 49 agents 12 say false and 9 say true.'],
    example: 'extended_thinking: false',
    sources: [SCHEMA, CREATOR],
  }),
];

const equipment: readonly Field[] = [
  convention({
    key: 'tools',
    type: list(reference('tool'), 'list', 'comma'),
    wanted: list(reference('tool'), 'list'),
    required: 'expected',
    invalid: 'validate-agents.mjs demands a YAML list; the schema also allows text with commas.',
    empty: 'none',
    doc: 'The tools that the agent may use. Of all keys that the framework adds rules to, this is the one that Claude Code enforces.',
    notes: [
      'agent-creator wants at least Read, TaskUpdate, TaskList, TaskCreate, TaskGet and Skill.',
      'The schema also names Write, Edit, Glob, Grep, Bash, WebSearch, WebFetch, Task, AskUserQuestion and NotebookEdit.',
      'MCP tools should be listed only where they are allowed by name.',
      'Search, SequentialThinking, MCP Tools and Git, which some agents list, are no tools.',
      'The successor wants 3 to 30 tools and reads Search as Grep, Git as Bash, SequentialThinking as Skill; its orchestrators must have Task.',
    ],
    example: 'tools:\n  - Read\n  - Grep\n  - TaskUpdate\n  - TaskList\n  - TaskCreate\n  - TaskGet\n  - Skill',
    sources: [SCHEMA, CREATOR, VALIDATOR, TOOL_CHECK, LLMR],
  }),
  convention({
    key: 'skills',
    type: list(reference('skill'), 'list'),
    required: 'expected',
    default: 'none',
    invalid: 'validate-agents.mjs rejects a skill that has no `.claude/skills/<name>/SKILL.md`.',
    doc: 'The skills of the agent. The framework takes them as an intention that the body must carry out with `Skill()`; Claude Code loads each one that it finds from the start.',
    notes: [
      'Nearly all agents list task-management-protocol or verification-before-completion.',
      'List and body drift apart: of those in the framework 223 listed skills are never called, and 30 that are called are not listed.',
    ],
    example: 'skills:\n  - task-management-protocol\n  - tdd',
    sources: [SCHEMA, CREATOR, VALIDATOR, DOCUMENT],
  }),
  convention({
    key: 'context_files',
    type: list(path, 'list'),
    required: 'expected',
    default: '.claude/context/memory/learnings.md',
    doc: 'Files that the agent should have in its context from the start. No program loads them; the section Memory Protocol tells the agent to read them.',
    notes: [
      'Paths begin at the root of the repository.',
      'agent-creator demands at least learnings.md, which 33 of the 34 agents with this key name.',
      'The successor writes `@` before the path, or null.',
    ],
    example: 'context_files:\n  - .claude/context/memory/learnings.md',
    sources: [SCHEMA, CREATOR, DOCUMENT, LLMR],
  }),
  convention({
    key: 'triggers',
    type: list(text, 'list'),
    status: 'convention',
    doc: 'Situations that call for this agent. One agent of the framework has it.',
    example: 'triggers:\n  - a new framework is named',
    sources: [REPOSITORY],
  }),
];

/** A part of the persona; all follow one schema. */
const trait = (written: Pick<Field, 'key' | 'type' | 'doc' | 'example'> & Partial<Field>): Field =>
  convention({ sources: [IDENTITY], ...written });

const personality: readonly Field[] = [
  trait({
    key: 'traits',
    type: list(
      choice({
        thorough: 'Leaves nothing out.',
        pragmatic: 'Prefers what works.',
        skeptical: 'Doubts claims until they are shown.',
        'detail-oriented': 'Looks at small things.',
        methodical: 'Goes step by step.',
        creative: 'Looks for new ways.',
        analytical: 'Takes problems apart.',
        collaborative: 'Works with others.',
        direct: 'Says it plainly.',
        diplomatic: 'Says it with care.',
        'quality-focused': 'Puts quality first.',
        'security-conscious': 'Puts security first.',
        'performance-focused': 'Puts performance first.',
      }),
      'list',
    ),
    doc: 'What the agent is like: one to five traits, each named once.',
    example: 'traits: [thorough, pragmatic]',
  }),
  trait({
    key: 'communication_style',
    type: choice({
      direct: 'Says it plainly.',
      diplomatic: 'Says it with care.',
      technical: 'Speaks to specialists.',
      conversational: 'Speaks as in a talk.',
      formal: 'Speaks as in a letter.',
    }),
    doc: 'How the agent speaks.',
    example: 'communication_style: direct',
  }),
  trait({
    key: 'risk_tolerance',
    type: choice({
      low: 'Takes the safe way.',
      medium: 'Weighs risk and gain.',
      high: 'Tries things out.',
    }),
    doc: 'How much risk the agent takes.',
    example: 'risk_tolerance: low',
  }),
  trait({
    key: 'decision_making',
    type: choice({
      'data-driven': 'Decides by what was measured.',
      intuitive: 'Decides by experience.',
      collaborative: 'Decides with others.',
      systematic: 'Decides by a fixed procedure.',
    }),
    doc: 'How the agent decides.',
    example: 'decision_making: data-driven',
  }),
];

const identity = trait({
  key: 'identity',
  type: openMap([
    trait({
      key: 'role',
      type: textOf({ minLength: 5, maxLength: 100 }),
      required: 'expected',
      doc: 'The title of the agent, in 5 to 100 characters.',
      example: 'role: Senior Reverse Engineer',
    }),
    trait({
      key: 'goal',
      type: textOf({ minLength: 10, maxLength: 300 }),
      required: 'expected',
      doc: 'The main goal as a command, in 10 to 300 characters.',
      example: 'goal: Find out how a binary works',
    }),
    trait({
      key: 'backstory',
      type: textOf({ minLength: 20, maxLength: 1000 }),
      required: 'expected',
      doc: 'The history of the persona, told to it as "you", in 20 to 1,000 characters.',
      example: 'backstory: You have taken programs apart for twenty years.',
    }),
    trait({
      key: 'personality',
      type: openMap(personality),
      doc: 'What the persona is like: traits, style, risk and decisions.',
      example: 'personality:\n  traits: [thorough]\n  risk_tolerance: low',
    }),
    trait({
      key: 'motto',
      type: textOf({ maxLength: 100 }),
      doc: 'A motto, in at most 100 characters.',
      example: 'motto: Trust nothing, read everything',
    }),
  ]),
  doc: 'The persona in a structured form. Four agents of the framework have it.',
  example:
    'identity:\n  role: Senior Reverse Engineer\n  goal: Find out how a binary works\n  backstory: You have taken programs apart for twenty years.',
});

const expected = (heading: string) => ({ heading, status: 'expected' as const });
const usual = (heading: string) => ({ heading, status: 'usual' as const });

export const agent: Kind = {
  id: 'agent-studio-agent',
  title: 'agent-studio agent',
  role: 'agent',
  paths: ['**/.claude/agents/**/*.md'],
  notPaths: ['**/README.md'],
  identity: 'field',
  loader: 'claude-agent',
  unknownKeys: 'allowed',
  keySuggestions: {},
  fields: [...basics, ...advice, ...equipment, identity],
  notes: [
    'Agents lie in the folders core, domain, specialized and orchestrators.',
    'The name should equal the file name.',
    'The schema allows further keys; that of the successor does not.',
    'The body should have at least 50 characters for the validator and 100 for the schema.',
  ],
  sections: [
    expected('Core Persona'),
    usual('Responsibilities'),
    usual('Capabilities'),
    expected('Workflow'),
    expected('Skill Invocation Protocol (MANDATORY)'),
    expected('Memory Protocol (MANDATORY)'),
    usual('Task Progress Protocol (MANDATORY)'),
    usual('Verification Protocol'),
    usual('Collaboration Protocol'),
    usual('Common Tasks'),
    usual('Behavioral Traits'),
    usual('Response Approach'),
    usual('Example Interactions'),
    usual('Purpose'),
    usual('Best Practices'),
    usual('Output Locations'),
  ],
};
