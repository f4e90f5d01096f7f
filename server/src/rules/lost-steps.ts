// Lines that were to be the heading of a step, `Step 2: Plan` among `### Step 1` and `### Step 3`, and what mends them.
import type { Document } from '../syntax/document';
import { lineEnd, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { slips } from '../workspace/slips';
import { preferFirst, changeTo } from './edits';
import { perSection } from './per-section';
import { proseOf } from './text-blocks';
import { say, type Finding } from './rule';

/** Marks of a heading or of bold text, a word, a number, and the end or what parts it from its title. */
const line = /^(#{1,6} ?|\*\*)?([A-Z][a-z]{2,5})( ?)(\d{1,2})(?=\*\*|[ \t]*\r?$|[ \t]*[:—–-][ \t*])(.*)$/gm;

export interface LostStep {
  readonly start: number;
  readonly marks: string;
  readonly word: string;
  readonly gap: string;
  readonly number: number;
  /** Behind the number. */
  readonly rest: string;
}

const none: readonly LostStep[] = [];
const begins = /(?:#{1,6} ?|\*\*)?[SP][a-z]{2,5} ?\d/y;

/** Line by line: to seek the beginnings of lines as well takes twice as long. */
function holdsStep(text: string): boolean {
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    begins.lastIndex = at;
    if (begins.test(text)) return true;
  }
  return false;
}

/** The lines of a section that look like the heading of a step, its own headings too. */
export const stepLines = perSection((text, content): readonly LostStep[] => {
  if (!holdsStep(text)) return none;
  return [...proseOf(text, content).matchAll(line)].flatMap(
    ({ index, 1: marks = '', 2: word = '', 3: gap = '', 4: digits = '' }) => {
      if (!words.some(each => each === word || isNear(word, each))) return [];
      const end = lineEnd(text, index);
      const from = index + text.slice(index, end).indexOf(digits) + digits.length;
      return [{ start: index, marks, word, gap, number: Number(digits), rest: text.slice(from, end) }];
    },
  );
});

const words = ['Step', 'Phase', 'Stage'];
const isNear = (word: string, wanted: string): boolean =>
  word[0] === wanted[0] && word !== `${wanted}s` && slips(word, wanted) === 1;

/** The line between two headings of steps that was to be the one of that number. Behind the last and before the first, where
 * `isBetween` is false, bold words and headings of another level may be parts of a step. */
export function lostStep(
  document: Document,
  { start, end }: Span,
  wanted: { readonly level: number; readonly word: string; readonly number: number },
  isBetween: boolean,
): Finding | undefined {
  const marks = '#'.repeat(wanted.level);
  for (const section of document.body?.sections ?? []) {
    if (section.end <= start || section.start >= end) continue;
    for (const found of stepLines(document, section)) {
      const at = section.start + found.start;
      if (at <= start || at >= end || found.number !== wanted.number) continue;
      if (found.word !== wanted.word && !isNear(found.word, wanted.word)) continue;
      if (!isBetween && found.marks !== '' && found.marks.trim() !== marks) continue;
      if (found.marks === `${marks} ` && found.gap === ' ' && found.word === wanted.word) continue;
      if (isOfOthers(document, found, marks)) continue;
      return finding(document, at, found, wanted);
    }
  }
  return undefined;
}

/** Whether it is a heading of another level, at which other steps stand as well: those of these steps are parts of it. */
function isOfOthers(document: Document, found: LostStep, wanted: string): boolean {
  if (!found.marks.startsWith('#') || found.marks.trim() === wanted) return false;
  const all = (document.body?.sections ?? []).flatMap(section => stepLines(document, section));
  return all.some(each => each !== found && each.marks === found.marks && each.word === found.word);
}

function finding(
  document: Document,
  start: number,
  { marks, rest, number }: LostStep,
  { level, word }: { readonly level: number; readonly word: string },
): Finding {
  const { text } = document;
  const span = { start, end: lineEnd(text, start) };
  const title = marks === '**' ? rest.replace(/\*\*/, '') : rest;
  const written = `${'#'.repeat(level)} ${word} ${number}${title}`.trimEnd();
  return {
    span,
    message: say(
      'The other steps begin with `{0}`; this line does not, so step {1} is missing among them.',
      `${'#'.repeat(level)} ${word}`,
      String(number),
    ),
    fixes: () => preferFirst([changeTo(document, span, written)]),
  };
}
