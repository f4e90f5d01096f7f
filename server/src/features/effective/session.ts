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
}

const files = ['.claude/settings.json', '.claude/settings.local.json'];

/** Those of the project that a file lies in, the shared and the personal ones together. */
export function settingsFor(workspace: Workspace, read: Read, uri: string): SessionSettings {
  const realm = workspace.file(uri)?.realm;
  const folder = realm === undefined ? undefined : realmFolder(realm);
  const data = folder === undefined ? [] : files.map(file => read(`${folder}/${file}`)?.data);
  return {
    denied: data.flatMap(each => scalars(at(each, 'permissions', 'deny')).map(({ text }) => text)),
    tasks: data.some(each => isOn(at(each, 'env', 'CLAUDE_CODE_ENABLE_TODO_TOOLS'))),
  };
}

const at = (data: Data | undefined, ...keys: readonly string[]): Data | undefined =>
  keys.reduce<Data | undefined>((inner, key) => entry(inner, key)?.value, data);

const isOn = (data: Data | undefined): boolean => data?.is === 'scalar' && ['1', 'true'].includes(data.text);
