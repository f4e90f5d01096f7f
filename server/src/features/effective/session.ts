// What is taken for granted of the session that starts an agent, and what the project's settings add to it.
import { entry, scalars, type Data } from '../../syntax/data';
import { realmFolder } from '../../workspace/realms';
import type { Workspace } from '../../workspace/workspace';
import type { Read } from '../read';

/** What no file of the project says. */
export interface Assumed {
  /** The model of the session that starts the agent. */
  readonly sessionModel: string;
}

export const assumed: Assumed = { sessionModel: 'claude-opus-5-5' };

/** What the settings of the project forbid and set. */
export interface SessionSettings {
  /** Rules under `permissions.deny`. */
  readonly denied: readonly string[];
  /** Whether the task tools are asked for whatever the model. */
  readonly tasks: boolean;
  /** Whether the old `TodoWrite` takes their place. */
  readonly todos: boolean;
  /** Whether no agent runs in the background. */
  readonly foreground: boolean;
  /** The model of agents that name none. */
  readonly subagentModel: string | undefined;
  /** Whether `disableAllHooks` switches them off. */
  readonly noHooks: boolean;
}

const files = ['.claude/settings.json', '.claude/settings.local.json'];

/** Those of the project that a file lies in, the shared and the personal ones together. */
export function settingsFor(workspace: Workspace, read: Read, uri: string): SessionSettings {
  const realm = workspace.file(uri)?.realm;
  const folder = realm === undefined ? undefined : realmFolder(realm);
  const data = folder === undefined ? [] : files.map(file => read(`${folder}/${file}`)?.data);
  // The personal settings go before the shared ones.
  const env = (name: string): string | undefined => {
    const values = data.map(each => at(each, 'env', name)).reverse();
    return values.find(value => value?.is === 'scalar')?.text;
  };
  return {
    denied: data.flatMap(each => scalars(at(each, 'permissions', 'deny')).map(({ text }) => text)),
    tasks: env('CLAUDE_CODE_ENABLE_TODO_TOOLS') === '1',
    todos: env('CLAUDE_CODE_ENABLE_TASKS') === '0',
    foreground: env('CLAUDE_CODE_DISABLE_BACKGROUND_TASKS') === '1',
    subagentModel: env('CLAUDE_CODE_SUBAGENT_MODEL'),
    noHooks: last(data.map(each => at(each, 'disableAllHooks'))) === true,
  };
}

/** What the last of them says that speaks of it. */
const last = (values: readonly (Data | undefined)[]): unknown => {
  const value = values.filter(each => each !== undefined).at(-1);
  return value?.is === 'scalar' ? value.value : undefined;
};

const at = (data: Data | undefined, ...keys: readonly string[]): Data | undefined =>
  keys.reduce<Data | undefined>((inner, key) => entry(inner, key)?.value, data);
