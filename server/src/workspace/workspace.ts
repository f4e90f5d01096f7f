// What is named, where and by whom: the only state of the engine. Files go in, questions are answered.
import type { Document } from '../syntax/document';
import { parse } from '../syntax/parse';
import { dialects } from '../dialects/index';
import { classify, languageOf, lookOf, type Role } from './classify';
import { emptyConfig, readConfig, withLevels, type Config, type Level } from './config';
import { definitionsOf } from './definitions';
import { matches } from './globs';
import { readServers } from './mcp';
import { Names, sameFacets } from './names';
import { PathList, type Existence } from './paths';
import { realmFolder, realmOf, sees } from './realms';
import { entryReferences, sectionReferences, type LocalReference } from './references';
import { makeSchema, type Schema } from './schema';
import { KnownSurroundings, type Plugin } from './surroundings';
import { symbolKey, symbolKind, type Definition, type Facet, type Reference, type SymbolKey } from './symbols';
import { baseName, isBelow, join, parent, pathBelow } from './uris';
import { judge, type Verdict } from './verdict';

/** A file as it now is. `text` absent: it exists but is not read. */
export interface Change {
  readonly uri: string;
  readonly text?: string;
  /** Shown in an editor: its tree is kept. */
  readonly open?: boolean;
  readonly gone?: true;
}

/** What is kept of a file, open or closed: no text, no tree. */
export interface FileRecord {
  readonly uri: string;
  readonly role: Role;
  readonly realm: string;
  readonly definitions: readonly Definition[];
  /** Each symbol once. */
  readonly refers: ReadonlySet<SymbolKey>;
}

/** What a name means at a place. */
export interface Resolution {
  /** The definitions that can be named there, the one that wins first. */
  readonly found: readonly Definition[];
  /** Definitions of that name that cannot be named there. */
  readonly elsewhere: readonly Definition[];
}

export interface WorkspaceOptions {
  /** The user's home folder, whose `.claude` holds the user's own agents and skills. */
  readonly home?: string;
  /** The facets that rules read: a change of others makes no file dirty but its own. */
  readonly facets?: ReadonlySet<Facet>;
}

export class Workspace {
  /** Counts the transactions; a pass that sees it change goes on with what is dirty then. */
  revision = 0;
  readonly paths = new PathList();
  readonly names = new Names();
  readonly #surroundings = new KnownSurroundings();
  readonly #files = new Map<string, FileRecord>();
  readonly #open = new Map<string, Document>();
  readonly #dirty = new Set<string>();
  readonly #stale = new Set<string>();
  readonly #configs = new Map<string, Config>();
  readonly #servers = new Map<string, ReadonlySet<string>>();
  /** Files, by the folder of their realm, whose keys show a dialect that extends the base. */
  readonly #shows = new Map<string, Set<string>>();
  readonly #schemas = new Map<string, Schema>();
  /** By file: whatever changes a schema enters its files again. */
  readonly #schemaOf = new Map<string, Schema>();
  readonly #locals = new WeakMap<
    object,
    { readonly schema: Schema | undefined; readonly found: readonly LocalReference[] }
  >();
  readonly #placed = new WeakMap<Document, readonly Reference[]>();
  readonly #verdicts = new WeakMap<Document, Verdict>();
  readonly #home: string | undefined;
  readonly #facets: ReadonlySet<Facet>;
  #ownLevels: Readonly<Record<string, Level>> = {};

  constructor(options: WorkspaceOptions = {}) {
    this.#home = options.home;
    this.#facets = options.facets ?? new Set<Facet>(['name', 'description', 'loads', 'preloadable']);
  }

