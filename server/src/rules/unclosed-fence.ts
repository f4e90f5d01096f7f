// Code blocks that nothing closes.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { closedEarlier, longerMarks, marksOf } from './fence-ends';
import { mendsOf, openedAbove, opensTwice } from './lost-opening';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { almostClosed, behindHeadings, neverOpened, oddLine } from './odd-fences';
import { agentWith } from './samples';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unclosed-fence',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  // Marks that open nothing count where a block below is not closed.
  digest: perSection((text, { fences }) => (fences.length > 0 || /``|''|~~~/.test(text) ? text : '')),
  needs: anyOf('``', "''", '~~~'),
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
    {
      bad: agentWith('<|```markdown|>\nText\n```js\ncode()\n```\n\n## More\n\n```\n\n## Last\n\nText.\n'),
      good: agentWith('````markdown\nText\n```js\ncode()\n```\n\n## More\n\n````\n\n## Last\n\nText.\n'),
    },
    { bad: agentWith('- Run it:\n  <|```bash|>\n  make test\n\nThen go on.\n') },
    {
      bad: agentWith('<|```bash|>\nmake test\n\nThen see what it says.\n\n```json\n{}\n```\n'),
      good: agentWith('```bash\nmake test\n```\n\nThen see what it says.\n\n```json\n{}\n```\n'),
    },
    {
      // Blocks within a block that shows Markdown.
      bad: agentWith('<|```markdown|>\nRun:\n```bash\nmake\n```\nDone.\n```\n\n```\nmake\n```\n'),
      good: agentWith('````markdown\nRun:\n```bash\nmake\n```\nDone.\n````\n\n```\nmake\n```\n'),
    },
    {
      bad: agentWith('<|```json|>\n{}\n\n## Next\n\n```\nmake\n```\n'),
      good: agentWith('```json\n{}\n```\n\n## Next\n\n```\nmake\n```\n'),
    },
    {
      bad: agentWith('make\n<|```|>\n\nText.\n\n```\nmake\n```\n'),
      good: agentWith('make\n\nText.\n\n```\nmake\n```\n'),
    },
    {
      bad: agentWith('Read:\n\nread(a);\n\nread(b);\n<|```|>\n\nText.\n\n```\nmake\n```\n'),
      good: agentWith('Read:\n\n```\nread(a);\n\nread(b);\n```\n\nText.\n\n```\nmake\n```\n'),
    },
    {
      bad: agentWith('```js\nread(a);\n```\n\nread(b);\n<|```|>\n\nText.\n\n```\nmake\n```\n'),
      good: agentWith('```js\nread(a);\n\nread(b);\n```\n\nText.\n\n```\nmake\n```\n'),
    },
    {
      bad: agentWith('```js\n<|```js|>\nread(a);\n```\n\nMore.\n'),
      good: agentWith('```js\nread(a);\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('```bash\nmake test\n<|``|>\n\nMore.\n'),
      good: agentWith('```bash\nmake test\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('<|```bash|>\nmake test\n\n**Then** go on.\n'),
      good: agentWith('```bash\nmake test\n```\n\n**Then** go on.\n'),
    },
    {
      bad: agentWith('```js\ncode()\n```<|end|>\n\nMore.\n\n```js\nmore()\n```\n'),
      good: agentWith('```js\ncode()\n```\n\nMore.\n\n```js\nmore()\n```\n'),
    },
    {
      bad: agentWith('```js\ncode()\n<|~~~|>\n\nMore.\n'),
      good: agentWith('```js\ncode()\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('```js\ncode();<|```|>\n\nMore.\n'),
      good: agentWith('```js\ncode();\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('```js\ncode();\n<|    ```|>\n\nMore.\n'),
      good: agentWith('```js\ncode();\n```\n\nMore.\n'),
    },
    {
      bad: agentWith("Run:\n\n<|'''bash|>\nmake\n```\n\nMore.\n"),
      good: agentWith('Run:\n\n```bash\nmake\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('Run: <|```bash|>\nmake\n```\n\nMore.\n'),
      good: agentWith('Run:\n\n```bash\nmake\n```\n\nMore.\n'),
    },
    {
      bad: agentWith('## Run <|```|>\nmake\n```\n\n## B\n\n```js\na\n```\n'),
      good: agentWith('## Run\n\n```\nmake\n```\n\n## B\n\n```js\na\n```\n'),
    },
    { bad: agentWith('```\nprompt:\n    ```js\n    code()\n    ```\n\nMore.\n```\n') },
    { bad: agentWith('````markdown\n```js\ncode()\n```\n````\n\n~~~\n```\n~~~\n') },
    { bad: agentWith('# A <|```bash|>\nls\n```\n'), good: agentWith('# A\n\n```bash\nls\n```\n') },
  ],
  *check(document) {
    const told = isOdd(document) ? [...amongBlocks(document)] : [];
    yield* told;
    for (const finding of behindHeadings(document))
      if (!told.some(({ span }) => span.start === finding.span.start)) yield finding;
  },
});

/** What the lines of marks that do not pair come from. */
function* amongBlocks(document: Document): Iterable<Finding> {
  const all = document.body!.sections.flatMap(({ start, content }) => content.fences.map(fence => ({ fence, start })));
  let settled = 0;
  let flipped = false;
  for (const [index, placed] of all.entries()) {
    const { fence, start } = placed;
    if (fence.closed && !fence.holdsMarks) continue;
    const others = all.slice(settled, index);
    const almost = almostClosed(document, fence, start) ?? oddLine(document, fence, start);
    const told = almost
      ? { finding: almost }
      : fence.closed
        ? swallows(document, placed, others)
        : { finding: unclosed(document, placed, others) };
    if (!told) continue;
    settled = index + 1;
    // Behind the end of the outer of two blocks the lines of marks open what they should close, up to here.
    const follows = flipped && fence.info.end === fence.info.start;
    flipped = told.flips === true;
    if (follows) continue;
    yield told.finding;
  }
}

/** Whether any block is not closed or holds marks of one: few texts have such, and this is asked at each key. */
function isOdd({ body }: Document): boolean {
  for (const { content } of body?.sections ?? [])
    for (const { closed, holdsMarks } of content.fences) if (!closed || holdsMarks) return true;
  return false;
}

/** A code block, and where its section begins. */
interface Placed {
  readonly fence: Fence;
  readonly start: number;
}

/** A finding, and whether the lines of marks behind it open what they should close. */
interface Told {
  readonly finding: Finding;
  readonly flips?: true;
}

function unclosed(document: Document, placed: Placed, all: readonly Placed[]): Finding {
  const { fence, start } = placed;
  const { text } = document;
  const outer = shift(fence.outer, start);
  const toTheEnd = text.slice(outer.end).trim() === '';
  const culprit = toTheEnd && infoOf(text, fence, start) === '' ? goesOn(document, all) : undefined;
  if (culprit) return culprit.finding;
  return {
    span: opening(text, outer, fence, start),
    message: toTheEnd
      ? say(
          'This code block is never closed, so the rest of the file is taken for code. A block around others needs more backticks than they have.',
        )
      : say('This code block is never closed; it ends with the list or the quotation that it stands in.'),
    fixes: () =>
      toTheEnd
        ? [
            ...(mayCloseCode(text, placed, all) ? openedAbove(document, outer) : []),
            ...closedEarlier(document, fence, start, text.length),
            ...fixes(document, fence, outer),
          ].map(best)
        : [],
  };
}

/** Whether marks without a language stand between code and a blank line, and none above do, from which on all would be turned round. */
const mayCloseCode = (text: string, placed: Placed, all: readonly Placed[]): boolean =>
  beginsBlank(text, placed.fence, placed.start) && !all.some(({ fence, start }) => beginsBlank(text, fence, start));

/** Of several, the first. */
const best = ({ preferred, ...fix }: Fix, index: number, { length }: { readonly length: number }): Fix =>
  length > 1
    ? { ...fix, ...(index === 0 && { preferred: true as const }) }
    : { ...fix, ...(preferred && { preferred }) };

/** A block of code in which another one opens, whose end then is the end of both. */
function swallows(document: Document, { fence, start }: Placed, all: readonly Placed[]): Told | undefined {
  const { text } = document;
  const outer = shift(fence.outer, start);
  const info = infoOf(text, fence, start);
  if (!/^[\w+#-]*$/.test(info)) return undefined;
  const inside = shift(fence.span, start);
  const mark = marksOf(text, outer);
  if (!text.slice(inside.start, inside.end).includes(mark)) return undefined;
  const language = '(?:[a-z][\\w+#-]*|\\[[^\\]\\n]+\\]|\\{[^}\\n]+\\}|<[^>\\n]+>)';
  const inner = new RegExp(`^ {0,3}${mark}${language}[ \\t]*\\r?$`, 'm').exec(text.slice(inside.start, inside.end));
  if (!inner) return undefined;
  if (inner.index === 0 && inner[0].trim() === `${mark}${info}`)
    return { finding: opensTwice(document, { start: inside.start, end: inside.start + inner[0].length }) };
  const longer = longerMarks(document, outer);
  const isBare = info === '' && (longer.length === 0 || beginsBlank(text, fence, start));
  const culprit = isBare ? goesOn(document, all) : undefined;
  if (culprit) return culprit;
  if (longer.length === 0 && beginsBlank(text, fence, start)) {
    const finding = neverOpened(document, outer);
    return finding && { finding };
  }
  const finding: Finding = {
    span: opening(text, outer, fence, start),
    message: say(
      'Another code block opens inside this one, and the end of that is the end of both. The closing line of this one is missing, or it needs more backticks.',
    ),
    fixes: () => {
      const earlier = closedEarlier(document, fence, start, inside.start + inner.index);
      return (showsMarkdown.test(info) ? [...longer, ...earlier] : [...earlier, ...longer]).map(best);
    },
  };
  return longer.length > 0 ? { finding, flips: true } : { finding };
}

/** The first block that ends where another one should begin: a blank line stands above its last line, and below its code comes
 * prose, or it holds nothing else. */
function goesOn(document: Document, all: readonly Placed[]): Told | undefined {
  const { text } = document;
  for (const { fence, start } of all) {
    const outer = shift(fence.outer, start);
    const inside = shift(fence.span, start);
    const info = infoOf(text, fence, start);
    const isMarkdown = info !== '' && showsMarkdown.test(info);
    const within = text.slice(inside.start, inside.end);
    if (fence.closed && isMarkdown && /^\n?[ \t]*[^\s#]/.test(text.slice(outer.end)))
      return { finding: endsEarly(text, outer, fence, start), flips: true };
    if (!fence.closed || isMarkdown || !/\n[ \t]*\r?\n[ \t]*$/.test(within)) continue;
    const lone = beginsBlank(text, fence, start) ? neverOpened(document, outer) : undefined;
    if (lone) return { finding: lone };
    const fixes = closedEarlier(document, fence, start, inside.end);
    if (fixes.length === 0) continue;
    const finding: Finding = {
      span: opening(text, outer, fence, start),
      message: say(
        'This code block goes on over the text below it, up to the line that should open the next one. Its own closing line is missing.',
      ),
      fixes: () => fixes.map(best),
    };
    return { finding };
  }
  return undefined;
}

/** A block that shows Markdown, of which an inner line of marks is the end: text follows straight. */
const endsEarly = (text: string, outer: Span, fence: Fence, start: number): Finding => ({
  span: opening(text, outer, fence, start),
  message: say(
    'A line of marks inside this code block ends it, and the text behind it is no longer shown as code. A block around others needs more backticks than they have.',
  ),
});

/** Nobody begins a block of code without a language by a blank line. */
const beginsBlank = (text: string, fence: Fence, start: number): boolean =>
  infoOf(text, fence, start) === '' && /^[ \t]*\r?\n[ \t]*\S/.test(text.slice(start + fence.span.start));

/** Blocks that show a text with blocks of its own. */
const showsMarkdown = /^(markdown|mdx?|text|txt|plaintext|plain)?$/i;

const infoOf = (text: string, { info }: Fence, start: number): string =>
  text.slice(start + info.start, start + info.end);

/** The marks and the language. */
const opening = (text: string, outer: Span, fence: Fence, start: number): Span => ({
  start: outer.start,
  end: Math.max(start + fence.info.end, outer.start + marksOf(text, outer).length),
});

function fixes(document: Document, { info }: Fence, outer: Span): Fix[] {
  const { uri, text } = document;
  const [, ...lines] = text.slice(outer.start, outer.end).split(/\r?\n/);
  const empty = lines.join('').trim() === '';
  if (empty && info.end === info.start) {
    return mendsOf(document, outer);
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
