// The numbered steps of a workflow that are list items: `1. **Title**` at the start of a line, under a heading.
import type { Section } from '../syntax/body';
import { nextLine } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { lineAt, trimmed } from './sections';

export interface Step {
  /** Number and title, without the asterisks. */
  readonly name: string;
  readonly line: Span;
  /** The item: its line and what is indented under it. */
  readonly span: Span;
}

const stepLine = /^(\d{1,9})[.)][ \t]+\*\*([^\s*][^\r\n]*?)\*\*/;
/** What no paragraph goes on after: a list item, a heading. */
const endingLine = /^(?:\d{1,9}[.)]|#{1,6})(?:\s|$)/;

/** What a section without steps is passed over by. */
const anyStep = /^\d{1,9}[.)][ \t]+\*\*/m;

/** The steps of one section that a heading begins. */
export function stepsIn(text: string, section: Section): Step[] {
  const steps: Step[] = [];
  if (!anyStep.test(text.slice(section.start, section.end))) return steps;
  const blocks = blocksOf(section);
  let block = 0;
  let open: { readonly name: string; readonly line: Span } | undefined;
  /** Whether an item with any number may begin here: not in a paragraph, which only a first item interrupts. */
  let free = true;
  const close = (end: number): void => {
    if (open) steps.push({ ...open, span: trimmed(text, { start: open.line.start, end }) });
    open = undefined;
  };
  for (let at = section.start; at < section.end;) {
    const line = lineAt(text, at);
    const source = text.slice(line.start, line.end);
    const indented = /^\s|^$/.test(source);
    while (block < blocks.length && blocks[block]!.end <= at) block++;
    const around = blocks[block];
    const inBlock = around !== undefined && around.start <= line.start;
    const [, number, title] = inBlock ? [] : (stepLine.exec(source) ?? []);
    if (!indented) close(line.start);
    if (title !== undefined && (free || Number(number) === 1)) open = { name: `${number}. ${title}`, line };
    free = indented || inBlock || endingLine.test(source);
    // Of a block only the first line tells whose it is.
    at = nextLine(text, inBlock ? Math.max(line.end, around.end) : line.end);
  }
  close(section.end);
  return steps;
}

/** Where lines are no list items, whatever they look like. */
function blocksOf({ start, content }: Section): Span[] {
  const spans = [...content.fences, ...content.tables].map(({ outer }) => outer);
  return [...spans, ...content.comments].map(span => shift(span, start)).sort((a, b) => a.start - b.start);
}
