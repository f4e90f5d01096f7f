// Code blocks that nothing closes.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { agentWith } from './samples';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unclosed-fence',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  roles: readsBody,
  summary: 'A code block that is never closed.',
  why:
    'Markdown takes everything below it for code, headings and links included. Often a block holds another one with as ' +
    'many backticks: the first closing line then ends the outer block, and the last one begins a new one.',
  source: 'CommonMark 0.31.2, fenced code blocks; counted over 18 public repositories.',
  examples: [
    {
      bad: agentWith('Run it:\n\n<|```bash|>\nmake test\n'),
      good: agentWith('Run it:\n\n```bash\nmake test\n```\n'),
    },
    {
      bad: agentWith('```\nmake test\n```\n\nDone.\n\n<|```|>\n'),
      good: agentWith('```\nmake test\n```\n\nDone.\n\n'),
    },
    { bad: agentWith('```markdown\nText\n```js\ncode()\n```\n\n## More\n\n<|```|>\n\n## Last\n\nText.\n') },
    { bad: agentWith('- Run it:\n  <|```bash|>\n  make test\n\nThen go on.\n') },
    { bad: agentWith('````markdown\n```js\ncode()\n```\n````\n\n~~~\n```\n~~~\n') },
  ],
  *check(document) {
    for (const { start, content } of document.body?.sections ?? []) {
      for (const fence of content.fences) if (!fence.closed) yield unclosed(document, fence, start);
    }
  },
});

function unclosed(document: Document, fence: Fence, start: number): Finding {
  const { text } = document;
  const outer = shift(fence.outer, start);
  const toTheEnd = text.slice(outer.end).trim() === '';
  return {
    span: { start: outer.start, end: openingEnd(text, outer, fence.info.end + start) },
    message: toTheEnd
      ? say(
          'This code block is never closed, so the rest of the file is taken for code. A block around others needs more backticks than they have.',
        )
      : say('This code block is never closed; it ends with the list or the quotation that it stands in.'),
    fixes: () => (toTheEnd ? fixes(document, fence, outer) : []),
  };
}

/** Behind the marks and the language. */
function openingEnd(text: string, { start }: Span, infoEnd: number): number {
  const marks = /[`~]+/y;
  marks.lastIndex = start;
  return Math.max(infoEnd, start + (marks.exec(text)?.[0].length ?? 0));
}

function fixes({ uri, text }: Document, { info }: Fence, outer: Span): Fix[] {
  const inside = text.slice(outer.start, outer.end);
  const [first = '', ...lines] = inside.split(/\r?\n/);
  const empty = lines.join('').trim() === '';
  const lineEnd = outer.start + first.length + /^(\r?\n)?/.exec(inside.slice(first.length))![0].length;
  if (empty && info.end === info.start) {
    const span = { start: outer.start, end: lineEnd };
    return [{ title: say('Remove the line'), edits: [{ uri, span, text: '' }], safe: false, preferred: true }];
  }
  const mark = /^[`~]+/.exec(first)![0];
  const newline = lineBreak(text);
  const closing = `${text.endsWith('\n') ? '' : newline}${mark}${newline}`;
  const edits = [{ uri, span: { start: text.length, end: text.length }, text: closing }];
  // Where headings follow, the block was probably meant to end earlier.
  const whole = info.end > info.start && !lines.some(line => /^#{1,6} /.test(line));
  const title = say('Close the block at the end of the file');
  return [{ title, edits, safe: false, ...(whole && { preferred: true as const }) }];
}
