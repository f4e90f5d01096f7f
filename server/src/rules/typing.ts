// What `lint` finds, for files that are typed in: what did not change since the last key is not asked again.
import type { Document } from '../syntax/document';
import type { EntryContent, EntryPart } from '../syntax/entries';
import { lineEnd, lineStart } from '../syntax/lines';
import type { SymbolKind } from '../dialects/dialect';
import type { Group } from '../workspace/placement';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { changedFields, sameCodes } from './changed-fields';
import { hasDoubledEnds } from './doubled-line-ends';
import { KnownEntry } from './fields';
import { rules } from './index';
import type { Rule } from './rule';
import { bodyFindings } from './typing-body';
import { sectionFindings, shifted, type OfSection, type SectionRules } from './typing-sections';
import { silencesOf, silencesSince, unsilenced } from './silences';
import { active, addFindings, judged, lintAlone, outside, run, sorted, type Active, type Diagnostic } from './lint';
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
    if (document.language !== 'markdown' || hasDoubledEnds(document.text)) return lintAlone(document, workspace);
    const kept = lintAgain(document, workspace, last?.surroundings === workspace.surroundings ? last : undefined);
    this.#files.set(uri, kept);
    return kept.all;
  }

  close(uri: string): void {
    this.#files.delete(uri);
  }
}

/** What was found in one version of a document. It holds for the next one while the surroundings stay. */
interface Kept {
  readonly surroundings: number;
  readonly document: Document;
  readonly groups: readonly Group[];
  readonly on: ActiveRules;
  readonly entries: ReadonlyMap<EntryContent, OfEntry>;
  /** Of the rules that read the front matter alone. */
  readonly front: readonly Diagnostic[];
  /** Of the rules that read the body alone. */
  readonly body: readonly Diagnostic[];
  /** Of those that judge section by section. */
  readonly sections: readonly OfSection[];
  /** Of the rules that read names. */
  readonly named: readonly OfName[];
  /** Of the rules that are asked at each key. */
  readonly rest: readonly Diagnostic[];
  /** Whether comments silence some of it. */
  readonly silenced: boolean;
  /** Whether some of it is meant for a sample. */
  readonly shows: boolean;
  readonly all: readonly Diagnostic[];
}

interface OfEntry {
  readonly start: number;
  readonly listed: boolean | undefined;
  readonly found: readonly Diagnostic[];
}

/** The `at`-th name of a group. */
interface NamePlace {
  readonly group: number;
  readonly at: number;
}

/** A finding about a name; `at` is -1 where it is about something else in that entry or section. */
interface OfName extends NamePlace {
  readonly diagnostic: Diagnostic;
}

interface ActiveRules {
  readonly frontMatter: readonly Active[];
  readonly parts: readonly Active[];
  readonly entries: readonly Active[];
  readonly body: readonly Active[];
  readonly sections: SectionRules;
  readonly names: readonly Active[];
  readonly suppressions: readonly Active[];
  readonly others: readonly Active[];
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
  parts: active(ofParts, uri, workspace),
  entries: active(ofEntries, uri, workspace),
  body: active(ofBody, uri, workspace),
  sections: { alone: active(ofSections, uri, workspace), beside: active(besideSections, uri, workspace) },
  names: active(ofNames, uri, workspace),
  suppressions: active(ofSuppressions, uri, workspace),
  others: active(others, uri, workspace),
});

function lintAgain(document: Document, workspace: Workspace, before: Kept | undefined): Kept {
  const on = before?.on ?? activeRules(document, workspace);
  const groups = workspace.groups(document);
  const { frontMatter } = document;
  const sameFront = before !== undefined && frontMatter !== undefined && frontMatter === before.document.frontMatter;
  const { front, entries } = sameFront ? before : frontMatterFindings(document, workspace, on, before?.entries);
  const body = bodyFindings(document, workspace, on.body, before);
  const sections = sectionFindings(document, workspace, on.sections, before?.sections ?? []);
  const changed = before ? changedNames(before, document, groups, workspace) : 'all';
  const named = namedFindings(document, workspace, on, groups, before, changed);
  const silences = before && !before.silenced ? silencesSince(before.document, document) : silencesOf(document);
  const silenced = silences.length > 0;
  const rest = run(silenced ? [...on.others, ...on.suppressions] : on.others, document, workspace);
  const places = shownPlaces(document);
  const bare = rest.length === 0 && !silenced && places.length === 0;
  const wasBare = before?.rest.length === 0 && !before.silenced && !before.shows;
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
    body,
    sections,
    named,
    rest,
    silenced,
    shows: places.length > 0,
    all,
  };
}

function frontMatterFindings(
  document: Document,
  workspace: Workspace,
  on: ActiveRules,
  before: Kept['entries'] = new Map(),
): Pick<Kept, 'front' | 'entries'> {
  const entries = new Map<EntryContent, OfEntry>();
  const front = run(on.frontMatter, document, workspace);
  // Of a key that stands twice only the last is judged, which an entry alone does not show.
  if (document.problems.some(problem => problem.cause === 'duplicate-key')) {
    front.push(...run(on.entries, document, workspace));
    for (const part of document.parts) addPartFindings(front, part, document, workspace, on.parts);
    return { front, entries };
  }
  const listed = workspace.verdict(document)?.listed;
  const fields = workspace.schema(document.uri)?.fields;
  for (const part of document.parts) {
    const { content, start } = part;
    const known = before.get(content);
    const found =
      known && known.listed === listed
        ? known.found.map(one => shifted(one, start - known.start))
        : entryFindings(part, document, workspace, on, fields);
    entries.set(content, { start, listed, found });
    front.push(...found);
  }
  return { front, entries };
}

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
): Diagnostic[] {
  const found: Diagnostic[] = [];
  addPartFindings(found, part, document, workspace, on.parts);
  for (const entry of part.entries) {
    const layers = fields?.get(entry.key.text);
    if (!layers || entry.colon === undefined) continue;
    addFindings(found, new KnownEntry(entry, layers, document.text), on.entries, document, workspace);
  }
  return found;
}

