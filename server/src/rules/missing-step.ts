// Sentences that lead to a step of the text, «go back to step 9», where its steps end before that.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo, mostChoices } from './edits';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

const steps = '## Step 1: A\n\n## Step 2: B\n\n## Step 3: C\n\n';

export default defineRule({
  id: 'missing-step',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  heeds: line => /step +\d|^\W*\d/i.test(line),
  digest: (document: Document, section: Section) => {
    const { named, led } = stepsIn(document, section);
    return [named.join(), ...led.map(({ start, number }) => `${start} ${number}`)].join('\n');
  },
  roles: readsBody,
  summary:
    'A sentence that leads to a step which the text does not have, such as `go back to step 9` where there are five.',
  why:
    'The model looks for the step, finds none and goes on as it thinks best: steps were taken out or joined, and what names them ' +
    'was left as it was.',
  source: 'Counted over 18 public repositories, 30 November 2026: none leads to a step of its own that is not there.',
  examples: [
    { bad: agentWith(`${steps}If it fails, <|go back to step 4|>.\n`), good: agentWith(`${steps}If it fails, go back to step 3.\n`) },
    { bad: agentWith(`${steps}It is done (<|see Step 7|>).\n`) },
    { bad: agentWith(`${steps}Go back to step 3. See step 4 of the other skill, and [step 9](a.md). It takes step 5.\n`) },
    { bad: agentWith(`${steps}**Step 4: D**\n\nGo back to step 4.\n`) },
    { bad: agentWith(`${steps}\`\`\`bash\n# Step 4: D\n\`\`\`\n\nSee step 4.\n`) },
    { bad: agentWith('## Step 1: A\n\n## Step 2: B\n\nSee step 3.\n') },
    { bad: agentWith('## Step 1: A\n\n## Step 2: B\n\n## Step 4: C\n\nSee step 5.\n') },
    { bad: agentWith(`${steps}1. A\n2. B\n3. C\n4. D\n\nSee step 4.\n`) },
    { bad: agentWith(`${steps}See step 4 in \`a.md\`.\n\nSkip to step 5 of it.\n`) },
  ], // prettier-ignore
  *check(document) {
    const all = (document.body?.sections ?? []).map(section => ({ section, ...stepsIn(document, section) }));
    const headings = all.flatMap(({ headed }) => headed);
    const last = Math.max(0, ...headings);
    // Where some are left out, nobody can tell what is counted.
    const isWhole = last > 2 && Array.from({ length: last }, (_, at) => at + 1).every(each => headings.includes(each));
    if (!isWhole) return;
    const known = new Set(all.flatMap(({ named }) => named));
    for (const { section, led } of all) {
      for (const { number, ...place } of led) {
        if (number <= last || known.has(number)) continue;
        yield {
          span: shift(place, section.start),
          message: say('This text has no step {0}: its last one is {1}.', String(number), String(last)),
          fixes: () => {
            const end = section.start + place.end;
            const span = { start: end - String(number).length, end };
            const numbers = Array.from({ length: Math.min(last, mostChoices) }, (_, at) => String(last - at));
            return numbers.map(each => changeTo(document, span, each));
          },
        };
      }
    }
  },
});

interface Led extends Span {
  readonly number: number;
}

interface Steps {
  /** The numbers of headings, of all that is called a step at the beginning of its line, and of items. */
  readonly headed: readonly number[];
  readonly named: readonly number[];
  readonly led: readonly Led[];
}

const none: Steps = { headed: [], named: [], led: [] };

const heading = /^#{1,6} +(?:\*\*)?Step (\d{1,2})\b/gim;
const named = /^[^\w\n]*(?:Step +)?(\d{1,2})\b|[*"'[(|>→-] *Step +(\d{1,2})\b(?=[^\n]{0,3}[:*\]–—-])/gim;

/** What tells the reader to go there. Behind it neither a part of that step nor whose step it is. */
const ways =
  'see|go(?: back)? to|back to|return to|proceed to|skip to|jump to|repeat|continue (?:to|with|at|from)|as in|from|in';
const further = 'of|in|from|to|and|or|through|at|on|above|below|under';
const leads = new RegExp(`\\b(?:${ways}) step (\\d{1,2})(?![\\w–-]|\\.\\d| ?(?:${further})\\b)`, 'gi');

/** Whose steps are told of in the same line may be another file's. */
const ofOthers = /\.md\b|\b(?:skill|workflow|command|guide|runbook)\b/i;

const stepsIn = perSection((text, content): Steps => {
  const tellsOfSteps = text.includes('tep ') || text.includes('TEP ');
  if (!tellsOfSteps && !/^[^\w\n]*\d/m.test(text)) return none;
  const numbers = (pattern: RegExp): number[] => [...text.matchAll(pattern)].map(([, a, b]) => Number(a ?? b));
  const told = tellsOfSteps ? [...proseOf(text, content).matchAll(leads)] : [];
  const led = told.filter(({ index }) => {
    const { start, end } = lineAt(text, index);
    return text[index - 1] !== '[' && !ofOthers.test(text.slice(start, end));
  });
  return {
    headed: numbers(heading),
    named: numbers(named),
    led: led.map(({ index, 0: all, 1: number }) => ({ start: index, end: index + all.length, number: Number(number) })),
  };
});
