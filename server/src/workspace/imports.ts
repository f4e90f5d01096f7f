// Who imports whom with `@`, and how far a file is from the memory files that Claude Code begins with.
import { copy } from '../syntax/copy';
import { baseName } from './uris';

/** How many imports Claude Code follows from a memory file on (2.1.330). */
export const deepest = 4;

/** What is known of a file that Claude Code reads as memory. */
export interface ImportPlace {
  /** From the memory file or rule that Claude Code reads by itself to the file, both included: the shortest such way. */
  readonly chain: readonly string[];
  /** Every file that imports it, directly or through others, as far as imports are followed. */
  readonly above: ReadonlySet<string>;
}

/** Every look-up and change costs in proportion to the files around it in the chain. */
export class Imports {
  readonly #targets = new Map<string, ReadonlySet<string>>();
  readonly #importers = new Map<string, Set<string>>();

  /** Takes what a file imports now. Answers the files of which the place in a chain may be another one. */
  set(uri: string, targets: ReadonlySet<string>): ReadonlySet<string> {
    const before = this.#targets.get(uri) ?? none;
    const changed = [...before, ...targets].filter(target => before.has(target) !== targets.has(target));
    if (changed.length === 0) return none;
    if (targets.size === 0) this.#targets.delete(uri);
    else this.#targets.set(uri, new Set([...targets].map(copy)));
    for (const target of changed.map(copy)) {
      const importers = this.#importers.get(target) ?? new Set<string>();
      if (targets.has(target)) importers.add(uri);
      else importers.delete(uri);
      if (importers.size > 0) this.#importers.set(target, importers);
      else this.#importers.delete(target);
    }
    return this.#within(changed);
  }

  /** Where a file stands; undefined where no memory file imports it within the depth that is followed. */
  place(uri: string): ImportPlace | undefined {
    let chain = this.#isRead(uri) ? [uri] : undefined;
    const above = new Set<string>();
    let ways: string[][] = [[uri]];
    for (let steps = 0; steps < deepest && ways.length > 0; steps++) {
      ways = ways.flatMap(way => this.#longer(way, above));
      chain ??= ways.find(([first]) => this.#isRead(first!));
    }
    return chain && { chain, above };
  }

  /** The way to each file that imports the first of a way, where it was not met before. */
  #longer(way: string[], above: Set<string>): string[][] {
    const fresh = [...(this.#importers.get(way[0]!) ?? none)].filter(importer => !above.has(importer)).sort();
    for (const importer of fresh) above.add(importer);
    return fresh.map(importer => [importer, ...way]);
  }

  /** Some files, and what they import, as far as imports are followed. */
  #within(uris: readonly string[]): ReadonlySet<string> {
    const found = new Set<string>(uris);
    let last = [...found];
    for (let steps = 0; steps <= deepest && last.length > 0; steps++) {
      last = last.flatMap(uri => [...(this.#targets.get(uri) ?? none)]).filter(uri => !found.has(uri));
      for (const uri of last) found.add(uri);
    }
    return found;
  }

  /** AGENTS.md is read by itself only where nothing imports it, as far as one can see. */
  #isRead(uri: string): boolean {
    const name = baseName(uri);
    if (name === 'AGENTS.md') return !this.#importers.has(uri);
    return name === 'CLAUDE.md' || name === 'CLAUDE.local.md' || /\/\.claude\/rules\/.*\.md$/.test(uri);
  }
}

const none: ReadonlySet<string> = new Set<string>();
