// How values of front matter are mended whose quotes, escapes or block marks are not YAML.
import { meantBlockMarks } from '../syntax/block-mark';
import type { Document } from '../syntax/document';
import { changesTo, lineBreak, onlyFirst, second } from './edits';
import { firstWords } from './first-words';
import { lineEnd, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { say, type Fix, type Message } from './rule';
import { fix, insert, replace, type Place } from './yaml-place';

/** Only what stands on one line clearly ends there. */
export function closing(place: Place, title: Message, mark: string, at: number): Fix {
  const made = fix(place, title, [insert(place.document, at, mark)]);
  return place.part.content.text.includes('\n') ? { ...made, safe: false } : made;
}

/** In brackets a quote is closed at the end of its item, else at that of the line. */
export function quoteEnd(place: Place): Fix {
  const { document, problem, part } = place;
  const { start } = problem.span;
  const title = say('Close the quote');
  const mark = problem.args[0] ?? '"';
  const head = document.text.slice(part.start, start);
  const end = lineEnd(document.text, start);
  if (!/^[^"'\n]*:[ \t]*\[/.test(head)) return closing(place, title, mark, end);
  const item = /^[^,\]]*/.exec(document.text.slice(start + 1, end))![0].trimEnd();
  const stop = start + 1 + item.length;
  const other = mark === '"' ? "'" : '"';
  if (!item.endsWith(other)) return closing(place, title, mark, stop);
  return fix(place, say('Change to `{0}`', mark), [replace(document, { start: stop - 1, end: stop }, mark)]);
}

/** In single quotes a backslash is a backslash; where the text has an apostrophe, two of them are one. */
export function unescaped(place: Place): Fix[] {
  const { document, problem } = place;
  const whole = doubleQuoted(place);
  if (!whole) return [];
  const raw = document.text.slice(whole.start + 1, whole.end - 1);
  const isPath = /\b[A-Za-z]:\\/.test(raw);
  const twice = raw.replace(/\\(.)/gs, (escape, next: string) =>
    '\\"'.includes(next) || (!isPath && '0abtnvfre N_LPxuU/\n'.includes(next)) ? escape : `\\\\${next}`,
  );
  const doubled = fix(place, say('Write two backslashes'), [replace(document, whole, `"${twice}"`)]);
  if (/['"\n]/.test(raw) || problem.args.length === 0) return [doubled];
  return [fix(place, say('Use single quotes'), [replace(document, whole, `'${raw}'`)]), second(doubled)];
}

/** The text in double quotes around the problem. */
function doubleQuoted({ problem, part }: Place): Span | undefined {
  for (const { index, 0: found } of part.content.text.matchAll(/"(?:[^"\\]|\\.)*"/gs)) {
    const start = part.start + index;
    const end = start + found.length;
    if (start < problem.span.start && problem.span.start < end) return { start, end };
  }
  return undefined;
}

/** The text on the line of `|` or `>` goes below it, or its mark goes where nothing stands below. */
export function blockHeader(place: Place): Fix[] {
  const { document, problem, part } = place;
  const { text } = document;
  const { span, args } = problem;
  const [header = '>', rest = ''] = args;
  const start = text.lastIndexOf(header, span.start - 1);
  if (/^[|>+-]+$/.test(rest)) {
    const meant = `${header[0]!}${/[-+]/.exec(header + rest)?.[0] ?? ''}`;
    return [fix(place, say('Change to `{0}`', meant), [replace(document, { start, end: span.end }, meant)])];
  }
  const below = text.slice(span.end, part.end);
  const indent = /\n([ ]+)\S/.exec(below)?.[1] ?? '  ';
  const gap = { start: start + header.length, end: span.start };
  const moved = fix(place, say('Move it to the next line, indented'), [
    replace(document, gap, `${lineBreak(text)}${indent}`),
  ]);
  const bare = fix(place, say('Remove `{0}`', header), [replace(document, { start, end: span.start }, '')]);
  const removed = fix(place, say('Remove `{0}`', rest), [replace(document, { start: gap.start, end: span.end }, '')]);
  const fixes = below.trim() === '' ? [bare, moved] : [moved, removed];
  return fixes.map(each => ({ ...each, safe: false })).map(onlyFirst);
}

/** `name: -`: what the key must say, or no key. Without its tools an agent has all of them, so that is for people to decide. */
export function loneDash(place: Place): Fix[] {
  const { document, problem, part } = place;
  const { uri, text } = document;
  const entry = part.entries[0];
  if (!entry || text.slice(problem.span.start, problem.span.end) !== '-' || entry.colon === undefined) return [];
  const key = entry.key.text;
  const words = firstWords(document, key, problem.span);
  if (words.length > 0) return words;
  const span = { start: part.start, end: nextLine(text, problem.span.end) };
  return [{ title: say('Remove `{0}`', key), edits: [{ uri, span, text: '' }], safe: false }];
}

/** `|` or `>` in place of another mark. */
export const blockMarks = (document: Document, span: Span, mark: string): Fix[] =>
  changesTo(document, span, meantBlockMarks(mark));
