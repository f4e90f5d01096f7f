// Paragraphs and whole sections that stand twice in a row.
import type { Document } from '../syntax/document';
import type { Section } from '../syntax/body';
import { trimmed } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { defineRule, say, type Finding } from './rule';

const words = 'Read all of the plan before you change any of it.';

export default defineRule({
  id: 'doubled-block',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: ({ text }: Document, { start, end }: Section) => text.slice(start, end),
  roles: readsBody,
  summary: 'A paragraph, or a section with its heading, that stands twice in a row.',
  why:
    'Pasted twice, a text costs its tokens twice, and who changes one of the two leaves the other as it was: then the model ' +
    'is told both. Reported are those that are equal letter by letter; where a template shows how they look, they may be.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: agentWith(`First.\n\n${words}\n\n<|${words}|>\n\nThen go on.\n`),
      good: agentWith(`First.\n\n${words}\n\nThen go on.\n`),
    },
    {
      bad: agentWith(`## Plan\n\n${words}\n\n<|## Plan|>\n\n${words}\n\n## More\n\nText.\n`),
      good: agentWith(`## Plan\n\n${words}\n\n## More\n\nText.\n`),
    },
    {
      bad: agentWith(`## Plan\n\n### How\n\n${words}\n\n<|## Plan|>\n\n### How\n\n${words}\n`),
      good: agentWith(`## Plan\n\n### How\n\n${words}\n`),
    },
    {
      bad: agentWith(
        `Too short.\n\nToo short.\n\n${words} [x]\n\n${words} [x]\n\n\`\`\`\n${words}\n\n${words}\n\`\`\`\n\n- ${words}\n\n- ${words}\n`,
      ),
    },
    { bad: agentWith(`Implementation of the method of the store\n\nImplementation of the method of the store\n`) },
    { bad: agentWith(`### [Name]\n\n${words}\n\n### [Name]\n\n${words}\n\n### A\n\n${words}\n\n#### A\n\n${words}\n`) },
    { bad: agentWith(`### Name\n\n${words} {{x}}\n\n### Name\n\n${words} {{x}}\n`) },
  ],
  *check(document) {
    const sections = document.body?.sections ?? [];
    for (const [index, section] of sections.entries()) {
      for (const { first, second } of pairsIn(document, section)) {
        const from = section.start + first.start;
        yield finding(document, shift(second, section.start), { start: from, end: section.start + second.start }, say('This paragraph stands here twice in a row, so what it says is read twice.')); // prettier-ignore
      }
      const twin = twinOf(document, sections, index);
      if (twin) yield finding(document, trimmed(document.text, shift(twin.content.headings[0]!.outer, twin.start)), { start: section.start, end: twin.start }, say('This section stands here twice in a row, so what it says is read twice.')); // prettier-ignore
    }
  },
});

/** What is no longer may well be said twice. */
const shortest = 40;

/** Where the author leaves something to be filled in. Links and boxes are none. */
const place = /(?<![-*+] |\d\. )\[[^\]\n]*\](?![([])|\{\{|\{\w+\}|\$\{?[A-Z]|<[a-z][^>\n]*>|\.\.\.|…|_{3,}/;

/** Lists, tables, quotes, tags and headings begin otherwise. What is no sentence may be a row of a list that lost its marks. */
const prose = /^ {0,3}(?:[\p{L}"“'`]|\*{1,2}\p{L})[^]*[.!?:。][*_"”'`)]*$/u;

interface Pair {
  readonly first: Span;
  readonly second: Span;
}

/** Paragraphs that follow one another and are equal. */
const pairsIn = perSection((text, { fences, comments }): readonly Pair[] => {
  const pairs: Pair[] = [];
  const hidden = [...fences.map(({ outer }) => outer), ...comments];
  let last: Span | undefined;
  for (const { index, 0: block } of text.matchAll(/[^\r\n][^]*?(?=\r?\n[ \t]*\r?\n|\s*$)/g)) {
    const span = { start: index, end: index + block.length };
    const isSame = last !== undefined && block.length >= shortest && text.slice(last.start, last.end) === block;
    const isText = isSame && prose.test(block) && !place.test(block);
    if (isText && !hidden.some(({ start, end }) => start < span.end && last!.start < end))
      pairs.push({ first: last!, second: span });
    last = span;
  }
  return pairs;
});

/** A section's heading, if it begins with one, and whether it holds places to fill in outside of code. */
const headOf = perSection((text, { headings, fences, codes }) => {
  const [heading] = headings;
  if (heading?.outer.start !== 0) return undefined;
  const line = text.slice(0, heading.outer.end).trimEnd();
  const shown = [...fences, ...codes].map(({ outer }) => outer);
  const hasPlaces = [...text.matchAll(new RegExp(place, 'g'))].some(
    ({ index }) => !shown.some(({ start, end }) => start <= index && index < end),
  );
  return { line, level: heading.level, hasPlaces };
});

/** The section behind one and those below it that is equal to them, those below it included. */
function twinOf(document: Document, sections: readonly Section[], index: number): Section | undefined {
  const head = headOf(document, sections[index]!);
  if (!head) return undefined;
  const next = endOf(document, sections, index, head.level);
  const twin = sections[next];
  if (!twin || headOf(document, twin)?.line !== head.line) return undefined;
  const last = endOf(document, sections, next, head.level);
  const textOf = (from: number, to: number): string =>
    document.text.slice(sections[from]!.start, sections[to - 1]!.end).trimEnd();
  const own = textOf(index, next);
  if (own.length < head.line.length + shortest || own !== textOf(next, last)) return undefined;
  return sections.slice(index, next).some(each => headOf(document, each)?.hasPlaces) ? undefined : twin;
}

/** Where the next section begins that is not below one. */
function endOf(document: Document, sections: readonly Section[], index: number, level: number): number {
  const behind = sections.findIndex((each, at) => at > index && (headOf(document, each)?.level ?? 0) <= level);
  return behind < 0 ? sections.length : behind;
}

/** `first`: the one of the two that is taken away, up to the other, so that what stands behind stays as it is. */
const finding = ({ uri }: Document, span: Span, first: Span, message: Finding['message']): Finding => ({
  span,
  message,
  fixes: () => [
    { title: say('Remove one of the two'), edits: [{ uri, span: first, text: '' }], safe: false, preferred: true },
  ],
});
