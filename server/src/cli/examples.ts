// The examples of rules as people read them: a text for each file, with the reported places underlined.
import type { Example } from '../rules/rule';
import { Lines } from '../syntax/lines';
import type { Span } from '../syntax/span';

export interface ExampleFile {
  readonly path: string;
  readonly text: string;
  /** What is reported. */
  readonly marks: readonly Span[];
}

/** Files of an example, and what the rule says of them. */
export interface ShownExample {
  readonly heading: 'Reported' | 'Right' | 'Not reported';
  readonly files: readonly ExampleFile[];
}

/** The examples in the order of a manual: what is reported and mended, what is reported, what is not. Each stands with
 * what is right in its place. */
export function inManualOrder(examples: readonly Example[]): ShownExample[][] {
  const ranked = examples.map(example => ({ example, rank: rankOf(example) }));
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.map(({ example, rank }) => {
    const bad: ShownExample = { heading: rank === silent ? 'Not reported' : 'Reported', files: filesOf(example.bad) };
    return example.good === undefined ? [bad] : [bad, { heading: 'Right', files: filesOf(example.good) }];
  });
}

const silent = 2;

function rankOf({ bad, good }: Example): number {
  if (!/<\|/.test(bad)) return silent;
  return good === undefined ? 1 : 0;
}

/** The files of a rule's example: `-- path --` begins one, `<|text|>` marks a place, `<|>` a place without length. */
export function filesOf(example: string): ExampleFile[] {
  const parts = example.split(/^-- (.+) --\n/m);
  if (parts.length === 1) return [{ path: '.claude/agents/a.md', ...takeMarks(example) }];
  const files: ExampleFile[] = [];
  for (let at = 1; at + 1 < parts.length; at += 2) files.push({ path: parts[at]!, ...takeMarks(parts[at + 1]!) });
  return files;
}

/** The text with a line of `^` under each marked place. */
export function underlined({ text, marks }: ExampleFile): string {
  const lines = new Lines(text);
  const output: string[] = [];
  for (const [line, written] of text.replace(/\n$/, '').split('\n').entries()) {
    output.push(written);
    const start = lines.offset(line, 0);
    const here = marks.filter(mark => mark.start <= start + written.length && mark.end >= start && isOn(mark, line));
    if (here.length > 0) output.push(carets(here, start, written));
  }
  return output.join('\n');

  /** A place that ends where a line begins does not stand on that line, unless it has no length. */
  function isOn(mark: Span, line: number): boolean {
    return lines.at(mark.start).line <= line && lines.at(Math.max(mark.start, mark.end - 1)).line >= line;
  }
}

function carets(marks: readonly Span[], start: number, written: string): string {
  let row = '';
  for (const mark of marks) {
    const from = Math.max(0, mark.start - start);
    const to = Math.max(from + 1, Math.min(written.length, mark.end - start));
    row = row.padEnd(from) + '^'.repeat(to - from);
  }
  return row;
}

function takeMarks(source: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  const open: number[] = [];
  let text = '';
  for (const piece of source.split(/(<\|>|<\||\|>)/)) {
    if (piece === '<|>') marks.push({ start: text.length, end: text.length });
    else if (piece === '<|') open.push(text.length);
    else if (piece === '|>') marks.push({ start: open.pop() ?? text.length, end: text.length });
    else text += piece;
  }
  return { text, marks };
}
