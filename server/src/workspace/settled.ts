// What a few files settle for all that lies below a folder: configuration and MCP servers.
import type { Document } from '../syntax/document';
import { emptyConfig, readConfig, withLevels, type Config, type Level } from './config';
import { matches } from './globs';
import { readServers } from './mcp';
import { isBelow, parent, pathBelow } from './uris';

export class Settled {
  readonly #configs = new Map<string, Config>();
  readonly #servers = new Map<string, ReadonlySet<string>>();
  /** Texts of the few files that others depend on as a whole. */
  readonly #texts = new Map<string, string>();
  #ownLevels: Readonly<Record<string, Level>> = {};

  /** A person's own levels, laid over those of the repositories. */
  setOwnLevels(levels: Readonly<Record<string, Level>>): void {
    this.#ownLevels = levels;
  }

  /** Takes the text of a file that others depend on, or its absence; false where it is read again but unchanged: nothing
   * below is stale then, or two such files would make each other stale for ever. */
  setText(uri: string, text: string | undefined): boolean {
    if (text !== undefined && this.#texts.get(uri) === text) return false;
    if (text === undefined) this.#texts.delete(uri);
    else this.#texts.set(uri, text);
    return true;
  }

  setConfig(uri: string, document: Document | undefined): void {
    if (document) this.#configs.set(parent(uri), readConfig(document.data));
    else this.#configs.delete(parent(uri));
  }

  config(uri: string): Config {
    return withLevels(this.#nearest(uri)?.config ?? emptyConfig, this.#ownLevels);
  }

  /** Whether the configuration leaves a file out. */
  isIgnored(uri: string): boolean {
    const nearest = this.#nearest(uri);
    return nearest?.config.ignore.some(glob => matches(glob, pathBelow(uri, nearest.folder))) ?? false;
  }

  #nearest(uri: string): { folder: string; config: Config } | undefined {
    for (let folder = parent(uri); this.#configs.size > 0 && folder !== ''; folder = parent(folder)) {
      const config = this.#configs.get(folder);
      if (config) return { folder, config };
    }
    return undefined;
  }

  /** Takes the servers that a file configures; true where they are others than before. */
  setServers(uri: string, document: Document | undefined, role: 'mcp' | 'settings' | 'plugin'): boolean {
    const before = this.#servers.get(uri) ?? none;
    const servers = (document && readServers(document.data, role)) ?? none;
    if (servers.size === 0) this.#servers.delete(uri);
    else this.#servers.set(uri, servers);
    return before.size !== servers.size || [...before].some(name => !servers.has(name));
  }

  /** MCP servers that are configured for a file's project; undefined where nothing configures any. */
  servers(uri: string): ReadonlySet<string> | undefined {
    let found: Set<string> | undefined;
    for (const [at, servers] of this.#servers) {
      const folder = parent(at).replace(/\/\.claude(-plugin)?$/, '');
      if (isBelow(uri, folder)) found = new Set([...(found ?? []), ...servers]);
    }
    return found;
  }
}

const none: ReadonlySet<string> = new Set<string>();
