// Marks of Markdown that an editor put backslashes before, so that they are shown.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { agentWith } from './samples';
import { proseOf } from './text-blocks';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'escaped-mark',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('\\'),
  roles: readsBody,
  summary:
    'Stars of bold text, the box of a task, or the mark of a link, a heading or an item, with backslashes before them.',
  why:
    'Editors that show the text as it will look put a backslash before each mark that was typed or pasted. It is then shown as it ' +
    'stands: nothing is bold, no task has a box, and the line is no heading and no item.',
  source: 'CommonMark 0.31.2, section 2.4.',
  examples: [
    { bad: agentWith('Do <|\\*\\*never\\*\\*|> push.\n'), good: agentWith('Do **never** push.\n') },
    { bad: agentWith('- <|\\[ \\]|> Read.\n- <|\\[x]|> Plan.\n'), good: agentWith('- [ ] Read.\n- [x] Plan.\n') },
    { bad: agentWith('- <|\\**Never**|>: push.\n'), good: agentWith('- **Never**: push.\n') },
    {
      bad: agentWith('- <|\\[ ]|> Read.\n- \\[ ] Plan.\n- \\[x] Go.\n'),
      good: agentWith('- [ ] Read.\n- [ ] Plan.\n- [x] Go.\n'),
    },
    {
      bad: agentWith('<|\\##|> Steps\n\n1. Read.\n2<|\\.|> Write.\n'),
      good: agentWith('## Steps\n\n1. Read.\n2. Write.\n'),
    },
    {
      bad: agentWith('- Read.\n<|\\-|> Write.\n\n> A\n<|\\>|> B\n'),
      good: agentWith('- Read.\n- Write.\n\n> A\n> B\n'),
    },
    { bad: agentWith('See <|\\[|>how](https://a.example).\n'), good: agentWith('See [how](https://a.example).\n') },
    { bad: agentWith('2 \\*\\* 3, \\*a\\*, src/\\*\\*/b/\\*\\*, `\\*\\*a\\*\\*` and \\[x] here.\n') },
  ],
  *check(document) {
    for (const section of document.body?.sections ?? []) {
      for (const run of runsIn(document, section)) {
        const marks = run.map(({ start, end, right }) => ({
          span: { start: section.start + start, end: section.start + end },
          right,
        }));
        yield findingOf(document, marks);
      }
    }
  },
});

interface Mark {
  readonly span: Span;
  readonly right: string;
}

/** Of a list that an editor went over as a whole it is told once. */
function findingOf(document: Document, marks: readonly Mark[]): Finding {
  const [{ span, right }] = marks as [Mark];
  if (marks.length === 1) {
    return {
      span,
      message: say('With backslashes before them, these marks are shown as text; `{0}` is meant.', right),
      fixes: () => [changeTo(document, span, right, 'best')],
    };
  }
  return {
    span,
    message: say(
      'With backslashes before them, these marks are shown as text; `{0}` is meant, here and in {1} lines below.',
      right,
      String(marks.length - 1),
    ),
    fixes: () => {
      const edits = marks.map(each => ({ uri: document.uri, span: each.span, text: each.right }));
      return [{ title: say('Remove the backslashes'), edits, safe: false, preferred: true }];
    },
  };
}

const escaped =
  /(?<![\w/\\*])\\\*\*(?=[^\s*\\])[^*\n]*[^\s*\\]\*\*(?![\w/*])|(?<![\w/\\])\\\*\\\*(?=[^\s*])[^*\n]*[^\s*\\]\\\*\\\*(?![\w/])|(?<=^[ \t]*[-*+] )\\\[[ xX]\\?\](?= )|^\\(?:#{1,6}|>)(?= \S)|(?<=^[ \t]*)\\-(?= \S)|(?<=^[ \t]*\d{1,3})\\\.(?= \S)|\\\[(?=[^\][\n]+\]\([^\s()]+\.[^\s()]+\))/gm;

/** The marks of a section, those of three lines or more together that follow one another. */
const runsIn = perSection((text, content) => {
  if (!/\\\*\\?\*|\\\[|^[ \t]*(?:\d{1,3})?\\[#>.-]/m.test(text)) return [];
  const found = [...proseOf(text, content).matchAll(escaped)].map(({ index, 0: all }) => {
    const end = index + all.length;
    return { start: index, end, right: text.slice(index, end).replace(/\\(?=[*[\]#>.-])/g, '') };
  });
  const runs: (typeof found)[] = [];
  for (const one of found) {
    const last = runs.at(-1);
    const between = last && text.slice(last.at(-1)!.end, one.start);
    if (between?.split('\n').length === 2) last!.push(one);
    else runs.push([one]);
  }
  return runs.flatMap(run => (run.length < 3 ? run.map(one => [one]) : [run]));
});
