// Values of front matter that begin with a mark as HTML writes it, `&quot;`, which YAML takes for a mark of its own.
import type { EntryPart } from '../syntax/entries';
import { readsFrontMatter } from './bodies';
import { changeTo } from './edits';
import { ofHtml } from './html-marks';
import { definePartRule, say } from './rule';

const agent = (keys: string): string => `-- .claude/agents/a.md --\n---\n${keys}---\n`;

export default definePartRule({
  id: 'html-entity',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  roles: readsFrontMatter,
  summary: 'A value of front matter that begins with `&quot;`, `&amp;` or another mark as HTML writes it.',
  why:
    'What begins with `&` is an anchor in YAML: a name for the value after it, and no part of the value. Copied from the source of a ' +
    'web page, `name: &quot;a&quot;` so is a key without a value.',
  source: 'YAML 1.2.2, section 6.9.2; the HTML Standard, section 13.5.',
  examples: [
    {
      bad: agent('name: <|&quot;a&quot;|>\ndescription: Helps.\n'),
      good: agent('name: "a"\ndescription: Helps.\n'),
    },
    { bad: agent('name: a\ndescription: <|&lt;b&gt; helps.|>\n'), good: agent('name: a\ndescription: <b> helps.\n') },
    { bad: agent('name: a\ndescription: &d Helps, and &amp; too.\n') },
  ],
  *part(part, document, workspace) {
    const value = encoded(part);
    if (!value) return;
    const start = part.start + value.at;
    const span = { start, end: start + value.text.length };
    yield {
      span,
      // Without the key it may not be loaded.
      ...(workspace.verdict(document)?.listed === false && { severity: 'error' as const }),
      message: say(
        'This is written as in HTML; YAML takes a word that begins with `&` for an anchor, a mark of its own, and leaves it out of the value.',
      ),
      fixes: () => [changeTo(document, span, decoded(value.text), 'best')],
    };
  },
});

/** A value that begins so, and where it stands in its entry. */
export function encoded({
  content,
}: Pick<EntryPart, 'content'>): { readonly at: number; readonly text: string } | undefined {
  const [, key, text] = /^([\w-]+:[ \t]+)(&(?:quot|amp|lt|gt|apos|nbsp|#\d{2,4});.*?)[ \t]*$/m.exec(content.text) ?? [];
  return key === undefined || text === undefined ? undefined : { at: content.text.indexOf(key) + key.length, text };
}

const decoded = (text: string): string => text.replace(/&(?:\w+|#\d{2,4});/g, ofHtml);
