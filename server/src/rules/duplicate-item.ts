// The same entry twice in a list.
import { type Data, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { listItems } from './fields';
import { defineEntryRule, say } from './rule';

const a = '-- .claude/agents/a.md --\n---\nname: a\ndescription: Helps.\n';

export default defineEntryRule({
  id: 'duplicate-item',
  severity: 'information',
  reach: 'document',
  reads: 'front matter',
  anyWords: 'in texts',
  summary: 'The same entry twice in a list.',
  why: 'The second one changes nothing. It most often remains from a change, or stands where another was meant.',
  source: 'Observed: Claude Code 2.1.330, 22 November 2026.',
  examples: [
    { bad: `${a}tools: Read, Bash, <|Read|>\n---\n`, good: `${a}tools: Read, Bash\n---\n` },
    { bad: `${a}tools: [Read, <|Read|>, <|Read|>, Bash]\n---\n`, good: `${a}tools: [Read, Bash]\n---\n` },
    {
      bad: `${a}skills:\n  - tdd\n  - lint\n  - <|tdd|>\nmodel: opus\n---\n`,
      good: `${a}skills:\n  - tdd\n  - lint\nmodel: opus\n---\n`,
    },
    { bad: `${a}tools: Read Bash <|Bash|> Grep\n---\n`, good: `${a}tools: Read Bash Grep\n---\n` },
    {
      bad: '-- .claude/skills/b/SKILL.md --\n---\nname: b\ndescription: Helps.\nallowed-tools: Bash(a) Bash(b)\n---\n',
    },
  ],
  *entry(known, document) {
    const { entry, layers } = known;
    const layer = layers.find(({ field }) => field.type.is === 'list' || field.type.is === 'map');
    if (!layer || !entry.value) return;
    const { field } = layer;
    for (const { type, data, field: place } of known.places(field, field.type)) {
      // The arguments of a program may well stand twice.
      if (type.is !== 'list' || place.key === 'args') continue;
      const items = listItems(type, data, document.text).filter(item => item.is === 'scalar');
      for (const { item, previous } of repeated(items)) {
        yield {
          span: item.span,
          message: say('`{0}` is listed already.', item.text),
          tag: 'unused',
          fixes: () => [
            {
              title: say('Remove `{0}`', item.text),
              edits: [{ uri: document.uri, span: removal(document, data, previous, item), text: '' }],
              safe: true,
              preferred: true,
            },
          ],
        };
      }
    }
  },
});

/** Items that were there before, each with the item right above it. */
function* repeated(items: readonly Scalar[]): Iterable<{ item: Scalar; previous: Scalar }> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const previous = items[index - 1];
    // A mark alone is no item: `Read + Write + Edit`.
    if (previous && seen.has(item.text) && /\w|[\u00c0-\uffff]/.test(item.text)) yield { item, previous };
    seen.add(item.text);
  }
}

/** The line in a block list, else from the item before: so the removals of neighbours do not touch one another. */
function removal({ text }: Document, data: Data, previous: Scalar, item: Scalar): Span {
  if (data.is !== 'list' || data.flow) return { start: previous.outer.end, end: item.outer.end };
  const start = text.lastIndexOf('\n', item.outer.start) + 1;
  const end = text.indexOf('\n', item.outer.end);
  return { start, end: end < 0 ? text.length : end + 1 };
}
