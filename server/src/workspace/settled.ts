// What a few files settle for all that lies below a folder: configuration and MCP servers.
import type { Document } from '../syntax/document';
import { Configurations } from './configurations';
import { inToolNames, readServers, type ServerRole } from './mcp';
import { isBelow, parent } from './uris';

export class Settled {
  readonly configurations = new Configurations();
  /** By file, and whether it configures them or approves them alone. */
  readonly #servers = new Map<string, ReadonlyMap<string, boolean>>();
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
  setServers(uri: string, document: Document | undefined, role: ServerRole): boolean {
    const before = this.#servers.get(uri) ?? none;
    const servers = (document && readServers(document.data, role)) ?? none;
    if (servers.size === 0) this.#servers.delete(uri);
    else this.#servers.set(uri, servers);
    return before.size !== servers.size || [...before].some(([name, here]) => servers.get(name) !== here);
  }

  /** MCP servers that are configured for a file's project; undefined where nothing configures any. */
  servers(uri: string): ReadonlySet<string> | undefined {
    let found: Set<string> | undefined;
    for (const [at, servers] of this.#servers) {
      if (isBelow(uri, folderOf(at))) found = new Set([...(found ?? []), ...servers.keys()]);
    }
    return found;
  }

  /** Those that are configured, and not approved alone. */
  configuredServers(uri: string): readonly string[] {
    const around = [...this.#servers].filter(([at]) => isBelow(uri, folderOf(at)));
    const names = around.flatMap(([, servers]) => [...servers].flatMap(([name, here]) => (here ? [name] : [])));
    return [...new Set(names)];
  }

  /** The server that a name means in a file: the one that the nearest folder around it configures, be it in several files. */
  server(name: string, uri: string): Server | undefined {
    let nearest = '';
    let found: Server | undefined;
    for (const [at, servers] of this.#servers) {
      const folder = folderOf(at);
      if (!isBelow(uri, folder) || folder.length < nearest.length) continue;
      const known = [...servers].find(([each, here]) => here && inToolNames(each) === inToolNames(name));
      if (!known) continue;
      found = { name: known[0], files: [...(folder === nearest ? (found?.files ?? []) : []), at].sort() };
      nearest = folder;
    }
    return found;
  }
}

/** An MCP server that is configured here. */
export interface Server {
  readonly name: string;
  /** The files that configure it, sorted: those of one folder. */
  readonly files: readonly string[];
}

/** The folder that a file configures servers for. */
const folderOf = (uri: string): string => parent(uri).replace(/\/\.claude(-plugin)?$/, '');

const none: ReadonlyMap<string, boolean> = new Map<string, boolean>();
