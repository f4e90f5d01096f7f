// Paragraphs, blocks of code and whole sections that stand twice in a row.
import type { Document } from '../syntax/document';
import type { Section, SectionContent } from '../syntax/body';
import { lineEnd, nextLine, trimmed } from '../syntax/lines';
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
  digest: (document: Document, section: Section) => digest(document, section),
  roles: readsBody,
  summary: 'A paragraph, a block of code, or a section with its heading, that stands twice in a row.',
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
      bad: agentWith(`\`\`\`\n${words}\n\`\`\`\n\n<|\`\`\`\n${words}\n\`\`\`|>\n`),
      good: agentWith(`\`\`\`\n${words}\n\`\`\`\n`),
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
        yield finding(
          document,
          shift(second, section.start),
          { start: from, end: section.start + second.start },
          say('This block stands here twice in a row, so what it says is read twice.'),
        );
      }
      const twin = twinOf(document, sections, index);
      if (twin)
        yield finding(
          document,
          trimmed(document.text, shift(twin.content.headings[0]!.outer, twin.start)),
          { start: section.start, end: twin.start },
          say('This section stands here twice in a row, so what it says is read twice.'),
        );
    }
  },
});

/** The twins within it; its text where another section has its heading, and may be its twin. */
function digest(document: Document, section: Section): string {
  const { text, body } = document;
  const head = headOf(document, section);
  const twins = pairsIn(document, section).map(({ second }) => second.start);
  const isAlone = !body!.sections.some(
    each => each.start !== section.start && headOf(document, each)?.line === head?.line,
  );
  return [head?.line, head?.level, ...twins, isAlone ? '' : text.slice(section.start, section.end)].join('\n');
}

/** What is no longer may well be said twice. */
const shortest = 40;

/** Where the author leaves something to be filled in. Links and boxes are none. */
const place = /(?<![-*+] |\d\. )\[[^\]\n]*\](?![([])|\{\{|\{\w+\}|\$\{?[A-Z]|<[a-z][^>\n]*>|\.\.\.|…|_{3,}/;

const places = new RegExp(place, 'g');

/** Lists, tables, quotes, tags and headings begin otherwise. What is no sentence may be a row of a list that lost its marks. */
const prose = /^ {0,3}(?:[\p{L}"“'`]|\*{1,2}\p{L})[^]*[.!?:。][*_"”'`)]*$/u;

interface Pair {
  readonly first: Span;
  readonly second: Span;
}

/** Whether a character is certainly no blank. */
const isMark = (code: number): boolean => code > 32 && code < 127;

/** Lines that no blank one parts. */
function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const stop = lineEnd(text, at);
    // Asked of each line of a section at each key, and most begin with what is no blank.
    if (isMark(text.charCodeAt(at)) || text.slice(at, stop).trim() !== '') {
      if (start < 0) start = at;
      end = stop;
    } else if (start >= 0) {
      blocks.push({ start, end });
      start = -1;
    }
  }
  if (start >= 0) blocks.push({ start, end });
  return blocks;
}

const isAsLong = (one: Span, other: Span): boolean =>
  other.end - other.start >= shortest && other.end - other.start === one.end - one.start;

/** Paragraphs that follow one another and are equal. */
const pairsIn = perSection((text, { fences, comments }): readonly Pair[] => {
  const pairs: Pair[] = [];
  const hidden = [...fences.map(({ outer }) => outer), ...comments];
  let last: Span | undefined;
  for (const span of blocksOf(text)) {
    const block = last && isAsLong(last, span) ? text.slice(span.start, span.end) : '';
    const isSame = block !== '' && text.slice(last!.start, last!.end) === block;
    const isText = isSame && prose.test(block) && !place.test(block);
    if (isText && !hidden.some(({ start, end }) => start < span.end && last!.start < end))
      pairs.push({ first: last!, second: span });
    last = span;
  }
  return [...pairs, ...codeTwice(text, fences)];
});

/** Blocks of code that nothing but blank lines parts. */
function codeTwice(text: string, fences: SectionContent['fences']): Pair[] {
  return fences.slice(1).flatMap(({ outer, span, closed }, index) => {
    const first = fences[index]!.outer;
    const isSame =
      closed && text.slice(first.start, first.end).trimEnd() === text.slice(outer.start, outer.end).trimEnd();
    if (!isSame || span.end - span.start < shortest || text.slice(first.end, outer.start).trim() !== '') return [];
    return [{ first, second: trimmed(text, outer) }];
  });
}

/** A section's heading, if it begins with one. */
const headOf = perSection((text, { headings }) => {
  const [heading] = headings;
  if (heading?.outer.start !== 0) return null;
  return { line: text.slice(0, heading.outer.end).trimEnd(), level: heading.level };
});

/** Whether it holds places to fill in outside of code. */
const hasPlaces = perSection((text, { fences, codes }) => {
  const shown = [...fences, ...codes].map(({ outer }) => outer);
  return [...text.matchAll(places)].some(({ index }) => !shown.some(({ start, end }) => start <= index && index < end));
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
  return sections.slice(index, next).some(each => hasPlaces(document, each)) ? undefined : twin;
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
