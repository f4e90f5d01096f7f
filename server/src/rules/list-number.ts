// Items of a numbered list whose number does not fit its neighbours, is followed by another mark, or is missing.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { outOfOrder, type NumberedLine } from './list-order';
import { agentWith } from './samples';
import { beginnings, type Beginning } from './prose';
import { proseOf } from './text-blocks';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'list-number',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  roles: readsBody,
  summary: 'A number in a list that is out of order, has no dot, or is missing.',
  why:
    'The model reads the text as it is written: a step with the number of another one, or without one, is taken for a part of ' +
    'the step before it, and «step 3» is another one than the author meant.',
  source: 'CommonMark 0.31.2, section 5.2; counted over 18 public repositories, 29 November 2026.',
  examples: [
    {
      bad: agentWith('1. Read.\n2. Plan.\n<|2|>. Write.\n4. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n4. Rest.\n'),
    },
    { bad: agentWith('1. Read.\n<|2)|> Plan.\n3. Write.\n'), good: agentWith('1. Read.\n2. Plan.\n3. Write.\n') },
    { bad: agentWith('1. Read.\n<|2|> Plan.\n3. Write.\n'), good: agentWith('1. Read.\n2. Plan.\n3. Write.\n') },
    {
      bad: agentWith('1. Read.\n2. Plan.\n<|2|>. Write.\n   - Now.\n3. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n   - Now.\n4. Rest.\n'),
    },
    {
      bad: agentWith('1. Read.\n2. Plan.\n<|4|>. Write.\n5. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n4. Rest.\n'),
    },
    {
      bad: agentWith('1. Read.\n<|3|>. Plan.\n2. Write.\n4. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n4. Rest.\n'),
    },
    {
      bad: agentWith('Do:\n\n<|2|>. Read.\n1. Plan.\n3. Write.\n'),
      good: agentWith('Do:\n\n1. Read.\n2. Plan.\n3. Write.\n'),
    },
    { bad: agentWith('2. Read.\n\n1. Plan.\n2. Write.\n') },
    {
      bad: agentWith('1. Read.\n2. Plan. <|3.|> Write.\n4. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n4. Rest.\n'),
    },
    {
      bad: agentWith('1. Read.\n2. Plan.\n<|7|>. Write.\n4. Rest.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n4. Rest.\n'),
    },
    { bad: agentWith('1. Read.\n<|Plan.|>\n3. Write.\n'), good: agentWith('1. Read.\n2. Plan.\n3. Write.\n') },
    {
      bad: agentWith('1. **A**\n   1. Read.\n\n<|**B**|>\n   - Plan.\n\n3. **C**\n'),
      good: agentWith('1. **A**\n   1. Read.\n\n2. **B**\n   - Plan.\n\n3. **C**\n'),
    },
    {
      bad: agentWith('1. A\n   1. Read.\n   2. Plan.\n<|1|>. B\n   1. Write.\n3. C\n'),
      good: agentWith('1. A\n   1. Read.\n   2. Plan.\n2. B\n   1. Write.\n3. C\n'),
    },
    {
      bad: agentWith(
        '1. A\n1. B\n1. C\n\n1. A\n   2 b\n2. B\n\n1. A\n2. B\n1. C\n2. D\n\n```\n1. A\n1. B\n3. C\n```\n',
      ),
    },
    {
      bad: agentWith('1. Read.\n2. Plan.\n<|4|>. Write.\n'),
      good: agentWith('1. Read.\n2. Plan.\n3. Write.\n'),
    },
    { bad: agentWith('1. A\n   goes on\n\nText.\n\n3. B\n\n1. A\n3. B\n\n1. A\n2. B\n5. C\n') },
  ],
  *check(document) {
    const { text, body } = document;
    for (const section of body?.sections ?? []) {
      const { start, end, content } = section;
      const written = text.slice(start, end);
      if (!numbered(written, beginnings(document, section))) continue;
      const lines = linesOf(proseOf(written, content));
      const items = lines.filter(({ number }) => number !== undefined);
      for (const [index, next] of items.entries()) {
        const finding = index > 0 ? between(document, lines, items, index, next, start) : undefined;
        if (finding) yield finding;
      }
      yield* outOfOrder(document, lines, start);
    }
  },
});

