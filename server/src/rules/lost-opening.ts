// What mends a line of marks that closes no code block: where its block was to begin, or the line above that ended it too early.
import type { Document } from '../syntax/document';
import { lineStart, nextLine, trimmed } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { lineBreak, preferFirst } from './edits';
import { marksOf } from './fence-ends';
import { say, type Finding, type Fix } from './rule';

/** The likeliest first. To remove the line is preferred only where no code stands above it, which would be text for good. */
export function mendsOf(document: Document, outer: Span): Fix[] {
  const { text, uri } = document;
  const run = runAbove(document, outer);
  const opened = run ? [openedBy(document, outer, run)] : [];
  const line = removed(uri, text, outer.start, say('Remove the line'));
  if (!run) return [{ ...line, preferred: true }];
  return run.isCode ? [...preferFirst(opened), line] : [line, ...opened];
}

/** Where code stands straight above a line of marks, it begins there. */
export function openedAbove(document: Document, outer: Span): Fix[] {
  const run = runAbove(document, outer);
  return run?.isCode ? [openedBy(document, outer, run)] : [];
}

const removed = (uri: string, text: string, at: number, title: Fix['title']): Fix => ({
  title,
  edits: [{ uri, span: { start: lineStart(text, at), end: nextLine(text, at) }, text: '' }],
  safe: false,
});

function openedBy({ uri, text }: Document, outer: Span, { start, above }: Run): Fix {
  if (above) return removed(uri, text, above.end - 1, say('Remove the line of marks above this code'));
  const mark = `${text.slice(lineStart(text, outer.start), outer.start)}${marksOf(text, outer)}`;
  const first = text.slice(start, nextLine(text, start)).trim();
  return {
    title: say('Open the block above `{0}`', first.slice(0, 40)),
    edits: [{ uri, span: { start, end: start }, text: `${mark}${lineBreak(text)}` }],
    safe: false,
  };
}

/** The line that opens a block, once more below itself. */
export const opensTwice = ({ uri, text }: Document, line: Span): Finding => ({
  span: trimmed(text, line),
  message: say('The line that opens this code block stands here twice, so the block shows the second one.'),
  fixes: () => [{ ...removed(uri, text, line.start, say('Remove the line')), preferred: true }],
});

/** The block that ends last before a place. */
function blockAbove({ body }: Document, at: number): Span | undefined {
  let last: Span | undefined;
  for (const { start, content } of body?.sections ?? [])
    for (const { outer } of content.fences) if (start + outer.end <= at) last = shift(outer, start);
  return last;
}

/** The lines straight above a line of marks, down from the last one that is surely text. */
interface Run {
  readonly start: number;
  /** Whether one of them is surely code, or an empty block ends above them. */
  readonly isCode: boolean;
  /** The block above, where nothing but such lines parts it from the marks. */
  readonly above?: Span;
}

function runAbove(document: Document, outer: Span): Run | undefined {
  const { text } = document;
  const own = lineStart(text, outer.start);
  const block = blockAbove(document, own);
  const from = block?.end ?? document.body!.span.start;
  let start: number | undefined;
  let isCode = false;
  let at = own;
  while (at > from) {
    const line = text.slice(lineStart(text, at - 1), at).trimEnd();
    if (line === '' && start === undefined) return undefined;
    if (textLine.test(line) && !codeLine.test(line)) break;
    at = lineStart(text, at - 1);
    if (line === '' || at < from) continue;
    start = at;
    isCode ||= codeLine.test(line);
  }
  if (start === undefined) return undefined;
  const isEmpty = block !== undefined && text.slice(block.start, block.end).trim().split('\n').length === 2;
  const above = at <= from && (isCode || isEmpty) ? block : undefined;
  return { start, isCode: isCode || above !== undefined, ...(above && { above }) };
}

/** Headings, items, bold words, rows, quotations, and sentences. */
const textLine =
  /^ {0,3}(?:#{2,6} |[-*+] |\d+[.)] |\*\*|\||>|<\/?[a-z_-]+>$|-{3,}$)|^[A-Z`][^;{}=<>]*[.:!?]\**$|^(?!# |\/\/)\S+(?: [\w,'’-]+){5}/;
/** Lines that nobody writes as text. */
const codeLine =
  /[;{[(]$|^\s*(?:[}\])]|["'][\w-]+["']:|\/\/ |#!|@\w+$|[\w.$]+\(|[\w.]+ (?:=|:=|\+=) )|^\s*(?:import|from|const|let|var|def|class|function|return|export|async|await|type|interface|npm|npx|pnpm|yarn|git|cat|curl|pip|python3?|node|cd|echo|sudo|docker|kubectl|mkdir|grep|find|ls|rm|cp|go|cargo|make|bash|sh) [\w./@"'{*$-]+(?:\s*$| [^a-z]| \w+[ ({=]*[({=]| from | import |.*[-/][\w-])/;
