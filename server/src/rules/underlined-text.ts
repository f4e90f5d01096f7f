// Text that a line of hyphens right below it makes a heading, where a line across the page was meant.
import { lineStart } from '../syntax/lines';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { anyOf } from './needs';
import { defineRule, say } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'underlined-text',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  needs: anyOf('---'),
  roles: readsBody,
  summary: 'A sentence that three hyphens right below it make a heading.',
  why:
    'Hyphens below a line of text underline it: the whole paragraph is a heading of the second level, and what follows belongs to it. A ' +
    'line across the page needs a blank line above it.',
  source: 'CommonMark 0.31.2, section 4.3.',
  examples: [
    {
      bad: agentWith('Read all of it first.\n<|---|>\n\nThen write.\n'),
      good: agentWith('Read all of it first.\n\n---\n\nThen write.\n'),
    },
    {
      bad: agentWith('Read all of it\nand then write\n<|---|>\n\nRest.\n'),
      good: agentWith('Read all of it\nand then write\n\n---\n\nRest.\n'),
    },
    { bad: agentWith('A heading\n---\n\nCONTROL PLANE.\n-------------\n\nText.\n\n---\n\n- Item.\n---\n') },
  ],
  *check(document) {
    const { uri, text } = document;
    for (const { start, content } of document.body?.sections ?? []) {
      for (const { outer } of content.headings) {
        const written = text.slice(start + outer.start, start + outer.end).trimEnd();
        const [, above] = /^([^#][\s\S]*?)\r?\n---$/.exec(written) ?? [];
        // Keys above it are those of a front matter that stands too late.
        if (above === undefined || /^[\w-]+:(?:\s|$)/m.test(above)) continue;
        if (!/[.!?:;,]$/.test(above.trim()) && !above.trim().includes('\n')) continue;
        const at = lineStart(text, start + outer.start + written.length - 1);
        yield {
          span: { start: at, end: at + '---'.length },
          message: say(
            'These hyphens underline the text above and make it a heading; a line across the page needs a blank line above.',
          ),
          fixes: () => [
            {
              title: say('Insert a blank line'),
              edits: [{ uri, span: { start: at, end: at }, text: lineBreak(text) }],
              safe: false,
              preferred: true,
            },
          ],
        };
      }
    }
  },
});
