// Code blocks that nothing closes.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineBreak } from './edits';
import { closedEarlier, isEndedInside, languageForm, marksOf, openedWithin } from './fence-ends';
import { mendsOf, openedAbove, opensTwice } from './lost-opening';
import { isOdd, spanOf } from './meant-fences';
import { anyOf } from './needs';
import { outerMarks, samplesOf } from './outer-marks';
import { perSection } from './per-section';
import { beginsBlank, best, goesOn, infoOf, opening, type Placed, type Told } from './late-ends';
import { behindHeadings, neverOpened, oddEnd } from './odd-fences';
import { agentWith } from './samples';
import { defineRule, say, type Finding, type Fix } from './rule';

export default defineRule({
  id: 'unclosed-fence',
  severity: 'information',
  reach: 'document',
  samples: true,
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
    ...[
      ['Run it:\n\n<|```bash|>\nmake test\n', 'Run it:\n\n```bash\nmake test\n```\n'],
      ['```\nmake test\n```\n\nDone.\n\n<|```|>\n', '```\nmake test\n```\n\nDone.\n\n'],
    ].map(([wrong = '', right = '']) => ({ bad: agentWith(wrong), good: agentWith(right) })),
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
      // A heading is no line of a program: what the block holds is text.
      bad: agentWith('<|```python|>\n## Hide\n\n### By style\n```css\na {}\n```\n\n### Uses\n- Menus\n```\n\nMore.\n'),
      good: agentWith('## Hide\n\n### By style\n```css\na {}\n```\n\n### Uses\n- Menus\n\nMore.\n'),
    },
    {
      bad: agentWith('<|```json|>\n{}\n\n## Next\n\n```\nmake\n```\n'),
      good: agentWith('```json\n{}\n```\n\n## Next\n\n```\nmake\n```\n'),
    },
    ...['', '</a>\n'].map(end => ({
      bad: agentWith(`make\n<|\`\`\`|>\n${end}\nText.\n\n\`\`\`\nmake\n\`\`\`\n`),
      good: agentWith(`make\n${end}\nText.\n\n\`\`\`\nmake\n\`\`\`\n`),
    })),
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
    ...[
      ['code();<|```|>\n\nMore.', 'code();\n```\n\nMore.'],
      ['code();\n<|    ```|>\n\nMore.', 'code();\n```\n\nMore.'],
      ['code();<|```|>\n</a>\n\nMore.', 'code();\n```\n</a>\n\nMore.'],
      ['code();\n```<| |>Then do both:\n- a\n- b', 'code();\n```\n\nThen do both:\n- a\n- b'],
    ].map(([wrong, right]) => ({ bad: agentWith(`\`\`\`js\n${wrong}\n`), good: agentWith(`\`\`\`js\n${right}\n`) })),
    ...["'''", '\\`\\`\\`', '\\```', '` ` `'].map(marks => ({
      bad: agentWith(`Run:\n\n<|${marks}bash|>\nmake\n\`\`\`\n\nMore.\n`),
      good: agentWith('Run:\n\n```bash\nmake\n```\n\nMore.\n'),
    })),
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
    // What closes the inner block to a reader is no closing line to Markdown, so that the outer one ends where it was meant to.
    { bad: agentWith('```markdown\nSay: "Try this:\n```ts\ncode()\n```"\n```\n\n## More\n\nText.\n') },
    {
      // Of the lines of marks without a language within, each but the last has another one that it opens or closes a block with.
      bad: agentWith(
        '<|```markdown|>\n# Ads\n\n```csv\na,b\n```\n\n### Keywords\n\n```\n{keywords}\n```\n\n**Import**: Upload\n\n| A |\n|---|\n| b |\n```\n\n### Rules\n\nText.\n',
      ),
      good: agentWith(
        '````markdown\n# Ads\n\n```csv\na,b\n```\n\n### Keywords\n\n```\n{keywords}\n```\n\n**Import**: Upload\n\n| A |\n|---|\n| b |\n````\n\n### Rules\n\nText.\n',
      ),
    },
    {
      bad: agentWith(
        '<|```markdown|>\n```js\ncode()\n```\n\n### Message\n```\n[message]\n```\n\n### Trace\n```\n[trace]\n```\n\n### Steps\n1. One\n```\n\n## Last\n\n````\n```markdown\n[it]\n```\n````\n',
      ),
      good: agentWith(
        '````markdown\n```js\ncode()\n```\n\n### Message\n```\n[message]\n```\n\n### Trace\n```\n[trace]\n```\n\n### Steps\n1. One\n````\n\n## Last\n\n````\n```markdown\n[it]\n```\n````\n',
      ),
    },
    {
      // A program that writes Markdown: what looks like text is its own.
      bad: agentWith(
        "<|```python|>\ndef show(it):\n    return '''\n\n## Example\n\n```bash\nmake\n```\n\nMore of it.\n'''\n```\n\n## Last\n\n```bash\nmake\n```\n",
      ),
      good: agentWith(
        "````python\ndef show(it):\n    return '''\n\n## Example\n\n```bash\nmake\n```\n\nMore of it.\n'''\n````\n\n## Last\n\n```bash\nmake\n```\n",
      ),
    },
    {
      // The line that opens the block is at fault, not one that closes another inside it.
      bad: agentWith(
        '<|```xml|>\n<a>\n```python\none()\n```\n</a>\n<b>\n```python\ntwo()\n```\n</b>\n```\n</pattern>\n\n<|```xml|>\n<a>\n```python\none()\n```\n</a>\n```\n\nText.\n',
      ),
      good: agentWith(
        '````xml\n<a>\n```python\none()\n```\n</a>\n<b>\n```python\ntwo()\n```\n</b>\n````\n</pattern>\n\n````xml\n<a>\n```python\none()\n```\n</a>\n````\n\nText.\n',
      ),
    },
    {
      bad: agentWith('````xml\n<a>\n\n```js\none()\n<|````|>\n\n```js\ntwo()\n```\n\n</a>\n````\n\nText.\n'),
      good: agentWith('````xml\n<a>\n\n```js\none()\n```\n\n```js\ntwo()\n```\n\n</a>\n````\n\nText.\n'),
    },
    {
      bad: agentWith('````markdown\n```js\none()\n```\n\nText.\n<|```|>\n\n## Last\n\nText.\n'),
      good: agentWith('````markdown\n```js\none()\n```\n\nText.\n````\n\n## Last\n\nText.\n'),
    },
    {
      bad: agentWith('<|```markdown|>\n```js\none()\n```\n\nText.\n````\n\n## Last\n\nText.\n'),
      good: agentWith('````markdown\n```js\none()\n```\n\nText.\n````\n\n## Last\n\nText.\n'),
    },
    {
      bad: agentWith('<|```markdown|>\n## Tree\n\n```\nsrc/\n```\n\n## Run\n\n```bash\nmake\n```\n```\n\nText.\n'),
      good: agentWith('````markdown\n## Tree\n\n```\nsrc/\n```\n\n## Run\n\n```bash\nmake\n```\n````\n\nText.\n'),
    },
    {
      bad: '-- .claude/agents/a.md --\n```markdown\n---\nname: a\ndescription: Helps.\n---\nRun:\n\n```bash\nls\n```\n\nHelp.\n```\n',
    },
    {
      // Of lines of marks that pair in the wrong way the first is told of that can be no line of a block.
      bad: agentWith('<|``|>\nmake\n```\n\nA.\n\n```\nmake\n```\n'),
      good: agentWith('```\nmake\n```\n\nA.\n\n```\nmake\n```\n'),
    },
    { bad: agentWith('<step>\n```\nDone:\n\n- all\n\n```\n</step>\n\nText.\n<|```|>\n') },
    { bad: agentWith('# A <|```bash|>\nls\n```\n'), good: agentWith('# A\n\n```bash\nls\n```\n') },
  ],
  *check(document) {
    const told = isOdd(document) ? [...amongBlocks(document)] : [];
    const wrapper = aroundAll(document);
    for (const finding of told) if (!wrapper || finding.span.start >= wrapper.end) yield finding;
    for (const finding of behindHeadings(document))
      if (!told.some(({ span }) => span.start === finding.span.start)) yield finding;
  },
});

