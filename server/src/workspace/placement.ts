// The references of a document with spans in its text, kept part by part: a key costs the part that it falls in.
import type { SymbolKind } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { shift } from '../syntax/span';
import { entryReferences, sectionReferences, type LocalReference } from './references';
import type { Schema } from './schema';
import { symbolKey, type Reference } from './symbols';

/** All that one version of a document names. */
export interface Placed {
  /** One an entry or section, in order. */
  readonly groups: readonly Group[];
  /** Those of one kind, in order. */
  of(kind: SymbolKind): readonly Reference[];
}

/** The references of one entry or section; the same object while neither its text nor its place changes. */
interface Group {
  readonly schema: Schema | undefined;
  readonly start: number;
  /** The folder that paths count from. */
  readonly folder: string;
  readonly locals: readonly LocalReference[];
  readonly references: readonly Reference[];
}

/** What is asked about the file's surroundings. */
export interface Ground {
  readonly schema: Schema | undefined;
  readonly folder: string;
  resolvePath(path: string): string;
}

export class Placement {
  readonly #groups = new WeakMap<object, Group>();

  place(document: Document, ground: Ground): Placed {
    const groups: Group[] = [];
    const { schema } = ground;
    if (schema) {
      for (const { content, start } of document.parts) {
        groups.push(this.#group(content, start, schema, ground, () => entryReferences(content, schema)));
      }
    }
    for (const { content, start, end } of document.body?.sections ?? []) {
      groups.push(this.#group(content, start, undefined, ground, () => sectionReferences(content, document.text.slice(start, end))));
    }
    const byKind = new Map<SymbolKind, readonly Reference[]>();
    return {
      groups,
      of(kind) {
        const known = byKind.get(kind) ?? ofKind(groups, kind);
        byKind.set(kind, known);
        return known;
      },
    };
  }

  #group(content: object, start: number, schema: Schema | undefined, ground: Ground, find: () => LocalReference[]): Group {
    const known = this.#groups.get(content);
    const fits = known !== undefined && known.schema === schema;
    if (fits && known.start === start && known.folder === ground.folder) return known;
    const locals = fits ? known.locals : find();
    const references = locals.length === 0 ? none : locals.map(local => placeAt(local, start, ground));
    const group = { schema, start, folder: ground.folder, locals, references };
    this.#groups.set(content, group);
    return group;
  }
}

const none: readonly Reference[] = [];

function ofKind(groups: readonly Group[], kind: SymbolKind): Reference[] {
  const found: Reference[] = [];
  for (const { references } of groups) for (const reference of references) if (reference.kind === kind) found.push(reference);
  return found;
}

function placeAt({ kind, name, form, span, field }: LocalReference, start: number, ground: Ground): Reference {
  const meant = kind === 'file' ? ground.resolvePath(name) : name;
  const reference = { kind, name: meant, symbol: symbolKey(kind, meant), form, span: shift(span, start) };
  return field === undefined ? reference : { ...reference, field };
}

/** Whether two versions name the same things in the same order, wherever they stand. */
export function sameSymbols(a: Placed, b: Placed): boolean {
  if (a.groups.length !== b.groups.length) return false;
  return a.groups.every((group, index) => {
    const other = b.groups[index]!;
    if (group === other || (group.locals === other.locals && group.folder === other.folder)) return true;
    return (
      group.references.length === other.references.length &&
      group.references.every((reference, at) => reference.symbol === other.references[at]!.symbol)
    );
  });
}
