// Items of a list whose mark is a bullet or a dash of print, among others that have the mark of Markdown.
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'print-bullet',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  needs: anyOf('\n- ', '•', '·', '–', '—', '‣', '◦'),
  roles: readsBody,
  summary: 'An item of a list that begins with `•` or `–`, where the items around it begin with `-` or `*`.',
  why:
    'Markdown knows `-`, `*` and `+`. A line with a bullet of print is text that counts to the item above, so that two items run ' +
    'into one. Lists that have such bullets throughout are left alone.',
  source: 'CommonMark 0.31.2, section 5.2.',
  examples: [
    { bad: agentWith('- Read.\n<|•|> Write.\n- Rest.\n'), good: agentWith('- Read.\n- Write.\n- Rest.\n') },
    { bad: agentWith('- Read.\n<|~|> Write.\n- Rest.\n'), good: agentWith('- Read.\n- Write.\n- Rest.\n') },
    { bad: agentWith('- Read.\n  * Plan.\n  <|–|> Write.\n'), good: agentWith('- Read.\n  * Plan.\n  * Write.\n') },
    { bad: agentWith('Steps:\n<|•|> Read.\n- Write.\n'), good: agentWith('Steps:\n- Read.\n- Write.\n') },
    { bad: agentWith('- Read.\n<|Write it.|>\n- Rest.\n'), good: agentWith('- Read.\n- Write it.\n- Rest.\n') },
    {
      bad: agentWith('- **A**: a\n<|**B**: b|>\n- **C**: c\n'),
      good: agentWith('- **A**: a\n- **B**: b\n- **C**: c\n'),
    },
    { bad: agentWith('### A\n<|•|> Read.\n- Write.\n'), good: agentWith('### A\n- Read.\n- Write.\n') },
    {
      bad: agentWith('- Read it\n  all.\n<|•|> Write:\n  - this\n- Rest.\n'),
      good: agentWith('- Read it\n  all.\n- Write:\n  - this\n- Rest.\n'),
    },
    {
      bad: agentWith('1. Plan.\n   - Read.\n   <|·|> Write.\n2. Rest.\n'),
      good: agentWith('1. Plan.\n   - Read.\n   - Write.\n2. Rest.\n'),
    },
    { bad: agentWith('# A\n• Read:\n  - this\n• Write:\n  - that\n\n- Read\n– or not\nat all.\n') },
    { bad: agentWith('- Read it.\r\n**Then:**\r\n- Write it.\r\n\r\n- Read it.\n**Then:**\n- Write it.\n') },
    { bad: agentWith('• Read.\n• Write.\n\n- A\n  • b\n- C\n\nA\n– b\n\n```\n- a\n• b\n- c\n```\n') },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const { start, end, lead } of unmarkedIn(document, section)) {
        const from = section.start + start;
        yield {
          span: { start: from, end: section.start + end },
          message: say(
            'The lines around this one are items of a list; without its mark, this one belongs to the item above.',
          ),
          fixes: () => [
            {
              title: say('Insert `{0}`', '-'),
              edits: [{ uri: document.uri, span: { start: from - lead, end: from }, text: '- ' }],
              safe: false,
              preferred: true,
            },
          ],
        };
      }
      for (const { at, mark } of bulletsIn(document, section)) {
        const span = { start: section.start + at, end: section.start + at + 1 };
        yield {
          span,
          message: say(
            'This mark does not make an item of a list, so the line belongs to the one above; the others have `{0}`.',
            mark,
          ),
          fixes: () => [changeTo(document, span, mark, 'best')],
        };
      }
    }
  },
});

/** A line that begins with a capital or with bold words between two items that do, of which the one above ends as a whole. */
const unmarked =
  /^(- (?:\*\*)?\p{Lu}[^\n]*\n)( ?)(?:\*\*\p{Lu}[^*\n]*\*\*|\p{Lu}[\p{Ll}]+ )(?:[^\n]*[^\s:*]|[^\n]*[^:]\*\*)?[ \t]*(?=\r?\n- (?:\*\*)?\p{Lu})/gmu;

const unmarkedIn = perSection((text, content) => {
  if (!text.includes('\n- ') || text.search(unmarked) < 0) return [];
  const prose = proseOf(text, content);
  // Behind a colon the words are the title of what follows.
  const found = [...prose.matchAll(unmarked)].filter(({ 0: lines }) => !/:\**[ \t]*$/.test(lines));
  return found.map(({ index, 0: line, 1: above, 2: lead }) => ({
    start: index + above!.length + lead!.length,
    end: index + line.trimEnd().length,
    lead: lead!.length,
  }));
});

const bullet = /^([ \t]*)[•·–—‣◦~=.] +(?=\S)/gm;

const bulletsIn = perSection((text, content) => {
  if (!/^[ \t]*[•·–—‣◦~=.] /m.test(text)) return [];
  const prose = proseOf(text, content);
  return [...prose.matchAll(bullet)].flatMap(({ index, 0: all, 1: indent }) => {
    const above = lineBeside(prose.slice(0, index).split('\n').slice(0, -1).reverse(), indent!);
    const below = lineBeside(
      prose
        .slice(index + all.length)
        .split('\n')
        .slice(1),
      indent!,
    );
    const [first, last] = [itemMark(above, indent!), itemMark(below, indent!)];
    const isAmong = first === undefined ? beginsList.test(above) : last === first || endsList(below, indent!);
    const mark = first ?? last;
    return isAmong && mark !== undefined ? [{ at: index + indent!.length, mark }] : [];
  });
});

/** The first line that does not belong to the item beside it: what is indented further goes on, or is a list of its own. */
const lineBeside = (lines: readonly string[], indent: string): string =>
  (lines.find(line => !/^[ \t]/.test(line.slice(indent.length)) || !line.startsWith(indent)) ?? '').trimEnd();

/** Nothing, a heading, a tag, or words that tell what follows. */
const beginsList = /^$|:[*_]*$|^#{1,6} |^[ \t]*<\/?\w[^>]*>$|^[ \t]*[-*] /;

const endsList = (line: string, indent: string): boolean =>
  /^\s*$|^[ \t]*(?:\d+[.)] |<\/)/.test(line) || (!line.startsWith(indent) && /^[ \t]*[-*] /.test(line));

/** The mark of an item of that indentation. */
const itemMark = (line: string, indent: string): string | undefined =>
  line.startsWith(indent) ? /^([-*]) \S/.exec(line.slice(indent.length))?.[1] : undefined;
