// Headings that lost their text, or that four blanks make code of.
import type { Document } from '../syntax/document';
import { lineAt, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { anyOf } from './needs';
import { lineMatches } from './prose';
import { skillWith } from './samples';
import { defineRule, say, type Finding } from './rule';

export default defineRule({
  id: 'broken-heading',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  needs: anyOf('##'),
  roles: readsBody,
  summary: 'A heading without a text, or one that is indented so far that it is code.',
  why:
    'Marks alone in their line begin a part that has no name, and nobody can link to it. Four spaces before the marks make code of ' +
    'the line: the part above goes on instead.',
  source:
    'CommonMark 0.31.2, sections 4.2 and 4.4; counted over 18 public repositories and 198 packages, 30 November 2026.',
  examples: [
    { bad: skillWith('## A\n\nText.\n\n<|##|>\n\nText.'), good: skillWith('## A\n\nText.\n\nText.') },
    { bad: skillWith('## A\n\nText.\n\n<|    |>### B\n\nText.'), good: skillWith('## A\n\nText.\n\n### B\n\nText.') },
    {
      bad: skillWith('## A\n\n- Item.\n\n<|    |>## B\n\n- Item.'),
      good: skillWith('## A\n\n- Item.\n\n## B\n\n- Item.'),
    },
    { bad: skillWith('```md\n##\n```\n\n<!--\n##\n-->\n\n## A\n##\n##\n\n#\n# B\n#') },
    {
      bad: skillWith(
        '## A\n\n    ## B\n\n    Text.\n\n- A\n\n    ### B\n\nText.\n\n    a\n\n    ## B\n\nText.\n\nAs in:\n\n    ## B\n\nText.',
      ),
    },
  ],
  *check(document) {
    const { text, uri } = document;
    for (const { span, groups } of lineMatches(document, '#', odd, next => next === '#')) {
      const blanks = groups[3] ?? '';
      const marks = groups[4] ?? '';
      if (blanks === '') {
        if (isNameless(text, span)) yield nameless(document, span);
      } else if (isBetweenText(text, span, marks)) {
        const place = { start: span.start, end: span.start + blanks.length };
        yield {
          span: place,
          message: say(
            'With four spaces before it, `{0}` does not begin a section: the line is code, or belongs to the item above.',
            marks,
          ),
          fixes: () => [
            { title: say('Remove the spaces'), edits: [{ uri, span: place, text: '' }], safe: false, preferred: true },
          ],
        };
      }
    }
  },
});

/** Marks and nothing else, or four blanks and a heading. */
const odd = /(?:(#{2,6})()[ \t]*|( {4}|\t)(#{2,6}) [^\s#][^\r\n]*)(?=\r?\n|$)/y;

const isBlank = (line: string): boolean => line.trim() === '';
const above = (text: string, at: number): Span => (at === 0 ? { start: 0, end: 0 } : lineAt(text, at - 1));
const written = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Whether a blank line stands above: lines of marks side by side are a frame. */
const isNameless = (text: string, { start, end }: Span): boolean =>
  isBlank(written(text, above(text, start))) && !/^#/.test(written(text, lineAt(text, nextLine(text, end))));

const standsAlone = (text: string, { start, end }: Span): boolean =>
  isBlank(written(text, above(text, start))) && isBlank(written(text, lineAt(text, nextLine(text, end))));

/** Whether lines of the first column stand above and below, behind a blank line each, and announce no sample. */
function isBetweenText(text: string, span: Span, marks: string): boolean {
  if (!standsAlone(text, span)) return false;
  const before = text.slice(0, lineStart(text, span.start)).trimEnd();
  const last = written(text, { start: lineStart(text, before.length), end: before.length });
  const next = /^\s*\n([^\n]*)/.exec(text.slice(span.end).replace(/^[ \t\r]*\n(?:[ \t\r]*\n)*/, '\n'))?.[1] ?? '';
  if (!/^\S/.test(last) || !/^\S/.test(next) || /[:：]\**$|^#/.test(last)) return false;
  // Below an item it is the next part where it has as many marks as this one.
  return !/^(?:[-*+]|\d+[.)])[ \t]/.test(last) || before.slice(before.lastIndexOf('\n#') + 1).startsWith(`${marks} `);
}

function nameless({ uri, text }: Document, span: Span): Finding {
  const marks = written(text, span).trim();
  const next = nextLine(text, span.end);
  const end = isBlank(written(text, lineAt(text, next))) ? nextLine(text, next) : next;
  return {
    span: { start: span.start, end: span.start + marks.length },
    message: say('This heading has no text, so the section that begins here has no name.'),
    fixes: () => [
      {
        title: say('Remove the line'),
        edits: [{ uri, span: { start: span.start, end }, text: '' }],
        safe: false,
      },
    ],
  };
}
