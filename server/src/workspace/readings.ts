// What is computed of a document from where it lies, and kept while neither changes: its verdict, and what it names.
import type { Document } from '../syntax/document';
import type { Circumstances } from './circumstances';
import { Latest } from './latest';
import { Placed, type Group } from './placement';
import { realmFolder } from './realms';
import type { Records } from './records';
import type { Schema } from './schema';
import type { Trees } from './trees';
import { parent } from './uris';
import { judge, type Verdict } from './verdict';

export class Readings {
  readonly #records: Records;
  readonly #circumstances: Circumstances;
  readonly #trees: Trees;
  readonly #placed = new Latest<Placed>();
  readonly #verdicts = new Latest<Verdict>();

  constructor(records: Records, circumstances: Circumstances, trees: Trees) {
    this.#records = records;
    this.#circumstances = circumstances;
    this.#trees = trees;
  }

  /** What the file may say; undefined for files that define nothing. */
  schema(uri: string): Schema | undefined {
    return this.#records.files.get(uri)?.schema;
  }

  /** What Claude Code makes of an agent or skill; undefined for files that it does not read. */
  verdict(document: Document): Verdict | undefined {
    const schema = this.schema(document.uri);
    if (!schema || schema.kind.loader === 'strict' || schema.kind.loader === 'none') return undefined;
    const known = this.#verdicts.get(document) ?? judge(document, schema.kind.role);
    this.#verdicts.set(document, known, this.#trees.get(document.uri) === document);
    return known;
  }

  /** A new version has the verdict of the old one. */
  keepVerdict(before: Document, document: Document): void {
    const verdict = this.#verdicts.get(before);
    if (verdict) this.#verdicts.set(document, verdict, true);
  }

  outdateVerdict(uri: string): void {
    this.#verdicts.outdate(uri);
  }

  /** What a document names, by entry and section. */
  groups(document: Document): readonly Group[] {
    return this.placed(document).groups;
  }

  /** The same of the last version of an open file. */
  lastGroups(uri: string): readonly Group[] | undefined {
    return this.#placed.last(uri)?.groups;
  }

  outdateGroups(uri: string): void {
    this.#placed.outdate(uri);
  }

  placed(document: Document): Placed {
    const known = this.#placed.get(document);
    if (known) return known;
    const { uri } = document;
    const ground = this.#circumstances.ground(uri, this.schema(uri), this.folder(uri), this.realm(uri));
    const placed = new Placed(document, ground, this.#placed.last(uri));
    this.#placed.set(document, placed, this.#trees.get(uri) === document);
    return placed;
  }

  close(uri: string): void {
    this.#placed.close(uri);
    this.#verdicts.close(uri);
  }

  realm(uri: string): string {
    return this.#records.files.get(uri)?.realm ?? this.#circumstances.realm(uri);
  }

  /** The folder that paths in a file count from. */
  folder(uri: string): string {
    return realmFolder(this.realm(uri)) ?? this.#circumstances.home ?? parent(uri);
  }
}
