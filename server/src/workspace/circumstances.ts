// All that decides what a file is and may say besides its own text: paths, neighbours, plugins, configuration, dialects.
import { Adopted } from './adopted';
import type { WorkspaceOptions } from './change';
import type { FileRole } from '../dialects/dialect';
import { Shared } from '../syntax/copy';
import type { Document } from '../syntax/document';
import { classify, languageOf, lookOf, type Role } from './classify';
import type { SchemaSource } from './config';
import type { DefinitionPlace, Defines } from './definitions';
import { Detection, folderShownBy, showsDialect } from './detection';
import { PathList } from './paths';
import type { Ground } from './placement';
import { realmFolder, realmOf } from './realms';
import type { Records } from './records';
import type { AdoptedSchema, Schema } from './schema';
import { Settled } from './settled';
import { KnownSurroundings } from './surroundings';
import { symbolKey } from './symbols';
import { baseName, decoded, isBelow, join, meantBy, parent, pathBelow, pathFrom } from './uris';

export class Circumstances {
  readonly paths = new PathList();
  readonly surroundings = new KnownSurroundings(this.paths);
  readonly settled = new Settled();
  readonly home: string | undefined;
  readonly #reader: string | undefined;
  readonly #adopted = new Adopted();
  readonly #detection = new Detection(this.paths);
  readonly #records: Records;
  readonly #realms = new Shared();
  readonly #again: (uri: string) => void;

  /** `again` is told of each file that must be judged again. */
  constructor({ home, reader }: WorkspaceOptions, records: Records, again: (uri: string) => void) {
    this.home = home;
    this.#reader = reader;
    this.#records = records;
    this.#again = again;
  }

  /** A path came or went. */
  pathChanged(uri: string): void {
    const shownIn = folderShownBy(uri);
    if (shownIn !== undefined) this.#below(shownIn);
    for (let at = uri; at !== '' && at.length > 8; at = parent(at)) {
      this.#records.markHolders(symbolKey('file', at));
      // Of a skill that is not found it is said whether its folder is there.
      if (baseName(parent(at)) === 'skills') this.#records.markHolders(symbolKey('skill', baseName(at)));
    }
    if (baseName(uri) === 'plugin.json') this.#serversAgain(uri);
    // All that lies in the folder of a skill belongs to it.
    if (baseName(uri) === 'SKILL.md' && !(this.paths.has(uri) && this.paths.isAlone(uri))) this.#below(parent(uri));
  }

  /** Whose plugin MCP servers belong to is told by where its manifest lies: beside them, or in `.claude-plugin` there. */
  #serversAgain(manifest: string): void {
    for (const folder of [parent(manifest), parent(parent(manifest))]) {
      const servers = join(folder, '.mcp.json');
      if (this.#records.files.has(servers)) this.#records.dirty.add(servers);
    }
  }

  /** Takes what other files' kinds depend on; true where findings of other files may have changed. */
  take(document: Document): boolean {
    const { uri } = document;
    if (document.language !== 'markdown')
      return this.#special(uri, classify(document, '', this.surroundings), document);
    if (this.surroundings.looks.set(uri, lookOf(document))) this.#neighboursAgain(uri);
    this.show(uri, document);
    return false;
  }

  forget(uri: string, role: Role): void {
    if (this.surroundings.looks.set(uri, 'gone')) this.#neighboursAgain(uri);
    this.show(uri, undefined);
    this.#special(uri, role, undefined);
  }

