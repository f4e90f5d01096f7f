// What rules find that read the whole body of a file that is typed in: those that read nothing of what changed are not asked again.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { run, type Active, type Diagnostic } from './lint';
import { metBy, pairsOfBoth } from './needs';
import type { Rule } from './rule';
import { toAsk, type Asked, type Word } from './typed';
import { shifted } from './typing-sections';

/** What was found in one version of a body. */
export interface OfBody {
  /** The very list of the version before, where nothing in it changed or moved. */
  readonly body: readonly Diagnostic[];
  /** What rules read of the section that was typed in, which most often is typed in again. */
  readonly digests: Digests | undefined;
}

interface Digests {
  readonly section: Section;
  readonly read: ReadonlyMap<Rule, string>;
}

type Before = OfBody & { readonly document: Document };

export function bodyFindings(
  document: Document,
  workspace: Workspace,
  on: Asked,
  before: Before | undefined,
  change: Change | undefined,
  word: Word | undefined,
): OfBody {
  if (!before || !change) return { body: run(on.all, document, workspace), digests: undefined };
  const { section, from, by } = change;
  const { asked, digests } = section ? concerned(on, section, before, document, word) : none;
  const stay = before.body.filter(({ rule }) => !asked.some(active => active.rule === rule));
  const found = run(asked, document, workspace);
  if (found.length === 0 && stay.length === before.body.length && (by === 0 || stay.length === 0))
    return { body: before.body, digests };
  return { body: [...stay.map(one => (one.span.start < from ? one : shifted(one, by))), ...found], digests };
}

interface Concerned {
  readonly asked: readonly Active[];
  readonly digests: Digests | undefined;
}

const none: Concerned = { asked: [], digests: undefined };

/** Those that read something else in the section than before. */
function concerned(
  on: Asked,
  { old, now }: Changed,
  before: Before,
  document: Document,
  word: Word | undefined,
): Concerned {
  const pairs = pairsOfBoth(before.document, old, document, now);
  const known = before.digests?.section === old ? before.digests.read : undefined;
  const read = new Map<Rule, string>();
  const met = word ? toAsk(on, word, before.body, pairs) : metBy(on.all, pairs);
  const asked = met.filter(({ rule }) => {
    const { digest } = rule;
    if (!digest) return true;
    const found = digest(document, now);
    read.set(rule, found);
    return found !== (known?.get(rule) ?? digest(before.document, old));
  });
  return { asked, digests: { section: now, read } };
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
