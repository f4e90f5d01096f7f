// What `lint` finds, for files that are typed in: what did not change since the last key is not asked again.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import type { EntryContent, EntryPart } from '../syntax/entries';
import { shift } from '../syntax/span';
import type { Group } from '../workspace/placement';
import type { Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { rules } from './index';
import { active, judged, run, sorted, type Active, type Diagnostic } from './lint';

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
  /** Of the rules that read names. */
  readonly named: readonly OfName[];
  readonly all: readonly Diagnostic[];
}

interface OfEntry {
  readonly start: number;
  readonly listed: boolean | undefined;
  readonly found: readonly Diagnostic[];
}

/** A finding about a name: the `at`-th of a group. */
interface OfName {
  readonly diagnostic: Diagnostic;
  readonly group: number;
  readonly at: number;
}

interface ActiveRules {
  readonly frontMatter: readonly Active[];
  readonly entries: readonly Active[];
  readonly names: readonly Active[];
  readonly others: readonly Active[];
}

const ofFrontMatter = rules.filter(rule => rule.reads === 'front matter' && !rule.entry);
const ofEntries = rules.filter(rule => rule.entry);
const ofNames = rules.filter(rule => rule.reads === 'names');
const others = rules.filter(rule => rule.reads === undefined);

const activeRules = (document: Document, workspace: Workspace): ActiveRules => ({
  frontMatter: active(ofFrontMatter, document, workspace),
  entries: active(ofEntries, document, workspace),
  names: active(ofNames, document, workspace),
  others: active(others, document, workspace),
});

function lintAgain(document: Document, workspace: Workspace, before: Kept | undefined): Kept {
  const on = before?.on ?? activeRules(document, workspace);
  const groups = workspace.groups(document);
  const { frontMatter } = document;
  const sameFront = before !== undefined && frontMatter !== undefined && frontMatter === before.document.frontMatter;
  const { front, entries } = sameFront ? before : frontMatterFindings(document, workspace, on, before?.entries);
  const named =
    before && (sameFront || sameFields(before.document, document, workspace)) && canMove(before, document, groups)
      ? moved(before.named, before.groups, groups)
      : aboutNames(run(on.names, document, workspace), groups);
  const rest = run(on.others, document, workspace);
  const same = before?.front === front && before.named === named && rest.length === 0;
  const all = same ? before.all : sorted([...front, ...named.map(one => one.diagnostic), ...rest]);
  return { surroundings: workspace.surroundings, document, groups, on, entries, front, named, all };
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
    return { front, entries };
  }
  const listed = workspace.verdict(document)?.listed;
  const fields = workspace.schema(document.uri)?.fields;
  for (const part of document.parts) {
    const { content, start } = part;
    const known = before.get(content);
    const found =
      known?.listed === listed
        ? known!.found.map(one => shifted(one, start - known!.start))
        : entryFindings(part, document, workspace, on, fields);
    entries.set(content, { start, listed, found });
    front.push(...found);
  }
  return { front, entries };
}

function entryFindings(
  { entries }: EntryPart,
  document: Document,
  workspace: Workspace,
  on: ActiveRules,
  fields: Schema['fields'] | undefined,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const entry of entries) {
    const layers = fields?.get(entry.key.text);
    if (!layers || entry.colon === undefined) continue;
    for (const { rule, level } of on.entries) {
      for (const finding of rule.entry!({ entry, layers }, document, workspace))
        found.push(judged(rule, level, finding));
    }
  }
  return found;
}

const shifted = (diagnostic: Diagnostic, by: number): Diagnostic =>
  by === 0 ? diagnostic : { ...diagnostic, span: shift(diagnostic.span, by) };

/** Finds the name that each finding is about; `group` is -1 where it is about something else. */
function aboutNames(found: readonly Diagnostic[], groups: readonly Group[]): OfName[] {
  return found.map(diagnostic => {
    const { start } = diagnostic.span;
    let group = groups.length - 1;
    while (group >= 0 && groups[group]!.start > start) group--;
    const at = groups[group]?.near.findIndex(near => near.span.start + groups[group]!.start === start) ?? -1;
    return { diagnostic, group: at < 0 ? -1 : group, at };
  });
}

/** The findings where their names now stand; the same array where nothing moved. */
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

const placeOf = (group: Group, at: number): number => group.start + group.near[at]!.span.start;

/** Whether the findings about names hold, wherever the names now stand: the same are written in the same order, and the
 * same inline code. */
function canMove(
  { named, groups: before, document: old }: Kept,
  document: Document,
  groups: readonly Group[],
): boolean {
  const sections = document.body?.sections ?? [];
  const oldSections = old.body?.sections ?? [];
  if (before.length !== groups.length || oldSections.length !== sections.length) return false;
  for (let index = 0; index < groups.length; index++) {
    const a = before[index]!;
    const b = groups[index]!;
    if (a.near !== b.near && !sameNames(a, old.text, b, document.text)) return false;
  }
  for (let index = 0; index < sections.length; index++) {
    const a = oldSections[index]!;
    const b = sections[index]!;
    if (a.content !== b.content && codesOf(a, old.text) !== codesOf(b, document.text)) return false;
  }
  return named.every(one => one.group >= 0);
}

function sameNames(a: Group, text: string, b: Group, textNow: string): boolean {
  if (a.near.length !== b.near.length) return false;
  return a.near.every((near, index) => {
    const other = b.near[index]!;
    const written = text.slice(a.start + near.span.start, a.start + near.span.end);
    const now = textNow.slice(b.start + other.span.start, b.start + other.span.end);
    return written === now && near.symbol === other.symbol && near.form === other.form && near.field === other.field;
  });
}

const codesOf = ({ start, content }: Section, text: string): string =>
  content.codes.map(({ span }) => text.slice(start + span.start, start + span.end)).join('`');

/** Whether no entry changed but such that hold prose, which no rule about names reads. */
function sameFields(before: Document, document: Document, workspace: Workspace): boolean {
  if (before.parts.length !== document.parts.length) return false;
  const fields = workspace.schema(document.uri)?.fields;
  return document.parts.every(({ content }, index) => {
    const old = before.parts[index]!.content;
    if (old === content) return true;
    const [entry, another] = content.entries;
    const [oldEntry, oldOther] = old.entries;
    if (!entry || another || !oldEntry || oldOther || entry.key.text !== oldEntry.key.text) return false;
    const layers = fields?.get(entry.key.text);
    return layers !== undefined && layers.every(({ field }) => field.type.is === 'text' || field.type.is === 'name');
  });
}
