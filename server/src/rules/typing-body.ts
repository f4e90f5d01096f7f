// What rules find that read the whole body of a file that is typed in: those that read nothing of what changed are not asked again.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { run, type Active, type Diagnostic } from './lint';
import { metBy, pairsOfBoth } from './needs';
import type { Rule } from './rule';
import { toAsk, type Asked, type Word } from './typed';
import { shifted } from './typing-sections';

/** The very list of the last time, where nothing in it changed or moved. */
export function bodyFindings(
  document: Document,
  workspace: Workspace,
  on: Asked,
  before: { readonly document: Document; readonly body: readonly Diagnostic[] } | undefined,
  change: Change | undefined,
  word: Word | undefined,
): readonly Diagnostic[] {
  if (!before || !change) return run(on.all, document, workspace);
  const { section, from, by } = change;
  const asked = section ? concerned(on, section, before, document, word) : [];
  const stay = before.body.filter(({ rule }) => !asked.some(active => active.rule === rule));
  const found = run(asked, document, workspace);
  if (found.length === 0 && stay.length === before.body.length && (by === 0 || stay.length === 0)) return before.body;
  return [...stay.map(one => (one.span.start < from ? one : shifted(one, by))), ...found];
}

/** Those that read something else in the section than before. */
function concerned(
  on: Asked,
  { old, now }: Changed,
  { document: before, body }: { readonly document: Document; readonly body: readonly Diagnostic[] },
  document: Document,
  word: Word | undefined,
): readonly Active[] {
  const pairs = pairsOfBoth(before, old, document, now);
  const known = last.document === before && last.section === old ? last.digests : undefined;
  const digests = new Map<Rule, string>();
  last = { document, section: now, digests };
  const asked = word ? toAsk(on, word, body, pairs) : metBy(on.all, pairs);
  return asked.filter(({ rule }) => {
    const { digest } = rule;
    if (!digest) return true;
    const read = digest(document, now);
    digests.set(rule, read);
    return read !== (known?.get(rule) ?? digest(before, old));
  });
}

/** What rules read of the section that was typed in last, which most often is typed in again. */
let last: Last = { document: undefined, section: undefined, digests: new Map() };

interface Last {
  readonly document: Document | undefined;
  readonly section: Section | undefined;
  readonly digests: ReadonlyMap<Rule, string>;
}

interface Changed {
  readonly old: Section;
  readonly now: Section;
}

/** The one section that changed, if any, and by how much moved what stands from a place on. */
export interface Change {
  readonly section: Changed | undefined;
  readonly from: number;
  readonly by: number;
}

/** Undefined where more than one section changed, or where it stands. */
export function changeOf({ body: before }: Document, { body }: Document): Change | undefined {
  const then = before?.sections ?? [];
  const sections = body?.sections ?? [];
  if (then.length !== sections.length) return undefined;
  const isChanged = (section: Section, index: number): boolean => section.content !== then[index]!.content;
  const first = sections.findIndex(isChanged);
  if (first < 0) return { section: undefined, from: 0, by: (sections[0]?.start ?? 0) - (then[0]?.start ?? 0) };
  const [old, now] = [then[first]!, sections[first]!];
  const isOther = (section: Section, index: number): boolean => index > first && isChanged(section, index);
  if (sections.some(isOther) || old.start !== now.start) return undefined;
  return { section: { old, now }, from: old.end, by: now.end - old.end };
}
