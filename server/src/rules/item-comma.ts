// Items of a list, one below the other, that end with a comma.
import type { ListItem } from '../syntax/data';
import { readsFrontMatter } from './bodies';
import { definePartRule, say, type Edit, type Fix } from './rule';

const agent = (lines: string): string =>
  `-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n${lines}\n---\n`;

export default definePartRule({
  id: 'item-comma',
  severity: 'hint',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  roles: readsFrontMatter,
  summary: 'A comma at the end of an item of a list.',
  why:
    'Items that stand one below the other are separated by their dashes. A comma after one is a part of its text: of `Read,` ' +
    'Claude Code makes a tool all the same, but whoever reads the list as YAML does gets a name that nothing has.',
  source: 'YAML 1.2.2, section 8.2.1; observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: agent('tools:\n  - Read<|,|>\n  - Write'), good: agent('tools:\n  - Read\n  - Write') },
    { bad: agent('notes:\n  - One<|,|>\n  - Two<|,|>\n  - Three'), good: agent('notes:\n  - One\n  - Two\n  - Three') },
    { bad: agent('notes:\n  - "One,"\n  - One,\n    and two') },
    { bad: agent('notes: [One, Two,]') },
  ],
  *part({ content, entries }, { uri, text }) {
    const value = entries[0]?.value;
    if (value?.is !== 'list' || value.flow || !/,[ \t]*$/m.test(content.text)) return;
    const commas = value.items.flatMap(item => commaOf(item, text));
    const removed = (edits: readonly Edit[], title: Fix['title']): Fix => ({ title, edits, safe: false });
    const edits = commas.map(start => ({ uri, span: { start, end: start + 1 }, text: '' }));
    for (const [index, { span }] of edits.entries()) {
      const one = removed([edits[index]!], say('Remove the comma'));
      const all = removed(edits, say('Remove the comma of each item'));
      yield {
        span,
        tag: 'unused',
        message: say('Items on lines of their own need no comma between them; this one is part of the text.'),
        fixes: () => [{ ...one, preferred: true }, ...(edits.length > 1 ? [all] : [])],
      };
    }
  },
});

/** Of a plain text on one line, so that nothing is a mark of its own in it. */
function commaOf({ value }: ListItem, text: string): number[] {
  if (value?.is !== 'scalar' || value.style !== 'plain' || value.lenient) return [];
  const at = value.span.end - 1;
  return text[at] === ',' && !text.slice(value.span.start, at).includes('\n') ? [at] : [];
}
