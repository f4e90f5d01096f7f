// A backtick of inline code whose partner is missing, in a line that is a paragraph, an item or a row by itself.
import { lineAt, lineEnd, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { isShown } from './prose';
import { skillWith } from './samples';
import { defineRule, say } from './rule';

export default defineRule({
  id: 'unpaired-code',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  roles: readsBody,
  summary: 'A backtick without its partner, so that a name is no code, or the text behind it is.',
  why:
    'Inline code stands between two backticks. Where one is missing, the next one in the paragraph is taken for it: text ' +
    'becomes code and code becomes text, up to its end.',
  source: 'CommonMark 0.31.2, section 6.1; counted over 18 public repositories.',
  examples: [
    { bad: skillWith('- Ask <|`|>developer for `it`.'), good: skillWith('- Ask `developer` for `it`.') },
    { bad: skillWith('- Ask developer<|`|> for `it`.'), good: skillWith('- Ask `developer` for `it`.') },
    { bad: skillWith('Read <|`|>references/a.md.'), good: skillWith('Read `references/a.md`.') },
    { bad: skillWith("- Run <|`|>make test' first."), good: skillWith('- Run `make test` first.') },
    { bad: skillWith('| A |\n| - |\n| <|`|>tdd |'), good: skillWith('| A |\n| - |\n| `tdd` |') },
    { bad: skillWith('A `long\nspan` here.\n\n``a ` b`` and \\` and `a`.\n\n```\n`\n```\n\nThe ` key.') },
  ],
  *check(document) {
    const { text, body } = document;
    if (!body) return;
    let at = text.indexOf('`', body.span.start);
    while (at >= 0 && at < body.span.end) {
      const line = lineAt(text, at);
      const place = placeIn(text, line);
      if (place && !isShown(document, line)) yield { ...place.finding, fixes: () => [fixOf(document.uri, place)] };
      at = text.indexOf('`', Math.max(line.end, at + 1));
    }
  },
});

interface Place {
  /** Another mark that stands where the other one belongs. */
  readonly instead?: true;
  readonly finding: { readonly span: Span; readonly message: ReturnType<typeof say> };
  /** Where the other one belongs. */
  readonly at: number;
}

const fixOf = (uri: string, { at, instead }: Place) => ({
  title: instead ? say('Change to `{0}`', '`') : say('Insert the other backtick'),
  edits: [{ uri, span: { start: at, end: instead ? at + 1 : at }, text: '`' }],
  safe: false,
  preferred: true as const,
});

/** The lone backtick of a line with an odd number of them, and where its partner belongs: seen from which side of each a word
 * stands on. */
function placeIn(text: string, line: Span): Place | undefined {
  const written = text.slice(line.start, line.end);
  const marks = [...written.matchAll(/`/g)].map(({ index }) => index);
  if (marks.length % 2 === 0 || /``|\\`|\$\{|` : /.test(written) || !isAlone(text, line, written)) return undefined;
  let open: number | undefined;
  for (const at of marks) {
    const opens = /(?:^|[\s([{|*"'>/,=:])$/.test(written.slice(0, at)) && /[\w./@$~<{-]/.test(written[at + 1] ?? '');
    const closes = /\S/.test(written[at - 1] ?? ' ') && /^(?:$|[\s.,;:!?)\]}|*"'’/<–—-])/.test(written.slice(at + 1));
    if (opens === closes) return undefined;
    if (opens && open !== undefined) return closedBehind(written, open, line.start);
    if (closes && open === undefined) return openedBefore(written, at, line.start);
    open = opens ? at : undefined;
  }
  return open === undefined ? undefined : closedBehind(written, open, line.start);
}

function closedBehind(written: string, open: number, start: number): Place | undefined {
  const word = /^[^\s`,;()|*]+(?:\([^()`]*\))?/.exec(written.slice(open + 1))?.[0].replace(/[.:!?]+$/, '');
  if (!word) return undefined;
  const quote = quoteBehind.exec(written.slice(open + 1))?.[1];
  if (quote !== undefined) {
    const message = say('A quote stands where a backtick should close this one.');
    return {
      instead: true,
      at: start + open + 1 + quote.length,
      finding: { span: { start: start + open, end: start + open + 1 }, message },
    };
  }
  return {
    finding: { span: { start: start + open, end: start + open + 1 }, message: say('Nothing closes this backtick.') },
    at: start + open + 1 + word.length,
  };
}

/** Code up to a quote that nothing opens. */
const quoteBehind = /^([^\s`'"´’][^`'"´’]*)['"´’](?=$|[\s.,;:!?)\]}|*])/;

function openedBefore(written: string, close: number, start: number): Place | undefined {
  const word = /(?:[\w.-]+\([^()`]*\)|[^\s`,;()|*]+)$/.exec(written.slice(0, close))?.[0];
  if (!word) return undefined;
  return {
    finding: { span: { start: start + close, end: start + close + 1 }, message: say('Nothing opens this backtick.') },
    at: start + close - word.length,
  };
}

/** What begins a block of its own. */
const begins = /^[ \t]*(?:$|[-*+] |\d+[.)] |#{1,6} |\||```|~~~|<)/;

/** Whether no neighbour belongs to the same paragraph: code may go over the end of a line. */
function isAlone(text: string, { start, end }: Span, written: string): boolean {
  const above = start === 0 ? '' : text.slice(lineStart(text, start - 1), start - 1);
  const next = nextLine(text, end);
  const below = next >= text.length ? '' : text.slice(next, lineEnd(text, next));
  const endsAbove = /^[ \t]*(?:$|#{1,6} |---)/.test(above.trimEnd());
  return begins.test(below) && (endsAbove || (written.trim() !== '' && begins.test(written)));
}
