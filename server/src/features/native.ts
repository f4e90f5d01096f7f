// What Visual Studio Code 1.139 itself completes in agents: offered twice, a list would show everything double.

const keys: readonly string[] = [
  'name', 'description', 'tools', 'disallowedTools', 'model', 'permissionMode', 'skills', 'mcpServers', 'hooks',
  'memory',
]; // prettier-ignore

const tools: readonly string[] = [
  'AskUserQuestion', 'Bash', 'Edit', 'Glob', 'Grep', 'LSP', 'MCPSearch', 'NotebookEdit', 'Read', 'Skill', 'Task',
  'WebFetch', 'WebSearch', 'Write',
]; // prettier-ignore

/** On the line of the key. */
const values: Readonly<Record<string, readonly string[]>> = {
  model: ['haiku', 'inherit', 'opus', 'sonnet'],
  permissionMode: ['default', 'acceptEdits', 'plan', 'delegate', 'dontAsk', 'bypassPermissions'],
  memory: ['user', 'project', 'local'],
};

/** Between `[` and `]`. Behind a dash it offers nothing. */
const items: Readonly<Record<string, readonly string[]>> = { tools, disallowedTools: tools };

const sets = (lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([key, list]) => [key, new Set(list)]));

const none: ReadonlySet<string> = new Set<string>();

/** The top-level keys that it offers. */
export const nativeKeys: ReadonlySet<string> = new Set(keys);

const valuesByKey = sets(values);
const itemsByKey = sets(items);

/** What it offers as the value of a top-level key. */
export const nativeValues = (key: string): ReadonlySet<string> => valuesByKey.get(key) ?? none;

/** What it offers between the brackets of a top-level key. */
export const nativeItems = (key: string): ReadonlySet<string> => itemsByKey.get(key) ?? none;
