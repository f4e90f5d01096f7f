// Headings and items behind other text, where the break before their line is lost.
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { lineBreak } from './edits';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'lost-break',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf(' ##', '- '),
  roles: readsBody,
  summary: 'A heading or an item of a list after other text on its line, so that it is text.',
  why:
    'A heading begins its line, and so does an item of a list. After other text it is none, for outlines, links and whoever reads ' +
    'by sections; what follows counts to the part above.',
  source: 'CommonMark 0.31.2, sections 4.2 and 5.2.',
  examples: [
    {
      bad: agentWith('# A\n\nRead it all. <|## Steps|>\n\nGo.\n'),
      good: agentWith('# A\n\nRead it all.\n\n## Steps\n\nGo.\n'),
    },
    {
      bad: agentWith('- Read it all<|- |>Write it down\n- Rest\n'),
      good: agentWith('- Read it all\n- Write it down\n- Rest\n'),
    },
    {
      bad: agentWith('- Read\n- **Read** all.<|- |>**Write** it\n'),
      good: agentWith('- Read\n- **Read** all.\n- **Write** it\n'),
    },
    {
      bad: agentWith('- Ein- und Ausgabe\n- A- B\n\nRead it- Write it\n\n- Read `a- Bc` it\n- Rest\n\n- Read- Alone\n'),
    },
    { bad: agentWith('# A <|## Steps|>\n\nGo.\n'), good: agentWith('# A\n\n## Steps\n\nGo.\n') },
    {
      bad: agentWith('Write: ## Steps\n\nSee the ## Steps\n\nA. ## Steps of it.\n\n| a. ## Steps |\n\n`A. ## Steps`\n'),
    },
  ],
  *check(document) {
    const { uri, text } = document;
    for (const section of document.body?.sections ?? []) {
      for (const { gap, start, end } of gluedIn(document, section)) {
        const span = { start: section.start + start, end: section.start + end };
        const before = { start: span.start - gap, end: span.start };
        yield {
          span,
          message: say('After other text this is not a heading; it needs a line of its own.'),
          fixes: () => [
            {
              title: say('Put it on a line of its own'),
              edits: [{ uri, span: before, text: lineBreak(text).repeat(2) }],
              safe: false,
              preferred: true,
            },
          ],
        };
      }
      for (const { start, end, lead } of itemsIn(document, section)) {
        const span = { start: section.start + start, end: section.start + end };
        yield {
          span,
          message: say('After other text this is not an item of the list; it needs a line of its own.'),
          fixes: () => [
            {
              title: say('Put it on a line of its own'),
              edits: [{ uri, span, text: `${lineBreak(text)}${lead}- ` }],
              safe: false,
              preferred: true,
            },
          ],
        };
      }
    }
  },
});

interface GluedItem extends Span {
  /** The blanks before the item that it stands behind. */
  readonly lead: string;
}

/** `- Read it- Write it`, next to another item, and `- Read it all - Write it down` among items without any such mark. */
const itemsIn = perSection((text, content): readonly GluedItem[] => {
  if (!glued.test(text)) return [];
  const prose = proseOf(text, content);
  return [...prose.matchAll(mark)].flatMap(({ index, 0: { length } }) => {
    const from = lineStart(prose, index);
    const [, lead, before = ''] = /^([ \t]*)- (.*)$/.exec(prose.slice(from, index)) ?? [];
    if (lead === undefined) return [];
    const beside = [...itemsBeside(prose, from, lead)];
    const isItem =
      length === 2
        ? beside.length > 0
        : beside.length > 1 &&
          !beside.some(line => / [-–—] |: |\*\*/.test(line)) &&
          isSentence(before) &&
          isSentence(prose.slice(index + length, lineEnd(prose, index)));
    return isItem ? [{ start: index, end: index + length, lead }] : [];
  });
});

/** Some words that begin with a capital, and no name with what explains it. */
const isSentence = (words: string): boolean => /^[A-Z][^:|]*$/.test(words) && !words.includes(' - ') && words.split(' ').length > 2; // prettier-ignore

/** The items straight above and below a line that are indented as it is. */
function* itemsBeside(text: string, at: number, lead: string): Generator<string> {
  for (let from = at; from > 0;) {
    from = lineStart(text, from - 1);
    if (!text.startsWith(`${lead}- `, from)) break;
    yield text.slice(from, lineEnd(text, from));
  }
  for (let from = nextLine(text, at); text.startsWith(`${lead}- `, from); from = nextLine(text, from))
    yield text.slice(from, lineEnd(text, from));
}

const glued = /[\w.)'’`*] ?- (?:\*\*)?[A-Z][a-z]/;
/** A hyphen right behind a word or with a blank before it, and a word in a capital behind its own. */
const mark = /(?<=[a-z]{3}|[.)])- (?=(?:\*\*)?[A-Z][a-z])|(?<=(?: [a-z][\w'’()]*)) - (?=[A-Z][a-z]+ [a-z])/g;
/** Up to the end of the line, where a blank line, a list or a block of code follows. */
const heading = /[ \t]+(#{2,6} \p{Lu}[^\n#.|]{2,70})(?=\r?\n(?:[ \t]*\r?\n|[-*] |1\. |```))/uy;
/** The end of a heading, or of a sentence that does not speak of the one that follows. */
const ended =
  /^#{1,5} .*[^\s#:]$|^[ \t]*[^\s|>#].* .*(?:[\w)`*][.!?]|(?<!\b(?:the|your|this|see|under|with|from|into|add|and|use|like|heading|section|title|write))(?<=[a-z]{3}|[)`*]))$/;

interface Glued {
  /** Of the blanks in front of it. */
  readonly gap: number;
  readonly start: number;
  readonly end: number;
}

const gluedIn = perSection((text, content): readonly Glued[] => {
  const found: Glued[] = [];
  let prose: string | undefined;
  for (let at = text.indexOf(' ##'); at >= 0; at = text.indexOf(' ##', at + 1)) {
    heading.lastIndex = at;
    if (!heading.test(text)) continue;
    prose ??= proseOf(text, { ...content, codes: [] });
    heading.lastIndex = at;
    const match = heading.exec(prose);
    if (!match || !ended.test(prose.slice(Math.max(lineStart(prose, at), at - 120), at).trimEnd())) continue;
    const end = at + match[0].length;
    found.push({ gap: match[0].length - match[1]!.length, start: end - match[1]!.length, end });
  }
  return found;
});
