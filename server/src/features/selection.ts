// What is selected step by step around an offset: a word, what it stands in, and so on up to the whole file.
import type { Section } from '../syntax/body';
import type { Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import { covers, shift, type Span } from '../syntax/span';
import { headedSections, lineAt, trimmed, within, withoutBreak, type HeadedSection } from './sections';

/** For each offset the spans around it, never none: every span holds the offset and the span before it, and more. */
export function selections(document: Document, offsets: readonly number[]): Span[][] {
  const { text, body } = document;
  const whole: Span = { start: 0, end: text.length };
  const headed = body ? headedSections(text, body) : [];
  return offsets.map(offset => {
    const at = Math.max(0, Math.min(offset, text.length));
    return growing([word(text, at), ...around(document, headed, at), whole], at);
  });
}

/** From the smallest on, each span that holds the one before; what crosses it is left out. */
function growing(spans: readonly Span[], at: number): Span[] {
  const size = ({ start, end }: Span): number => end - start;
  const sorted = spans.filter(span => size(span) > 0 && covers(span, at)).sort((a, b) => size(a) - size(b));
  const chain: Span[] = [];
  for (const span of sorted) {
    const last = chain.at(-1);
    if (!last || (size(span) > size(last) && span.start <= last.start && last.end <= span.end)) chain.push(span);
  }
  return chain.length > 0 ? chain : [{ start: at, end: at }];
}

/** The word at an offset; names such as `code-reviewer` are one. Empty where there is none. */
function word(text: string, at: number): Span {
  let start = at;
  let end = at;
  while (start > 0 && isWord(text, start - 1)) start--;
  while (end < text.length && isWord(text, end)) end++;
  while (start < end && text[start] === '-') start++;
  while (start < end && text[end - 1] === '-') end--;
  return { start, end };
}

/** Halves of characters beyond U+FFFF count as letters, so that none is cut in two. */
function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return wordAscii.test(text[at]!);
  return (code >= 0xd800 && code <= 0xdfff) || wordBeyond.test(text[at]!);
}

const wordAscii = /[\w-]/;
const wordBeyond = /[\p{L}\p{M}\p{N}]/u;

/** Whatever may be selected around the offset, in any order. */
function around(document: Document, headed: readonly HeadedSection[], at: number): Span[] {
  const { text, frontMatter, body, data } = document;
  const found: Span[] = [];
  if (!body) {
    if (data) addData(text, data, at, found);
    return found;
  }
  if (frontMatter && covers(frontMatter.outer, at)) {
    const inEntry = data !== undefined && addData(text, data, at, found);
    if (!inEntry) found.push(content(text, lineAt(text, at)));
    for (const { start, end } of document.parts) found.push({ start, end });
    return [...found, reaching(text, frontMatter.outer, at)];
  }
  const section = body.sections.filter(({ start }) => start <= at).at(-1);
  if (section) addSection(text, section, at, found);
  for (const { span } of headed) if (covers(span, at)) found.push(reaching(text, span, at));
  return [...found, reaching(text, body.span, at)];
}

/** Adds the parts of the tree around the offset; whether it is in any entry or item. */
function addData(text: string, data: Data, at: number, found: Span[]): boolean {
  switch (data.is) {
    case 'scalar':
      if (covers(data.outer, at)) found.push(data.span, data.outer, within(data.span, content(text, lineAt(text, at))));
      return false;
    case 'list': {
      const item = data.items.find(each => each.value && covers(each.span, at));
      found.push(data.span, ...(item ? [item.span] : []));
      if (item?.value) addData(text, item.value, at, found);
      return item !== undefined;
    }
    case 'map': {
      const entry = data.entries.find(each => covers(each.span, at));
      // That of front matter ends with its last line break.
      found.push(reaching(text, data.span, at));
      if (!entry) return false;
      found.push(entry.span, entry.key.span, entry.key.outer);
      if (entry.value) addData(text, entry.value, at, found);
      return true;
    }
    default:
      return data satisfies never;
  }
}

/** Adds what one section of the body holds around the offset, from words to blocks. */
function addSection(text: string, { start, end, content: held }: Section, at: number, found: Span[]): void {
  const add = (span: Span): void => {
    if (covers(span, at - start)) found.push(shift(span, start));
  };
  for (const { span, outer } of held.codes) [span, outer].forEach(add);
  for (const link of held.links) [link.text, link.target, link.outer].forEach(add);
  for (const { span } of held.headings) add(span);
  for (const { header, rows } of held.tables) for (const row of [header, ...rows]) row.forEach(add);
  for (const { span, outer } of held.fences) {
    add(outer);
    found.push(withoutBreak(text, shift(span, start)));
  }
  held.comments.forEach(add);
  const line = content(text, lineAt(text, at));
  if (line.start < line.end) addLines(text, { start, end }, held, line, found);
}

/** Adds the line, the lines next to it up to a blank one or another block, and the lines of the block it is part of. */
function addLines(text: string, section: Span, held: Section['content'], line: Span, found: Span[]): void {
  found.push(line);
  let room: Span | undefined = section;
  const limit = (outer: Span, inner: Span | undefined): void => {
    const block = { start: lineStart(text, outer.start), end: outer.end };
    if (block.end <= line.start) room = room && { start: Math.max(room.start, block.end), end: room.end };
    else if (block.start >= line.end) room = room && { start: room.start, end: Math.min(room.end, block.start) };
    else {
      found.push(content(text, block));
      room = inner && inner.start <= line.start && line.end <= inner.end ? inner : undefined;
    }
  };
  const moved = (span: Span): Span => shift(span, section.start);
  for (const { outer } of held.headings) limit(moved(outer), undefined);
  for (const { outer } of held.tables) limit(moved(outer), undefined);
  for (const { outer, span } of held.fences) limit(moved(outer), moved(span));
  for (const comment of held.comments.map(moved))
    if (text.slice(comment.start, comment.end).includes('\n')) limit(comment, comment);
  if (room) found.push(content(text, paragraph(text, room, line)));
}

/** The lines around a line that are not blank. */
function paragraph(text: string, room: Span, line: Span): Span {
  let { start, end } = lineAt(text, line.start);
  while (start > room.start) {
    const before = lineAt(text, start - 1);
    if (before.start < room.start || isBlank(text, before)) break;
    start = before.start;
  }
  for (let next = text.indexOf('\n', end) + 1; next > 0 && next < room.end; next = text.indexOf('\n', end) + 1) {
    const after = lineAt(text, next);
    if (isBlank(text, after)) break;
    end = after.end;
  }
  return { start, end };
}

const isBlank = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === '';

/** The span without white space at its ends. */
function content(text: string, span: Span): Span {
  const { end } = trimmed(text, span);
  let { start } = span;
  while (start < end && ' \t\r\n'.includes(text[start]!)) start++;
  return { start, end };
}

/** The span without the white space at its end, unless the offset is there. */
function reaching(text: string, span: Span, at: number): Span {
  const inner = trimmed(text, span);
  return covers(inner, at) ? inner : span;
}
