// Headings of steps, `### Step 3: Write`, whose numbers do not go on one by one.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { lostStep, stepLines } from './lost-steps';
import { firstOdd, isOutlier, numberAnew, offBy, type Numbered } from './numbering';
import { anyOf, meets } from './needs';
import { perSection } from './per-section';
import { defineRule, say, type Finding } from './rule';
import { agentWith } from './samples';

const heading =
  /^(?:(\d{1,2})\. (?=\S)|(Step|Phase|Stage) (\d{1,2})(?![\w.–-])(?! (?:[a-z]|(?:End|Start|Summary|Results?|Output|Gate|Check|Complete|Review)\b)))/;

/** Nothing but what headings say, lines that look like some in blocks of code, and those that were to be some. */
const digest = (document: Document, section: Section): string => {
  const lost = stepLines(document, section).map(each => Object.values(each).join(' '));
  const inCode = meets(words, document, section) ? linesOf(document, section) : '';
  return [headingsOf(document, section), inCode, ...lost].join('\n');
};

const words = anyOf('Step ', 'Phase ', 'Stage ');

const linesOf = perSection(text => text.match(/^ *#+ .*(?:Step|Phase|Stage) \d+/gm)?.join() ?? '');
const headingsOf = perSection((text, { headings }) =>
  headings
    .map(({ level, span }) => {
      const words = text.slice(span.start, span.end);
      return `${level}${(heading.exec(words) ?? begun.exec(words))?.[0] ?? ''}`;
    })
    .join(),
);

export default defineRule({
  id: 'step-number',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  heeds: line => /[a-z] ?\d|^\W*\d/i.test(line),
  digest,
  roles: readsBody,
  summary:
    'Headings of steps of which two have the same number, one number is left out, or one stands in a line that is no such heading.',
  why:
    'The model follows the steps by their numbers, and what names a step means another one: a step was taken out or put in, and ' +
    'the ones below it kept their numbers.',
  source: 'Counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: agentWith('## Step 1\n\n## Step 2\n\n## Step <|2|>: Write\n\n### Step 1\n\n## Step 3\n'),
      good: agentWith('## Step 1\n\n## Step 2\n\n## Step 3: Write\n\n### Step 1\n\n## Step 4\n'),
    },
    {
      bad: agentWith('### Phase 1: A\n\n### Phase <|3|>: B\n\n### Phase 4: C\n'),
      good: agentWith('### Phase 1: A\n\n### Phase 2: B\n\n### Phase 3: C\n'),
    },
    {
      bad: agentWith('### Step 1\n\n### Step 2\n\n### Step <|2|>\n\n### Step 4\n\n### Step 5\n'),
      good: agentWith('### Step 1\n\n### Step 2\n\n### Step 3\n\n### Step 4\n\n### Step 5\n'),
    },
    {
      bad: agentWith('### 1. A\n\n### 2. B\n\n### <|4|>. C\n\n### 5. D\n'),
      good: agentWith('### 1. A\n\n### 2. B\n\n### 3. C\n\n### 4. D\n'),
    },
    {
      bad: agentWith('### 1. A\n\n### 2. B\n\n### 3. C\n\n### <|3|>. D\n\n### 4. E\n'),
      good: agentWith('### 1. A\n\n### 2. B\n\n### 3. C\n\n### 4. D\n\n### 5. E\n'),
    },
    { bad: agentWith('## 1. A\n\n## 2. B\n\n## 3a. C\n\n## 3b. D\n\n## 4. E\n\n## 5. F\n') },
    { bad: agentWith('## 1. A\n\n## 3. C\n\n## 4. D\n') },
    {
      bad: agentWith('## 1. A\n\n## 2. B\n\n## <|5|>. C\n\n## 4. D\n\n# E\n\n## 1. A\n\n## 2. B\n\n## 5. C\n'),
      good: agentWith('## 1. A\n\n## 2. B\n\n## 3. C\n\n## 4. D\n\n# E\n\n## 1. A\n\n## 2. B\n\n## 5. C\n'),
    },
    {
      bad: agentWith('### Step 1: A\n\n<|Step 2: B|>\n\n### Step 3: C\n'),
      good: agentWith('### Step 1: A\n\n### Step 2: B\n\n### Step 3: C\n'),
    },
    {
      bad: agentWith('### Step 1: A\n\n<|**Step 2: B**|>\n\n### Step 3: C\n\n### Step 4: C\n'),
      good: agentWith('### Step 1: A\n\n### Step 2: B\n\n### Step 3: C\n\n### Step 4: C\n'),
    },
    {
      bad: agentWith(
        '### Step 1: A\n\n<|#### Step 2: B|>\n\n### Step 3: C\n\n# D\n\n### Phase 1\n\n<|### Pahse 2|>\n\n### Phase 3\n',
      ),
      good: agentWith(
        '### Step 1: A\n\n### Step 2: B\n\n### Step 3: C\n\n# D\n\n### Phase 1\n\n### Phase 2\n\n### Phase 3\n',
      ),
    },
    {
      bad: agentWith(
        '## Step 1: A\n\n### Step 2: B\n\n### Step 3: C\n\n## Step 4: D\n\n### Step 5: E\n\n### Step 6: F\n',
      ),
    },
    { bad: agentWith('## A\n\n### Step 1\n\n### Step 2\n\n## B\n\n### Step 2\n\n### Step 3\n\n### Step 4\n') },
    { bad: agentWith('### Step 1\n\n### Step 2\n\n### Step 2.5\n\n### Step 4-5\n\n### Step 6\n') },
    { bad: agentWith('### Step 1\n\n### Step 2a\n\n### Step 2b\n\n### Step 3\n\n### Step 4\n') },
    { bad: agentWith('### Step 01\n\n### Step 02\n\n### Step 04\n\n### Step 05\n') },
    { bad: agentWith('### Step 1: A\n\n### Step 2: B\n\n### Step 2 output format:\n\n### Step 3: C\n') },
    {
      bad: agentWith('## Step 1\n\n## Step 2\n\n## Step <|4|>\n\n## B\n\n### Step 1\n\n### Step 2\n\n### Step 3\n'),
      good: agentWith('## Step 1\n\n## Step 2\n\n## Step 3\n\n## B\n\n### Step 1\n\n### Step 2\n\n### Step 3\n'),
    },
    { bad: agentWith('### Step 1\n\n### Step 2\n\n```\n# Step 3\n```\n\n### Step 4\n') },
    { bad: agentWith('### Step 1\n\n### Step 2\n\n### Step 7\n\n### Step 1\n\n### Step 2\n') },
    {
      bad: agentWith(
        '## Step 1\n\n{{#web}}\n## Step 2: Open\n{{/web}}\n{{^web}}\n## Step 2: Read\n{{/web}}\n\n## Step 3\n\n## Step 4\n',
      ),
    },
  ],
  *check(document) {
    const all = sequences(document);
    for (const [index, steps] of all.entries()) {
      const finding = judge(document, steps) ?? lostAtEnds(document, steps, all.slice(0, index), all[index + 1]);
      if (finding) yield finding;
    }
  },
});