function namedFindings(
  document: Document,
  workspace: Workspace,
  { names }: ActiveRules,
  groups: readonly Group[],
  before: Kept | undefined,
  changed: Changed,
): readonly OfName[] {
  if (!before || changed === 'all') return aboutNames(run(names, document, workspace), groups);
  const { kinds, places } = changed;
  if (kinds.size === 0) return moved(before.named, before.groups, groups);
  const concerned = names.filter(({ rule }) => (rule.reads as SymbolKind[]).some(kind => kinds.has(kind)));
  const singly = concerned.filter(({ rule }) => rule.references && isAboutNames(before.named, rule));
  const wholly = concerned.filter(active => !singly.includes(active));
  const isOld = ({ diagnostic: { rule }, group, at }: OfName): boolean =>
    wholly.some(one => one.rule === rule) ||
    (places.some(place => place.group === group && place.at === at) && singly.some(one => one.rule === rule));
  const stay = before.named.filter(one => !isOld(one));
  return [
    ...moved(stay, before.groups, groups),
    ...aboutNames(run(wholly, document, workspace), groups),
    ...places.flatMap(place => ofReference(place, singly, document, workspace, groups)),
  ];
}

const isAboutNames = (named: readonly OfName[], rule: Rule): boolean =>
  named.every(({ diagnostic, at }) => diagnostic.rule !== rule || at >= 0);

/** What the rules that judge each reference by itself say of one. */
function ofReference(
  { group, at }: NamePlace,
  singly: readonly Active[],
  document: Document,
  workspace: Workspace,
  groups: readonly Group[],
): OfName[] {
  const reference = groups[group]!.references[at]!;
  return singly.flatMap(({ rule, level }) => {
    const { kind, check } = rule.references!;
    const finding = kind === reference.kind ? check(reference, document, workspace) : undefined;
    return finding ? [{ diagnostic: judged(rule, level, finding), group, at }] : [];
  });
}

/** Finds what each finding is about. */
function aboutNames(found: readonly Diagnostic[], groups: readonly Group[]): OfName[] {
  return found.map(diagnostic => {
    const { start } = diagnostic.span;
    let group = groups.length - 1;
    while (group > 0 && groups[group]!.start > start) group--;
    const at = groups[group]?.near.findIndex(near => near.span.start + groups[group]!.start === start) ?? -1;
    return { diagnostic, group, at };
  });
}

/** The findings where what they are about now stands; the same array where nothing moved. */
function moved(named: readonly OfName[], before: readonly Group[], now: readonly Group[]): readonly OfName[] {
  let same = true;
  const there = named.map(one => {
    const { group, at, diagnostic } = one;
    const by = placeOf(now[group]!, at) - placeOf(before[group]!, at);
    if (by === 0) return one;
    same = false;
    return { group, at, diagnostic: shifted(diagnostic, by) };
  });
  return same ? named : there;
}

const placeOf = ({ start, near }: Group, at: number): number => start + (near[at]?.span.start ?? 0);

/** The kinds that rules about names must be asked of again, and the names that are written otherwise now; `all` where
 * names came, went or changed places, or something else changed that such rules read. */
type Changed = { readonly kinds: ReadonlySet<SymbolKind>; readonly places: readonly NamePlace[] } | 'all';

function changedNames(before: Kept, document: Document, groups: readonly Group[], workspace: Workspace): Changed {
  const { groups: oldGroups, document: old, named } = before;
  if (oldGroups.length !== groups.length || !sameCodes(old, document)) return 'all';
  const moves = ({ group, at }: OfName): boolean => at >= 0 || oldGroups[group]?.content === groups[group]?.content;
  const kinds =
    document.frontMatter === old.frontMatter ? new Set<SymbolKind>() : changedFields(old, document, workspace);
  if (kinds === 'all' || !named.every(moves)) return 'all';
  const places: NamePlace[] = [];
  for (let index = 0; index < groups.length; index++) {
    const a = oldGroups[index]!;
    const b = groups[index]!;
    if (a.near === b.near) continue;
    if (a.near.length !== b.near.length) return 'all';
    for (let at = 0; at < a.near.length; at++) {
      const one = a.near[at]!;
      const other = b.near[at]!;
      if (one.kind !== other.kind || one.form !== other.form || one.field !== other.field) return 'all';
      if (one.name === other.name && lineOf(old, a, at) === lineOf(document, b, at)) continue;
      kinds.add(one.kind);
      places.push({ group: index, at });
    }
  }
  return { kinds, places };
}

/** What stands beside a name says how it is meant. */
function lineOf({ text }: Document, { start, near }: Group, at: number): string {
  const place = start + near[at]!.span.start;
  return text.slice(lineStart(text, place), lineEnd(text, start + near[at]!.span.end));
}
