// Agents written to learn one fact each about what the program makes of a field or a setting.
import { fields } from './fields.mjs';

/** The skills and the MCP server that every probe can name. */
export const skills = {
  known: skill('known'),
  manual: skill('manual', 'disable-model-invocation: true'),
  hidden: skill('hidden', 'user-invocable: false'),
  'other-folder': skill('other-name'),
  'deep/nested': skill('nested'),
};
export const mcpServers = { x: ['one', 'two'], y: ['three'] };

function skill(name, ...lines) {
  const head = ['---', `name: ${name}`, `description: The skill ${name}.`, ...lines, '---'];
  return [...head, '', `The whole text of the skill that is called ${name}, which is long enough.`, ''].join('\n');
}

/** What settings deny → agents that are asked about beside it: name → fields. */
const denials = {
  Bash: {
    'deny-bash': '',
    'deny-bash-listed': 'tools: [Bash, Grep, Glob, Read]',
    'deny-bash-alone': 'tools: [Bash]',
    'deny-bash-grep': 'tools: [Bash, Grep]',
    'deny-bash-monitor': 'tools: [Monitor, Read]',
  },
  'Bash(rm *)': { 'deny-bash-rm': '' },
  'Bash(*)': { 'deny-bash-star': '' },
  bash: { 'deny-bash-lower-case': '' },
  Monitor: { 'deny-monitor': '' },
  WebFetch: { 'deny-web': '', 'deny-web-alone': 'tools: [WebFetch]' },
  'WebFetch(domain:example.com)': { 'deny-web-domain': '' },
  mcp__x: { 'deny-mcp-server': '', 'deny-mcp-server-listed': 'tools: [mcp__x__one, mcp__y, Read]' },
  mcp__x__one: { 'deny-mcp-tool': '' },
  'mcp__x__*': { 'deny-mcp-server-star': '' },
  'mcp__*': { 'deny-mcp': '' },
  Skill: { 'deny-skill-tool': 'skills: [known]' },
  'Skill(known)': { 'deny-skill': '', 'deny-skill-listed': 'tools: [Read]\nskills: [known]' },
  Read: { 'deny-read': '' },
  'Read(.env)': { 'deny-read-path': '' },
  Edit: { 'deny-edit': '' },
  'Edit(/**)': { 'deny-edit-path': '' },
  Write: { 'deny-write': '', 'deny-write-memory': 'memory: project\ntools: [Grep]' },
  TaskCreate: { 'deny-task-create': '', 'deny-task-create-listed': 'tools: [TaskCreate, TaskList]' },
  Agent: { 'deny-agent': '' },
  Task: { 'deny-task': '' },
  'Agent(deny-this-agent)': { 'deny-this-agent': '' },
  'Task(deny-this-task)': { 'deny-this-task': '' },
  'Agent(somebody)': { 'deny-other-agent': '' },
  '*': { 'deny-star': '' },
};

/** Variables in the settings' `env`. */
const variables = {
  'CLAUDE_CODE_ENABLE_TODO_TOOLS=1': {
    'todo-env': '',
    'todo-env-listed': 'tools: [TaskCreate, TodoWrite, Read]',
    'todo-env-background': 'background: true',
  },
  'CLAUDE_CODE_ENABLE_TASKS=0': { 'tasks-env': '', 'tasks-env-listed': 'tools: [TaskCreate, TodoWrite, Read]' },
  'CLAUDE_CODE_SUBAGENT_MODEL=claude-haiku-4-5': {
    'model-env': 'tools: [Read]',
    'model-env-opus': 'tools: [Read]\nmodel: opus',
    'model-env-nonsense': 'tools: [Read]\nmodel: nonsense-model',
    'model-env-inherit': 'tools: [Read]\nmodel: inherit',
  },
  'CLAUDE_CODE_DISABLE_BACKGROUND_TASKS=1': { 'background-env': '', 'background-env-true': 'background: true' },
  'ENABLE_TOOL_SEARCH=true': {
    'tool-search-env': '',
    'tool-search-env-read': 'tools: [Read]',
    'tool-search-env-listed': 'tools: [Read, WebFetch, mcp__x__one]',
    'tool-search-env-named': 'tools: [ToolSearch, WebFetch, mcp__x__one]',
    'tool-search-env-not': 'disallowedTools: ToolSearch',
  },
};

/** Other settings, and arguments of the session. */
const others = [
  [{ settings: { permissions: { ask: ['Bash'] } } }, { 'ask-bash': '' }],
  [{ settings: { permissions: { allow: ['Read'] } } }, { 'allow-read': '' }],
  [{ settings: { permissions: { allow: ['TaskCreate'] } } }, { 'allow-task-create': '' }],
  [
    { settings: { permissions: { defaultMode: 'plan' } } },
    { 'in-plan': '', 'in-plan-exit': 'tools: [Read, ExitPlanMode]', 'in-plan-default': 'permissionMode: default' },
  ],
  [
    { settings: { permissions: { defaultMode: 'acceptEdits' } } },
    { 'in-accept-edits': '', 'in-accept-edits-plan': 'permissionMode: plan\ntools: [Read, ExitPlanMode]' },
  ],
  [{ args: ['--allowedTools', 'TaskCreate'] }, { 'args-allow-task-create': '' }],
  [{ args: ['--allowedTools', 'Read'] }, { 'args-allow-read': '' }],
  [
    { args: ['--disallowedTools', 'Bash'] },
    { 'args-disallow-bash': '', 'args-disallow-bash-listed': 'tools: [Bash, Grep, Glob]' },
  ],
  [
    { args: ['--tools', 'Agent,Read,Bash,TaskCreate'] },
    { 'args-tools': '', 'args-tools-listed': 'tools: [Read, Write, TaskCreate]' },
  ],
];

const configured = [
  ...Object.entries(denials).map(([rule, agents]) => [{ settings: { permissions: { deny: [rule] } } }, agents]),
  ...Object.entries(variables).map(([variable, agents]) => {
    const [name, value] = variable.split('=');
    return [{ settings: { env: { [name]: value } } }, agents];
  }),
  ...others,
];

/** These are asked in sessions with other models, too: they show what depends on the model. */
export const otherModels = [
  ...['opus-4-7', 'opus-4-8', 'opus-5', 'sonnet-4-5', 'sonnet-5', 'sonnet-5-5', 'haiku-4-5', 'haiku-5-5'],
  ...['fable-5', 'fable-5-2'],
].map(name => `claude-${name}`);
export const dependsOnModel = ['nothing', 'task-tools', 'model-opus', 'model-sonnet', 'model-haiku', 'model-fable'];

export const probes = [[{}, fields], ...configured].flatMap(([session, agents]) =>
  Object.entries(agents).map(([name, own]) => {
    const frontMatter = [`name: ${name}`, 'description: A probe.', own].filter(Boolean).join('\n');
    return { name, frontMatter, ...session };
  }),
);
