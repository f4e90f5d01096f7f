// What is named, where and by whom: the only state of the engine. Files go in, questions are answered.
import type { Document } from '../syntax/document';
import { parse } from '../syntax/parse';
import type { SymbolKind } from '../dialects/dialect';
import type { Change, Unread, WorkspaceOptions } from './change';
import { Circumstances } from './circumstances';
import { languageOf, type Look, type Role } from './classify';
import type { Level, SchemaSource } from './config';
import type { ConfigOf } from './configurations';
import type { Crowd } from './habits';
import type { Headings } from './headings';
import type { Imports } from './imports';
import { Intake } from './intake';
import { mayMention, mayName } from './mentions';
import type { Names } from './names';
import type { Existence, PathList } from './paths';
import type { Group } from './placement';
import { unpackPlaces, type KeptPlace } from './places';
import { Readings } from './readings';
import { Records, type FileRecord } from './records';
import { resolveIn, visibleIn, type Resolution } from './resolve';
import type { AdoptedSchema, Schema } from './schema';
import type { Server } from './settled';
import type { Plugin } from './surroundings';
import type { Definition, Facet, Reference, SymbolKey } from './symbols';
import { Trees } from './trees';
import { meantBy } from './uris';
import type { Verdict } from './verdict';
import { VisibleNames, type NameList } from './visible-names';

export type { Change, WorkspaceOptions } from './change';
export type { FileRecord } from './records';

export class Workspace {
  readonly paths: PathList;
  readonly names: Names;
  readonly imports: Imports;
  readonly headings: Headings;
  readonly unread: ReadonlyMap<string, Unread>;
  readonly #records: Records;
  readonly #circumstances: Circumstances;
  readonly #trees: Trees;
  readonly #readings: Readings;
  readonly #intake: Intake;
  readonly #visible: VisibleNames;

  constructor(options: WorkspaceOptions = {}) {
    this.#trees = new Trees(options.keep ?? 0);
    this.#records = new Records(options.facets ?? new Set<Facet>(['name', 'description', 'loads', 'preloadable']));
    this.#circumstances = new Circumstances(options, this.#records, uri => this.#intake.again(uri));
    this.#readings = new Readings(this.#records, this.#circumstances, this.#trees);
    this.#intake = new Intake(this.#records, this.#circumstances, this.#trees, this.#readings);
    ({ names: this.names, imports: this.imports, headings: this.headings, unread: this.unread } = this.#records);
    this.#visible = new VisibleNames(this.names);
    this.paths = this.#circumstances.paths;
  }

  /** While it stays, so does all that a file's findings depend on outside its own text. */
  get surroundings(): number {
    return this.#intake.surroundings;
  }

  /** Counts the changes of who defines and names what, as trees show it; typing in a body changes nothing of that. */
  get shape(): number {
    return this.#records.shape;
  }

  setRoots(roots: readonly string[]): void {
    this.paths.setRoots(roots);
    for (const uri of this.#records.files.keys()) this.#intake.stale.add(uri);
  }

  /** A person's own levels, laid over those of the repositories. */
  setOwnLevels(levels: Readonly<Record<string, Level>>): void {
    this.#circumstances.settled.configurations.setOwnLevels(levels);
    this.#intake.surroundings++;
    for (const uri of this.#records.files.keys()) this.#records.dirty.add(uri);
  }

  /** One transaction: every change is entered before anything is asked. Applying the same twice is harmless. */
  apply(changes: readonly Change[]): void {
    this.#intake.apply(changes);
  }

  /** Files whose findings may have changed since this was last asked. */
  takeDirty(): string[] {
    const dirty = [...this.#records.dirty];
    this.#records.dirty.clear();
    return dirty;
  }

  get isStale(): boolean {
    return this.#intake.stale.size > 0;
  }

  /** Closed files that must be read and applied again, since what they are depends on what changed. */
  takeStale(): string[] {
    const stale = [...this.#intake.stale];
    this.#intake.stale.clear();
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

  /** A file or folder as messages name it. */
  shown(uri: string): string {
    return this.#circumstances.shown(uri);
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

  /** Those of them that may mention it by itself, and not in a path alone. */
  *mayName(name: string): Iterable<string> {
    for (const { uri, trace } of this.#records.files.values())
      if (this.#trees.get(uri) || mayName(trace, name)) yield uri;
  }

  /** Where a closed file names some of the agents, skills, commands and styles, as it was last read; undefined where its tree must
   * tell. */
  places(uri: string, symbols: ReadonlySet<SymbolKey>): KeptPlace[] | undefined {
    const record = this.#trees.get(uri) ? undefined : this.#records.files.get(uri);
    return record?.places === undefined ? undefined : unpackPlaces(record.places, record.refers, symbols);
  }

  role(uri: string): Role {
    return this.#records.files.get(uri)?.role ?? 'plain';
  }

  /** What the file may say; undefined for files that define nothing. */
  schema(uri: string): Schema | undefined {
    return this.#readings.schema(uri);
  }

  /** What a file and its siblings have in common. For idle time and requests, not for keystrokes. */
  crowd(uri: string): Crowd | undefined {
    return this.#intake.currentHabits().crowd(uri);
  }

  /** The agents, skills or commands among which a file lies, though it may not count, as one that is being written. */
  crowdAround(uri: string): Crowd | undefined {
    const record = this.file(uri);
    return record && this.#intake.currentHabits().around(record);
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
    return this.#readings.verdict(document);
  }

  /** What a document names, of one kind or all, in order, with spans in its text. */
  references(document: Document, kind?: SymbolKind): readonly Reference[] {
    const placed = this.#readings.placed(document);
    return kind === undefined ? placed.groups.flatMap(group => group.references) : placed.of(kind);
  }

  /** What a document names, by entry and section. */
  groups(document: Document): readonly Group[] {
    return this.#readings.groups(document);
  }

  /** Ids of the detected dialects that extend the base where a file lies or would lie. */
  detected(uri: string): readonly string[] {
    return this.#circumstances.detected(this.#readings.realm(uri));
  }

  /** What a name means in a file. */
  resolve(symbol: SymbolKey, uri: string): Resolution {
    return resolveIn(this.names, symbol, () => this.#readings.realm(uri));
  }

  /** Every definition of a kind that can be named in a file, by name. For requests, not for keystrokes. */
  visible(kind: SymbolKind, uri: string): Definition[] {
    return visibleIn(this.names, kind, this.#readings.realm(uri));
  }

  /** The names of a kind that can be named in a file. */
  visibleNames(kind: SymbolKind, uri: string): NameList {
    return this.#visible.of(kind, this.#readings.realm(uri));
  }

  /** The URI that a path in a file means, from the project's folder or the file's own. */
  resolvePath(path: string, uri: string): string {
    return meantBy(path, uri, this.#readings.folder(uri));
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
}