  /** A file that shows a dialect came, went or moved to another realm. */
  show(uri: string, document: Document | undefined): void {
    const shows = document?.language === 'markdown' && showsDialect(document);
    const folder = shows ? (realmFolder(this.realm(uri)) ?? this.home) : undefined;
    for (const changed of this.#detection.show(uri, folder)) this.#below(changed);
  }

  role(document: Document): Role {
    const { uri } = document;
    const root = this.paths.base(uri);
    const path = root === undefined ? uri.split('/').slice(-4).join('/') : pathBelow(uri, root);
    return classify(document, path, this.surroundings);
  }

  realm(uri: string): string {
    const places = {
      home: this.home,
      plugins: this.surroundings.pluginRoots,
      root: (at: string) => this.paths.base(at),
    };
    return this.#realms.of(realmOf(uri, places));
  }

  /** The nearest folder around a file in which a SKILL.md stands, or else its own. */
  skillFolder(uri: string): string {
    const root = this.paths.base(uri) ?? '';
    for (let folder = parent(uri); folder.length > Math.max(root.length, 8); folder = parent(folder)) {
      if (this.surroundings.hasSkill(folder)) return folder;
    }
    return parent(uri);
  }

  schema(uri: string, role: FileRole, realm: string): Schema {
    const folder = realmFolder(realm) ?? this.home ?? realm;
    const config = this.settled.configurations.of(uri);
    const source = config.schemas[role];
    const adopted = source && this.adopted(source);
    return this.#detection.schema(uri, role, realm.startsWith('plugin:'), folder, config, adopted);
  }

  /** Whether a file that is listed alone is read all the same, as a configuration adopts it. */
  adopts(uri: string): boolean {
    return this.settled.configurations.adopted.has(uri) && languageOf(uri) === undefined;
  }

  /** Takes the text of an adopted schema, or its absence, or that it is gone; true where it is another one, and so what
   * its files may say. */
  adopt(uri: string, text: string | undefined, gone = false): boolean {
    // Whether it can be read is told where it is named.
    this.#records.markHolders(symbolKey('file', uri));
    if (!(gone ? this.#adopted.forget(uri) : this.#adopted.set(uri, text))) return false;
    this.#detection.forgetSchemas();
    const { configurations } = this.settled;
    for (const { uri: file, schema } of this.#records.files.values()) {
      if (schema && configurations.of(file).schemas[schema.kind.role]?.uri === uri) this.#again(file);
    }
    return true;
  }

  /** Schemas that are there, or may be, and whose text nobody gave yet. */
  *wanted(): Iterable<string> {
    for (const uri of this.settled.configurations.adopted)
      if (languageOf(uri) === undefined && this.#mayBeRead(uri) && this.#adopted.wants(uri)) yield uri;
  }

  /** What is listed, and what is left out of git below a root: the configuration names it, so it is meant. */
  #mayBeRead(uri: string): boolean {
    return this.paths.has(uri) || (this.paths.root(uri) !== undefined && this.paths.existence(uri) === 'unknown');
  }

  /** What an adopted schema says; undefined where it was not read. */
  adopted({ uri, part, level }: SchemaSource): AdoptedSchema | undefined {
    const path = this.shown(uri).replace(/[`\r\n]/g, "'");
    const title = `\`${path}\``;
    const schema = this.#adopted.of(uri, { part, title, level });
    return schema && { ...schema, title, level };
  }

  /** A file or folder as messages name it. */
  shown(uri: string): string {
    const { home } = this;
    const base = this.paths.base(uri);
    if (uri === base) return baseName(uri);
    if (base === undefined && home !== undefined && uri.startsWith(`${home}/`)) return `~/${pathBelow(uri, home)}`;
    if (this.#reader !== undefined) return decoded(pathFrom(this.#reader, uri)) || baseName(uri);
    return base === undefined ? baseName(uri) : pathBelow(uri, base);
  }

  /** What the paths in a file count from. */
  ground(uri: string, schema: Schema | undefined, folder: string, realm: string): Ground {
    const resolvePath = (path: string): string => meantBy(path, uri, folder);
    const pluginFolder = realm.startsWith('plugin:') ? realmFolder(realm) : undefined;
    return { schema, folder, resolvePath, ownFolder: parent(uri), skillFolder: this.skillFolder(uri), pluginFolder };
  }

  definitionPlace(uri: string, defines: Defines, realm: string): DefinitionPlace {
    const plugin = realm.startsWith('plugin:') ? this.surroundings.plugin(uri) : undefined;
    const listed = plugin?.skills.some(path => [parent(uri), parent(parent(uri))].includes(path)) ?? false;
    const folder = this.surroundings.folderNamed(`${defines}s`, uri, this.paths.base(uri));
    return { defines, realm, plugin: plugin?.name, folder, listed };
  }

  /** Ids of the detected dialects that extend the base in a realm. */
  detected(realm: string): string[] {
    return this.#detection.detected(realmFolder(realm) ?? this.home ?? realm);
  }

  /** Configuration, MCP servers, plugin manifests and ignore files. */
  #special(uri: string, role: Role, document: Document | undefined): boolean {
    if (!this.settled.setText(uri, document?.text)) return false;
    switch (role) {
      case 'configuration':
        this.#detection.forgetSchemas();
        for (const folder of this.settled.configurations.set(uri, document)) this.#below(folder);
        this.#adopted.keep(this.settled.configurations.adopted);
        break;
      case 'mcp':
      case 'settings':
      case 'plugin':
        if (this.settled.setServers(uri, document, role)) this.#records.markHoldersOfKind('mcp');
        if (role === 'plugin') this.#below(this.surroundings.setPlugin(uri, document?.data));
        break;
      case 'marketplace':
        this.#below(this.surroundings.setMarketplace(uri, document?.data));
        break;
      case 'ignore':
        this.paths.setIgnore(uri, document?.text);
        this.#below(parent(uri));
        this.#records.markHoldersBelow(parent(uri));
        break;
      case 'agent':
      case 'skill':
      case 'command':
      case 'rule':
      case 'output-style':
      case 'memory':
      case 'hooks':
      case 'lsp':
      case 'companion':
      case 'plain':
      case 'foreign':
        break;
      default:
        role satisfies never;
    }
    return true;
  }

  #neighboursAgain(uri: string): void {
    for (const neighbour of this.surroundings.looks.filesIn(parent(uri))) this.#again(neighbour);
  }

  /** Everything below a folder must be judged again. Rare: a configuration, a manifest, the first file of a dialect. */
  #below(folder: string): void {
    for (const uri of this.#records.files.keys()) if (isBelow(uri, folder)) this.#again(uri);
  }
}
