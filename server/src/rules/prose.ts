// Which places of a body are read as text, and which are shown as code or stand in comments.
import type { Document } from '../syntax/document';
import type { Fence, Section, SectionContent } from '../syntax/body';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import { inOneOf, shift, type Span } from '../syntax/span';
import { perSection } from './per-section';

/** The section that a place of the body lies in. */
export const sectionAt = ({ body }: Pick<Document, 'body'>, at: number): Section | undefined =>
  body?.sections.find(({ start, end }) => start <= at && at < end);

/** Whether one of some places in a section touches a place in the document. */
function touches(
  document: Document,
  { start, end }: Span,
  places: (content: SectionContent) => readonly Span[],
): boolean {
  const section = sectionAt(document, start);
  if (!section) return false;
  return places(section.content).some(each => section.start + each.start < end && start < section.start + each.end);
}

/** What a file says, place by place: the entries of its front matter, and its body. */
export const placesIn = ({ parts, body }: Document): Span[] => [...parts, ...(body ? [body.span] : [])];

const blocks = ({ fences, comments }: SectionContent): Span[] => [...fences.map(({ outer }) => outer), ...comments];
const codes = (content: SectionContent): Span[] => [...content.fences, ...content.codes].map(({ outer }) => outer);

/** Whether a place lies in a code block, or in code within a line. */
export const isCode = (document: Document, span: Span): boolean => touches(document, span, codes);

/** Whether a place lies in a comment. */
export const isCommented = (document: Document, span: Span): boolean =>
  touches(document, span, ({ comments }) => comments);

/** Whether a place lies in a code block or a comment; `inline` counts code within a line too. */
export const isShown = (document: Document, span: Span, inline = false): boolean =>
  touches(document, span, blocks) || (inline && isCode(document, span));

/** Whether the line, or one above it in the section that names the same thing, says that it need not be there. */
export function isOptional({ text, body }: Document, span: Span): boolean {
  const { start, end } = span;
  const line = text.slice(lineStart(text, start), lineEnd(text, start));
  if (mayBeAbsent.test(line)) return true;
  const section = body?.sections.find(each => each.start <= start && start < each.end);
  const name = text.slice(start, end);
  return (
    section !== undefined &&
    name !== '' &&
    text
      .slice(section.start, start)
      .split('\n')
      .some(above => above.includes(name) && asksWhether(above))
  );
}

const mayBeAbsent =
  /\b(?:if|when|where) (?:it is |it’s |it's |they are )?(?:available|installed|present|configured)\b/i;

/** «Check if the skill `x` is available», «look for `x` in the list of skills». */
export const asksWhether = (line: string): boolean => isAsked.test(line);

const isAsked =
  /\b(?:if|whether|when|where)\b[^.;]*\b(?:is|are) (?:available|installed|present|configured)\b|\blook for\b[^.;]*\b(?:available|installed)\b/i;

/** Whether the line shows what is right or wrong to write, as manuals do behind `✅` and `❌`. */
export function isJudgedThere({ text }: Document, { start }: Span): boolean {
  const line = text.slice(lineStart(text, start), lineEnd(text, start));
  return /^[ \t>]*(?:(?:[-*+]|\d{1,2}[.)])[ \t]+)?(?:\*\*)?(?:[✅❌✓✗✔✘👍👎]|Good:|Bad:)/u.test(line);
}

/** «`/a:plan` becomes `/a_plan`»: a line with both names tells of two things. A path beside a name tells whose it is. */
export function isBesideWord({ text }: Document, { start, end }: Span, word: string): boolean {
  const line = text.slice(lineStart(text, start), lineEnd(text, end));
  return line
    .replace(pathInLine, ' ')
    .split(/[^\w:-]+/)
    .includes(word);
}

