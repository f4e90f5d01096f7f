// Headings of steps, `### Step 3: Write`, whose numbers do not go on one by one.
import type { Document } from '../syntax/document';
import { readsBody } from './bodies';
import { firstOdd, numberAnew, offBy, type Numbered } from './numbering';
import { perSection } from './per-section';
import { defineRule, say, type Finding } from './rule';
import { agentWith } from './samples';

const heading =
  /^(Step|Phase|Stage) (\d{1,2})(?![\w.–-])(?! (?:[a-z]|(?:End|Start|Summary|Results?|Output|Gate|Check|Complete|Review)\b))/;

/** Nothing but what headings say, and lines that look like some in blocks of code. */
const digest = perSection((text, { headings }) => {
  const steps = headings.map(
    ({ level, span }) => `${level}${heading.exec(text.slice(span.start, span.end))?.[0] ?? ''}`,
  );
  return [...steps, ...(text.match(/^ *#+ .*(?:Step|Phase|Stage) \d+/gm) ?? [])].join();
});

export default defineRule({
  id: 'step-number',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest,
  roles: readsBody,
  summary: 'Headings of steps of which two have the same number, or one number is left out.',
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
    { bad: agentWith('## A\n\n### Step 1\n\n### Step 2\n\n## B\n\n### Step 2\n\n### Step 3\n\n### Step 4\n') },
    { bad: agentWith('### Step 1\n\n### Step 2\n\n### Step 2.5\n\n### Step 4-5\n\n### Step 6\n') },
    { bad: agentWith('### Step 1\n\n### Step 2a\n\n### Step 2b\n\n### Step 3\n\n### Step 4\n') },
    { bad: agentWith('### Step 1: A\n\n### Step 2: B\n\n### Step 2 output format:\n\n### Step 3: C\n') },
    { bad: agentWith('### Step 1\n\n### Step 2\n\n### Step 7\n\n### Step 1\n\n### Step 2\n') },
  ],
  *check(document) {
    for (const steps of sequences(document)) {
      const finding = judge(document, steps);
      if (finding) yield finding;
    }
  },
});

interface Step extends Numbered {
  readonly word: string;
}

/** The steps below one heading, of one level and one word. */
function sequences({ text, body }: Document): Step[][] {
  const all: Step[][] = [];
  const open = new Map<string, { readonly level: number; readonly steps: Step[] }>();
  for (const { start, content } of body?.sections ?? []) {
    for (const { level, span } of content.headings) {
      for (const [key, each] of open) if (each.level > level) open.delete(key);
      const at = start + span.start;
      const [found, word = '', digits = ''] = heading.exec(text.slice(at, start + span.end)) ?? [];
      if (found === undefined) continue;
      const number = Number(digits);
      const key = `${level} ${word}`;
      const known = number <= 1 ? undefined : open.get(key);
      const steps = known?.steps ?? [];
      if (!known) {
        open.set(key, { level, steps });
        all.push(steps);
      }
      const end = at + found.length;
      steps.push({ word, number, span: { start: end - digits.length, end } });
    }
  }
  return all;
}

/** Where the steps would go on one by one but for one place. */
function judge(document: Document, steps: readonly Step[]): Finding | undefined {
  const { text } = document;
  const first = steps[0]!.number;
  const odd = firstOdd(steps, first);
  if (first > 1 || steps.length < 3 || odd < 1) return undefined;
  const by = offBy(steps, first, odd);
  if (by !== 1 && by !== -1) return undefined;
  const { number, span, word } = steps[odd]!;
  // `Step 3a`, or a heading in a block of code that a lost fence makes longer than it was meant.
  if (by > 0 && new RegExp(`^ *#+ .*${word} ${number - 1}(?!\\d)`, 'm').test(text)) return undefined;
  return {
    span,
    message:
      by < 0
        ? say('Two steps have the number {0}.', String(number))
        : say('No step has the number {0}.', String(number - 1)),
    fixes: () => [numberAnew(document, steps, first, say('Number the steps anew'))],
  };
}
