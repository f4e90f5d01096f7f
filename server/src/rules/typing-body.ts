// What rules find that read the whole body of a file that is typed in: those that read nothing of what changed are not asked again.
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { run, type Active, type Diagnostic } from './lint';
import type { Rule } from './rule';
import { shifted } from './typing-sections';

/** The very list of the last time, where nothing in it changed or moved. */
export function bodyFindings(
  document: Document,
  workspace: Workspace,
  on: readonly Active[],
  before: { readonly document: Document; readonly body: readonly Diagnostic[] } | undefined,
): readonly Diagnostic[] {
  const by = before ? bodyShift(before.document, document) : undefined;
  if (before && by !== undefined) return by === 0 ? before.body : before.body.map(one => shifted(one, by));
  const change = before && sameDigests(on, before.document, document);
  if (!before || !change) return run(on, document, workspace);
  const { rules, from, shift } = change;
  const stay = before.body.filter(({ rule }) => rules.has(rule));
  const found = run(
    on.filter(({ rule }) => !rules.has(rule)),
    document,
    workspace,
  );
  if (found.length === 0 && stay.length === before.body.length && (shift === 0 || stay.length === 0))
    return before.body;
  return [...stay.map(one => (one.span.start < from ? one : shifted(one, shift))), ...found];
}

/** Which rules find what they found, since what they read of the one section that changed is the same; and by how much moved
 * what stands behind it. */
function sameDigests(
  on: readonly Active[],
  before: Document,
  document: Document,
): { readonly rules: ReadonlySet<Rule>; readonly from: number; readonly shift: number } | undefined {
  const old = before.body?.sections ?? [];
  const now = document.body?.sections ?? [];
  const changed = now.findIndex(({ content }, index) => content !== old[index]?.content);
  const [a, b] = [old[changed], now[changed]];
  const isOnly = old.length === now.length && now.every(({ content }, index) => index === changed || content === old[index]!.content); // prettier-ignore
  if (!a || !b || !isOnly || a.start !== b.start) return undefined;
  const same = on.filter(({ rule }) => rule.digest && rule.digest(before, a) === rule.digest(document, b));
  return { rules: new Set(same.map(({ rule }) => rule)), from: a.end, shift: b.end - a.end };
}

/** How far the same body stands from where it stood; undefined where it is another. */
function bodyShift({ body: old }: Document, { body }: Document): number | undefined {
  const then = old?.sections ?? [];
  const now = body?.sections ?? [];
  if (then.length !== now.length || now.some(({ content }, index) => content !== then[index]!.content))
    return undefined;
  return (now[0]?.start ?? 0) - (then[0]?.start ?? 0);
}
