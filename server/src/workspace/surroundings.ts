// What the kind of a file depends on outside its own text: plugins, skill folders and what its neighbours look like.
import { entry, scalars, type Data } from '../syntax/data';
import type { Look, Surroundings } from './classify';
import { Looks } from './looks';
import type { PathList } from './paths';
import { baseName, isBelow, join, parent, pathBelow } from './uris';

/** A plugin: its root, its name and the components that its manifest lists. */
export interface Plugin {
  readonly root: string;
  readonly name: string;
  readonly agents: readonly string[] | undefined;
  readonly commands: readonly string[] | undefined;
  /** Folders of skills, or of one skill, besides `skills/`. */
  readonly skills: readonly string[];
  /** All paths of components that the manifest lists. */
  readonly listed: readonly string[];
}

/** The keys of a manifest under which paths of components stand. */
const componentKeys = ['agents', 'commands', 'skills', 'hooks', 'outputStyles', 'mcpServers', 'lspServers'];

/** Whether a `source` in a marketplace is a name alone, which counts from its `pluginRoot`. */
export const isBareSource = (source: string): boolean => /^[^./\\:~][^/\\:]*$/.test(source);

/** Kept by the workspace as files come and go. */
export class KnownSurroundings implements Surroundings {
  readonly #plugins = new Map<string, Plugin>();
  /** Roots that a marketplace names, with the name it gives. */
  readonly #sources = new Map<string, Map<string, string>>();
  readonly looks = new Looks();
  readonly #paths: PathList;

  constructor(paths: PathList) {
    this.#paths = paths;
  }

  pluginRole(uri: string): 'agent' | 'command' | 'output-style' | undefined {
    const plugin = this.plugin(uri);
    if (!plugin || !uri.endsWith('.md')) return undefined;
    // What lies inside `.claude-plugin` by mistake is yet meant as what its folder says.
    const listed = (paths: readonly string[] | undefined, folder: string): boolean =>
      (paths ?? [join(plugin.root, folder), join(plugin.root, `.claude-plugin/${folder}`)]).some(path =>
        isBelow(uri, path),
      );
    if (listed(plugin.agents, 'agents')) return 'agent';
    if (listed(plugin.commands, 'commands')) return 'command';
    return listed(undefined, 'output-styles') ? 'output-style' : undefined;
  }

  hasSkill(folder: string): boolean {
    return this.#paths.has(`${folder}/SKILL.md`);
  }

  mostLook(folder: string): Look | undefined {
    return this.looks.most(folder);
  }

  /** The innermost plugin that holds a file. */
  plugin(uri: string): Plugin | undefined {
    for (let folder = parent(uri); folder !== ''; folder = parent(folder)) {
      const known = this.#plugins.get(folder);
      if (known) return known;
      for (const roots of this.#sources.values()) {
        const name = roots.get(folder);
        if (name !== undefined)
          return { root: folder, name, agents: undefined, commands: undefined, skills: [], listed: [] };
      }
    }
    return undefined;
  }

  get pluginRoots(): Iterable<string> {
    return [...this.#plugins.keys(), ...[...this.#sources.values()].flatMap(roots => [...roots.keys()])];
  }

  /** Takes a `plugin.json`, or its absence. Answers the folder below which kinds may have changed. */
  setPlugin(uri: string, data: Data | undefined): string {
    const root = parent(parent(uri));
    if (data === undefined) this.#plugins.delete(root);
    else {
      const name = entry(data, 'name')?.value;
      const paths = (key: string): string[] | undefined => {
        const listed = entry(data, key)?.value;
        return listed === undefined ? undefined : scalars(listed).map(scalar => join(root, scalar.text));
      };
      this.#plugins.set(root, {
        root,
        name: name?.is === 'scalar' ? name.text : baseName(root),
        agents: paths('agents'),
        commands: paths('commands'),
        skills: paths('skills') ?? [],
        listed: componentKeys.flatMap(key => paths(key) ?? []),
      });
    }
    return root;
  }

  /** Takes a `marketplace.json`, or its absence. Answers the folder below which kinds may have changed. */
  setMarketplace(uri: string, data: Data | undefined): string {
    const root = parent(parent(uri));
    const roots = new Map<string, string>();
    const plugins = entry(data, 'plugins')?.value;
    const base = entry(entry(data, 'metadata')?.value, 'pluginRoot')?.value;
    for (const { value } of plugins?.is === 'list' ? plugins.items : []) {
      const source = entry(value, 'source')?.value;
      const name = entry(value, 'name')?.value;
      if (source?.is !== 'scalar') continue;
      const bare = isBareSource(source.text) && base?.is === 'scalar' ? `${base.text}/${source.text}` : undefined;
      if (bare === undefined && !source.text.startsWith('.')) continue;
      const folder = join(root, bare ?? source.text);
      if (folder !== root) roots.set(folder, name?.is === 'scalar' ? name.text : baseName(folder));
    }
    if (data === undefined) this.#sources.delete(uri);
    else this.#sources.set(uri, roots);
    return root;
  }

  /** The outermost folder of a name that a file lies below, as a URI. */
  folderNamed(name: string, uri: string, root: string | undefined): string | undefined {
    const above = root ?? '';
    const parts = root === undefined ? uri.split('/') : pathBelow(uri, root).split('/');
    const at = parts.indexOf(name);
    if (at < 0) return undefined;
    return root === undefined ? parts.slice(0, at + 1).join('/') : join(above, parts.slice(0, at + 1).join('/'));
  }
}
