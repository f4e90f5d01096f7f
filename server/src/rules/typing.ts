// What `lint` finds, for files that are typed in: what did not change since the last key is not asked again.
import { changedValue, type ChangedValue } from '../syntax/changed';
import type { Document } from '../syntax/document';
import type { EntryContent, EntryPart } from '../syntax/entries';
import type { Span } from '../syntax/span';
import type { Group } from '../workspace/placement';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { hasKeyTwice, KnownEntry } from './fields';
import { rules } from './index';
import { asked, toAsk, toAskOf, wordOf, type Asked, type Word } from './typed';
import { bodyFindings, changeOf, type Change, type OfBody } from './typing-body';
import { namedFindings, type OfName } from './typing-names';
import { sectionFindings, shifted, type OfSection, type SectionRules } from './typing-sections';
import { silencesOf, silencesSince, unsilenced } from './silences';
import {
  active,
  addFindings,
  judged,
  lintAlone,
  outside,
  run,
  soleRule,
  sorted,
  type Active,
  type Diagnostic,
} from './lint';
import { holdsFences } from './meant-fences';
import { shownPlaces } from './outer-marks';

/** Keeps the findings of each file from key to key. Fixes of findings that were kept count in an older text; whoever
 * wants fixes asks `lint`. */
export class LintWhileTyping {
  readonly #files = new Map<string, Kept>();

  /** The very array of the last time, where no finding changed or moved. */
  lint(document: Document, workspace: Workspace): readonly Diagnostic[] {
    const { uri } = document;
    const last = this.#files.get(uri);
    if (workspace.isIgnored(uri)) {
      this.#files.delete(uri);
      return [];
    }
    // JSON is read anew at each key, as is a file of which one thing alone is said: nothing of it is kept.
    if (document.language !== 'markdown' || soleRule(document)) return lintAlone(document, workspace);
    const kept = lintAgain(document, workspace, last?.surroundings === workspace.surroundings ? last : undefined);
    this.#files.set(uri, kept);
    return kept.all;
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }
}

/** What was found in one version of a document. It holds for the next one while the surroundings stay. */
interface Kept extends OfBody {
  readonly surroundings: number;
  readonly document: Document;
  readonly groups: readonly Group[];
  readonly on: ActiveRules;
  readonly entries: ReadonlyMap<EntryContent, OfEntry>;
  /** Of the rules that read the front matter alone. */
  readonly front: readonly Diagnostic[];
  /** Of those of them that read it as a whole. */
  readonly whole: readonly Diagnostic[];
  /** Of those that judge section by section. */
  readonly sections: readonly OfSection[];
  /** Of the rules that read names. */
  readonly named: readonly OfName[];
  /** Of the rules that are asked at each key. */
  readonly rest: readonly Diagnostic[];
  /** Whether comments silence some of it. */
  readonly silenced: boolean;
  /** What is meant for samples. */
  readonly places: readonly Span[];
  readonly all: readonly Diagnostic[];
}

interface OfEntry {
  readonly start: number;
  readonly listed: boolean | undefined;
  readonly found: readonly Diagnostic[];
}

interface ActiveRules {
  readonly frontMatter: readonly Active[];
  readonly parts: Asked;
  readonly entries: Asked;
  readonly body: Asked;
  readonly sections: SectionRules;
  readonly names: readonly Active[];
  readonly suppressions: readonly Active[];
  readonly others: Asked;
}

const ofFrontMatter = rules.filter(rule => rule.reads === 'front matter' && !rule.entry && !rule.part);
const ofParts = rules.filter(rule => rule.part);
const ofEntries = rules.filter(rule => rule.entry);
const ofBody = rules.filter(rule => rule.reads === 'body' && !rule.sections);
const ofSections = rules.filter(rule => rule.sections === 'alone');
const besideSections = rules.filter(rule => rule.sections === 'beside');
const ofNames = rules.filter(rule => typeof rule.reads === 'object');
const ofSuppressions = rules.filter(rule => rule.reads === 'suppressions');
const others = rules.filter(rule => rule.reads === undefined && rule.reach !== 'repository');

const activeRules = ({ uri }: Document, workspace: Workspace): ActiveRules => ({
  frontMatter: active(ofFrontMatter, uri, workspace),
  parts: asked(active(ofParts, uri, workspace)),
  entries: asked(active(ofEntries, uri, workspace)),
  body: asked(active(ofBody, uri, workspace)),
  sections: { alone: asked(active(ofSections, uri, workspace)), beside: active(besideSections, uri, workspace) },
  names: active(ofNames, uri, workspace),
  suppressions: active(ofSuppressions, uri, workspace),
  others: asked(active(others, uri, workspace)),
});

