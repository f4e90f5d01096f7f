// Every configuration, and what holds for a file: those of all folders above it up to the root, the nearest before all.
import type { Document } from '../syntax/document';
import { emptyConfig, merged, readConfig, type Config, type ConfigFile, type Level } from './config';
import { matches } from './globs';
import { baseName, parent, pathBelow } from './uris';

/** What holds for one file. */
export interface ConfigOf extends Config {
  /** Whether the file is left out. */
  readonly ignored: boolean;
  /** The nearest configuration above it, which is edited where something is to hold for it. */
  readonly nearest: Document | undefined;
}

/** One configuration on the way down to a folder. */
interface Step {
  /** The folder that its globs count from. */
  readonly folder: string;
  readonly file: ConfigFile;
}

export class Configurations {
  readonly #files = new Map<string, ConfigFile>();
  /** By folder and by file, until a configuration changes: they are asked at each key. */
  readonly #steps = new Map<string, readonly Step[]>();
  readonly #known = new Map<string, ConfigOf>();
  /** One object for all files of which the same holds. */
  readonly #shared = new Map<string, ConfigOf>();
  #adopted: ReadonlySet<string> | undefined;
  #ownLevels: Readonly<Record<string, Level>> = {};

  /** A person's own levels, laid over those of the repositories. */
  setOwnLevels(levels: Readonly<Record<string, Level>>): void {
    this.#ownLevels = levels;
    this.#known.clear();
    this.#shared.clear();
  }

  /** Takes a configuration, or its absence; answers the folders below which other things hold now. */
  set(uri: string, document: Document | undefined): string[] {
    if (document) this.#files.set(uri, readConfig(document));
    else this.#files.delete(uri);
    this.#adopted = undefined;
    this.#steps.clear();
    this.#known.clear();
    this.#shared.clear();
    const concerned = [uri, ...this.#extending(uri)].filter(each => baseName(each) === fileName);
    return [...new Set(concerned.map(parent))];
  }

  of(uri: string): ConfigOf {
    if (this.#files.size === 0) return this.#join([], false, undefined);
    const known = this.#known.get(uri) ?? this.#resolve(uri);
    this.#known.set(uri, known);
    return known;
  }

  /** The JSON Schemas that some configuration adopts. */
  get adopted(): ReadonlySet<string> {
    this.#adopted ??= new Set(
      [...this.#files.values()].flatMap(file =>
        [file, ...file.overrides].flatMap(({ schemas }) => Object.values(schemas).map(({ uri }) => uri)),
      ),
    );
    return this.#adopted;
  }

  /** Those that add to a configuration, however many stand between. */
  #extending(uri: string): string[] {
    const found = [uri];
    for (const base of found) {
      for (const [other, { bases }] of this.#files)
        if (bases.includes(base) && !found.includes(other)) found.push(other);
    }
    return found.slice(1);
  }

  #resolve(uri: string): ConfigOf {
    const steps = this.#stepsTo(parent(uri));
    const which: string[] = [];
    const parts: Config[] = [];
    let ignored = false;
    for (const { folder, file } of steps) {
      const fits = (globs: readonly string[]): boolean => globs.some(glob => matches(glob, pathBelow(uri, folder)));
      ignored ||= fits(file.ignore);
      const overrides = file.overrides.filter(override => fits(override.files));
      parts.push(file, ...overrides);
      which.push(folder, file.document.uri, ...overrides.map(override => String(file.overrides.indexOf(override))));
    }
    return this.#join(parts, ignored, steps.at(-1)?.file.document, which.join('\n'));
  }

  /** `which` names the parts. */
  #join(parts: readonly Config[], ignored: boolean, nearest: Document | undefined, which = ''): ConfigOf {
    const key = `${ignored}\n${which}`;
    const known = this.#shared.get(key);
    if (known) return known;
    const config = parts.reduce(merged, emptyConfig);
    const joined = { ...config, rules: { ...config.rules, ...this.#ownLevels }, ignored, nearest };
    this.#shared.set(key, joined);
    return joined;
  }

  /** From the outermost folder to this one; what a configuration extends goes before it. */
  #stepsTo(folder: string): readonly Step[] {
    if (folder === '' || this.#files.size === 0) return [];
    const known = this.#steps.get(folder);
    if (known) return known;
    const own = this.#files.get(`${folder}/${fileName}`);
    const above = own?.root === true ? [] : this.#stepsTo(parent(folder));
    const steps = own ? [...above, ...this.#withBases(own, folder, new Set())] : above;
    this.#steps.set(folder, steps);
    return steps;
  }

  /** Each once, so that a circle ends. */
  #withBases(file: ConfigFile, folder: string, seen: Set<ConfigFile>): Step[] {
    if (seen.has(file)) return [];
    seen.add(file);
    const bases = file.bases.flatMap(uri => {
      const base = this.#files.get(uri);
      return base ? this.#withBases(base, folder, seen) : [];
    });
    return [...bases, { folder, file }];
  }
}

/** Holds for its folder; files that end so hold where they are extended. */
const fileName = 'agentwright.json';
