// Which files there are, and what is not known: ignored, outside the roots or in folders that nobody lists.
import ignore, { type Ignore } from 'ignore';
import { baseName, isBelow, parent, pathBelow } from './uris';

/** `unknown` is never a finding. */
export type Existence = 'yes' | 'no' | 'unknown';

/** Folders that a host never lists. */
export const unlistedFolders: readonly string[] = ['.git', 'node_modules'];

/** All paths under the roots, as the host lists them and as events keep them. */
export class PathList {
  readonly #files = new Set<string>();
  /** Folders with the number of files and folders directly in them. */
  readonly #folders = new Map<string, number>();
  readonly #ignores = new Map<string, Ignore>();
  /** The names in each folder: made when somebody asks, and gone with the next file that comes or goes, or when memory is
   * wanted: they take more than all else that is known of paths. */
  #names: WeakRef<ReadonlyMap<string, readonly string[]>> | undefined;
  #roots: readonly string[] = [];

  setRoots(roots: readonly string[]): void {
    this.#roots = roots;
  }

  get roots(): readonly string[] {
    return this.#roots;
  }

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Whether a folder is listed: quick also where it is not, which `existence` looks into `.gitignore` for. */
  hasFolder(uri: string): boolean {
    return this.#folders.has(uri);
  }

  /** Enters a file; true if it is new. */
  add(uri: string): boolean {
    if (this.#files.has(uri)) return false;
    this.#files.add(uri);
    this.#names = undefined;
    for (let folder = parent(uri); folder !== ''; folder = parent(folder)) {
      const count = this.#folders.get(folder) ?? 0;
      this.#folders.set(folder, count + 1);
      if (count > 0 || this.#roots.includes(folder)) break;
    }
    return true;
  }

  /** Withdraws a file; true if it was there. */
  delete(uri: string): boolean {
    if (!this.#files.delete(uri)) return false;
    this.#names = undefined;
    for (let folder = parent(uri); folder !== ''; folder = parent(folder)) {
      const count = this.#folders.get(folder) ?? 0;
      if (count > 1) {
        this.#folders.set(folder, count - 1);
        break;
      }
      this.#folders.delete(folder);
      if (this.#roots.includes(folder)) break;
    }
    return true;
  }

  /** Takes the text of a `.gitignore`, or its absence. */
  setIgnore(uri: string, text: string | undefined): void {
    if (text === undefined) this.#ignores.delete(parent(uri));
    else this.#ignores.set(parent(uri), ignore().add(text));
  }

  /** Whether a `.gitignore` between the root and the file leaves it out. The URI of a folder ends in a slash: a pattern may
   * mean folders alone. */
  ignored(uri: string): boolean {
    const root = this.root(uri);
    if (root === undefined || this.#ignores.size === 0) return false;
    // From the root down: nothing takes a file back from a folder that is left out.
    for (let end = uri.indexOf('/', root.length + 1); end >= 0; end = uri.indexOf('/', end + 1))
      if (this.#leavesOut(uri.slice(0, end + 1), root)) return true;
    return !uri.endsWith('/') && uri !== root && this.#leavesOut(uri, root);
  }

  /** What the nearest `.gitignore` says that says something, where the folder around is left out by none. */
  #leavesOut(uri: string, root: string): boolean {
    const around = `${parent(uri.replace(/\/$/, ''))}/`;
    for (let folder = parent(around); isBelow(folder, root); folder = parent(folder)) {
      const rules = this.#ignores.get(folder);
      if (!rules) continue;
      const { ignored, unignored } = rules.test(pathBelow(uri, folder));
      if (unignored) return false;
      // Said of the folder around alone, it was taken back by a nearer one.
      if (ignored && (around === `${folder}/` || !rules.ignores(pathBelow(around, folder)))) return true;
    }
    return false;
  }

  /** Whether a file is all that its folder holds. */
  isAlone(uri: string): boolean {
    return this.#folders.get(parent(uri)) === 1;
  }

  /** Whether there is a file or folder of this name. */
  existence(uri: string): Existence {
    if (this.#files.has(uri) || this.#folders.has(uri)) return 'yes';
    const root = this.root(uri);
    if (root === undefined || uri === root) return 'unknown';
    const path = pathBelow(uri, root);
    if (path.split('/').some(part => unlistedFolders.includes(part))) return 'unknown';
    return this.ignored(uri) ? 'unknown' : 'no';
  }

  /** The innermost root that holds it. */
  root(uri: string): string | undefined {
    let best: string | undefined;
    for (const root of this.#roots) {
      if (isBelow(uri, root) && (best === undefined || root.length > best.length)) best = root;
    }
    return best;
  }

  /** The folder that paths count from: the root, or the folder above its `.claude` where the root lies in or is one. */
  base(uri: string): string | undefined {
    const root = this.root(uri);
    const dot = root === undefined ? -1 : `${root}/`.indexOf('/.claude/');
    return dot < 0 ? root : root?.slice(0, dot);
  }

  /** Every listed file below a folder. Costs in proportion to all files: for requests, never for a keystroke. */
  *below(folder: string): Iterable<string> {
    for (const uri of this.#files) if (isBelow(uri, folder)) yield uri;
  }

  /** The last parts of the URIs of all files and folders in a folder. The first answer costs in proportion to all files. */
  namesIn(folder: string): readonly string[] {
    const known = this.#names?.deref();
    const names = known ?? this.#allNames();
    if (!known) this.#names = new WeakRef(names);
    return names.get(folder) ?? [];
  }

  #allNames(): Map<string, string[]> {
    const names = new Map<string, string[]>();
    for (const uri of [...this.#files, ...this.#folders.keys()]) {
      const folder = parent(uri);
      const known = names.get(folder);
      if (known) known.push(baseName(uri));
      else names.set(folder, [baseName(uri)]);
    }
    return names;
  }

  get files(): Iterable<string> {
    return this.#files;
  }
}