interface Step extends Numbered {
  readonly word: string;
  readonly level: number;
}

/** The steps below one heading, of one level and one word. */
function sequences({ text, body }: Document): Step[][] {
  const all: Step[][] = [];
  const open = new Map<string, { readonly level: number; readonly steps: Step[] }>();
  for (const { start, content } of body?.sections ?? []) {
    for (const { level, span } of content.headings) {
      for (const [key, each] of open) if (each.level > level) open.delete(key);
      const at = start + span.start;
      const [found, plain, word = '', behind] = heading.exec(text.slice(at, start + span.end)) ?? [];
      if (found === undefined) continue;
      const digits = plain ?? behind ?? '';
      const number = Number(digits);
      const key = `${level} ${word}`;
      const known = number <= 1 ? undefined : open.get(key);
      const steps = known?.steps ?? [];
      if (!known) {
        open.set(key, { level, steps });
        all.push(steps);
      }
      const from = at + (plain === undefined ? found.length - digits.length : 0);
      steps.push({ word, level, number, span: { start: from, end: from + digits.length } });
    }
  }
  return all;
}

const alternative = /\{\{[#^/]|\{%-? *(?:if|else|elif|endif)\b/;

/** Where the steps would go on one by one but for one place. */
function judge(document: Document, steps: readonly Step[]): Finding | undefined {
  const { text } = document;
  const first = steps[0]!.number;
  const odd = firstOdd(steps, first);
  if (first > 1 || odd < 1) return undefined;
  // A text that a program fills in has one step or the other.
  if (alternative.test(text.slice(steps[0]!.span.start, steps.at(-1)!.span.end))) return undefined;
  const { number, span, word, level } = steps[odd]!;
  // `Step 07` is called as its file is, of which there may be others.
  if (text[span.start] === '0') return undefined;
  if (word !== '' && number > first + odd) {
    const between = { start: steps[odd - 1]!.span.end, end: span.start };
    const lost = lostStep(document, between, { level, word, number: first + odd }, true);
    if (lost) return lost;
  }
  if (steps.length < 3) return undefined;
  if (steps.length > (word === '' ? 3 : 2) && isOutlier(steps, first, odd)) return between(document, span, first + odd);
  const by = offBy(steps, first, odd);
  if (by !== 1 && by !== -1) return undefined;
  // Numbers alone are those of chapters, too, of which some are left out: there must be more of them that go on one by one.
  if (word === '' && (odd < 2 || steps.length - odd < 2)) return undefined;
  // `Step 3a`, or a heading in a block of code that a lost fence makes longer than it was meant.
  const gap = text.slice(steps[odd - 1]!.span.end, span.start);
  if (by > 0 && word !== '' && new RegExp(`^ *#+ .*${word} ${number - 1}(?!\\d)`, 'm').test(gap)) return undefined;
  if (by > 0 && word === '' && isBegun(document, steps[odd - 1]!.span.end, span.start, number - 1)) return undefined;
  return {
    span,
    message:
      by < 0
        ? say('Two steps have the number {0}.', String(number))
        : say('No step has the number {0}.', String(number - 1)),
    fixes: () => [numberAnew(document, steps, first, say('Renumber the steps'))],
  };
}

/** Whether a heading in between begins with the number and is written in another way: `### 3a`. */
const isBegun = ({ text, body }: Document, from: number, to: number, number: number): boolean =>
  (body?.sections ?? []).some(({ start, content }) =>
    content.headings.some(({ span }) => {
      const at = start + span.start;
      return at > from && at < to && begun.exec(text.slice(at, start + span.end))?.[1] === String(number);
    }),
  );

const begun = /^\W*(\d{1,2})(?!\d)/;

/** What was to be the heading before the first of some steps, or behind the last: lines up to other steps are looked at. */
function lostAtEnds(
  document: Document,
  steps: readonly Step[],
  above: readonly (readonly Step[])[],
  next: readonly Step[] | undefined,
): Finding | undefined {
  const { number: first, word, level, span } = steps[0]!;
  const last = steps.at(-1)!;
  if (word === '') return undefined;
  const lost = (start: number, end: number, number: number, isBetween: boolean): Finding | undefined =>
    lostStep(document, { start, end }, { level, word, number }, isBetween);
  // A heading of another level parts the steps before it from those behind.
  const isParted = (each: readonly Step[]): boolean =>
    each[0]!.word === word && each[0]!.level === level && each.at(-1)!.number === first - 2;
  const parted = [...above].reverse().find(isParted);
  if (parted) return lost(parted.at(-1)!.span.end, span.start, first - 1, true);
  if (steps.length < 2) return undefined;
  const before = first < 3 ? lost(above.at(-1)?.at(-1)?.span.end ?? 0, span.start, first - 1, false) : undefined;
  return before ?? lost(last.span.end, next?.[0]?.span.start ?? document.text.length, last.number + 1, false);
}

const between = (document: Document, span: Span, wanted: number): Finding => ({
  span,
  message: say('Going by the steps around it, this one should have the number {0}.', String(wanted)),
  fixes: () => [changeTo(document, span, String(wanted), 'best')],
});
