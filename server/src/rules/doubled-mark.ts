// Marks of Markdown that stand twice: of headings, items, bold words, and the colon of a label.
import type { Document } from '../syntax/document';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo, preferFirst } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { lineMatches } from './prose';
import { agentWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'doubled-mark',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  needs: anyOf('***', '**::', '- -', '# #', '. 0', '. 1', '. 2', '. 3', '. 4', '. 5', '. 6', '. 7', '. 8', '. 9'),
  roles: readsBody,
  summary: 'A mark that stands twice: `## ## Steps`, `1. 1. Read`, `****Never**`, `**Note**::`.',
  why:
    'The second mark is no mark: it is shown as a part of the heading, opens a list within the item, or keeps the words from ' +
    'being bold.',
  source: 'CommonMark 0.31.2; counted over 14,979 files of public repositories, 29 November 2026.',
  examples: [
    { bad: agentWith('<|## ##|> Steps\n'), good: agentWith('## Steps\n') },
    { bad: agentWith('# A\n\n<|# ##|> Steps\n'), good: agentWith('# A\n\n### Steps\n') },
    { bad: agentWith('1. Read.\n<|2. 2.|> Write.\n'), good: agentWith('1. Read.\n2. Write.\n') },
    { bad: agentWith('- Read.\n<|- -|> Write.\n- Rest.\n'), good: agentWith('- Read.\n- Write.\n- Rest.\n') },
    { bad: agentWith('<|****|>Never** push **it<|***|>.\n'), good: agentWith('**Never** push **it**.\n') },
    { bad: agentWith('**Never**<|::|> push.\n'), good: agentWith('**Never**: push.\n') },
    { bad: agentWith('- - a\n  - b\n- - c\n\n1. 2. a\n\n`****a**` ***a*** **a:** std::b ***`a`***\n\n## #1\n') },
  ],
  *check(document) {
    const { start: from, end: to } = document.body!.span;
    const written = document.text.slice(from, to);
    for (const { span, groups } of written.includes('# #') ? lineMatches(document, '#', heading) : []) {
      const [all, first = '', second = ''] = groups;
      const joined = first.length + second.length > 6 ? [] : [first + second];
      yield finding(
        document,
        { start: span.start, end: span.start + all.length },
        first === second ? [first] : [...joined, second],
      );
    }
    for (const { span, groups } of lineMatches(document, '0', number))
      yield finding(document, { start: span.start + groups[1]!.length, end: span.end }, [`${groups[2]!}.`]);
    for (const { span, groups } of written.includes('- -') ? lineMatches(document, '-', bullet) : []) {
      const place = { start: span.start + groups[1]!.length, end: span.end };
      if (isAmongItems(document.text, span.start, groups[1]!)) yield finding(document, place, ['-']);
    }
    for (const section of document.body?.sections ?? [])
      for (const { at, mark, right } of boldIn(document, section))
        yield finding(document, { start: section.start + at, end: section.start + at + mark.length }, [right]);
  },
});

const heading = /(#{1,6}) (#{1,6})(?= \S)/y;
const number = /([ \t]*)(\d{1,3})\. \2\.(?= \S)/y;
const bullet = /([ \t]*)- -(?= \S)/y;

/** Whether plain items stand above and below. */
function isAmongItems(text: string, start: number, indent: string): boolean {
  const above = start === 0 ? '' : text.slice(lineStart(text, start - 1), start);
  const next = nextLine(text, start);
  const below = text.slice(next, lineEnd(text, next));
  return [above, below].every(line => line.startsWith(`${indent}- `) && !line.startsWith(`${indent}- - `));
}

interface Mark {
  readonly at: number;
  readonly mark: string;
  readonly right: string;
}

const four = /(?<![*\\])\*{4}(?=[\p{L}\d][^*\n]*\*\*(?!\*))/gu;
const three = /(?<![*\w\\])\*\*(?=\p{L})[^*\n`]*\p{L}{2}(\*{3})(?![*\w])/gu;
const colons = /(?<=[^\s*]\*\*)::(?=[ \t])/g;

const boldIn = perSection((text, content): readonly Mark[] => {
  if (!text.includes('***') && !text.includes('**::')) return [];
  const prose = proseOf(text, content);
  return [
    ...[...prose.matchAll(four)].map(({ index, 0: mark }) => ({ at: index, mark, right: '**' })),
    ...[...prose.matchAll(three)].map(({ index, 0: all, 1: mark }) => ({ at: index + all.length - 3, mark: mark!, right: '**' })), // prettier-ignore
    ...[...prose.matchAll(colons)].map(({ index, 0: mark }) => ({ at: index, mark, right: ':' })),
  ];
});

const finding = (document: Document, span: Span, meant: readonly string[]): Finding => ({
  span,
  message: say('This mark is written twice, and the second one is taken for text or for a list of its own.'),
  fixes: () => preferFirst(meant.map(each => changeTo(document, span, each))),
});
