// What is named, where and by whom: the only state of the engine. Files go in, questions are answered.
import type { Document } from '../syntax/document';
import { parse } from '../syntax/parse';
import type { SymbolKind } from '../dialects/dialect';
import { isFile, type Change, type Unread, type WorkspaceOptions } from './change';
import { Circumstances } from './circumstances';
import { languageOf, type Look, type Role } from './classify';
import type { Level, SchemaSource } from './config';
import type { ConfigOf } from './configurations';
import { definedBy, definitionsOf, sameInKeys } from './definitions';
import type { Crowd, Habits } from './habits';
import type { Headings } from './headings';
import type { Imports } from './imports';
import { Latest } from './latest';
import { mayMention, traceOf } from './mentions';
import type { Names } from './names';
import type { Existence, PathList } from './paths';
import { Placed, sameNames, type Group } from './placement';
import { realmFolder } from './realms';
import { Records, type FileRecord } from './records';
import { resolveIn, visibleIn, type Resolution } from './resolve';
import { hasKind, type AdoptedSchema, type Schema } from './schema';
import type { Server } from './settled';
import type { Plugin } from './surroundings';
import type { Definition, Facet, Reference, SymbolKey } from './symbols';
import { Trees } from './trees';
import { meantBy, parent } from './uris';
import { judge, type Verdict } from './verdict';

export type { Change, WorkspaceOptions } from './change';
export type { FileRecord } from './records';

export class Workspace {
  /** While it stays, so does all that a file's findings depend on outside its own text. */
  surroundings = 0;
  readonly paths: PathList;
  readonly names: Names;
  readonly imports: Imports;
  readonly headings: Headings;
  readonly unread: ReadonlyMap<string, Unread>;
  readonly #records: Records;
  readonly #circumstances: Circumstances;
  readonly #trees: Trees;
  readonly #stale = new Set<string>();
  readonly #placed = new Latest<Placed>();
  readonly #verdicts = new Latest<Verdict>();

