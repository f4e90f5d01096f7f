// Text below its key that begins with a mark which was to be `|` or `>`.
import { oddBlockMark } from '../syntax/block-mark';
import { readsFrontMatter } from './bodies';
import { definePartRule, say } from './rule';
import { blockMarks } from './yaml-values';

const agent = (lines: string): string => `-- .claude/agents/a.md --\n---\nname: a\n${lines}\n---\n`;

export default definePartRule({
  id: 'block-mark',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  roles: readsFrontMatter,
  summary: 'A mark alone on the line of a key whose text stands below it, that is neither `|` nor `>`.',
  why:
    'A block of text begins with `|`, which keeps its lines, or with `>`, which joins them. Any other mark is the first ' +
    'character of the text itself, and a colon or a `#` in the lines below it is read as YAML again.',
  source: 'YAML 1.2.2, sections 7.3.3 and 8.1.',
  examples: [
    {
      bad: agent('description: <|<|>\n  Helps with tests\n  and more.'),
      good: agent('description: >\n  Helps with tests\n  and more.'),
    },
    {
      bad: agent('description: <|->|>\n  Helps with tests\n  and more.'),
      good: agent('description: >-\n  Helps with tests\n  and more.'),
    },
    {
      bad: agent('description: <|\\||>\n  Helps with tests.'),
      good: agent('description: |\n  Helps with tests.'),
    },
    {
      bad: agent('description: <|\\|>\n  Helps with tests.'),
      good: agent('description: >\n  Helps with tests.'),
    },
    { bad: agent('description: >\n  Helps with tests.') },
    { bad: agent('description: Helps\n  with tests.') },
    { bad: agent("description: Helps.\nseparator: '|'\n  # between words") },
    { bad: agent('description: Helps.\nmarks:\n  - "|"\n  - ">"') },
    { bad: agent('description: Helps.\nnote: </\n  and on>') },
  ],
  *part({ content, start }, document) {
    // Where the text below is no YAML either, that is said with it.
    if (content.problems.length > 0) return;
    const key = /^[\w-]+:[ \t]+/.exec(content.text)?.[0].length;
    const mark = key === undefined ? undefined : oddBlockMark(content.text, key);
    if (key === undefined || mark === undefined) return;
    const span = { start: start + key, end: start + key + mark.length };
    yield {
      span,
      message: say(
        'A text on the lines below its key needs `|` or `>` after the key; `{0}` is taken for part of the text.',
        mark,
      ),
      fixes: () => blockMarks(document, span, mark),
    };
  },
});
