// What the Markdown files of each folder look like: among agents an unlike file is meant as one, too.
import { neverAComponent, type Look } from './classify';
import { baseName, parent } from './uris';

/** The files of a folder, and how many of them look like what. */
interface Crowd {
  files: string[];
  agent: number;
  command: number;
}

export class Looks {
  readonly #looks = new Map<string, Look | undefined>();
  /** Of a folder with one file that file alone. */
  readonly #folders = new Map<string, Crowd | string>();

  /** What most files of a folder look like. */
  most(folder: string): Look | undefined {
    const known = this.#folders.get(folder);
    if (known === undefined) return undefined;
    if (typeof known === 'string') return this.#looks.get(known);
    if ((known.agent + known.command) * 2 <= known.files.length) return undefined;
    return known.agent < known.command ? 'command' : 'agent';
  }

  /** The Markdown files of a folder. */
  filesIn(folder: string): Iterable<string> {
    const known = this.#folders.get(folder);
    if (known === undefined) return [];
    return typeof known === 'string' ? [known] : known.files;
  }

  /** Takes what a Markdown file looks like, or its absence (`gone`); true if its folder's look changed by that. */
  set(uri: string, look: Look | undefined | 'gone'): boolean {
    const name = baseName(uri);
    // What a skill is, its name alone says, and of its neighbours it says nothing.
    if (neverAComponent(name) || name === 'SKILL.md') return false;
    const folder = parent(uri);
    const isKnown = this.#looks.has(uri);
    if (look === 'gone' ? !isKnown : isKnown && this.#looks.get(uri) === look) return false;
    const before = this.most(folder);
    if (isKnown) this.#takeOut(uri, folder);
    if (look !== 'gone') this.#putIn(uri, folder, look);
    return before !== this.most(folder);
  }

  #takeOut(uri: string, folder: string): void {
    const known = this.#folders.get(folder)!;
    const look = this.#looks.get(uri);
    this.#looks.delete(uri);
    if (known === uri) this.#folders.delete(folder);
    if (typeof known === 'string') return;
    known.files = known.files.filter(file => file !== uri);
    if (look !== undefined) known[look]--;
    if (known.files.length === 0) this.#folders.delete(folder);
  }

  #putIn(uri: string, folder: string, look: Look | undefined): void {
    this.#looks.set(uri, look);
    const known = this.#folders.get(folder);
    if (known === undefined) {
      this.#folders.set(folder, uri);
      return;
    }
    const crowd = typeof known === 'string' ? this.#crowdOf(known) : known;
    this.#folders.set(folder, crowd);
    crowd.files.push(uri);
    if (look !== undefined) crowd[look]++;
  }

  #crowdOf(uri: string): Crowd {
    const crowd: Crowd = { files: [uri], agent: 0, command: 0 };
    const look = this.#looks.get(uri);
    if (look !== undefined) crowd[look]++;
    return crowd;
  }
}
