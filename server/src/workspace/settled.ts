// What a few files settle for all that lies below a folder: configuration and MCP servers.
import type { Document } from '../syntax/document';
import { Configurations } from './configurations';
import { readServers } from './mcp';
import { isBelow, parent } from './uris';

export class Settled {
  readonly configurations = new Configurations();
  readonly #servers = new Map<string, ReadonlySet<string>>();
  /** Texts of the few files that others depend on as a whole. */
  readonly #texts = new Map<string, string>();

  /** Takes the text of a file that others depend on, or its absence; false where it is read again but unchanged: nothing
   * below is stale then, or two such files would make each other stale for ever. */
  setText(uri: string, text: string | undefined): boolean {
    if (text !== undefined && this.#texts.get(uri) === text) return false;
    if (text === undefined) this.#texts.delete(uri);
    else this.#texts.set(uri, text);
    return true;
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
