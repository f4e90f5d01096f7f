// Boxes of a list of tasks, `- [ ] `, that lack a mark.
import type { Document } from '../syntax/document';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { lineMatches } from './prose';
import { skillWith } from './samples';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'broken-box',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('[ ]', '[x]', '[X]'),
  roles: readsBody,
  summary: 'An item in a list of tasks whose box lacks a bracket or a space.',
  why: 'A box is `[ ]` or `[x]` with a space after it. Anything else is text, and no tool counts the item as a task.',
  source: 'GitHub Flavored Markdown 0.29, section 5.3.',
  examples: [
    { bad: skillWith('- [ ] A\n- <|[]|> B'), good: skillWith('- [ ] A\n- [ ] B') },
    { bad: skillWith('- <|[x|> A\n- [ ] B'), good: skillWith('- [x] A\n- [ ] B') },
    { bad: skillWith('- [ ] A\n- <|[ ]|>B\n- [ ] C'), good: skillWith('- [ ] A\n- [ ] B\n- [ ] C') },
    {
      bad: skillWith('- [ ] A\n- <|[ }|> B\n- [ ] C\n- <|[[ ]|> D'),
      good: skillWith('- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D'),
    },
    {
      bad: skillWith('- [ ] A\n- <|[ ]]|> B\n- [ ] C\n- <|[v]|> D\n- [ ] E\n- <|[X ]|> F\n- <|[✅]|> G\n- [ ] H'),
      good: skillWith('- [ ] A\n- [ ] B\n- [ ] C\n- [x] D\n- [ ] E\n- [x] F\n- [x] G\n- [ ] H'),
    },
    {
      bad: skillWith('- [ ] A\n<|[ ]|> B\n- [ ] C\n<|-|> D\n- [ ] E\n<|- ☐|> F\n- [ ] G'),
      good: skillWith('- [ ] A\n- [ ] B\n- [ ] C\n- [ ] D\n- [ ] E\n- [ ] F\n- [ ] G'),
    },
    {
      bad: skillWith(
        '- [] A\n- [] B\n\n- [a] (b)\n- [x](y)\n\n- [ ] A\n- [x](y)\n- [ab] c\n- (x) is a variable\n\n- [ ] A\n- [-] B\n- [?] C',
      ),
    },
  ],
  *check(document) {
    yield* lostAmongTasks(document);
    const { text } = document;
    for (const { span, groups } of lineMatches(document, '-*+', box)) {
      const [, lead = '', mark = ''] = groups;
      const above = span.start === 0 ? '' : text.slice(lineStart(text, span.start - 1), span.start);
      const next = nextLine(text, span.end);
      const below = text.slice(next, lineEnd(text, next));
      const isTask = (line: string): boolean => line.startsWith(lead) && /^\[[ xX]\] \S/.test(line.slice(lead.length));
      if (!isTask(above) && !isTask(below)) continue;
      const start = span.start + lead.length;
      const right = /[xvyхХ✓✔√✅]/i.test(mark) ? '[x]' : '[ ]';
      yield {
        span: { start, end: start + mark.length },
        message: say(
          'The checkbox of this task is written `{0}`; as it is here, the item is text and not a task.',
          right,
        ),
        fixes: () => [changeTo(document, { start, end: span.end }, right, 'best', `${right} `)],
      };
    }
  },
});

/** `[ ] Read.` without its dash, `- Read.` without its box, and a box of print, between tasks. */
function* lostAmongTasks(document: Document): Iterable<Finding> {
  const { text, uri } = document;
  for (const { span, groups } of lineMatches(document, '[-*+', almostTask)) {
    const [, indent = '', mark = ''] = groups;
    const next = nextLine(text, span.end);
    const above = span.start === 0 ? '' : text.slice(lineStart(text, span.start - 1), span.start);
    const below = text.slice(next, lineEnd(text, next));
    const isTask = (line: string): boolean =>
      line.startsWith(indent) && /^- \[[ xX]\] \S/.test(line.slice(indent.length));
    const isBox = mark.startsWith('[');
    if (isBox ? !isTask(above) && !isTask(below) : !isTask(above) || !isTask(below)) continue;
    const start = span.start + indent.length;
    const place = { start, end: start + mark.length };
    const box = /☑|✅|☒/.test(mark) ? '- [x]' : '- [ ]';
    yield {
      span: place,
      message: say('The items around this one are tasks, with `{0}`; without it this one is not a task.', '- [ ]'),
      fixes: () => [
        isBox
          ? {
              title: say('Insert `{0}`', '-'),
              edits: [{ uri, span: { start, end: start }, text: '- ' }],
              safe: false,
              preferred: true,
            }
          : changeTo(document, place, box, 'best'),
      ],
    };
  }
}

const almostTask = /([ \t]*)(\[[ xX]\](?= )|- [☐☑☒□](?= )|-(?= +[^\s[☐☑☒□✅✓✔]))/y;

/** What stands for a box, and the blanks behind it. */
const odd = [
  /\[\](?!\()|\[ {2,}\]/,
  /\[[ xX]\](?=[\p{L}\d*`])/u,
  /\[\[[ xX]\](?= )|\[[ xX]\]\](?= )|\[[vVyYхХ✓✔√✅]\](?= )|\[(?: [xX] ?|[xX] )\](?= )/u,
  /\[[xX ][)}>|](?= )|\[[xX](?= )|\[(?= +[^\s\]x][^\]\n]*$)/,
  /\([ xX]?\)(?= )| ?[xX]?\](?= )|\{[ xX]\}/,
];
const box = new RegExp(`^([ \\t]*[-*+] )(${odd.map(({ source }) => source).join('|')})[ \\t]*`, 'muy');
