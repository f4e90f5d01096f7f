// Takes files in: what each is, defines and names goes in, the old comes out, and whom it concerns is marked.
import { changedValue } from '../syntax/changed';
import type { Document } from '../syntax/document';
import { parse } from '../syntax/parse';
import { isFile, type Change } from './change';
import type { Circumstances } from './circumstances';
import { languageOf, tellingKeys } from './classify';
import { definedBy, definitionsOf, sameInKeys } from './definitions';
import type { Habits } from './habits';
import { traceOf } from './mentions';
import { sameNames, soleChange, type Group, type SoleChange } from './placement';
import { packPlaces } from './places';
import type { Readings } from './readings';
import type { FileRecord, Records } from './records';
import { hasKind } from './schema';
import type { SymbolKey } from './symbols';
import type { Trees } from './trees';

/** The tree of a file tells where it names what. */
const inTree = { trace: '', places: undefined };

/** What is known of the last version of a file. */
interface Before {
  /** Its tree, where nothing but its text has changed since. */
  readonly last: Document | undefined;
  readonly before: FileRecord | undefined;
  readonly groupsBefore: readonly Group[] | undefined;
}

export class Intake {
  /** Counts what findings may depend on outside a file's own text. */
  surroundings = 0;
  /** Closed files that must be read and applied again. */
  readonly stale = new Set<string>();
  readonly #records: Records;
  readonly #circumstances: Circumstances;
  readonly #trees: Trees;
  readonly #readings: Readings;

