// Lines that still bear the marks of a tool that printed them: the numbers of a reader of files, the signs of a patch.
import type { Document } from '../syntax/document';
import { lineEnd, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { lineMatches, sectionAt, type Match } from './prose';
import { agentWith } from './samples';
import { defineRule, say, type Edit, type Finding } from './rule';

export default defineRule({
  id: 'tool-output',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('@@', '→', '\t', '+#'),
  roles: readsBody,
  summary: 'Lines with the numbers and arrows of a tool that reads files, or the lines of a patch, outside of code.',
  why:
    'What a tool prints was taken for the text itself. After a number no heading is one and no item, and of a patch the model is ' +
    'told both versions, the signs before them too.',
  source: 'The Read tool of Claude Code 2.1; diff(1), «Unified Format».',
  examples: [
    {
      bad: agentWith('# A\n\n<|    16→|>## Steps\n    17→\n    18→- Go.\n\nRest.\n'),
      good: agentWith('# A\n\n## Steps\n\n- Go.\n\nRest.\n'),
    },
    { bad: agentWith('# A\n\n<|   16→|>## Steps\n\nGo.\n'), good: agentWith('# A\n\n## Steps\n\nGo.\n') },
    {
      bad: agentWith('# A\n\n<|@@ -12,3 +12,4 @@ # A|>\n Read.\n-Write.\n+Write it.\n+Check it.\n Rest.\n\nB.\n'),
      good: agentWith('# A\n\nRead.\nWrite it.\nCheck it.\nRest.\n\nB.\n'),
    },
    {
      bad: agentWith('# A\n\n<|    16\t|>## Steps\n    17\t\n    18\t- Go.\n\nRest.\n'),
      good: agentWith('# A\n\n## Steps\n\n- Go.\n\nRest.\n'),
    },
    { bad: agentWith('A.\n\n<|+|>## B\n+\n+Read.\n\nC.\n'), good: agentWith('A.\n\n## B\n\nRead.\n\nC.\n') },
    { bad: agentWith('A.\n\n<|@@ -12,7 +12,9 @@|>\n\nB.\n'), good: agentWith('A.\n\n\nB.\n') },
    {
      bad: agentWith('1→2→3\n1→ Read.\n2→ Write.\n\n     7→ states.\n\n```\n    1→a\n    2→b\n@@ -1 +1 @@\n-a\n```\n'),
    },
  ],
  *check(document) {
    for (const run of numberedRuns(document)) yield ofNumbers(document, run);
    for (const match of lineMatches(document, '@', hunk)) yield ofHunk(document, match);
    for (const { span } of lineMatches(document, '+', added)) {
      yield ofPluses(document, plusesIn(document.text, span));
    }
  },
});

/** Numbers stand to the right of a column, which an author's own do not. */
const numbered = /^( {2,6})(\d{1,6})(?:→|\t)/my;

/** Lines with numbers that follow one another; a single one where a heading or a fence stands behind it. */
function numberedRuns(document: Document): Match[][] {
  const runs: Match[][] = [];
  for (const match of lineMatches(document, '0', numbered)) {
    if (match.span.end - match.span.start < 5) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows =
      last !== undefined &&
      nextLine(document.text, last.span.end) === match.span.start &&
      Number(last.groups[2]) + 1 === Number(match.groups[2]);
    if (follows) run!.push(match);
    else runs.push([match]);
  }
  return runs.filter(run => run.length > 1 || (document.text[run[0]!.span.end - 1] === '→' && /^(?:#{1,6} |---$)/m.test(document.text.slice(run[0]!.span.end, run[0]!.span.end + 8)))); // prettier-ignore
}

function ofNumbers({ uri }: Document, run: readonly Match[]): Finding {
  const { span } = run[0]!;
  return {
    span,
    message:
      run.length === 1
        ? say('This number is from a tool that printed the file; after it, the line is not what it looks like.')
        : say(
            'These numbers are from a tool that printed the file, here and in {0} lines below; they are not part of it.',
            String(run.length - 1),
          ),
    fixes: () => [
      {
        title: say('Remove the numbers'),
        edits: run.map(each => ({ uri, span: each.span, text: '' })),
        safe: false,
        preferred: true,
      },
    ],
  };
}

const hunk = /^@@ -\d{1,7}(?:,(\d{1,5}))? \+\d{1,7}(?:,(\d{1,5}))? @@(?: [^\n\r]*)?(?=\r?$)/my;

/** A heading that was put in, with the lines below it. */
const added = /^\+#{1,6} [^\n]*\n(?:\+[^\n]*(?:\n|$)){2,}/my;

const plusesIn = (text: string, { start, end }: Span): Span[] => {
  const found: Span[] = [];
  for (let at = start; at < end; at = nextLine(text, at)) found.push({ start: at, end: at + 1 });
  return found;
};

const ofPluses = ({ uri }: Document, signs: readonly Span[]): Finding => ({
  span: signs[0]!,
  message: say('These signs are from a patch, here and in {0} lines below; they are not part of the text.', String(signs.length - 1)), // prettier-ignore
  fixes: () => [
    {
      title: say('Remove the signs'),
      edits: signs.map(span => ({ uri, span, text: '' })),
      safe: false,
      preferred: true,
    },
  ],
});

function ofHunk(document: Document, { span, groups }: Match): Finding {
  const { uri, text } = document;
  const line = { start: span.start, end: nextLine(text, span.end) };
  return {
    span,
    message: say('This line is from a patch and not part of the text; lines that follow may have its signs as well.'),
    fixes: () => {
      const signs = signsBelow(document, line.end, Number(groups[1] ?? 1), Number(groups[2] ?? 1));
      const title = signs.length > 0 ? say('Keep what the patch makes of the lines') : say('Remove the line');
      const edits = [line, ...signs].map((each): Edit => ({ uri, span: each, text: '' }));
      return [{ title, edits, safe: false, preferred: true }];
    },
  };
}

/** What to take away so that the new lines of a patch remain; nothing, where its lines are not as many as it says. */
function signsBelow(document: Document, from: number, olds: number, news: number): Span[] {
  const { text } = document;
  const end = sectionAt(document, from)?.end ?? from;
  const found: Span[] = [];
  let [old, now, at] = [0, 0, from];
  for (; at < end && (old < olds || now < news); at = nextLine(text, at)) {
    const sign = text[at]!;
    if (!'+- \r\n'.includes(sign)) break;
    if (sign !== '+') old++;
    if (sign !== '-') now++;
    if (sign === '-') found.push({ start: at, end: nextLine(text, at) });
    else if (lineEnd(text, at) > at) found.push({ start: at, end: at + 1 });
  }
  return old === olds && now === news ? found : [];
}
