// A backtick of inline code whose partner is missing or another mark, in a paragraph, an item, a heading or a cell.
import type { SectionContent } from '../syntax/body';
import type { Document } from '../syntax/document';
import { lineEnd } from '../syntax/lines';
import { inOneOf, shift } from '../syntax/span';
import { readsBody } from './bodies';
import { loneCode, type LoneCode } from './code-marks';
import { changeTo, preferFirst } from './edits';
import { anyOf } from './needs';
import { oddCodes, type OddCode } from './odd-code';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { blocksWith, proseOf } from './text-blocks';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unpaired-code',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('`', '´'),
  roles: readsBody,
  summary: 'A backtick without its partner, so that a name is not shown as code, or the text after it is.',
  why:
    'Inline code stands between two backticks. Where one is missing, the next one in the paragraph is taken for it: text ' +
    'becomes code and code becomes text, up to its end.',
  source: 'CommonMark 0.31.2, section 6.1; counted over 18 public repositories.',
  examples: [
    { bad: skillWith('- Ask <|`|>developer for `it`.'), good: skillWith('- Ask `developer` for `it`.') },
    { bad: skillWith('- Ask developer<|`|> for `it`.'), good: skillWith('- Ask `developer` for `it`.') },
    { bad: skillWith('Read <|`|>references/a.md.'), good: skillWith('Read `references/a.md`.') },
    { bad: skillWith("- Run <|`|>make test' first."), good: skillWith('- Run `make test` first.') },
    { bad: skillWith("- Run 'make test<|`|> first."), good: skillWith('- Run `make test` first.') },
    { bad: skillWith('Ask `a` and\n<|`|>b for `c`.'), good: skillWith('Ask `a` and\n`b` for `c`.') },
    {
      bad: skillWith('No <|`|>@latest or `>=` here, (`*.key`).'),
      good: skillWith('No `@latest` or `>=` here, (`*.key`).'),
    },
    { bad: skillWith('| A |\n| - |\n| <|`|>tdd |'), good: skillWith('| A |\n| - |\n| `tdd` |') },
    {
      bad: skillWith(
        'A `long\nspan` here.\n\n``a ` b`` and \\` and `a`.\n\n```\n`\n```\n\nThe ` key.\n\nRun `git stash -- \n<paths>` now.',
      ),
    },
    { bad: skillWith('Run commands with !` in front.\n\nexport const text = `# A\n\nb\n`') },
    { bad: skillWith('Run <|´make test´|> first.'), good: skillWith('Run `make test` first.') },
    {
      bad: skillWith('Run <|``make`|> and `it`.\n\n- Run `it`, then <|`make``|>.'),
      good: skillWith('Run `make` and `it`.\n\n- Run `it`, then `make`.'),
    },
    { bad: skillWith("- Angry: (￣^￣), (`д′), (#￣～￣#)\n- Cross: (￣へ￣), ( ` ω´ )\n- Shy: ( ` ///´ ), (´∀`）'") },
    { bad: skillWith('Say (´∀`) or (´ω´), `´a´`, ``a`b``, ``` `` ```, `` a`, café´s or l´eau d´or.') },
  ],
  *check(document) {
    const { uri, text, body } = document;
    for (const section of body?.sections ?? []) {
      for (const odd of oddIn(document, section)) yield unlike(document, section.start, odd);
      for (const { at, opens, places } of loneIn(document, section)) {
        const start = section.start + at;
        yield {
          span: { start, end: start + 1 },
          message: messageOf(opens, places[0]!),
          fixes: () => [
            ...preferFirst(places.map(each => fixOf(uri, text, start, { ...each, at: section.start + each.at }))),
            {
              title: say('Remove `{0}`', '`'),
              edits: [{ uri, span: { start, end: start + 1 }, text: '' }],
              safe: false,
            },
          ],
        };
      }
    }
  },
});

const loneIn = perSection((text, content) => {
  if (!hasOddLine(text, content)) return [];
  const prose = proseOf(text, { ...content, codes: [], links: [] });
  return [...blocksWith('`', prose)].flatMap(block => loneCode(prose, block) ?? []);
});

const oddIn = perSection(oddCodes);

function unlike(document: Document, start: number, { outer, code, isAccent }: OddCode): Finding {
  const span = shift(outer, start);
  return {
    span,
    message: isAccent
      ? say('Code is written between backticks; between accents it is text.')
      : say('Two backticks on one side and one on the other make no code: as many close it as opened it.'),
    fixes: () => [changeTo(document, span, `\`${code}\``, 'best')],
  };
}

/** Whether a line of text has an odd number of backticks: without one no block has. */
function hasOddLine(text: string, { fences }: SectionContent): boolean {
  const isFenced = inOneOf(fences.map(({ outer }) => outer));
  for (let at = text.indexOf('`'); at >= 0;) {
    const end = lineEnd(text, at);
    const first = at;
    let count = 0;
    for (; at >= 0 && at < end; at = text.indexOf('`', at + 1)) count++;
    if (count % 2 === 1 && !isFenced(first)) return true;
  }
  return false;
}

function messageOf(opens: boolean, { instead }: LoneCode['places'][number]): ReturnType<typeof say> {
  if (instead)
    return opens
      ? say('A quote stands where a backtick should close this one.')
      : say('A quote stands where a backtick should open this one.');
  return opens ? say('Nothing closes this backtick.') : say('Nothing opens this backtick.');
}

function fixOf(
  uri: string,
  text: string,
  mark: number,
  { at, instead }: LoneCode['places'][number],
): Omit<Fix, 'preferred'> {
  const code = mark < at ? text.slice(mark + 1, at) : text.slice(at + (instead ? 1 : 0), mark);
  return {
    title: instead ? say('Change to `{0}`', '`') : say('Make `{0}` code', code),
    edits: [{ uri, span: { start: at, end: instead ? at + 1 : at }, text: '`' }],
    safe: false,
  };
}
