// What rules find in the sections of a body that is typed in: those that did not change are not asked again.
import type { Section, SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { sameSpan, shift } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { run, saysTheSame, type Active, type Diagnostic } from './lint';
import { pairsIn } from './needs';
import { toAsk, type Asked, type Word } from './typed';

/** What was found in a section, with spans in a text in which it began at `start`. */
export interface OfSection {
  readonly content: SectionContent;
  readonly start: number;
  readonly found: readonly Diagnostic[];
}

/** Asks of the sections that changed, and those rules that look further of the sections beside them too. `word`: where one
 * changed, in one word alone. */
export function sectionFindings(
  document: Document,
  workspace: Workspace,
  rules: SectionRules,
  before: readonly OfSection[],
  word: Word | undefined,
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
  const last = sections.length - tail;
  const changed = word && sections[head];
  const pairs = changed && pairsIn(document, changed);
  const alone = toAsk(rules.alone, word, before[head]?.found ?? [], pairs);
  const found = [
    ...foundIn(document, workspace, alone, sections.slice(head, last)),
    ...foundIn(document, workspace, rules.beside, sections.slice(from, to)),
  ];
  return sections.map((section, index) => {
    if (index < from) return kept(section, before[index]!);
    if (index >= to) return kept(section, before[index + by]!);
    const { content, start, end } = section;
    const own =
      index < head ? keptAlone(section, before[index]!) : index >= last ? keptAlone(section, before[index + by]!) : [];
    for (const one of found)
      if (start <= one.span.start && (one.span.start < end || end === document.text.length)) own.push(one);
    const old = by === 0 ? before[index]!.found : [];
    return { content, start, found: sayTheSame(old, own) ? old : own };
  });
}

/** The rules by what they read beside a section's own text. */
export interface SectionRules {
  readonly alone: Asked;
  readonly beside: readonly Active[];
}

const foundIn = (
  document: Document,
  workspace: Workspace,
  rules: readonly Active[],
  asked: readonly Section[],
): Diagnostic[] => (asked.length > 0 ? run(rules, within(document, asked), workspace) : []);

/** What was found by rules that look no further than the section. */
const keptAlone = (section: Section, old: OfSection): Diagnostic[] =>
  kept(section, old).found.filter(({ rule }) => rule.sections === 'alone');

/** What was found in a section that did not change, at the place where it now stands. */
function kept({ content, start }: Section, old: OfSection): OfSection {
  // Where nothing was found it matters not where that was.
  if (old.start === start || old.found.length === 0) return old;
  return { content, start, found: moveAll(old.found, start - old.start) };
}

/** Mostly what is typed changes nothing of what is found, and who is given the very list of the last time need not look. */
const sayTheSame = (old: readonly Diagnostic[], now: readonly Diagnostic[]): boolean =>
  old.length === now.length && old.every((one, index) => isSame(one, now[index]!));

const isSame = (a: Diagnostic, b: Diagnostic): boolean =>
  !a.related && !b.related && sameSpan(a.span, b.span) && saysTheSame(a, b);

const moveAll = (found: readonly Diagnostic[], by: number): readonly Diagnostic[] => found.map(one => shifted(one, by));

/** The document with a few of its sections for a body, and nothing else. */
function within({ uri, language, text, data, problems }: Document, sections: readonly Section[]): Document {
  const span = { start: sections[0]!.start, end: sections.at(-1)!.end };
  return { uri, language, text, frontMatter: undefined, data, parts: [], body: { span, sections }, problems };
}

/** A finding so many characters further on. */
export function shifted(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  const { rule, severity, span, message, tag, related, fixes } = diagnostic;
  return { rule, severity, span: shift(span, by), message, tag, related, fixes };
}
