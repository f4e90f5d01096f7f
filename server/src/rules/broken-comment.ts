// HTML comments of which a mark is missing or misspelt, so that they end elsewhere or are text.
import type { Document } from '../syntax/document';
import { lineEnd } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { changeTo } from './edits';
import { anyOf } from './needs';
import { perSection } from './per-section';
import { isCode, isShown } from './prose';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'broken-comment',
  severity: 'warning',
  reach: 'document',
  reads: 'body',
  // A comment goes on to the next end in the text, however far that is.
  digest: perSection(text => (/!-|!–|!—|->|<--/.test(text) ? text : '')),
  needs: anyOf('!-', '!–', '!—', '->', '<--'),
  roles: readsBody,
  summary: 'An HTML comment whose first or last mark is missing or misspelt.',
  why:
    'A comment begins with `<!--` and ends with `-->`. Where the end is misspelt it goes on, and hides what follows from ' +
    'people, links and headings included; where the beginning is, what should be hidden is text.',
  source: 'CommonMark 0.31.2, sections 4.6 and 6.6.',
  examples: [
    { bad: skillWith('A.\n\n<|<!-|> note -->\n\nB.'), good: skillWith('A.\n\n<!-- note -->\n\nB.') },
    { bad: skillWith('A.\n\n<|<!—|> note -->\n\nB.'), good: skillWith('A.\n\n<!-- note -->\n\nB.') },
    { bad: skillWith('A.\n\n<|!--|> note -->\n\nB.'), good: skillWith('A.\n\n<!-- note -->\n\nB.') },
    { bad: skillWith('A.\n\n<!-- note <|->|>\n\n## B\n'), good: skillWith('A.\n\n<!-- note -->\n\n## B\n') },
    { bad: skillWith('A.\n\n<!-- note <|--|>\n\n## B\n'), good: skillWith('A.\n\n<!-- note -->\n\n## B\n') },
    {
      bad: skillWith('A.\n\n<!-- note <|--|>\n\n<!-- b -->\n'),
      good: skillWith('A.\n\n<!-- note -->\n\n<!-- b -->\n'),
    },
    { bad: skillWith('A.\n\n<|<!--|> note\n\n## B\n'), good: skillWith('A.\n\n<!-- note -->\n\n## B\n') },
    { bad: skillWith('A.\n\n<!-- OLD\n<!-- a: x -->\n-->\n\nB.\n') },
    { bad: skillWith('A.\n\n<!-- OLD\nOne.\n\n<!-- a: x -->\nTwo.\n-->\n\nB.\n\n<!-- c -->\n') },
    {
      bad: skillWith(
        '<!-- a\nb ->\nc -->\n\n`<!- x -->` <!-- a <!-- b -->\n\nA <-- B --> C, x <!-5.\n\n```\n<!- x -->\n<!-- y\n```\n\n`<!--` begins one.\n',
      ),
    },
  ],
  *check(document) {
    const { text, body } = document;
    if (!body) return;
    const from = body.span.start;
    const written = text.slice(from, body.span.end);
    if (!/!(?:-|–|—)/.test(written)) return;
    const closeAfter = closesOf(text);
    let inside = 0;
    for (const { index, 0: mark } of written.matchAll(begins)) {
      const at = from + index;
      const span = { start: at, end: at + mark.length };
      if (at < inside || isCode(document, span)) continue;
      const close = closeAfter(span.end);
      // What stands behind it in its line is part of the comment.
      if (mark === '<!--') inside = Math.min(close < 0 ? text.length : close, lineEnd(text, span.end));
      const finding = mark === '<!--' ? unclosed(document, span, close) : misspelt(document, span);
      if (finding) yield finding;
    }
  },
});

/** What a comment begins with, or nearly. */
const begins = /<!--|<!-(?!-)|<!?[–—]|(?<=^[ \t]*)(?:!--|<--|<! ?--)(?=[ \t])/gm;

/** The beginning of a comment that has its end in the same line. */
function misspelt(document: Document, span: Span): Finding | undefined {
  const { text } = document;
  const rest = text.slice(span.end, lineEnd(text, span.end));
  if (!/-->/.test(rest) || rest.includes('<!--') || isShown(document, span)) return undefined;
  return finding(
    document,
    span,
    '<!--',
    say('A comment begins with `<!--`; these marks are text, and so is what follows.'),
  );
}

/** Where the next comment ends behind each of some offsets that grow; -1 where none does. */
function closesOf(text: string): (offset: number) => number {
  let close = 0;
  return offset => {
    if (close >= 0 && close < offset) close = text.indexOf('-->', offset);
    return close;
  };
}

/** A comment that has no end in its line, but something like it; or none at all before the next one. */
function unclosed(document: Document, { start, end }: Span, close: number): Finding | undefined {
  const { text } = document;
  const stop = lineEnd(text, end);
  if ((close >= 0 && close < stop) || text[end] === '>') return undefined;
  const line = text.slice(end, stop);
  const near = /(?:-[ \t]*-[ \t]+>|[–—]>|->|--|—|–)[ \t]*$/.exec(line);
  if (near && line.slice(0, near.index).trim() !== '') {
    const span = { start: end + near.index, end: end + near.index + near[0].trimEnd().length };
    const goesOn = close < 0 || text.slice(stop, close).includes('<!--') || /\n[ \t]*\r?\n/.test(text.slice(stop, close)); // prettier-ignore
    return goesOn
      ? finding(document, span, '-->', say('A comment ends with `-->`; this one goes on below.'))
      : undefined;
  }
  const next = text.indexOf('<!--', end);
  if (next >= 0 && next < close && holdsAnother(text, close)) return undefined;
  if (line.trim() === '' || (close >= 0 && (next < 0 || close < next))) return undefined;
  const last = end + line.trimEnd().length;
  return {
    span: { start, end },
    message: say('Nothing closes this comment, so what follows is hidden with it.'),
    fixes: () => [
      {
        title: say('Close the comment at the end of the line'),
        edits: [{ uri: document.uri, span: { start: last, end: last }, text: ' -->' }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

/** One comment in another: the first end closes both, and a second one follows before the next begins. */
function holdsAnother(text: string, close: number): boolean {
  const second = text.indexOf('-->', close + 3);
  if (second < 0) return false;
  const next = text.indexOf('<!--', close);
  return next < 0 || second < next;
}

const finding = ({ uri }: Document, span: Span, right: string, message: Finding['message']): Finding => ({
  span,
  message,
  fixes: () => [changeTo({ uri }, span, right, 'best')],
});
