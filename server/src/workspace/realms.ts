// A realm is where a definition lies: a project folder, a plugin or the user's home. Names meet by their realms.
import { isBelow, parent } from './uris';

/** `project:<folder>`, `plugin:<root>` or `user`. */
export type Realm = `project:${string}` | `plugin:${string}` | 'user';

export interface RealmPlaces {
  readonly home: string | undefined;
  /** Roots of plugins. */
  readonly plugins: Iterable<string>;
  root(uri: string): string | undefined;
}

/** The realm of a file: the folder above `.claude` or `.agents`, a plugin's root, or the folder above `agents` or `skills`. */
export function realmOf(uri: string, places: RealmPlaces): Realm {
  const root = places.root(uri);
  const dot = /\/\.(claude|agents)\//.exec(uri.slice(root?.length ?? 0));
  if (dot) {
    const folder = uri.slice(0, (root?.length ?? 0) + dot.index);
    return folder === places.home ? 'user' : `project:${folder}`;
  }
  let plugin: string | undefined;
  for (const candidate of places.plugins) {
    if (isBelow(uri, candidate) && (plugin === undefined || candidate.length > plugin.length)) plugin = candidate;
  }
  if (plugin !== undefined) return `plugin:${plugin}`;
  const named = /\/(agents|skills|commands)\//.exec(uri.slice(root?.length ?? 0));
  if (named) return `project:${uri.slice(0, (root?.length ?? 0) + named.index)}`;
  return `project:${root ?? parent(uri)}`;
}

/** The folder of a realm; undefined for the user's home. */
export const realmFolder = (realm: string): string | undefined =>
  realm === 'user' ? undefined : realm.slice(realm.indexOf(':') + 1);

/** Whether what lies in `other` can be named by its bare name from `realm`: the user's, the plugin's own, and those of
 * the project and the folders around it. */
export function sees(realm: string, other: string): boolean {
  if (other === 'user' || other === realm) return true;
  const from = realmFolder(realm);
  const to = realmFolder(other);
  return other.startsWith('project:') && from !== undefined && to !== undefined && isBelow(from, to);
}

/** Agents: the project before the user; skills: the user before the project (Claude Code 2.1.330). Lower is first. */
export function precedence(defines: 'agent' | 'skill', realm: string): number {
  if (realm.startsWith('plugin:')) return 2;
  return (realm === 'user') === (defines === 'skill') ? 0 : 1;
}
