// Headings and items of lists whose mark the text follows without a blank, so that Markdown takes them for text.
import type { Document } from '../syntax/document';
import { lineAt, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { readsBody } from './bodies';
import { lineMatches, sectionAt, type Match } from './prose';
import { defineRule, say, type Finding } from './rule';
import { agentWith } from './samples';

export default defineRule({
  id: 'glued-mark',
  severity: 'information',
  reach: 'document',
  reads: 'body',
  sections: 'alone',
  anyWords: true,
  roles: readsBody,
  summary: 'A heading, or an item of a list, without a space after its mark.',
  why:
    'Markdown wants a space between the mark and the text, and a heading has six marks at most. Without it the line is text: ' +
    'it is no heading in outlines and links, and the items of a list run into one another.',
  source: 'CommonMark 0.31.2, sections 4.2 and 5.2.',
  examples: [
    { bad: agentWith('# A\n\n<|##|>Steps\n\nGo.\n'), good: agentWith('# A\n\n## Steps\n\nGo.\n') },
    { bad: agentWith('# A\n\n<|##\u00A0|>Steps\n'), good: agentWith('# A\n\n## Steps\n') },
    { bad: agentWith('# A\n\n<|＃＃ |>Steps\n'), good: agentWith('# A\n\n## Steps\n') },
    { bad: agentWith('# A\n\n<|#######|> Steps\n'), good: agentWith('# A\n\n## Steps\n') },
    { bad: agentWith('1. Read.\n<|2.|>Write.\n3. Rest.\n'), good: agentWith('1. Read.\n2. Write.\n3. Rest.\n') },
    { bad: agentWith('- Read.\n<|-|>Write.\n- Rest.\n'), good: agentWith('- Read.\n- Write.\n- Rest.\n') },
    { bad: agentWith('1. Read.\n<|2.\u00A0|>Write.\n'), good: agentWith('1. Read.\n2. Write.\n') },
    { bad: agentWith('#hashtag, #1, and\n#Topic of #it.\n\n```\n##No\n```\n\n- A\n  -1 degree\n- B\n--flag\n- C\n') },
    { bad: agentWith('##EXAMPLES##\n\n1. It has\n2.5 parts.\n2. B\n\n-x\n\n- **a**\n**b**\n- c\n') },
  ],
  *check(document) {
    for (const match of lineMatches(document, '#＃', heading)) {
      const finding = ofHeading(document, match);
      if (finding) yield finding;
    }
    for (const match of lineMatches(document, '-+*0', item, next => next !== ' ')) {
      const finding = ofItem(document, match);
      if (finding) yield finding;
    }
  },
});

/** A line of heading marks and what stands between them and the text, where that is not blanks and tabs alone. */
const heading = /^( {0,3})(#{1,9}|[#＃]*＃[#＃]*)([\u00A0\u202F\u3000 ]*)(?=\S)/my;

function ofHeading(document: Document, { span, groups }: Match): Finding | undefined {
  const { text, uri } = document;
  const [, lead, marks, blank] = groups;
  const place = { start: span.start + lead!.length, end: span.end };
  if (marks!.length > 6)
    return blank === ' ' ? tooDeep(document, { start: place.start, end: place.end - 1 }) : undefined;
  const isPlain = !marks!.includes('＃');
  if (isPlain && (blank!.startsWith(' ') || (blank === '' && !isMeant(text, span, marks!.length)))) return undefined;
  // What cannot be seen is marked with the marks before it.
  return {
    span: { start: place.start, end: blank === '' ? place.start + marks!.length : place.end },
    message: headingMessage(marks!, blank!),
    fixes: () => [
      {
        title: isPlain ? say('Put a space after `{0}`', marks!) : say('Make it a heading'),
        edits: [{ uri, span: place, text: `${marks!.replaceAll('＃', '#')} ` }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

function headingMessage(marks: string, blank: string): Finding['message'] {
  if (marks.includes('＃')) return say('These are full-width marks, not `#`, so this line is text and not a heading.');
  return blank === ''
    ? say('Markdown needs a space after `{0}`: without it, this line is text and not a heading.', marks)
    : say('After `{0}` stands {1}, which Markdown takes for text: this line is not a heading.', marks, nameOf(blank));
}

/** What looks like a blank and is none. */
function nameOf(blank: string): string {
  if (blank.startsWith('\u3000')) return 'an ideographic space (U+3000)';
  return blank.startsWith('\u202F') ? 'a narrow no-break space (U+202F)' : 'a no-break space (U+00A0)';
}

/** Whether a heading is meant by marks that text follows. One mark alone also begins a word to search by. */
function isMeant(text: string, span: Span, level: number): boolean {
  const line = lineAt(text, span.start);
  const words = text.slice(span.end, line.end).trimEnd();
  // `##NAME##` is a place to fill in.
  if (words.endsWith('#')) return false;
  if (level > 1) return /^[\p{L}\d\p{Extended_Pictographic}*`[]/u.test(words);
  const above = text.slice(lineStart(text, Math.max(line.start - 1, 0)), line.start).trim();
  const below = text.slice(nextLine(text, line.end)).split('\n', 1)[0]!.trim();
  return above === '' && below === '' && /^\p{Lu}/u.test(words) && !words.includes('#');
}

/** More marks than a heading has. */
function tooDeep(document: Document, span: Span): Finding {
  const headings = (document.body?.sections ?? []).flatMap(({ start, content }) =>
    content.headings.filter(each => start + each.outer.start < span.start),
  );
  const last = headings.at(-1)?.level ?? 1;
  return {
    span,
    message: say('A heading has six marks at most, so this line is text.'),
    fixes: () =>
      [...new Set([Math.max(last, 2), Math.min(last + 1, 6), 6])].map(level => ({
        title: say('Make it a heading of level {0}', String(level)),
        edits: [{ uri: document.uri, span, text: '#'.repeat(level) }],
        safe: false,
      })),
  };
}

/** What begins with the mark of an item that something else than a blank follows. */
const item = /^([ \t]*)(?:([-+*])|(\d{1,2})([.)]))([\u00A0\u202F\u3000]+|(?=[\p{L}*`[]))(?=\S)/muy;

function ofItem(document: Document, { span, groups }: Match): Finding | undefined {
  const { text, uri } = document;
  const [, indent, bullet, number, stop, blank] = groups;
  const mark = bullet ?? `${number}${stop}`;
  const line = lineAt(text, span.start);
  const rest = text.slice(span.end, line.end);
  // `*a*` and `**a**` are emphasis.
  if (bullet === '*' && rest.includes('*')) return undefined;
  const isAmong =
    number === undefined
      ? isBetweenBullets(text, line, `${indent}${mark}`)
      : isBetweenNumbers(document, line, indent!, Number(number), stop!);
  if (!isAmong) return undefined;
  const place = { start: span.start + indent!.length, end: span.end };
  return {
    span: place,
    message:
      blank === ''
        ? say('Markdown needs a space after `{0}`: without it, this line is not an item of the list.', mark)
        : say(
            'After `{0}` stands {1}, which Markdown takes for text: this line is not an item of the list.',
            mark,
            nameOf(blank!),
          ),
    fixes: () => [
      {
        title: say('Put a space after `{0}`', mark),
        edits: [{ uri, span: { start: place.end - blank!.length, end: place.end }, text: ' ' }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

/** Whether the lines above and below are items with this mark, of this indentation; one of them will do at an end. */
function isBetweenBullets(text: string, { start, end }: Span, lead: string): boolean {
  const above = start === 0 ? '' : text.slice(lineStart(text, start - 1), start - 1);
  const below = text.slice(nextLine(text, end)).split('\n', 1)[0]!;
  const isItem = (line: string): boolean => line.startsWith(`${lead} `) && line.trim().length > 2;
  // A word with a capital is no option of a program, and no end of a word that was parted.
  if (/^[ \t]*-\p{Lu}\p{Ll}+[\s:,]/u.test(text.slice(start, end)) && (isItem(above) || isItem(below))) return true;
  return (isItem(above) && (isItem(below) || below.trim() === '')) || (isItem(below) && above.trim() === '');
}

/** How far the neighbours of a numbered item may stand, since it may have lines of its own. */
const reach = 1500;

/** Whether the number before stands above, or the next one below, in items of this indentation. */
function isBetweenNumbers(document: Document, line: Span, indent: string, number: number, stop: string): boolean {
  const { start, end } = line;
  // No list goes on behind a heading.
  const section = sectionAt(document, start) ?? line;
  const itemOf = (wanted: number): string => `\n${indent}${wanted}${stop} `;
  const above = document.text.slice(Math.max(start - reach, section.start), start);
  const below = document.text.slice(end, Math.min(end + reach, section.end));
  return (number > 1 && above.includes(itemOf(number - 1))) || below.includes(itemOf(number + 1));
}
