// Lines that stand twice in a row: headings, numbered items, items of a list, rows of a table, and calls of tools.
import type { Document } from '../syntax/document';
import type { Section } from '../syntax/body';
import { lineEnd, lineStart, nextLine, trimmed } from '../syntax/lines';
import { isDelimiterRow } from '../syntax/table';
import { inOneOf, shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'doubled-line',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  digest: (document: Document, section: Section) => readIn(document, section).digest,
  roles: readsBody,
  summary: 'A heading, an item of a list, a row of a table or a call of a tool that stands twice in a row.',
  why:
    'Pasted twice, a line is read twice: a call is made twice, a list counts one item too many, and its numbers below are those ' +
    'of other steps than elsewhere.',
  source: 'Counted over 14,979 files of public repositories, 29 November 2026.',
  examples: [
    {
      bad: agentWith('1. Read.\n2. Plan it.\n<|2. Plan it.|>\n3. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan it.\n3. Rest.\n'),
    },
    {
      bad: agentWith('- Read it.\n- Plan it now, too.\n<|- Plan it now, too.|>\n- Rest well\n<|- Rest well|>\n'),
      good: agentWith('- Read it.\n- Plan it now, too.\n- Rest well\n'),
    },
    { bad: agentWith('## Plan\n\n<|## Plan|>\n\nText.\n'), good: agentWith('## Plan\n\nText.\n') },
    {
      bad: agentWith("```js\nSkill({ skill: 'tdd' });\n<|Skill({ skill: 'tdd' });|>\n```\n"),
      good: agentWith("```js\nSkill({ skill: 'tdd' });\n```\n"),
    },
    {
      bad: agentWith(
        '| A | B |\n|---|---|\n<||---|---||>\n| Read all of the plan | Then write down what changes |\n<|| Read all of the plan | Then write down what changes ||>\n',
      ),
      good: agentWith('| A | B |\n|---|---|\n| Read all of the plan | Then write down what changes |\n'),
    },
    {
      bad: agentWith(
        '| A | B |\n|---|---|\n| `get <name>` | Reads what is there of A_B, all of it, now and then |\n<|| `get <name>` | Reads what is there of A_B, all of it, now and then ||>\n',
      ),
      good: agentWith('| A | B |\n|---|---|\n| `get <name>` | Reads what is there of A_B, all of it, now and then |\n'),
    },
    {
      bad: agentWith(
        '| A | B |\n|---|---|\n| `set.name` | `setName(one, two)` |\n<|| `set.name` | `setName(one, two)` ||>\n',
      ),
      good: agentWith('| A | B |\n|---|---|\n| `set.name` | `setName(one, two)` |\n'),
    },
    {
      bad: agentWith(
        '| A | B |\n|---|---|\n| Issue | high | See docs |\n| Issue | high | See docs |\n| [name of it] | What it does here |\n| [name of it] | What it does here |\n',
      ),
    },
    {
      bad: agentWith(
        '- [item]\n- [item]\n- ...\n- ...\n- Item\n- Item\n- [ ] Verification item\n- [ ] Verification item\n1. Step description\n2. Step description\n\n```\n- a b c\n- a b c\n```\n\n## A\n\nText.\n\n## A\n',
      ),
    },
  ],
  *check(document) {
    let above: { readonly heading: string; readonly lines: Span } | undefined;
    for (const section of document.body?.sections ?? []) {
      const { start, end } = section;
      const { heading, isEmpty, places } = readIn(document, section);
      if (above?.heading === heading) yield finding(document, { start, end: start + heading.length }, above.lines);
      for (const place of places) {
        const span = shift(place, start);
        const lines = { start: lineStart(document.text, span.start), end: nextLine(document.text, span.end) };
        yield finding(document, span, lines);
      }
      above = isEmpty ? { heading, lines: { start, end } } : undefined;
    }
  },
});

/** A section's heading, whether it holds nothing else, and the lines that stand there once more. */
interface Read {
  readonly digest: string;
  readonly heading: string;
  readonly isEmpty: boolean;
  readonly places: readonly Span[];
}

/** Lines that are no longer say little, and may well be said twice. */
const shortest = 8;

const readIn = perSection((text, { headings, fences, comments }): Read => {
  const end = headings.length > 0 ? lineEnd(text, 0) : 0;
  const isEmpty = end > 0 && end < text.length && /^##+ +[\p{L}\d*`]/u.test(text) && text.slice(end).trim() === '';
  const heading = text.slice(0, end).trimEnd();
  const isHidden = inOneOf([...fences.map(({ outer }) => outer), ...comments]);
  const places: Span[] = [];
  let last = 0;
  for (let at = nextLine(text, 0); at < text.length; at = nextLine(text, at)) {
    // Most lines begin otherwise than the one above, which a look at two letters tells.
    if (text[at] === text[last] && text[at + shortest] === text[last + shortest]) {
      const [line, above] = [at, last].map(start => text.slice(start, lineEnd(text, start)).trimEnd()) as [
        string,
        string,
      ];
      if (line === above && line.length > shortest && (isItem(line) || isRow(line) ? !isHidden(at) : call.test(line)))
        places.push(trimmed(text, { start: at, end: at + line.length }));
    }
    last = at;
  }
  return { digest: [heading, isEmpty, ...places.map(({ start }) => start)].join('\n'), heading, isEmpty, places };
});

/** Items of words. Templates show how items look by lines that are alike, «Step description» as often as need be. */
const item = /^[ \t]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d{1,3}\.[ \t]+)[^\s[<{(_.…][^[<{_…]* [^[<{_…]*$/;
const ofTemplate = /^[ \t]*\S+[ \t]+(?:\S+ ){1,3}(?:items?|descriptions?|points?|steps?|names?|details?|examples?|here|text|titles?|values?|requirements?|tasks?|features?|entry|one|two)[.:]?$/i; // prettier-ignore
const isItem = (line: string): boolean => item.test(line) && !ofTemplate.test(line);

/** Rows of many words, and the dashes below a header. Short rows may well be alike, and templates show by such how many there
 * may be. */
const isRow = (line: string): boolean =>
  /^[ \t]*\|[^\n]*\|$/.test(line) &&
  (isDelimiterRow(line, 0, line.length) || isTold(line.replace(/`[^`]+`/g, '``'), line));

/** What stands in code is meant as it is written; words of a row, in places to fill in or not, are not. Two pieces of code tell more
 * than words do. */
const isTold = (words: string, line: string): boolean =>
  !/[[{…]|<(?!\d)|\.\.\.|(?<![\p{L}\d])_|_(?![\p{L}\d])/u.test(words) &&
  (words.split('``').length > 2 ? count(line) > 4 : count(words) > 2 && count(line) > 6);

const count = (words: string): number => (words.match(/\p{L}{3,}/gu) ?? []).length;
const call = /^[ \t]*Skill\(\{ ?skill: ?(['"])[\w:/-]+\1[^\n]*\);?[ \t]*(?:\/\/.*)?$/;

/** `lines`: what is taken away, one of the two with its line break. */
const finding = ({ uri }: Document, span: Span, lines: Span): Finding => ({
  span,
  message: say('This line stands here twice, so what it says is read twice.'),
  fixes: () => [
    { title: say('Remove one of the two'), edits: [{ uri, span: lines, text: '' }], safe: false, preferred: true },
  ],
});
