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
    this.#count(folder, this.#looks.get(uri), -1);
    if (look === 'gone') this.#takeOut(uri, folder);
    else {
      if (!isKnown) this.#putIn(uri, folder);
      this.#looks.set(uri, look);
      this.#count(folder, look, 1);
    }
    return before !== this.most(folder);
  }

  #count(folder: string, look: Look | undefined, by: 1 | -1): void {
    const crowd = this.#folders.get(folder);
    if (look !== undefined && typeof crowd === 'object') crowd[look] += by;
  }

  #takeOut(uri: string, folder: string): void {
    this.#looks.delete(uri);
    const known = this.#folders.get(folder);
    if (typeof known === 'object') known.files = known.files.filter(file => file !== uri);
    if (known === uri || (typeof known === 'object' && known.files.length === 0)) this.#folders.delete(folder);
  }

  #putIn(uri: string, folder: string): void {
    const known = this.#folders.get(folder);
    if (known === undefined) this.#folders.set(folder, uri);
    else if (typeof known === 'object') known.files.push(uri);
    else {
      this.#folders.set(folder, { files: [known, uri], agent: 0, command: 0 });
      this.#count(folder, this.#looks.get(known), 1);
    }
  }
}