  constructor(records: Records, circumstances: Circumstances, trees: Trees, readings: Readings) {
    this.#records = records;
    this.#circumstances = circumstances;
    this.#trees = trees;
    this.#readings = readings;
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
      if (isFile(unread) ? this.#circumstances.paths.add(uri) : this.#circumstances.paths.delete(uri))
        this.#circumstances.pathChanged(uri);
      if (text === undefined) this.surroundings++;
      const language = languageOf(uri);
      if (text === undefined || language === undefined) continue;
      const before = this.#trees.open(uri);
      const document = parse(uri, language, text, this.#trees.get(uri));
      if (before && open && (this.#bodyOnly(before, document) || this.#valueOnly(before, document))) continue;
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
      if (!gone && (!this.#circumstances.adopts(uri) || (text === undefined && !unread))) continue;
      if (this.#circumstances.adopt(uri, unread ? undefined : text, gone)) this.surroundings++;
    }
    for (const uri of this.#circumstances.wanted()) this.stale.add(uri);
  }

  /** Reads headings where a tree is at hand, and has the other files read again. */
  #readWanted(): void {
    if (this.#records.wanted.size === 0) return;
    for (const uri of this.#records.wanted) {
      const tree = this.#trees.get(uri);
      if (tree && this.#records.setHeadings(uri, tree)) this.surroundings++;
      else if (!tree && this.#records.files.has(uri)) this.stale.add(uri);
    }
    this.#records.wanted.clear();
  }

  /** A change below the front matter changes neither what the file is nor what it defines: only what its body names. */
  #bodyOnly(before: Document, document: Document): boolean {
    const { uri } = document;
    const record = this.#records.files.get(uri);
    if (!record || !document.body || document.frontMatter === undefined || before.frontMatter !== document.frontMatter)
      return false;
    this.#readings.keepVerdict(before, document);
    this.#trees.set(document, true);
    this.#records.dirty.add(uri);
    this.#records.habits.change(uri);
    if (this.#records.setHeadings(uri, document)) this.surroundings++;
    const groupsBefore = this.#readings.groups(before);
    if (!sameNames(groupsBefore, this.#readings.groups(document))) {
      this.#records.replace(record, { ...record, refers: this.#refers(document, record, groupsBefore) });
      if (this.#records.chain(uri, this.#readings.placed(document).imports)) this.surroundings++;
    }
    return true;
  }

  /** A change of one value changes neither what the file is nor what it may say. */
  #valueOnly(before: Document, document: Document): boolean {
    const { uri } = document;
    const record = this.#records.files.get(uri);
    const value = record && changedValue(before, document);
    if (!value || tellingKeys.has(value.key)) return false;
    const groupsBefore = this.#readings.groups(before);
    this.#trees.set(document, true);
    this.stale.delete(uri);
    this.#fill(document, { last: before, before: record, groupsBefore }, record);
    return true;
  }

  #close(uri: string): void {
    this.#trees.delete(uri);
    this.#readings.close(uri);
  }

  #remove(uri: string): void {
    this.surroundings++;
    this.#close(uri);
    if (this.#circumstances.paths.delete(uri)) this.#circumstances.pathChanged(uri);
    const record = this.#records.files.get(uri);
    this.#records.forget(uri);
    if (record) this.#circumstances.forget(uri, record.role);
    // Whatever is judged again for it, the file itself is not there to be read.
    this.stale.delete(uri);
  }

  /** Enters a file again, of which something else has changed than its text. */
  again(uri: string): void {
    const open = this.#trees.open(uri);
    if (open) this.#enter(open);
    else if (this.#records.files.has(uri)) this.stale.add(uri);
    this.#records.dirty.add(uri);
  }

  /** `last` is the version of an open file that is entered now, where nothing but its text has changed. */
  #enter(document: Document, last?: Document): void {
    const { uri } = document;
    this.stale.delete(uri);
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
      places: undefined,
    });
    const groupsBefore = this.#readings.lastGroups(uri);
    this.#readings.outdateGroups(uri);
    if (before?.schema !== schema) this.#readings.outdateVerdict(uri);
    this.#fill(document, { last, before, groupsBefore }, { role, realm, schema });
  }

  /** Enters what a file says, of which it is known what it is. */
  #fill(
    document: Document,
    { last, before, groupsBefore }: Before,
    { role, realm, schema }: Pick<FileRecord, 'role' | 'realm' | 'schema'>,
  ): void {
    const { uri } = document;
    const defines = definedBy(role);
    const sameSchema = before?.schema === schema;
    const verdict = this.#readings.verdict(document);
    const sameGround = sameSchema && before?.realm === realm && before.verdict?.listed === verdict?.listed;
    const same = sameGround && last !== undefined && sameInKeys(last, document);
    const place = same || !defines ? undefined : this.#circumstances.definitionPlace(uri, defines, realm);
    const kept = same ? before.definitions : [];
    const definitions = place && schema ? definitionsOf(document, place, schema, verdict) : kept;
    const sameRefers = before && groupsBefore && sameNames(groupsBefore, this.#readings.groups(document));
    const refers = sameRefers ? before.refers : this.#refers(document, before, groupsBefore);
    const told = this.#trees.get(uri) ? inTree : this.#placesToKeep(document, refers);
    const record: FileRecord = { uri, role, realm, schema, definitions, verdict, refers, ...told };
    this.#records.replace(before, record);
    this.#records.dirty.add(uri);
    if (this.#trees.get(uri)) this.#records.habits.change(uri);
    else this.#takeHabits(document);
    const otherChain = !sameRefers && this.#records.chain(uri, this.#readings.placed(document).imports);
    const otherHeadings = this.#records.setHeadings(uri, document);
    if (!sameSchema || otherChain || otherHeadings || !this.#records.sameToOthers(before, record)) this.surroundings++;
  }

  /** What is kept of a closed file. */
  #placesToKeep(document: Document, refers: readonly SymbolKey[]): Pick<FileRecord, 'trace' | 'places'> {
    const groups = this.#readings.groups(document);
    return { trace: traceOf(document, groups), places: packPlaces(document.text, groups, refers) };
  }

  #refers(
    document: Document,
    before: FileRecord | undefined,
    groupsBefore: readonly Group[] | undefined,
  ): readonly SymbolKey[] {
    const placed = this.#readings.placed(document);
    const change = groupsBefore && soleChange(groupsBefore, placed.groups);
    if (!before || !change) return this.#records.owned([...placed.symbols], before?.refers);
    return changedSymbols(before.refers, change, this.#records.names.own(change.now));
  }

  /** What the files of each realm and role have in common; open files are read for it now. */
  currentHabits(): Habits {
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
    this.#records.habits.take(uri, {
      record,
      document,
      counts: seen && !this.#circumstances.settled.configurations.of(uri).ignored,
    });
  }
}

/** The symbols of a file in which one stands for another. */
function changedSymbols(
  refers: readonly SymbolKey[],
  { old, isGone }: SoleChange,
  now: SymbolKey,
): readonly SymbolKey[] {
  if (refers.includes(now)) return isGone ? refers.filter(symbol => symbol !== old) : refers;
  return isGone ? refers.map(symbol => (symbol === old ? now : symbol)) : refers.concat(now);
}