  setRoots(roots: readonly string[]): void {
    this.paths.setRoots(roots);
    for (const uri of this.#files.keys()) this.#stale.add(uri);
  }

  /** A person's own levels, laid over those of the repositories. */
  setOwnLevels(levels: Readonly<Record<string, Level>>): void {
    this.#ownLevels = levels;
    for (const uri of this.#files.keys()) this.#dirty.add(uri);
  }

  /** One transaction: every change is entered before anything is asked. Applying the same twice is harmless. */
  apply(changes: readonly Change[]): void {
    this.revision++;
    const documents: { document: Document; open: boolean }[] = [];
    for (const change of changes) {
      if (change.gone) this.#remove(change.uri);
      else {
        if (this.paths.add(change.uri)) this.#pathChanged(change.uri);
        const language = languageOf(change.uri);
        if (change.text === undefined || language === undefined) continue;
        const document = parse(change.uri, language, change.text, this.#open.get(change.uri));
        if (change.open) this.#open.set(change.uri, document);
        else this.#open.delete(change.uri);
        this.#surround(document);
        documents.push({ document, open: change.open ?? false });
      }
    }
    for (const { document } of documents) this.#enter(document);
  }

  /** Files whose findings may have changed since this was last asked. */
  takeDirty(): string[] {
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    return dirty;
  }

  /** Closed files that must be read and applied again, since what they are depends on what changed. */
  takeStale(): string[] {
    const stale = [...this.#stale];
    this.#stale.clear();
    return stale;
  }

  /** The tree of an open file. */
  document(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  /** The tree of a closed file whose text a host has read; nothing of it is kept. */
  read(uri: string, text: string): Document {
    return this.#open.get(uri) ?? parse(uri, languageOf(uri) ?? 'markdown', text);
  }

  file(uri: string): FileRecord | undefined {
    return this.#files.get(uri);
  }

  get files(): Iterable<FileRecord> {
    return this.#files.values();
  }

  role(uri: string): Role {
    return this.#files.get(uri)?.role ?? 'plain';
  }

  /** What the file may say; undefined for files that define nothing. */
  schema(uri: string): Schema | undefined {
    return this.#schemaOf.get(uri);
  }

  config(uri: string): Config {
    for (let folder = parent(uri); this.#configs.size > 0 && folder !== ''; folder = parent(folder)) {
      const config = this.#configs.get(folder);
      if (config) return withLevels(config, this.#ownLevels);
    }
    return withLevels(emptyConfig, this.#ownLevels);
  }

  /** Whether the configuration leaves a file out. */
  isIgnored(uri: string): boolean {
    for (let folder = parent(uri); this.#configs.size > 0 && folder !== ''; folder = parent(folder)) {
      const config = this.#configs.get(folder);
      if (config) return config.ignore.some(glob => matches(glob, pathBelow(uri, folder)));
    }
    return false;
  }

  /** What Claude Code makes of an agent or skill; undefined for files that it does not read. */
  verdict(document: Document): Verdict | undefined {
    const schema = this.schema(document.uri);
    if (!schema || schema.kind.loader === 'strict' || schema.kind.loader === 'none') return undefined;
    const known = this.#verdicts.get(document) ?? judge(document, schema.kind.defines);
    this.#verdicts.set(document, known);
    return known;
  }

  /** All that a document names, in order, with spans in its text. */
  references(document: Document): readonly Reference[] {
    const known = this.#placed.get(document);
    if (known) return known;
    const schema = this.schema(document.uri);
    const placed: Reference[] = [];
    const place = (local: LocalReference, start: number): void => {
      const { kind, name, form, span, field } = local;
      const symbol = kind === 'file' ? symbolKey('file', this.resolvePath(name, document.uri)) : symbolKey(kind, name);
      const absolute = { start: span.start + start, end: span.end + start };
      placed.push(field === undefined ? { symbol, form, span: absolute } : { symbol, form, span: absolute, field });
    };
    for (const part of document.parts) {
      if (schema)
        for (const local of this.#local(part.content, schema, () => entryReferences(part.content, schema)))
          place(local, part.start);
    }
    for (const section of document.body?.sections ?? []) {
      const found = this.#local(section.content, undefined, () =>
        sectionReferences(section.content, document.text.slice(section.start, section.end)),
      );
      for (const local of found) place(local, section.start);
    }
    this.#placed.set(document, placed);
    return placed;
  }

  /** What a name means in a file. */
  resolve(symbol: SymbolKey, uri: string): Resolution {
    const realm = this.#files.get(uri)?.realm ?? this.#realm(uri);
    const all = this.names.definitions(symbol);
    const qualified = symbol.indexOf(':', symbol.indexOf(':') + 1) >= 0;
    const found = all.filter(definition => qualified || sees(realm, definition.realm));
    return { found, elsewhere: all.filter(definition => !found.includes(definition)) };
  }

  /** Every definition of a kind that can be named in a file, by name. For requests, not for keystrokes. */
  visible(kind: 'agent' | 'skill', uri: string): Definition[] {
    const realm = this.#files.get(uri)?.realm ?? this.#realm(uri);
    const found: Definition[] = [];
    for (const symbol of this.names.symbols) {
      if (symbolKind(symbol) !== kind) continue;
      const winner = this.names.definitions(symbol).find(d => sees(realm, d.realm));
      if (winner && winner.alias !== 'label') found.push(winner);
    }
    return found.sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  }

  /** The URI that a path in a file means: from the project's folder, or from the file's own where it begins with a dot and a slash. */
  resolvePath(path: string, uri: string): string {
    const clean = path.replace(/^@/, '');
    if (/^\.\.?\//.test(clean)) return join(parent(uri), clean);
    const realm = this.#files.get(uri)?.realm ?? this.#realm(uri);
    return join(realmFolder(realm) ?? this.#home ?? parent(uri), clean);
  }

  existence(uri: string): Existence {
    return this.paths.existence(uri);
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

  plugin(uri: string): Plugin | undefined {
    return this.#surroundings.plugin(uri);
  }

  get home(): string | undefined {
    return this.#home;
  }

  #remove(uri: string): void {
    this.#open.delete(uri);
    if (this.paths.delete(uri)) this.#pathChanged(uri);
    const record = this.#files.get(uri);
    this.#settle(record, undefined);
    this.#files.delete(uri);
    this.#schemaOf.delete(uri);
    this.#dirty.add(uri);
    if (record) this.#forgetSurroundings(uri, record);
  }

  #forgetSurroundings(uri: string, record: FileRecord): void {
    if (this.#surroundings.setLook(uri, 'gone')) this.#neighboursStale(uri);
    if (record.role === 'skill' && this.#surroundings.setSkill(uri, false)) this.#below(parent(uri));
    this.#show(uri, record.realm, false);
    this.#special(uri, record.role, undefined);
  }

  /** Enters what other files' kinds depend on, before any file of the transaction is classified. */
  #surround(document: Document): void {
    const { uri } = document;
    if (document.language !== 'markdown') {
      this.#special(uri, classify(document, '', this.#surroundings), document);
      return;
    }
    if (this.#surroundings.setLook(uri, lookOf(document))) this.#neighboursStale(uri);
    if (baseName(uri) === 'SKILL.md' && this.#surroundings.setSkill(uri, true)) this.#below(parent(uri));
    const keys = document.data?.is === 'map' ? document.data.entries.map(e => e.key.text) : [];
    this.#show(
      uri,
      this.#realm(uri),
      extensionKeys.some(key => keys.includes(key)),
    );
  }

  /** Configuration, MCP servers, plugin manifests and ignore files. */
  #special(uri: string, role: Role, document: Document | undefined): void {
    switch (role) {
      case 'configuration':
        if (document) this.#configs.set(parent(uri), readConfig(document.data));
        else this.#configs.delete(parent(uri));
        this.#schemas.clear();
        this.#below(parent(uri));
        return;
      case 'mcp':
      case 'settings':
      case 'plugin':
        this.#setServers(uri, document && readServers(document.data, role));
        if (role === 'plugin') this.#below(this.#surroundings.setPlugin(uri, document?.data));
        return;
      case 'marketplace':
        this.#below(this.#surroundings.setMarketplace(uri, document?.data));
        return;
      case 'ignore':
        this.paths.setIgnore(uri, document?.text);
        this.#below(parent(uri));
        return;
      case 'agent':
      case 'skill':
      case 'command':
      case 'companion':
      case 'plain':
      case 'foreign':
        return;
      default:
        role satisfies never;
    }
  }

  #setServers(uri: string, servers: ReadonlySet<string> | undefined): void {
    const before = this.#servers.get(uri);
    if (servers === undefined || servers.size === 0) this.#servers.delete(uri);
    else this.#servers.set(uri, servers);
    const same = before?.size === (servers?.size ?? 0) && [...before].every(name => servers?.has(name));
    if (same || (before === undefined && !servers?.size)) return;
    for (const symbol of this.names.referred) {
      if (symbolKind(symbol) === 'mcp') for (const holder of this.names.holders(symbol)) this.#dirty.add(holder);
    }
  }

  /** A file that shows a dialect came or went; where it was the first or last of its realm, all the realm changes. */
  #show(uri: string, realm: string, shows: boolean): void {
    const folder = realmFolder(realm) ?? realm;
    const files = this.#shows.get(folder) ?? new Set<string>();
    if (files.has(uri) === shows) return;
    if (shows) files.add(uri);
    else files.delete(uri);
    if (files.size > 0) this.#shows.set(folder, files);
    else this.#shows.delete(folder);
    if (files.size === (shows ? 1 : 0)) this.#below(folder);
  }

  #neighboursStale(uri: string): void {
    for (const neighbour of this.#surroundings.neighbours(parent(uri))) this.#again(neighbour);
  }

  /** Everything below a folder must be judged again. Rare: a configuration, a manifest, the first file of a dialect. */
  #below(folder: string): void {
    for (const uri of this.#files.keys()) if (isBelow(uri, folder)) this.#again(uri);
  }

  #again(uri: string): void {
    const open = this.#open.get(uri);
    if (open) this.#enter(open);
    else if (this.#files.has(uri)) this.#stale.add(uri);
    this.#dirty.add(uri);
  }

  #enter(document: Document): void {
    const { uri } = document;
    this.#stale.delete(uri);
    const before = this.#files.get(uri);
    const root = this.paths.root(uri);
    const path = root === undefined ? uri.split('/').slice(-4).join('/') : pathBelow(uri, root);
    const role = classify(document, path, this.#surroundings);
    const realm = this.#realm(uri);
    // Paths are resolved in the file's realm, so a first record goes in before the references are asked.
    this.#files.set(uri, { uri, role, realm, definitions: [], refers: new Set() });
    this.#placed.delete(document);
    this.#schemaOf.delete(uri);
    const definitions = role === 'agent' || role === 'skill' ? this.#define(document, role, realm, root) : [];
    const refers = new Set(this.references(document).map(reference => reference.symbol));
    const record: FileRecord = { uri, role, realm, definitions, refers };
    this.#settle(before, record);
    this.#files.set(uri, record);
    this.#dirty.add(uri);
  }

  #define(document: Document, defines: 'agent' | 'skill', realm: string, root: string | undefined): Definition[] {
    const schema = this.#schema(document.uri, defines, realm);
    this.#schemaOf.set(document.uri, schema);
    const place = {
      defines,
      realm,
      plugin: realm.startsWith('plugin:') ? this.plugin(document.uri)?.name : undefined,
      skillsRoot: this.#surroundings.skillsRoot(document.uri, root),
    };
    return definitionsOf(document, place, schema, this.verdict(document));
  }

  /** Withdraws the old, enters the new, and marks who is affected. */
  #settle(before: FileRecord | undefined, after: FileRecord | undefined): void {
    const old = before?.definitions ?? [];
    const now = after?.definitions ?? [];
    for (const definition of old) this.names.withdraw(definition);
    for (const definition of now) this.names.define(definition);
    for (const symbol of new Set([...old, ...now].map(d => d.symbol))) {
      const a = old.find(d => d.symbol === symbol);
      const b = now.find(d => d.symbol === symbol);
      if (!a || !b || !sameFacets(a, b, this.#facets)) this.#symbolChanged(symbol);
    }
    const uri = before?.uri ?? after?.uri ?? '';
    for (const symbol of before?.refers ?? []) {
      if (!after?.refers.has(symbol) && this.names.release(symbol, uri)) this.#definersDirty(symbol);
    }
    for (const symbol of after?.refers ?? []) {
      if (!before?.refers.has(symbol) && this.names.hold(symbol, uri)) this.#definersDirty(symbol);
    }
  }

  /** Holders of a symbol, by reference or definition. */
  #symbolChanged(symbol: SymbolKey): void {
    for (const holder of this.names.holders(symbol)) this.#dirty.add(holder);
    this.#definersDirty(symbol);
  }

  #definersDirty(symbol: SymbolKey): void {
    for (const definition of this.names.definitions(symbol)) this.#dirty.add(definition.uri);
  }

  #pathChanged(uri: string): void {
    for (let at = uri; at !== '' && at.length > 8; at = parent(at)) {
      for (const holder of this.names.holders(symbolKey('file', at))) this.#dirty.add(holder);
    }
  }

  #local(content: object, schema: Schema | undefined, find: () => LocalReference[]): readonly LocalReference[] {
    const known = this.#locals.get(content);
    if (known && known.schema === schema) return known.found;
    const found = find();
    this.#locals.set(content, { schema, found });
    return found;
  }

  #realm(uri: string): string {
    const places = {
      home: this.#home,
      plugins: this.#surroundings.pluginRoots,
      root: (at: string) => this.paths.root(at),
    };
    return realmOf(uri, places);
  }

  #schema(uri: string, defines: 'agent' | 'skill', realm: string): Schema {
    const folder = realmFolder(realm) ?? realm;
    const detected = dialects.filter(d => d.detect && this.#isDetected(folder, d.detect.paths)).map(d => d.id);
    const place = {
      defines,
      plugin: realm.startsWith('plugin:'),
      openStandard: /\/\.agents\/skills\//.test(uri),
      detected,
    };
    const config = this.config(uri);
    const configKey = JSON.stringify([config.fields, config.tools, config.models]);
    const key = `${defines} ${place.plugin} ${place.openStandard} ${detected.join()} ${configKey}`;
    const schema = this.#schemas.get(key) ?? makeSchema(place, config);
    this.#schemas.set(key, schema);
    return schema;
  }

  #isDetected(folder: string, paths: readonly string[]): boolean {
    return (this.#shows.get(folder)?.size ?? 0) > 0 || paths.some(path => this.paths.has(join(folder, path)));
  }
}

const extensionKeys = dialects.flatMap(dialect => dialect.detect?.keys ?? []);
