// The references of a document, kept part by part: a key costs the part that it falls in.
import type { SymbolKind } from '../dialects/dialect';
import type { Document } from '../syntax/document';
import { isEntryContent, type EntryContent } from '../syntax/entries';
import { shift } from '../syntax/span';
import { namesSince } from './names-since';
import { entryReferences, sectionReferences, type LocalReference } from './references';
import type { Schema } from './schema';
import { symbolKey, type Reference, type SymbolKey } from './symbols';
import { join } from './uris';

/** What is asked about the file's surroundings. */
export interface Ground {
  readonly schema: Schema | undefined;
  /** The folder that paths count from. */
  readonly folder: string;
  readonly resolvePath: (path: string) => string;
  /** The file's own folder. */
  readonly ownFolder: string;
  /** The folder of the skill that the file belongs to, or else its own. */
  readonly skillFolder: string;
  /** The root of the plugin that the file belongs to. */
  readonly pluginFolder: string | undefined;
}

/** The references of one entry or section; the same object while neither its text nor its place changes. */
export class Group {
  /** What stands there, kept while its text stays. */
  readonly content: object;
  readonly start: number;
  /** With spans that count from `start`: the same array while the text stays. */
  readonly near: readonly Reference[];
  #references: readonly Reference[] | undefined;

  constructor(content: object, start: number, near: readonly Reference[]) {
    this.content = content;
    this.start = start;
    this.near = near;
  }

  /** With spans in the file's text. */
  get references(): readonly Reference[] {
    return (this.#references ??= this.near.map((_, at) => this.reference(at)));
  }

  /** One of them. */
  reference(at: number): Reference {
    const near = this.near[at]!;
    return this.#references?.[at] ?? placed(near, near.name, near.symbol, this.start);
  }
}

/** All that one version of a document names. */
export class Placed {
  /** One an entry or section, in order. */
  readonly groups: readonly Group[];
  readonly #schema: Schema | undefined;
  readonly #folder: string;
  readonly #skillFolder: string;
  readonly #pluginFolder: string | undefined;
  readonly #byKind = new Map<SymbolKind, readonly Reference[]>();

  /** Keeps of `before`, the last version, what did not change. */
  constructor(document: Document, ground: Ground, before: Placed | undefined) {
    const { schema, folder, skillFolder, pluginFolder } = ground;
    this.#schema = schema;
    this.#folder = folder;
    this.#skillFolder = skillFolder;
    this.#pluginFolder = pluginFolder;
    const old = before && before.#isOn(ground) ? before.groups : [];
    const groups: Group[] = [];
    let next = 0;
    const add = (content: object, start: number, find: (last: Group | undefined) => readonly Reference[]): void => {
      if (old[next]?.content !== content) {
        const at = old.findIndex(group => group.content === content);
        if (at >= 0) next = at;
      }
      const known = old[next]?.content === content ? old[next++] : undefined;
      if (known?.start === start) groups.push(known);
      else groups.push(new Group(content, start, known?.near ?? find(old[next])));
    };
    if (schema && document.language === 'json' && document.data?.is === 'map') {
      const { text, data } = document;
      add(data, 0, () => named(entryReferences({ text, entries: data.entries }, schema), ground));
    }
    if (schema)
      for (const { content, start } of document.parts) {
        const again = (): readonly Reference[] => named(entryReferences(content, schema), ground);
        add(content, start, last => (last && sinceLast(last, content)) ?? again());
      }
    for (const { content, start, end } of document.body?.sections ?? []) {
      add(content, start, () => named(sectionReferences(content, document.text.slice(start, end)), ground));
    }
    this.groups = groups;
  }

  #isOn({ schema, folder, skillFolder, pluginFolder }: Ground): boolean {
    const sameFolders = this.#folder === folder && this.#skillFolder === skillFolder;
    return this.#schema === schema && sameFolders && this.#pluginFolder === pluginFolder;
  }

  /** Each symbol once. */
  get symbols(): ReadonlySet<SymbolKey> {
    const symbols = new Set<SymbolKey>();
    for (const { near } of this.groups) for (const { symbol } of near) symbols.add(symbol);
    return symbols;
  }

