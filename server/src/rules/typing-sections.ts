// What rules find in the sections of a body that is typed in: those that did not change are not asked again.
import type { Section, SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { sameSpan, shift } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { run, saysTheSame, type Active, type Diagnostic } from './lint';

/** What was found in a section, with spans in the text that it then stood in. */
export interface OfSection {
  readonly content: SectionContent;
  readonly start: number;
  readonly found: readonly Diagnostic[];
}

/** Asks of the sections that changed, and of those beside them, whose lines meet. */
export function sectionFindings(
  document: Document,
  workspace: Workspace,
  rules: readonly Active[],
  before: readonly OfSection[],
): readonly OfSection[] {
  const sections = document.body?.sections ?? [];
  let head = 0;
  while (head < sections.length && sections[head]!.content === before[head]?.content) head++;
  let tail = 0;
  const shorter = Math.min(sections.length, before.length) - head;
  while (tail < shorter && sections.at(-1 - tail)!.content === before.at(-1 - tail)!.content) tail++;
  const isSame = head === sections.length && before.length === sections.length;
  const from = isSame ? head : Math.max(head - 1, 0);
  const to = isSame ? head : Math.min(sections.length - tail + 1, sections.length);
  const by = before.length - sections.length;
  const asked = sections.slice(from, to);
  const found = asked.length > 0 ? run(rules, within(document, asked), workspace) : [];
  return sections.map((section, index) => {
    if (index < from) return kept(section, before[index]!);
    if (index >= to) return kept(section, before[index + by]!);
    const { content, start, end } = section;
    const own = found.filter(({ span }) => start <= span.start && (span.start < end || end === document.text.length));
    const old = by === 0 ? before[index]!.found : [];
    return { content, start, found: sayTheSame(old, own) ? old : own };
  });
}

/** What was found in a section that did not change, at the place where it now stands. */
function kept({ content, start }: Section, old: OfSection): OfSection {
  return old.start === start ? old : { content, start, found: moveAll(old.found, start - old.start) };
}

/** Mostly what is typed changes nothing of what is found, and who is given the very list of the last time need not look. */
const sayTheSame = (old: readonly Diagnostic[], now: readonly Diagnostic[]): boolean =>
  old.length === now.length && old.every((one, index) => isSame(one, now[index]!));

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  !a.related && !b.related && sameSpan(a.span, b.span) && saysTheSame(a, b);

const moveAll = (found: readonly Diagnostic[], by: number): readonly Diagnostic[] =>
  found.length === 0 ? found : found.map(one => shifted(one, by));

/** The document with a few of its sections for a body, and nothing else. */
const within = (document: Document, sections: readonly Section[]): Document => ({
  ...document,
  frontMatter: undefined,
  parts: [],
  body: { span: { start: sections[0]!.start, end: sections.at(-1)!.end }, sections },
});

/** A finding so many characters further on. */
export function shifted(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  const { rule, severity, span, message, tag, related, fixes } = diagnostic;
  return { rule, severity, span: shift(span, by), message, tag, related, fixes };
}
