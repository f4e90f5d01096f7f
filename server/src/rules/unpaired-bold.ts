// `**` whose partner is missing, is one star only, or stands apart from its word: the stars are shown, and nothing is bold.
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { areInOrder, boldIn, type Bold } from './bold-marks';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { skillWith } from './samples';
import { blocksWith, proseOf } from './text-blocks';
import { preferFirst } from './edits';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unpaired-bold',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  needs: anyOf('**'),
  roles: readsBody,
  summary: 'Two stars without their partner, or with a space between them and the word, so that nothing is bold.',
  why:
    'Bold text stands between `**` and `**`, each without a space to its word. Where one is missing the stars are shown as ' +
    'they stand, and the words that were to be stressed are not; or the wrong ones are.',
  source: 'CommonMark 0.31.2, section 6.2; counted over 18 public repositories.',
  examples: [
    {
      bad: skillWith('- <|**|>Never: push.\n- **Always**: pull.'),
      good: skillWith('- **Never**: push.\n- **Always**: pull.'),
    },
    {
      bad: skillWith('- Never<|**|>: push.\n- **Always**: pull.'),
      good: skillWith('- **Never**: push.\n- **Always**: pull.'),
    },
    { bad: skillWith('- `**.env` exists<|**|>: stop.'), good: skillWith('- **`.env` exists**: stop.') },
    { bad: skillWith('- <|**|>Never run `make**`: stop.'), good: skillWith('- **Never run `make`**: stop.') },
    { bad: skillWith('- `**/*.ts` exist<|**|>: stop.'), good: skillWith('- **`**/*.ts` exist**: stop.') },
    {
      bad: skillWith('You are the Reader<|**|>, who reads.\n\nPort<|**|> (a door). It is an **adapter**.'),
      good: skillWith('You are the **Reader**, who reads.\n\n**Port** (a door). It is an **adapter**.'),
    },
    { bad: skillWith('<|**|>Never push.'), good: skillWith('**Never push.**') },
    { bad: skillWith('- **Never<|*|>: push.'), good: skillWith('- **Never**: push.') },
    { bad: skillWith('- <|*|>Never**: push.'), good: skillWith('- **Never**: push.') },
    { bad: skillWith('- **Never<|__|>: push.'), good: skillWith('- **Never**: push.') },
    { bad: skillWith('- <|__|>Never**: push.'), good: skillWith('- **Never**: push.') },
    { bad: skillWith('- **<| |>Never**: push.'), good: skillWith('- **Never**: push.') },
    { bad: skillWith('- **Never<| |>**: push.'), good: skillWith('- **Never**: push.') },
    {
      bad: skillWith('| A | B |\n| - | - |\n| <|**|>1 | **2** |'),
      good: skillWith('| A | B |\n| - | - |\n| **1** | **2** |'),
    },
    {
      bad: skillWith(
        'This **goes\non** here.\n\n2 ** 3, 2**3, src/** and `**`, \\*\\*a, ***a***.\n\n```\n**a\n```\n\n- **a\n  b**\n- *a* **b**',
      ),
    },
    {
      bad: skillWith(
        '- src/components/**\n- docs/** · lib/**, src/**.js and **.\n\nFiles (src/** → frontend) are theirs.',
      ),
    },
    {
      bad: skillWith(
        '| A | B | C |\n| - | - | - |\n| .42** | ✓** | (if new)** |\n\n- Each value (e.g., "25g", "205 mg**") on the right\n\n- *p<0.05\n- **p<0.01',
      ),
    },
    { bad: skillWith('**The version of May (8 May\n2011) is old**, so go on.') },
    { bad: skillWith('**kwargs (object) – All else.\n\nCall it with (**inputs, n=1) here.') },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? [])
      for (const bold of boldOf(document, section)) yield findingOf(document, bold, section.start);
  },
});

const boldOf = perSection((text, content) => {
  if (!text.includes('**')) return [];
  const prose = proseOf(text, content);
  if (areInOrder(prose)) return [];
  return [...blocksWith('**', prose)].flatMap(block => boldIn(prose, block) ?? []);
});

function findingOf(document: Document, { wrong, span, places }: Bold, start: number): Finding {
  const place = shift(span, start);
  return {
    span: place,
    message: messages[wrong],
    fixes: () =>
      fixesOf(
        document,
        wrong,
        place,
        places.map(at => at + start),
      ),
  };
}

const messages = {
  open: say('Nothing closes these two stars, so they are shown as they stand and no word is bold.'),
  close: say('Nothing opens these two stars, so they are shown as they stand and no word is bold.'),
  single: say('These marks do not pair with two stars, so the words between them are not bold.'),
  blank: say('With a space between them and the word, these stars make nothing bold.'),
};

function fixesOf({ uri, text }: Document, wrong: Bold['wrong'], span: Span, places: readonly number[]): readonly Fix[] {
  const sure = { safe: false, preferred: true as const };
  switch (wrong) {
    case 'single':
      return [{ title: say('Change to `{0}`', '**'), edits: [{ uri, span, text: '**' }], ...sure }];
    case 'blank':
      return [{ title: say('Remove the space'), edits: [{ uri, span, text: '' }], ...sure }];
    default:
      return [
        ...preferFirst(places.map(at => bolded(uri, text, span, at))),
        { title: say('Remove `{0}`', '**'), edits: [{ uri, span, text: '' }], safe: false },
      ];
  }
}

/** The other two stars at a place. */
function bolded(uri: string, text: string, span: Span, at: number): Omit<Fix, 'preferred'> {
  const made = at < span.start ? { start: at, end: span.start } : { start: span.end, end: at };
  const stray = starsInCode(text, made, at < span.start);
  const words = stray
    ? text.slice(made.start, stray.start) + text.slice(stray.end, made.end)
    : text.slice(made.start, made.end);
  return {
    // Backticks of its own would end those around it.
    title: say('Make `{0}` bold', words.replaceAll('`', '')),
    edits: [{ uri, span: { start: at, end: at }, text: '**' }, ...(stray ? [{ uri, span: stray, text: '' }] : [])],
    safe: false,
  };
}

/** The two stars that stand on the wrong side of a backtick, at the end of the words that are without any; a pattern of paths is none. */
function starsInCode(text: string, { start, end }: Span, isFirst: boolean): Span | undefined {
  const words = text.slice(start, end);
  const found = isFirst ? /^`+(?=\*\*[^\s*/])/.exec(words)?.[0].length : /(?<=[^\s*/])\*\*(?=`+$)/.exec(words)?.index;
  return found === undefined ? undefined : { start: start + found, end: start + found + 2 };
}
