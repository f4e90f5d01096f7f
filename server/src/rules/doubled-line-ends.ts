// Files whose lines all end in a carriage return too many.
import { lineEnd } from '../syntax/lines';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'doubled-line-ends',
  severity: 'warning',
  reach: 'document',
  anyWords: true,
  summary: 'A file whose lines end in CR CR LF.',
  why:
    'A program that writes text with CR LF in the text mode of Windows doubles the CR. To YAML and Markdown a lone CR ends a ' +
    'line too, so an empty line stands below each: tables and numbered steps fall apart, and a long text in the front ' +
    'matter is no longer what it was. Claude Code loads such a file, unless a value has to be mended: where a plain text ' +
    'holds a colon and a space, it drops an agent. Nothing else is said of the file until that is mended.',
  source: 'Observed: Claude Code 2.1.330, 29 November 2026; YAML 1.2.2, section 5.4; CommonMark 0.31.2, section 2.1.',
  examples: [
    {
      bad: '-- .claude/agents/a.md --\n<|---|>\r\r\nname: a\r\r\ndescription: Helps.\r\r\ntools: Raed\r\r\n---\r\r\n',
      good: '-- .claude/agents/a.md --\n---\r\nname: a\r\ndescription: Helps.\r\ntools: Raed\r\n---\r\n',
    },
    { bad: '-- .claude/agents/a.md --\n---\r\nname: a\r\ndescription: Helps.\r\n---\r\n\r\nOne.\r\n' },
  ],
  *check({ uri, text }) {
    if (!hasDoubledEnds(text)) return;
    yield {
      span: { start: 0, end: lineEnd(text, 0) - 1 },
      message: say(
        'The lines of this file end in CR CR LF, so YAML and Markdown see an empty line below each one. Remove one CR of each.',
      ),
      fixes: () => [
        {
          title: say('Write CR LF at the end of each line'),
          edits: [...text.matchAll(/\r(?=\r\n)/g)].map(({ index }) => ({
            uri,
            span: { start: index, end: index + 1 },
            text: '',
          })),
          safe: true,
          preferred: true,
        },
      ],
    };
  },
});

/** Whether every line ends so; a single one is another slip. */
export function hasDoubledEnds(text: string): boolean {
  if (!/^[^\r\n]*\r\r\n/.test(text)) return false;
  return !/(?<!\r\r)\n/.test(text);
}
