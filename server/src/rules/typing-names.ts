// What rules say of names in a file that is typed in: those that are written as before, where they were, are not judged again.
import type { SymbolKind } from '../dialects/dialect';
import type { Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { isEntryContent } from '../syntax/entries';
import { lineEnd, lineStart } from '../syntax/lines';
import { shift } from '../syntax/span';
import type { Group } from '../workspace/placement';
import type { Workspace } from '../workspace/workspace';
import { paragraph } from './example-files';
import { changedFields, sameCodes, sameHints } from './changed-fields';
import { judged, run, type Active, type Diagnostic } from './lint';
import { blockAt, showsFile } from './prose';
import { shifted } from './typing-sections';

/** The `at`-th name of a group. */
interface NamePlace {
  readonly group: number;
  readonly at: number;
}

/** A finding about a name; `at` is -1 where it is about something else in that entry or section. */
export interface OfName extends NamePlace {
  readonly diagnostic: Diagnostic;
}

/** What is known of the version before. */
interface KeptNames {
  readonly document: Document;
  readonly groups: readonly Group[];
  readonly named: readonly OfName[];
}

/** The very array of the last time, where nothing in it changed or moved. */
export function namedFindings(
  document: Document,
  workspace: Workspace,
  names: readonly Active[],
  groups: readonly Group[],
  before: KeptNames | undefined,
): readonly OfName[] {
  const changed = before ? changedNames(before, document, groups, workspace) : 'all';
  if (!before || changed === 'all') return aboutNames(run(names, document, workspace), groups);
  const { kinds, places } = changed;
  if (kinds.size === 0) return moved(before.named, before.groups, groups);
  const concerned = names.filter(({ rule }) => (rule.reads as SymbolKind[]).some(kind => kinds.has(kind)));
  const aboutMore = new Set(before.named.filter(({ at }) => at < 0).map(({ diagnostic }) => diagnostic.rule));
  const singly = concerned.filter(({ rule }) => rule.references && !aboutMore.has(rule));
  const unseen = places.length > 0 && places.every(place => isUnseen(place, before, groups, document.uri, workspace));
  const wholly = concerned.filter(active => !singly.includes(active) && !(unseen && active.rule.onlyFound));
  const rulesAskedWholly = new Set(wholly.map(({ rule }) => rule));
  const rulesAskedSingly = new Set(singly.map(({ rule }) => rule));
  const isOld = ({ diagnostic: { rule }, group, at }: OfName): boolean =>
    rulesAskedWholly.has(rule) ||
    (rulesAskedSingly.has(rule) && places.some(place => place.group === group && place.at === at));
  const stay = before.named.filter(one => !isOld(one));
  return [
    ...moved(stay, before.groups, groups),
    ...aboutNames(run(wholly, document, workspace), groups),
    ...places.flatMap(place => ofReference(place, singly, document, workspace, groups)),
  ];
}

/** Whether nothing bears the name that stands at a place, or that stood there. */
function isUnseen(
  { group, at }: NamePlace,
  before: KeptNames,
  groups: readonly Group[],
  uri: string,
  workspace: Workspace,
): boolean {
  const symbols = [before.groups[group]!.near[at]!.symbol, groups[group]!.near[at]!.symbol];
  return symbols.every(symbol => workspace.resolve(symbol, uri).found.length === 0);
}

/** What the rules that judge each reference by itself say of one. */
function ofReference(
  { group, at }: NamePlace,
  singly: readonly Active[],
  document: Document,
  workspace: Workspace,
  groups: readonly Group[],
): OfName[] {
  const reference = groups[group]!.reference(at);
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

function changedNames(before: KeptNames, document: Document, groups: readonly Group[], workspace: Workspace): Changed {
  const { groups: oldGroups, document: old, named } = before;
  if (oldGroups.length !== groups.length || !sameCodes(old, document) || !sameHints(old, document)) return 'all';
  const moves = ({ group, at }: OfName): boolean => at >= 0 || oldGroups[group]?.content === groups[group]?.content;
  const kinds =
    document.frontMatter === old.frontMatter ? new Set<SymbolKind>() : changedFields(old, document, workspace);
  if (kinds === 'all' || !named.every(moves)) return 'all';
  const places: NamePlace[] = [];
  for (let index = 0; index < groups.length; index++) {
    const a = oldGroups[index]!;
    const b = groups[index]!;
    if (a.near === b.near) continue;
    if (a.near.length !== b.near.length || areInLongValues(a) || areInLongValues(b)) return 'all';
    for (let at = 0; at < a.near.length; at++) {
      const one = a.near[at]!;
      const other = b.near[at]!;
      if (one.kind !== other.kind || one.form !== other.form || one.field !== other.field) return 'all';
      const isSame =
        besideOf(old, a, at) === besideOf(document, b, at) && blockOf(old, a, at) === blockOf(document, b, at);
      if (one.name === other.name && isSame) continue;
      kinds.add(one.kind);
      places.push({ group: index, at });
    }
  }
  return { kinds, places };
}

/** What stands beside a name says how it is meant; of a file, what stands in its paragraph. */
function besideOf({ text }: Document, { start, near, content }: Group, at: number): string {
  const { span, kind } = near[at]!;
  if (kind === 'file' && !isEntryContent(content)) return paragraph(text, start + span.start);
  return text.slice(lineStart(text, start + span.start), lineEnd(text, start + span.end));
}

/** Whether the names are values of which one goes over lines: all of it may be meant as one thing. */
function areInLongValues({ content, near }: Group): boolean {
  if (near[0]?.form !== 'field' || !isEntryContent(content)) return false;
  const { text, entries } = content;
  const isLong = (data: Data | undefined): boolean =>
    data?.is === 'list'
      ? data.items.some(({ value }) => isLong(value))
      : data?.is === 'map'
        ? data.entries.some(({ value }) => isLong(value))
        : data !== undefined && text.slice(data.span.start, data.span.end).includes('\n');
  return entries.some(({ value }) => isLong(value));
}

/** The language of the code block that a name stands in, and whether it is one and shows a whole file. */
function blockOf(document: Document, { start, near }: Group, at: number): string | undefined {
  const span = shift(near[at]!.span, start);
  if (document.frontMatter && span.end <= document.frontMatter.span.end) return undefined;
  const block = blockAt(document, span);
  return block && `${showsFile(document, block)} ${document.text.slice(block.info.start, block.info.end)}`;
}
