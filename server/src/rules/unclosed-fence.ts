// Code blocks that nothing closes.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { closedEarlier, marksOf } from './fence-ends';
import { agentWith } from './samples';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unclosed-fence',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  roles: readsBody,
  summary: 'A code block that is never closed, or not where it was meant to be.',
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
    {
      bad: agentWith('<|```bash|>\nmake test\n\nThen see what it says.\n\n```json\n{}\n```\n'),
      good: agentWith('```bash\nmake test\n```\n\nThen see what it says.\n\n```json\n{}\n```\n'),
    },
    {
      bad: agentWith('```bash\nmake test\n<|``|>\n\nMore.\n'),
      good: agentWith('```bash\nmake test\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('<|```bash|>\nmake test\n\n**Then** go on.\n'),
      good: agentWith('```bash\nmake test\n```\n\n**Then** go on.\n'),
    },
    { bad: agentWith('````markdown\n```js\ncode()\n```\n````\n\n~~~\n```\n~~~\n') },
  ],
  *check(document) {
    for (const { start, content } of document.body?.sections ?? []) {
      for (const fence of content.fences) {
        // Nearly no block holds such marks, and this is asked of each at each key.
        const within = document.text.slice(start + fence.span.start, start + fence.span.end);
        if (fence.closed && !within.includes('``') && !within.includes('~~')) continue;
        const finding =
          almostClosed(document, fence, start) ??
          (fence.closed ? swallows(document, fence, start) : unclosed(document, fence, start));
        if (finding) yield finding;
      }
    }
  },
});

function unclosed(document: Document, fence: Fence, start: number): Finding {
  const { text } = document;
  const outer = shift(fence.outer, start);
  const toTheEnd = text.slice(outer.end).trim() === '';
  return {
    span: opening(text, outer, fence, start),
    message: toTheEnd
      ? say(
          'This code block is never closed, so the rest of the file is taken for code. A block around others needs more backticks than they have.',
        )
      : say('This code block is never closed; it ends with the list or the quotation that it stands in.'),
    fixes: () =>
      toTheEnd
        ? [...closedEarlier(document, fence, start, text.length), ...fixes(document, fence, outer)].map(best)
        : [],
  };
}

/** Of several, the first. */
const best = ({ preferred, ...fix }: Fix, index: number, { length }: { readonly length: number }): Fix =>
  length > 1
    ? { ...fix, ...(index === 0 && { preferred: true as const }) }
    : { ...fix, ...(preferred && { preferred }) };

/** A line of two marks, where three are wanted. */
function almostClosed({ uri, text }: Document, fence: Fence, start: number): Finding | undefined {
  const inside = shift(fence.span, start);
  const mark = marksOf(text, shift(fence.outer, start));
  const within = text.slice(inside.start, inside.end);
  if (!within.includes(mark.slice(0, 2))) return undefined;
  const found = new RegExp(`^ {0,3}(${mark[0]}{2})[ \\t]*\\r?$`, 'm').exec(within);
  if (!found) return undefined;
  const at = inside.start + found.index + found[0].indexOf(found[1]!);
  const span = { start: at, end: at + 2 };
  return {
    span,
    message: say('Two marks do not close the code block: it goes on below. As many are wanted as opened it.'),
    fixes: () => [
      { title: say('Change to `{0}`', mark), edits: [{ uri, span, text: mark }], safe: false, preferred: true },
    ],
  };
}

/** A block of code in which another one opens, whose end then is the end of both. */
function swallows(document: Document, fence: Fence, start: number): Finding | undefined {
  const { text } = document;
  const outer = shift(fence.outer, start);
  const info = text.slice(start + fence.info.start, start + fence.info.end);
  if (!/^[\w+#-]+$/.test(info) || showsMarkdown.test(info)) return undefined;
  const inside = shift(fence.span, start);
  const mark = marksOf(text, outer);
  if (!text.slice(inside.start, inside.end).includes(mark)) return undefined;
  const inner = new RegExp(`^${mark}[a-z][\\w+#-]*[ \\t]*\\r?$`, 'm').exec(text.slice(inside.start, inside.end));
  if (!inner) return undefined;
  return {
    span: opening(text, outer, fence, start),
    message: say(
      'Another code block opens inside this one, and the end of that is the end of both. The closing line of this one is missing, or it needs more backticks.',
    ),
    fixes: () => closedEarlier(document, fence, start, inside.start + inner.index).map(best),
  };
}

/** Blocks that show a text with blocks of its own. */
const showsMarkdown = /^(markdown|mdx?|text|txt|plaintext|plain)$/i;

/** The marks and the language. */
const opening = (text: string, outer: Span, fence: Fence, start: number): Span => ({
  start: outer.start,
  end: Math.max(start + fence.info.end, outer.start + marksOf(text, outer).length),
});

function fixes({ uri, text }: Document, { info }: Fence, outer: Span): Fix[] {
  const inside = text.slice(outer.start, outer.end);
  const [first = '', ...lines] = inside.split(/\r?\n/);
  const empty = lines.join('').trim() === '';
  const lineEnd = outer.start + first.length + /^(\r?\n)?/.exec(inside.slice(first.length))![0].length;
  if (empty && info.end === info.start) {
    const span = { start: outer.start, end: lineEnd };
    return [{ title: say('Remove the line'), edits: [{ uri, span, text: '' }], safe: false, preferred: true }];
  }
  const mark = marksOf(text, outer);
  const newline = lineBreak(text);
  const closing = `${text.endsWith('\n') ? '' : newline}${mark}${newline}`;
  const edits = [{ uri, span: { start: text.length, end: text.length }, text: closing }];
  // Where headings follow, the block was probably meant to end earlier.
  const whole = info.end > info.start && !lines.some(line => /^#{1,6} /.test(line));
  const title = say('Close the block at the end of the file');
  return [{ title, edits, safe: false, ...(whole && { preferred: true as const }) }];
}
