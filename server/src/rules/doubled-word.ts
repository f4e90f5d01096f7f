// Small words that stand twice in a row: `the the`.
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'doubled-word',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  heeds: line => mayHold.test(line),
  sections: 'alone',
  roles: readsBody,
  summary: 'A small word that stands twice in a row, such as `the the`.',
  why:
    'Nobody means it: one of the two was left over when the sentence was changed, and perhaps more of it is not what was meant. Only ' +
    'words that no English sentence has twice are told of.',
  source: 'Counted over 14,979 files of public repositories, 29 November 2026.',
  examples: [
    {
      bad: skillWith('Read <|the the|> file, then go <|to to|> it.'),
      good: skillWith('Read the file, then go to it.'),
    },
    { bad: skillWith('<|The the|> file of `the the`.'), good: skillWith('The file of `the the`.') },
    {
      bad: skillWith('Write <|a a|> test <|in in|> each file, and say which test <|is is|> new. It <|is is|> there.'),
      good: skillWith('Write a test in each file, and say which test is new. It is there.'),
    },
    {
      bad: skillWith(
        'I know that that is so, had had it, the-the, from "to to", what it is is, A A, log in in a browser, the\n\nthe.\n\n```\nthe the\n```',
      ),
    },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const { start, end, word } of doubledIn(document, section)) {
        const span = shift({ start, end }, section.start);
        yield {
          span,
          message: say('The word `{0}` stands here twice.', word),
          fixes: () => [
            {
              title: say('Remove one of the two'),
              edits: [{ uri: document.uri, span: { start: span.start + word.length, end: span.end }, text: '' }],
              safe: false,
              preferred: true,
            },
          ],
        };
      }
    }
  },
});

/** Not those that other languages have twice, and none that may be a name or stand for itself. */
const words = [
  'the', 'a', 'an', 'to', 'in', 'into', 'at', 'by', 'from', 'of', 'for', 'with', 'and', 'or', 'but', 'as', 'if', 'when', 'be', 'is', 'are',
  'must', 'should', 'not', 'this', 'you', 'your', 'its', 'their',
]; // prettier-ignore
const doubled = new RegExp(`(?<![\\w'"“‘<>/|.*_-])(${words.join('|')}) \\1(?![\\w'"”’>/|*_-])`, 'g');
const capital = new RegExp(`(?<![\\w'"“‘<>/|*_-])(The|To|And|For|With|This|You|Your|If|When) (?:${words.join('|')})(?![\\w'"”’>/|*_-])`, 'g'); // prettier-ignore

/** What goes before the word where it belongs there twice: «log in in a browser», «what it is is clear», «part a a b». */
const before: ReadonlyMap<string, RegExp> = new Map([
  ['in', /\b(?:log|sign|check|opt|plug|zoom|come|go|bring|build|tune|fill|fit|step|hand|turn|jump|drop|type|buy|kick|settle)(?:s|\w?ed|\w?ing)? $/i],
  ['is', /(?:(?<![.!?] )\b(?:it|this|that|there)|\b(?:what|which|who|where|how|why|thing|problem|issue|question|answer|point|fact|truth)) $/i],
  ['a', /(?:[^a-z] |(?:^|\b[a-z]|part|option|step|case|type|class|grade|plan|point|appendix|section|vitamin|and|or|to|from) )$/i],
]); // prettier-ignore

/** How far back is looked for it. */
const reach = 20;

interface Doubled extends Span {
  readonly word: string;
}

/** Takes a tenth of the time that the patterns take, which most sections are spared. */
const mayHold = new RegExp(`\\b(${words.join('|')}) \\1\\b`, 'i');

const none: readonly Doubled[] = [];

const doubledIn = perSection((text, content): readonly Doubled[] => {
  if (!mayHold.test(text)) return none;
  const all = [...text.matchAll(doubled), ...text.matchAll(capital)];
  const found = all.filter(({ index, 0: both }) => {
    const [first, second] = both.split(' ') as [string, string];
    return first.toLowerCase() === second && !before.get(second)?.test(text.slice(Math.max(0, index - reach), index));
  });
  if (found.length === 0) return [];
  const prose = proseOf(text, content);
  return found
    .filter(({ index, 0: both }) => prose.startsWith(both, index))
    .map(({ index, 0: both, 1: word }) => ({ start: index, end: index + both.length, word: word! }))
    .sort((a, b) => a.start - b.start);
});
