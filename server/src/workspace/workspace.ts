// What is named, where and by whom: the only state of the engine. Files go in, questions are answered.
import type { Document } from '../syntax/document';
import { parse } from '../syntax/parse';
import type { SymbolKind } from '../dialects/dialect';
import { dialects } from '../dialects/index';
import { classify, languageOf, lookOf, type Role } from './classify';
import { emptyConfig, readConfig, withLevels, type Config, type Level } from './config';
import { definitionsOf } from './definitions';
import { matches } from './globs';
import { readServers } from './mcp';
import { Names, sameFacets, sameShown } from './names';
import { PathList, type Existence } from './paths';
import { Placement, sameSymbols, type Placed } from './placement';
import { realmFolder, realmOf, sees } from './realms';
import { Latest } from './latest';
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
  /** What Claude Code makes of it; undefined for files that it does not read. */
  readonly verdict: Verdict | undefined;
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
  /** While it stays, so does all that a file's findings depend on outside its own text. */
  surroundings = 0;
  /** Counts the changes of who defines and names what, as trees show it; typing in a body changes nothing of that. */
  shape = 0;
  readonly paths = new PathList();
  readonly names = new Names();
  readonly #surroundings = new KnownSurroundings();
  readonly #files = new Map<string, FileRecord>();
  readonly #open = new Map<string, Document>();
  readonly #dirty = new Set<string>();
  readonly #stale = new Set<string>();
  readonly #configs = new Map<string, Config>();
  /** Texts of the few files that others depend on as a whole. */
  readonly #specials = new Map<string, string>();
  readonly #servers = new Map<string, ReadonlySet<string>>();
  /** Files whose keys show a dialect that extends the base: the folder of their realm, and how many each has. */
  readonly #showsIn = new Map<string, string>();
  readonly #shows = new Map<string, number>();
  readonly #schemas = new Map<string, Schema>();
  /** By file: whatever changes a schema enters its files again. */
  readonly #schemaOf = new Map<string, Schema>();
  readonly #placement = new Placement();
  readonly #placed = new Latest<Placed>();
  readonly #verdicts = new Latest<Verdict>();
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
    this.surroundings++;
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
        if (change.text === undefined) this.surroundings++;
        const language = languageOf(change.uri);
        if (change.text === undefined || language === undefined) continue;
        const before = this.#open.get(change.uri);
        const document = parse(change.uri, language, change.text, before);
        if (before && change.open && this.#bodyOnly(before, document)) continue;
        if (change.open) this.#open.set(change.uri, document);
        else this.#close(change.uri);
        this.#surround(document);
        documents.push({ document, open: change.open ?? false });
      }
    }
    for (const { document } of documents) this.#enter(document);
  }

  /** A change below the front matter changes neither what the file is nor what it defines: only what its body names. */
  #bodyOnly(before: Document, document: Document): boolean {
    const { uri } = document;
    const record = this.#files.get(uri);
    if (!record || !document.body || document.frontMatter === undefined || before.frontMatter !== document.frontMatter) return false;
    const verdict = this.#verdicts.get(before);
    if (verdict) this.#verdicts.set(document, verdict, true);
    this.#open.set(uri, document);
    this.#dirty.add(uri);
    const placedBefore = this.#placedOf(before);
    if (sameSymbols(placedBefore, this.#placedOf(document))) return true;
    const after = { ...record, refers: this.#refers(document) };
    this.#settle(record, after);
    this.#files.set(uri, after);
    return true;
  }

  #refers(document: Document): ReadonlySet<SymbolKey> {
    const symbols = new Set<SymbolKey>();
    for (const group of this.#placedOf(document).groups) for (const { symbol } of group.references) symbols.add(symbol);
    return symbols;
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

  get openUris(): Iterable<string> {
    return this.#open.keys();
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
    this.#verdicts.set(document, known, this.#open.has(document.uri));
    return known;
  }

  /** What a document names, of one kind or all, in order, with spans in its text. */
  references(document: Document, kind?: SymbolKind): readonly Reference[] {
    const placed = this.#placedOf(document);
    return kind === undefined ? placed.groups.flatMap(group => group.references) : placed.of(kind);
  }

  #placedOf(document: Document): Placed {
    const known = this.#placed.get(document);
    if (known) return known;
    const { uri } = document;
    const realm = this.#files.get(uri)?.realm ?? this.#realm(uri);
    const placed = this.#placement.place(document, {
      schema: this.schema(uri),
      folder: realmFolder(realm) ?? this.#home ?? parent(uri),
      resolvePath: path => this.resolvePath(path, uri),
    });
    this.#placed.set(document, placed, this.#open.has(uri));
    return placed;
  }

  /** Ids of the detected dialects that extend the base where a file lies or would lie. */
  detected(uri: string): readonly string[] {
    return this.#detected(this.#files.get(uri)?.realm ?? this.#realm(uri));
  }

  /** What a name means in a file. */
  resolve(symbol: SymbolKey, uri: string): Resolution {
    const all = this.names.definitions(symbol);
    if (all.length === 0) return nothing;
    const realm = this.#files.get(uri)?.realm ?? this.#realm(uri);
    const qualified = symbol.indexOf(':', symbol.indexOf(':') + 1) >= 0;
    if (qualified || all.every(definition => sees(realm, definition.realm))) return { found: all, elsewhere: nothing.elsewhere };
    const found = all.filter(definition => sees(realm, definition.realm));
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

  #close(uri: string): void {
    this.#open.delete(uri);
    this.#placed.close(uri);
    this.#verdicts.close(uri);
  }

  #remove(uri: string): void {
    this.surroundings++;
    this.#close(uri);
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
    this.#show(uri, undefined);
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
    this.#show(uri, showsDialect(document) ? this.#realm(uri) : undefined);
  }

  /** Configuration, MCP servers, plugin manifests and ignore files. */
  #special(uri: string, role: Role, document: Document | undefined): void {
    // Read again but unchanged: nothing below is stale, or two such files would make each other stale for ever.
    if (document && this.#specials.get(uri) === document.text) return;
    this.surroundings++;
    if (document) this.#specials.set(uri, document.text);
    else this.#specials.delete(uri);
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

  /** A file that shows a dialect came, went or moved to another realm; where it was the first or last, all the realm changes. */
  #show(uri: string, realm: string | undefined): void {
    const before = this.#showsIn.get(uri);
    const folder = realm === undefined ? undefined : (realmFolder(realm) ?? this.#home);
    if (before === folder) return;
    if (folder === undefined) this.#showsIn.delete(uri);
    else this.#showsIn.set(uri, folder);
    if (before !== undefined) this.#count(before, -1);
    if (folder !== undefined) this.#count(folder, 1);
  }

  #count(folder: string, by: 1 | -1): void {
    const count = (this.#shows.get(folder) ?? 0) + by;
    if (count > 0) this.#shows.set(folder, count);
    else this.#shows.delete(folder);
    if (count === (by > 0 ? 1 : 0)) this.#below(folder);
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
    // A manifest that came meanwhile may have given the file another realm.
    if (document.language === 'markdown') this.#show(uri, showsDialect(document) ? this.#realm(uri) : undefined);
    const before = this.#files.get(uri);
    const root = this.paths.base(uri);
    const path = root === undefined ? uri.split('/').slice(-4).join('/') : pathBelow(uri, root);
    const role = classify(document, path, this.#surroundings);
    const realm = this.#realm(uri);
    // Paths are resolved in the file's realm, so a first record goes in before the references are asked.
    this.#files.set(uri, { uri, role, realm, definitions: [], verdict: undefined, refers: new Set() });
    this.#placed.forget(document);
    const schemaBefore = this.#schemaOf.get(uri);
    this.#schemaOf.delete(uri);
    const definitions = role === 'agent' || role === 'skill' ? this.#define(document, role, realm, root) : [];
    const refers = this.#refers(document);
    const record: FileRecord = { uri, role, realm, definitions, verdict: this.verdict(document), refers };
    this.#settle(before, record);
    this.#files.set(uri, record);
    this.#dirty.add(uri);
    if (!this.#sameGround(before, record, schemaBefore)) this.surroundings++;
  }

  /** Whether a change of a file is nothing to the findings of others, nor to those of its body. */
  #sameGround(before: FileRecord | undefined, after: FileRecord, schemaBefore: Schema | undefined): boolean {
    if (before?.role !== after.role || before.realm !== after.realm) return false;
    if (schemaBefore !== this.#schemaOf.get(after.uri) || before.definitions.length !== after.definitions.length) return false;
    return before.definitions.every((definition, index) => {
      const other = after.definitions[index]!;
      return definition.symbol === other.symbol && sameFacets(definition, other, this.#facets);
    });
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
    if (!sameShape(before, after)) this.shape++;
    if (old !== now) this.#redefine(old, now);
    const uri = before?.uri ?? after?.uri ?? '';
    for (const symbol of before?.refers ?? []) {
      if (!after?.refers.has(symbol) && this.names.release(symbol, uri)) this.#definersDirty(symbol);
    }
    for (const symbol of after?.refers ?? []) {
      if (!before?.refers.has(symbol) && this.names.hold(symbol, uri)) this.#definersDirty(symbol);
    }
  }

  #redefine(old: readonly Definition[], now: readonly Definition[]): void {
    for (const definition of old) this.names.withdraw(definition);
    for (const definition of now) this.names.define(definition);
    for (const symbol of new Set([...old, ...now].map(d => d.symbol))) {
      const a = old.find(d => d.symbol === symbol);
      const b = now.find(d => d.symbol === symbol);
      if (!a || !b || !sameFacets(a, b, this.#facets)) this.#symbolChanged(symbol);
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
    const shows = detectPaths.find(path => uri.endsWith(`/${path}`));
    if (shows !== undefined) this.#below(uri.slice(0, -shows.length - 1));
    for (let at = uri; at !== '' && at.length > 8; at = parent(at)) {
      for (const holder of this.names.holders(symbolKey('file', at))) this.#dirty.add(holder);
    }
    const command = /\/commands\/([^/]+)\.md$/.exec(uri)?.[1];
    if (command === undefined) return;
    // Commands can be called as skills are.
    for (const holder of this.names.holders(symbolKey('skill', command))) this.#dirty.add(holder);
  }

  #realm(uri: string): string {
    const places = {
      home: this.#home,
      plugins: this.#surroundings.pluginRoots,
      root: (at: string) => this.paths.base(at),
    };
    return realmOf(uri, places);
  }

  #schema(uri: string, defines: 'agent' | 'skill', realm: string): Schema {
    const detected = this.#detected(realm);
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

  #detected(realm: string): string[] {
    const folder = realmFolder(realm) ?? this.#home ?? realm;
    return dialects.filter(d => d.detect && this.#isDetected(folder, d.detect.paths)).map(d => d.id);
  }

  #isDetected(folder: string, paths: readonly string[]): boolean {
    return this.#shows.has(folder) || paths.some(path => this.paths.has(join(folder, path)));
  }
}

const detectPaths = dialects.flatMap(dialect => dialect.detect?.paths ?? []);

const nothing: Resolution = { found: [], elsewhere: [] };

const extensionKeys = dialects.flatMap(dialect => dialect.detect?.keys ?? []);

const showsDialect = ({ data }: Document): boolean =>
  data?.is === 'map' && data.entries.some(({ key }) => extensionKeys.includes(key.text));

function sameShape(a: FileRecord | undefined, b: FileRecord | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.role !== b.role || a.realm !== b.realm || a.definitions.length !== b.definitions.length) return false;
  if (a.refers.size !== b.refers.size || [...a.refers].some(symbol => !b.refers.has(symbol))) return false;
  return a.definitions.every((definition, index) => sameShown(definition, b.definitions[index]!));
}