  constructor(options: WorkspaceOptions = {}) {
    this.#trees = new Trees(options.keep ?? 0);
    this.#records = new Records(options.facets ?? new Set<Facet>(['name', 'description', 'loads', 'preloadable']));
    this.#circumstances = new Circumstances(options.home, this.#records, uri => this.#again(uri));
    ({ names: this.names, imports: this.imports, headings: this.headings, unread: this.unread } = this.#records);
    this.paths = this.#circumstances.paths;
  }

  /** Counts the changes of who defines and names what, as trees show it; typing in a body changes nothing of that. */
  get shape(): number {
    return this.#records.shape;
  }

  setRoots(roots: readonly string[]): void {
    this.paths.setRoots(roots);
    for (const uri of this.#records.files.keys()) this.#stale.add(uri);
  }

  /** A person's own levels, laid over those of the repositories. */
  setOwnLevels(levels: Readonly<Record<string, Level>>): void {
    this.#circumstances.settled.configurations.setOwnLevels(levels);
    this.surroundings++;
    for (const uri of this.#records.files.keys()) this.#records.dirty.add(uri);
  }

  /** One transaction: every change is entered before anything is asked. Applying the same twice is harmless. */
  apply(changes: readonly Change[]): void {
    const documents: { document: Document; before: Document | undefined }[] = [];
    for (const { uri, text: given, open, gone, unread } of changes) {
      if (gone) {
        this.#remove(uri);
        continue;
      }
      const text = unread ? '' : given;
      this.#records.setUnread(uri, unread);
      if (isFile(unread) ? this.paths.add(uri) : this.paths.delete(uri)) this.#circumstances.pathChanged(uri);
      if (text === undefined) this.surroundings++;
      const language = languageOf(uri);
      if (text === undefined || language === undefined) continue;
      const before = this.#trees.open(uri);
      const document = parse(uri, language, text, this.#trees.get(uri));
      if (before && open && this.#bodyOnly(before, document)) continue;
      if (!open) this.#close(uri);
      this.#trees.set(document, open === true);
      if (!unread && this.#circumstances.take(document)) this.surroundings++;
      documents.push({ document, before });
    }
    this.#adopt(changes);
    for (const { document, before } of documents) this.#enter(document, before);
    this.#readWanted();
  }

  /** Takes the texts of JSON Schemas that a configuration adopts, which may have come along, and asks for the others. */
  #adopt(changes: readonly Change[]): void {
    for (const { uri, text, gone, unread } of changes) {
      if (!gone && (!this.adopts(uri) || (text === undefined && !unread))) continue;
      if (this.#circumstances.adopt(uri, unread ? undefined : text, gone)) this.surroundings++;
    }
    for (const uri of this.#circumstances.wanted()) this.#stale.add(uri);
  }

  /** Reads headings where a tree is at hand, and has the other files read again. */
  #readWanted(): void {
    if (this.#records.wanted.size === 0) return;
    for (const uri of this.#records.wanted) {
      const tree = this.#trees.get(uri);
      if (tree && this.#records.setHeadings(uri, tree)) this.surroundings++;
      else if (!tree && this.#records.files.has(uri)) this.#stale.add(uri);
    }
    this.#records.wanted.clear();
  }

  /** A change below the front matter changes neither what the file is nor what it defines: only what its body names. */
  #bodyOnly(before: Document, document: Document): boolean {
    const { uri } = document;
    const record = this.#records.files.get(uri);
    if (!record || !document.body || document.frontMatter === undefined || before.frontMatter !== document.frontMatter)
      return false;
    const verdict = this.#verdicts.get(before);
    if (verdict) this.#verdicts.set(document, verdict, true);
    this.#trees.set(document, true);
    this.#records.dirty.add(uri);
    this.#records.habits.change(uri);
    if (this.#records.setHeadings(uri, document)) this.surroundings++;
    const groupsBefore = this.groups(before);
    if (!sameNames(groupsBefore, this.groups(document))) {
      this.#records.replace(record, { ...record, refers: this.#refers(document, record) });
      if (this.#records.chain(uri, this.#placedOf(document).imports)) this.surroundings++;
    }
    return true;
  }

  /** Files whose findings may have changed since this was last asked. */
  takeDirty(): string[] {
    const dirty = [...this.#records.dirty];
    this.#records.dirty.clear();
    return dirty;
  }

  get isStale(): boolean {
    return this.#stale.size > 0;
  }

  /** Closed files that must be read and applied again, since what they are depends on what changed. */
  takeStale(): string[] {
    const stale = [...this.#stale];
    this.#stale.clear();
    return stale;
  }

  /** The tree of an open file, or of one that is kept. */
  document(uri: string): Document | undefined {
    return this.#trees.get(uri);
  }

  /** The tree of a closed file whose text a host has read; nothing of it is kept. */
  read(uri: string, text: string): Document {
    return this.#trees.open(uri) ?? parse(uri, languageOf(uri) ?? (uri.endsWith('.json') ? 'json' : 'markdown'), text);
  }

  file(uri: string): FileRecord | undefined {
    return this.#records.files.get(uri);
  }

  get openUris(): Iterable<string> {
    return this.#trees.openUris;
  }

  get files(): Iterable<FileRecord> {
    return this.#records.files.values();
  }

  /** Files that may mention a name in a form that does not show it: those whose trees stay, and those whose trace holds it. For
   * requests, not for keystrokes. */
  *mayMention(name: string): Iterable<string> {
    for (const { uri, trace } of this.#records.files.values())
      if (this.#trees.get(uri) || mayMention(trace, name)) yield uri;
  }

  role(uri: string): Role {
    return this.#records.files.get(uri)?.role ?? 'plain';
  }

  /** What the file may say; undefined for files that define nothing. */
  schema(uri: string): Schema | undefined {
    return this.#records.files.get(uri)?.schema;
  }

  /** What a file and its siblings have in common. For idle time and requests, not for keystrokes. */
  crowd(uri: string): Crowd | undefined {
    return this.#currentHabits().crowd(uri);
  }

  /** The agents, skills or commands among which a file lies, though it may not count, as one that is being written. */
  crowdAround(uri: string): Crowd | undefined {
    const record = this.file(uri);
    return record && this.#currentHabits().around(record);
  }

  #currentHabits(): Habits {
    const { habits } = this.#records;
    for (const changed of habits.changed) {
      const document = this.#trees.get(changed);
      if (document) this.#takeHabits(document);
    }
    return habits;
  }

  /** A file that is not listed, lies too deep or is left out is none of the crowd. */
  #takeHabits(document: Document): void {
    const { uri } = document;
    const record = this.#records.files.get(uri)!;
    const seen = record.verdict?.listed !== false && record.definitions[0]?.reachable !== false;
    this.#records.habits.take(uri, { record, document, counts: seen && !this.isIgnored(uri) });
  }

  config(uri: string): ConfigOf {
    return this.#circumstances.settled.configurations.of(uri);
  }

  /** Whether a file of no special name is read, as a configuration adopts it. */
  adopts(uri: string): boolean {
    return this.#circumstances.adopts(uri);
  }

  /** What an adopted JSON Schema says; undefined where it was not read. */
  adopted(source: SchemaSource): AdoptedSchema | undefined {
    return this.#circumstances.adopted(source);
  }

  /** Whether the configuration leaves a file out. */
  isIgnored(uri: string): boolean {
    return this.config(uri).ignored;
  }

  /** What Claude Code makes of an agent or skill; undefined for files that it does not read. */
  verdict(document: Document): Verdict | undefined {
    const schema = this.schema(document.uri);
    if (!schema || schema.kind.loader === 'strict' || schema.kind.loader === 'none') return undefined;
    const known = this.#verdicts.get(document) ?? judge(document, schema.kind.role);
    this.#verdicts.set(document, known, this.#trees.get(document.uri) === document);
    return known;
  }

  /** What a document names, of one kind or all, in order, with spans in its text. */
  references(document: Document, kind?: SymbolKind): readonly Reference[] {
    const placed = this.#placedOf(document);
    return kind === undefined ? placed.groups.flatMap(group => group.references) : placed.of(kind);
  }

  /** What a document names, by entry and section. */
  groups(document: Document): readonly Group[] {
    return this.#placedOf(document).groups;
  }

  #refers(document: Document, before: FileRecord | undefined): SymbolKey[] {
    return this.#records.owned([...this.#placedOf(document).symbols], before?.refers);
  }

  #placedOf(document: Document): Placed {
    const known = this.#placed.get(document);
    if (known) return known;
    const { uri } = document;
    const ground = this.#circumstances.ground(uri, this.schema(uri), this.#folder(uri));
    const placed = new Placed(document, ground, this.#placed.last(uri));
    this.#placed.set(document, placed, this.#trees.get(uri) === document);
    return placed;
  }

  /** Ids of the detected dialects that extend the base where a file lies or would lie. */
  detected(uri: string): readonly string[] {
    return this.#circumstances.detected(this.#realmAt(uri));
  }

  /** What a name means in a file. */
  resolve(symbol: SymbolKey, uri: string): Resolution {
    return resolveIn(this.names, symbol, () => this.#realmAt(uri));
  }

  /** Every definition of a kind that can be named in a file, by name. For requests, not for keystrokes. */
  visible(kind: SymbolKind, uri: string): Definition[] {
    return visibleIn(this.names, kind, this.#realmAt(uri));
  }

  /** The URI that a path in a file means, from the project's folder or the file's own. */
  resolvePath(path: string, uri: string): string {
    return meantBy(path, uri, this.#folder(uri));
  }

  /** The nearest folder around a file in which a SKILL.md stands, or else its own. */
  skillFolder(uri: string): string {
    return this.#circumstances.skillFolder(uri);
  }

  existence(uri: string): Existence {
    return this.paths.existence(uri);
  }

  /** MCP servers that are configured for a file's project; undefined where nothing configures any. */
  servers(uri: string): ReadonlySet<string> | undefined {
    return this.#circumstances.settled.servers(uri);
  }

  /** Of these, the ones that are configured, and not approved alone. */
  configuredServers(uri: string): readonly string[] {
    return this.#circumstances.settled.configuredServers(uri);
  }

  /** The MCP server that a name means in a file, where something in the workspace configures it. */
  server(name: string, uri: string): Server | undefined {
    return this.#circumstances.settled.server(name, uri);
  }

  plugin(uri: string): Plugin | undefined {
    return this.#circumstances.surroundings.plugin(uri);
  }

  /** What most Markdown files of a folder look like. */
  lookOfFolder(folder: string): Look | undefined {
    return this.#circumstances.surroundings.mostLook(folder);
  }

  get home(): string | undefined {
    return this.#circumstances.home;
  }

  #close(uri: string): void {
    this.#trees.delete(uri);
    this.#placed.close(uri);
    this.#verdicts.close(uri);
  }

  #remove(uri: string): void {
    this.surroundings++;
    this.#close(uri);
    if (this.paths.delete(uri)) this.#circumstances.pathChanged(uri);
    const record = this.#records.files.get(uri);
    this.#records.forget(uri);
    if (record) this.#circumstances.forget(uri, record.role);
  }

  #again(uri: string): void {
    const open = this.#trees.open(uri);
    if (open) this.#enter(open);
    else if (this.#records.files.has(uri)) this.#stale.add(uri);
    this.#records.dirty.add(uri);
  }

  /** `last` is the version of an open file that is entered now, where nothing but its text has changed. */
  #enter(document: Document, last?: Document): void {
    const { uri } = document;
    this.#stale.delete(uri);
    // A manifest that came meanwhile may have given the file another realm.
    this.#circumstances.show(uri, document);
    const before = this.#records.files.get(uri);
    const role = this.#circumstances.role(document);
    const realm = this.#circumstances.realm(uri);
    // Paths are resolved in the file's realm, so a first record goes in before the references are asked.
    const schema = hasKind(role) ? this.#circumstances.schema(uri, role, realm) : undefined;
    this.#records.files.set(uri, {
      uri,
      role,
      realm,
      schema,
      definitions: [],
      verdict: undefined,
      refers: [],
      trace: '',
    });
    const groupsBefore = this.#placed.last(uri)?.groups;
    this.#placed.outdate(uri);
    const defines = definedBy(role);
    const sameSchema = before?.schema === schema;
    if (!sameSchema) this.#verdicts.outdate(uri);
    const verdict = this.verdict(document);
    const sameGround = sameSchema && before?.realm === realm && before.verdict?.listed === verdict?.listed;
    const same = sameGround && last !== undefined && sameInKeys(last, document);
    const place = same || !defines ? undefined : this.#circumstances.definitionPlace(uri, defines, realm);
    const kept = same ? before.definitions : [];
    const definitions = place && schema ? definitionsOf(document, place, schema, verdict) : kept;
    const sameRefers = before && groupsBefore && sameNames(groupsBefore, this.groups(document));
    const refers = sameRefers ? before.refers : this.#refers(document, before);
    const trace = this.#trees.get(uri) ? '' : traceOf(document);
    const record: FileRecord = { uri, role, realm, schema, definitions, verdict, refers, trace };
    this.#records.replace(before, record);
    this.#records.dirty.add(uri);
    if (this.#trees.get(uri)) this.#records.habits.change(uri);
    else this.#takeHabits(document);
    const otherChain = !sameRefers && this.#records.chain(uri, this.#placedOf(document).imports);
    const otherHeadings = this.#records.setHeadings(uri, document);
    if (!sameSchema || otherChain || otherHeadings || !this.#records.sameToOthers(before, record)) this.surroundings++;
  }

  #realmAt(uri: string): string {
    return this.#records.files.get(uri)?.realm ?? this.#circumstances.realm(uri);
  }

  /** The folder that paths in a file count from. */
  #folder(uri: string): string {
    return realmFolder(this.#realmAt(uri)) ?? this.#circumstances.home ?? parent(uri);
  }
}