const pathInLine = /[^\s`'"()[\]|]*\/[^\s`'"()[\]|]*(?:\/|\.md\b)[^\s`'"()[\]|]*/g;

/** Whether the words behind an opening fence tell of commands of a shell. */
export const isShell = (info: string): boolean => /^(?:bash|sh|shell|zsh|console)\b/i.test(info);

/** The matches of a pattern in the body that are text, in order. The pattern must be global. */
export function* proseMatches(document: Document, pattern: RegExp, inline = false): Generator<Match> {
  if (!document.body) return;
  // Sought in the body alone: front matter is another language.
  const { start: from, end: to } = document.body.span;
  for (const match of document.text.slice(from, to).matchAll(pattern)) {
    const start = from + match.index;
    const span = { start, end: start + match[0].length };
    if (!isShown(document, span, inline)) yield { span, groups: match };
  }
}

/** The matches of a pattern at the beginnings of lines that are text and whose first character, blanks aside, is one of the
 * marks, in order. The pattern must be sticky. To try it there alone takes a fraction of the time that seeking it takes, and
 * to ask what stands behind the mark a fraction of that. */
export function* lineMatches(
  document: Document,
  marks: string,
  pattern: RegExp,
  mayStandBehind: (next: string) => boolean = () => true,
): Generator<Match> {
  const { text, body } = document;
  let last = 0;
  for (const section of body?.sections ?? []) {
    for (const { at, mark, next } of beginnings(document, section)) {
      const start = section.start + at;
      if (start < last || !marks.includes(mark) || !mayStandBehind(next)) continue;
      pattern.lastIndex = start;
      const groups = pattern.exec(text);
      if (!groups) continue;
      last = start + groups[0].length;
      yield { span: { start, end: last }, groups };
    }
  }
}

/** Where a line begins, its first character that is no blank, `0` for every digit, and the one behind. */
export interface Beginning {
  readonly at: number;
  readonly mark: string;
  readonly next: string;
}

/** The lines of a section that are text and begin with anything but a letter. */
export const beginnings = perSection((text, { fences, comments }): readonly Beginning[] => {
  const isHidden = inOneOf([...fences.map(({ outer }) => outer), ...comments]);
  const found: Beginning[] = [];
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    let first = at;
    while (text[first] === ' ' || text[first] === '\t') first++;
    const mark = text[first];
    if (mark === undefined || mark === '\n' || mark === '\r' || (mark >= 'A' && mark <= 'z' && /[A-Za-z]/.test(mark)))
      continue;
    if (!isHidden(first))
      found.push({ at, mark: mark >= '0' && mark <= '9' ? '0' : mark, next: text[first + 1] ?? '' });
  }
  return found;
});

export interface Match {
  readonly span: Span;
  readonly groups: RegExpExecArray;
}

/** The code block that a place of the body stands in, with spans of the whole text. */
export function blockAt(document: Document, { start: at }: Span): Pick<Fence, 'info' | 'span'> | undefined {
  const section = sectionAt(document, at);
  const place = at - (section?.start ?? 0);
  const fence = section?.content.fences.find(({ span }) => span.start <= place && place < span.end);
  return fence && { info: shift(fence.info, section!.start), span: shift(fence.span, section!.start) };
}

/** Whether a place stands in a code block that shows a whole file, front matter and all: its names are those of the reader. */
export function isInSampleFile(document: Document, place: Span): boolean {
  const block = blockAt(document, place);
  return block !== undefined && showsFile(document, block);
}

/** Whether a code block shows a whole file. */
export const showsFile = ({ text }: Document, { span }: Pick<Fence, 'span'>): boolean =>
  /^\s*---\r?\n/.test(text.slice(span.start, span.start + 80));

/** Whether a code block of the body shows how an agent is written: the calls in its other blocks are those of the lesson. */
export const teachesAgents = (document: Document): boolean =>
  (document.body?.sections ?? []).some(section => teaches(document, section));

/** The same of one section. */
export const teaches = perSection((text, { fences }) =>
  fences.some(({ span }) => {
    const [keys] = /^\s*---\r?\n(?:.*\n)*?---\s/.exec(text.slice(span.start, span.end)) ?? [''];
    return ['name', 'description', '(?:tools|model)'].every(key => new RegExp(`^${key}:`, 'm').test(keys));
  }),
);
