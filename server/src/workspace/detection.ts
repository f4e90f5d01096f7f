// Which dialects that extend the base a folder uses, and the schema that follows for a file.
import type { FileRole } from '../dialects/dialect';
import { dialects } from '../dialects/index';
import type { Document } from '../syntax/document';
import type { Config } from './config';
import type { PathList } from './paths';
import { makeSchema, type AdoptedSchema, type Schema } from './schema';
import { join } from './uris';

/** A dialect is detected in a folder by a path that is there, or by a key that only its files have. */
export class Detection {
  readonly #paths: PathList;
  /** Files whose keys show a dialect: the folder of their realm, and how many each has. */
  readonly #showsIn = new Map<string, string>();
  readonly #shows = new Map<string, number>();
  readonly #schemas = new Map<string, Schema>();

  constructor(paths: PathList) {
    this.#paths = paths;
  }

  /** Takes the folder where a file shows a dialect, undefined where it shows none; answers the folders of which it was
   * the first or the last, where all changes. */
  show(uri: string, folder: string | undefined): string[] {
    const before = this.#showsIn.get(uri);
    if (before === folder) return unchanged;
    if (folder === undefined) this.#showsIn.delete(uri);
    else this.#showsIn.set(uri, folder);
    const changed: string[] = [];
    if (before !== undefined && this.#count(before, -1) === 0) changed.push(before);
    if (folder !== undefined && this.#count(folder, 1) === 1) changed.push(folder);
    return changed;
  }

  #count(folder: string, by: 1 | -1): number {
    const count = (this.#shows.get(folder) ?? 0) + by;
    if (count > 0) this.#shows.set(folder, count);
    else this.#shows.delete(folder);
    return count;
  }

  /** Ids of the dialects that a folder uses. */
  detected(folder: string): string[] {
    return dialects.filter(d => d.detect && this.#isDetected(folder, d.detect.paths)).map(d => d.id);
  }

  #isDetected(folder: string, paths: readonly string[]): boolean {
    return this.#shows.has(folder) || paths.some(path => this.#paths.has(join(folder, path)));
  }

  /** The one schema of all files of a kind in a folder. */
  schema(
    uri: string,
    role: FileRole,
    plugin: boolean,
    folder: string,
    config: Config,
    adopted?: AdoptedSchema,
  ): Schema {
    const detected = this.detected(folder);
    const place = { role, plugin, openStandard: uri.includes('/.agents/skills/'), detected };
    const configKey = JSON.stringify([config.fields, config.tools, config.models, config.schemas[role]]);
    const key = `${role} ${plugin} ${place.openStandard} ${detected.join()} ${configKey}`;
    const schema = this.#schemas.get(key) ?? makeSchema(place, config, adopted);
    this.#schemas.set(key, schema);
    return schema;
  }

  forgetSchemas(): void {
    this.#schemas.clear();
  }
}

const unchanged: string[] = [];

const extensionKeys = dialects.flatMap(dialect => dialect.detect?.keys ?? []);

/** Whether a file has a key that only the files of an extending dialect have. */
export const showsDialect = ({ data }: Document): boolean =>
  data?.is === 'map' && data.entries.some(({ key }) => extensionKeys.includes(key.text));

const detectPaths = dialects.flatMap(dialect => dialect.detect?.paths ?? []);

/** The folder in which a path shows a dialect by being there. */
export function folderShownBy(uri: string): string | undefined {
  const shows = detectPaths.find(path => uri.endsWith(`/${path}`));
  return shows === undefined ? undefined : uri.slice(0, -shows.length - 1);
}
