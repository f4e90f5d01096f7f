// What Visual Studio Code 1.139 itself completes in agents and skills: offered twice, a list would show everything double.
import type { Role } from '../workspace/classify';

interface Native {
  /** The top-level keys that it offers. */
  readonly keys: ReadonlySet<string>;
  /** What it offers as the value of a top-level key, on the line of the key. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** What it offers between the brackets of a top-level key. Behind a dash it offers nothing. */
  readonly items: ReadonlyMap<string, ReadonlySet<string>>;
}

const tools: readonly string[] = [
  'AskUserQuestion', 'Bash', 'Edit', 'Glob', 'Grep', 'LSP', 'MCPSearch', 'NotebookEdit', 'Read', 'Skill', 'Task',
  'WebFetch', 'WebSearch', 'Write',
]; // prettier-ignore

const sets = (lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([key, list]) => [key, new Set(list)]));

const flags: readonly string[] = ['true', 'false'];

const agents: Native = {
  keys: new Set([
    'name', 'description', 'tools', 'disallowedTools', 'model', 'permissionMode', 'skills', 'mcpServers', 'hooks',
    'memory',
  ]), // prettier-ignore
  values: sets({
    model: ['haiku', 'inherit', 'opus', 'sonnet'],
    permissionMode: ['default', 'acceptEdits', 'plan', 'delegate', 'dontAsk', 'bypassPermissions'],
    memory: ['user', 'project', 'local'],
    tools,
    disallowedTools: tools,
  }),
  items: sets({ tools, disallowedTools: tools }),
};

const skills: Native = {
  keys: new Set([
    'name', 'description', 'argument-hint', 'compatibility', 'context', 'disable-model-invocation', 'license',
    'metadata', 'user-invocable',
  ]), // prettier-ignore
  values: sets({ 'disable-model-invocation': flags, 'user-invocable': flags, context: ['fork'] }),
  items: sets({}),
};

/** What it offers in a file of this role. */
export const nativeOf = (role: Role | undefined): Native => (role === 'skill' ? skills : agents);