function lintAgain(document: Document, workspace: Workspace, before: Kept | undefined): Kept {
  const on = before?.on ?? activeRules(document, workspace);
  const groups = workspace.groups(document);
  const { frontMatter } = document;
  const sameFront = before !== undefined && frontMatter !== undefined && frontMatter === before.document.frontMatter;
  const change = before && changeOf(before.document, document);
  const typed = before && change ? typedIn(before.document, document, change, sameFront) : nothing;
  const { front, whole, entries } = sameFront ? before : frontMatterFindings(document, workspace, on, before, typed);
  const { body, digests } = bodyFindings(document, workspace, on.body, before, change, typed.word);
  const sections = sectionFindings(document, workspace, on.sections, before?.sections ?? [], typed.word);
  const named = namedFindings(document, workspace, on.names, groups, before);
  const silences = before && !before.silenced ? silencesSince(before.document, document) : silencesOf(document);
  const silenced = silences.length > 0;
  const others = toAsk(on.others, typed.word, before?.rest ?? []).filter(readsValue(typed.value, before?.rest ?? []));
  const rest = run(silenced ? [...others, ...on.suppressions] : others, document, workspace);
  const places = shownAgain(document, before, change);
  const bare = rest.length === 0 && !silenced && places.length === 0;
  const wasBare = before?.rest.length === 0 && !before.silenced && before.places.length === 0;
  const same =
    bare &&
    wasBare &&
    before.front === front &&
    before.named === named &&
    before.body === body &&
    sections.length === before.sections.length &&
    sections.every(({ found }, index) => found === before.sections[index]!.found);
  const found = (): Diagnostic[] => {
    const found = [...front, ...body];
    for (const section of sections) found.push(...section.found);
    for (const { diagnostic } of named) found.push(diagnostic);
    return sorted(outside(places, [...found, ...rest]));
  };
  const all = same ? before.all : unsilenced(found(), silences);
  const { surroundings } = workspace;
  return {
    surroundings,
    document,
    groups,
    on,
    entries,
    front,
    whole,
    body,
    digests,
    sections,
    named,
    rest,
    silenced,
    places,
    all,
  };
}

/** What a key changed. */
interface Typed {
  /** Where that is one plain word, of a section or of a value. */
  readonly word: Word | undefined;
  readonly value: ChangedValue | undefined;
}

const nothing: Typed = { word: undefined, value: undefined };

function typedIn(before: Document, document: Document, { section }: Change, sameFront: boolean): Typed {
  const [old, now] = [before.text, document.text];
  if (section) return { word: sameFront ? wordOf(old, section.old, now, section.now) : undefined, value: undefined };
  const value = sameFront ? undefined : changedValue(before, document);
  return value ? { word: wordOf(old, value.old, now, value.now), value } : nothing;
}

/** The samples, which a key in a section without lines of marks moves at most. */
function shownAgain(document: Document, before: Kept | undefined, change: Change | undefined): readonly Span[] {
  if (!before || !change) return shownPlaces(document);
  const { section, from, by } = change;
  if (section && (holdsFences(before.document, section.old) || holdsFences(document, section.now)))
    return shownPlaces(document);
  if (by === 0 || before.places.length === 0) return before.places;
  const moved = (at: number): number => (at < from ? at : at + by);
  return before.places.map(({ start, end }) => ({ start: moved(start), end: moved(end) }));
}

function frontMatterFindings(
  document: Document,
  workspace: Workspace,
  on: ActiveRules,
  before: Kept | undefined,
  { value, word }: Typed,
): Pick<Kept, 'front' | 'whole' | 'entries'> {
  const entries = new Map<EntryContent, OfEntry>();
  const told = before?.whole ?? [];
  const spells = ({ rule }: Active): boolean => !word || !rule.anyWords || told.some(one => one.rule === rule);
  const whole = run(on.frontMatter.filter(spells).filter(readsValue(value, told)), document, workspace);
  const front = [...whole];
  // Of a key that stands twice only the last is judged, which an entry alone does not show.
  if (hasKeyTwice(document)) {
    front.push(...run(on.entries.all, document, workspace));
    for (const part of document.parts) addPartFindings(front, part, document, workspace, on.parts.all);
    return { front, whole, entries };
  }
  const listed = workspace.verdict(document)?.listed;
  const fields = workspace.schema(document.uri)?.fields;
  for (const part of document.parts) {
    const { content, start } = part;
    const known = before?.entries.get(content);
    const old = word && content === value?.now.content ? before?.entries.get(value.old.content) : undefined;
    const kept = old && old.listed === listed ? { found: old.found, word: word! } : undefined;
    const found =
      known && known.listed === listed
        ? known.found.map(one => shifted(one, start - known.start))
        : entryFindings(part, document, workspace, on, fields, kept);
    entries.set(content, { start, listed, found });
    front.push(...found);
  }
  return { front, whole, entries };
}

/** Whether a change of one value is something to a rule, of which `found` was found before. */
const readsValue =
  (value: ChangedValue | undefined, found: readonly Diagnostic[]) =>
  ({ rule }: Active): boolean =>
    !value || !rule.values || rule.values.includes(value.key) || found.some(one => one.rule === rule);

function addPartFindings(
  found: Diagnostic[],
  part: EntryPart,
  document: Document,
  workspace: Workspace,
  rules: readonly Active[],
): void {
  for (const { rule, level } of rules) {
    for (const finding of rule.part!(part, document, workspace)) found.push(judged(rule, level, finding));
  }
}

function entryFindings(
  part: EntryPart,
  document: Document,
  workspace: Workspace,
  on: ActiveRules,
  fields: Schema['fields'] | undefined,
  old: { readonly found: readonly Diagnostic[]; readonly word: Word } | undefined,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  addPartFindings(found, part, document, workspace, toAsk(on.parts, old?.word, old?.found ?? []));
  for (const entry of part.entries) {
    const layers = fields?.get(entry.key.text);
    if (!layers || entry.colon === undefined) continue;
    const entries = old ? toAskOf(layers, on.entries, old.found) : on.entries.all;
    addFindings(found, new KnownEntry(entry, layers, document.text), entries, document, workspace);
  }
  return found;
}