/** What the lines of marks that do not pair come from. */
function* amongBlocks(document: Document): Iterable<Finding> {
  const all = document.body!.sections.flatMap(({ start, content }) => content.fences.map(fence => ({ fence, start })));
  const samples = samplesOf(document);
  for (const sample of samples) yield outerMarks(document, sample);
  let settled = 0;
  let flipped = false;
  for (const [index, placed] of all.entries()) {
    const { fence, start } = placed;
    const at = start + fence.outer.start;
    const sample = samples.find(each => isWithin(at, spanOf(each)));
    if (sample) {
      settled = index + 1;
      // A line that ends the sample and that Markdown takes for an opening one turns round those behind it.
      flipped = at === sample.closes.marks.start;
      continue;
    }
    if (fence.closed && !fence.holdsMarks) continue;
    const others = all.slice(settled, index);
    const almost = oddEnd(document, fence, start);
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

/** The marks that a chat put around the whole file: they are to go, not to be closed. */
const aroundAll = ({ text, problems }: Document): Span | undefined =>
  problems.find(
    ({ cause, span }) =>
      cause === 'front-matter-late' && /^\s*(`{3,}|~{3,})[\w-]*\s*$/.test(text.slice(span.start, span.end)),
  )?.span;

const isWithin = (at: number, { start, end }: Span): boolean => start <= at && at < end;

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

/** A block of code in which another one opens, whose end then is the end of both. */
function swallows(document: Document, { fence, start }: Placed, all: readonly Placed[]): Told | undefined {
  const { text } = document;
  const outer = shift(fence.outer, start);
  const info = infoOf(text, fence, start);
  if (!/^[\w+#-]*$/.test(info)) return undefined;
  const inside = shift(fence.span, start);
  const mark = marksOf(text, outer);
  if (!text.slice(inside.start, inside.end).includes(mark)) return undefined;
  const inner = new RegExp(`^ {0,3}${mark}${languageForm}[ \\t]*\\r?$`, 'm').exec(text.slice(inside.start, inside.end));
  if (!inner || isEndedInside(text.slice(inside.start, inside.end), mark)) return undefined;
  if (inner.index === 0 && inner[0].trim() === `${mark}${info}`)
    return { finding: opensTwice(document, { start: inside.start, end: inside.start + inner[0].length }) };
  const culprit = info === '' ? goesOn(document, all) : undefined;
  if (culprit) return culprit;
  if (beginsBlank(text, fence, start)) {
    const finding = neverOpened(document, outer);
    return finding && { finding };
  }
  const finding: Finding = {
    span: opening(text, outer, fence, start),
    message: openedWithin,
    fixes: () => closedEarlier(document, fence, start, inside.start + inner.index),
  };
  return { finding };
}

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