  /** The files that it imports with `@`, each once. */
  get imports(): ReadonlySet<string> {
    const files = new Set<string>();
    for (const { near } of this.groups) for (const { form, name } of near) if (form === 'import') files.add(name);
    return files;
  }

  /** Those of one kind, in order. */
  of(kind: SymbolKind): readonly Reference[] {
    const known = this.#byKind.get(kind) ?? ofKind(this.groups, kind);
    this.#byKind.set(kind, known);
    return known;
  }
}

const sinceLast = ({ content, near }: Group, now: EntryContent): readonly Reference[] | undefined =>
  isEntryContent(content) ? namesSince(content, near, now) : undefined;

const none: readonly Reference[] = [];

function ofKind(groups: readonly Group[], kind: SymbolKind): Reference[] {
  const found: Reference[] = [];
  for (const { near, references } of groups) {
    if (near.length > 0) for (const reference of references) if (reference.kind === kind) found.push(reference);
  }
  return found;
}

const named = (locals: readonly LocalReference[], ground: Ground): readonly Reference[] =>
  locals.length === 0
    ? none
    : locals.flatMap(local => {
        const path = local.kind === 'file' || local.kind === 'heading' ? pathOf(local, ground) : local.name;
        if (path === undefined) return [];
        const name = local.slug === undefined ? path : `${path}#${local.slug}`;
        return [placed(local, name, symbolKey(local.kind, name), 0)];
      });

/** Nothing where no plugin is around what counts from its root. */
function pathOf({ name, base }: LocalReference, ground: Ground): string | undefined {
  if (base === undefined) return ground.resolvePath(name);
  const folder = { file: ground.ownFolder, skill: ground.skillFolder, plugin: ground.pluginFolder }[base];
  return folder === undefined ? undefined : join(folder, name);
}

/** Key by key: spreading an object costs several times as much, and this is done for each name on each key. */
const placed = (
  { kind, form, span, field, inputs }: LocalReference,
  name: string,
  symbol: SymbolKey,
  by: number,
): Reference => ({ symbol, kind, name, form, span: shift(span, by), field, inputs });

/** The one name in whose place another stands. */
export interface SoleChange {
  readonly old: SymbolKey;
  readonly now: SymbolKey;
  /** Whether the old one stands nowhere any more. */
  readonly isGone: boolean;
}

/** Undefined where two versions do not name the same things else. */
export function soleChange(before: readonly Group[], now: readonly Group[]): SoleChange | undefined {
  if (before.length !== now.length) return undefined;
  const at = now.findIndex(({ near }, index) => near !== before[index]!.near);
  const [a, b] = [before[at]?.near, now[at]?.near];
  if (!a || !b || a.length !== b.length || now.some(({ near }, index) => index > at && near !== before[index]!.near))
    return undefined;
  const place = b.findIndex(({ symbol }, index) => symbol !== a[index]!.symbol);
  if (place < 0 || !isSame(a, b, place)) return undefined;
  const old = a[place]!.symbol;
  return { old, now: b[place]!.symbol, isGone: !areNaming(old, now) };
}

/** A loop, since it is gone through at each key in a name. */
function areNaming(sought: SymbolKey, groups: readonly Group[]): boolean {
  for (const { near } of groups) for (const { symbol } of near) if (symbol === sought) return true;
  return false;
}

const isSame = (a: readonly Reference[], b: readonly Reference[], but: number): boolean =>
  a.every(({ symbol }, index) => index === but || symbol === b[index]!.symbol);

/** Whether two versions name the same things in the same order, wherever they stand. */
export function sameNames(a: readonly Group[], b: readonly Group[]): boolean {
  return a.length === b.length && a.every((group, index) => sameNear(group.near, b[index]!.near));
}

const sameNear = (a: readonly Reference[], b: readonly Reference[]): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((one, index) => {
      const { symbol, form, field } = b[index]!;
      return one.symbol === symbol && one.form === form && one.field === field;
    }));