/** Whether lines of a section begin as items do. */
const numbered = (text: string, lines: readonly Beginning[]): boolean =>
  lines.some(({ at, mark }) => mark === '0' && /^[ \t]*\d{1,2}\. /.test(text.slice(at, at + 40)));

interface Line extends NumberedLine {
  readonly index: number;
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((line, index) => {
    const [, indent = '', digits] = /^([ \t]*)(?:(\d{1,2})\. (?=\S))?/.exec(line)!;
    const found = {
      at,
      index,
      indent,
      words: line.trimEnd(),
      number: digits === undefined ? undefined : Number(digits),
    };
    at += line.length + 1;
    return found;
  });
}

/** What stands before an item and does not fit its neighbours on both sides. */
function between(
  document: Document,
  lines: readonly Line[],
  items: readonly Line[],
  index: number,
  next: Line,
  start: number,
): Finding | undefined {
  const last = siblingBefore(items, index);
  if (!last) return undefined;
  const first = siblingBefore(items, items.indexOf(last));
  const wanted = next.number! - 1;
  if (first?.number === wanted - 1 && last.number !== wanted && Math.abs(last.number! - wanted) === 1) {
    const from = start + last.at + last.indent.length;
    return wrong(document, { start: from, end: from + String(last.number).length }, wanted);
  }
  if (last.number !== wanted - 1) return undefined;
  const inner = lines.slice(last.index + 1, next.index).filter(({ words }) => words !== '');
  const own = inner.filter(line => line.indent === next.indent);
  const [line] = own;
  if (!line || own.length > 1) return undefined;
  const from = start + line.at + line.indent.length;
  const mark = /^\s*(\d{1,2}[),:;-]?)[ \t]+\S/.exec(line.words)?.[1];
  if (mark !== undefined)
    return Number.parseInt(mark, 10) === wanted
      ? undotted(document, { start: from, end: from + mark.length }, wanted)
      : undefined;
  // Without a number it follows without a blank line, or is stressed as its neighbours are: else it is text between two lists.
  const isStressed = [last, line, next].every(({ words }) => /^\s*(?:\d+\. )?\*\*/.test(words));
  const isTight = lines.slice(last.index + 1, line.index).every(({ words }) => words !== '');
  if (!isStressed && !(isTight && /^\s*[\p{Lu}`]/u.test(line.words))) return undefined;
  return lost(document, { start: from, end: start + line.at + line.words.length }, wanted);
}

/** The item before one in the same list: what is indented further belongs to an item. */
function siblingBefore(items: readonly Line[], index: number): Line | undefined {
  const { indent } = items[index]!;
  for (let at = index - 1; at >= 0; at--) {
    const item = items[at]!;
    if (item.indent === indent) return item;
    if (item.indent.length < indent.length) return undefined;
  }
  return undefined;
}

const wrong = (document: Document, span: Span, wanted: number): Finding => ({
  span,
  message: say('Going by the items around it, this one should have the number {0}.', String(wanted)),
  fixes: () => [changeTo(document, span, String(wanted), 'best')],
});

const undotted = (document: Document, span: Span, wanted: number): Finding => ({
  span,
  message: say('The other items have a dot after their number; without it, this line is not an item of their list.'),
  fixes: () => [changeTo(document, span, `${wanted}.`, 'best')],
});

const lost = ({ uri }: Document, span: Span, wanted: number): Finding => ({
  span,
  message: say('Number {0} is missing here, so this line belongs to the item above.', String(wanted)),
  fixes: () => [
    {
      title: say('Insert `{0}`', `${wanted}.`),
      edits: [{ uri, span: { start: span.start, end: span.start }, text: `${wanted}. ` }],
      safe: false,
      preferred: true,
    },
  ],
});
