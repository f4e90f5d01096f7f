// Brings front matter that stands further down to the first line.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { lineBreak } from './edits';
import { say, type Edit, type Fix } from './rule';

/** `textAbove`: something worth keeping stands above it and moves under it. */
export function fromTop({ uri, text }: Document, textAbove: boolean): Fix[] {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const found = /^([ \t]*)-{3,}[ \t]*\r?$/m.exec(text.slice(begin));
  if (!found) return [];
  const open = begin + found.index;
  const indent = found[1] ?? '';
  const title = say('Move the front matter to the first line');
  const above = { uri, span: { start: begin, end: open }, text: '' };
  if (indent !== '') {
    // An edit of nothing and one of the blanks behind it would begin at one place, and so undo each other.
    const edits = [...(open > begin ? [above] : []), ...unindented(uri, text, open, indent)];
    return [{ title, edits, safe: true, preferred: true }];
  }
  if (!textAbove) return [{ title, edits: [above], safe: true, preferred: true }];
  const end = afterClose(text, open);
  if (end === undefined) return [];
  const before = text.slice(begin, open);
  const wrapper = wrapperEnd(text, before, end);
  if (wrapper) {
    const below = { uri, span: wrapper, text: '' };
    return [{ title: say('Take the code block off the file'), edits: [above, below], safe: false, preferred: true }];
  }
  // YAML that was put in a code block for people to read: the block's own fences go.
  const inCode = /^\s*(`{3,}|~{3,})[^\n]*\n\s*$/.test(before);
  const closing = inCode ? /^(`{3,}|~{3,})[ \t]*(\r?\n|$)/.exec(text.slice(end)) : null;
  const below: Edit = closing
    ? { uri, span: { start: end, end: end + closing[0].length }, text: '' }
    : { uri, span: { start: end, end }, text: endsLine(text, end) ? before : `${lineBreak(text)}${before}` };
  return [{ title, edits: [above, below], safe: false, preferred: true }];
}

/** The last line of a file that stands in a code block as a whole, as assistants answer with one. */
function wrapperEnd(text: string, before: string, end: number): Span | undefined {
  const marks = /^\s*(`{3,}|~{3,})[ \t]*(?:markdown|md)?[ \t]*\r?\n\s*$/i.exec(before)?.[1];
  // Marks right below the front matter close a block that holds it alone.
  const isAlone = /^\s*(?:`{3,}|~{3,})[ \t]*(?:\r?\n|$)/.test(text.slice(end));
  const last = marks === undefined || isAlone ? null : /(?<=\n)(`{3,}|~{3,})\s*$/.exec(text.slice(end));
  // The blocks within are then whole without it; else it closes one of them.
  if (!last || last[1] !== marks || !isWhole(text.slice(end, end + last.index))) return undefined;
  return { start: end + last.index, end: text.length };
}

/** Whether every code block that begins in a text ends there. */
function isWhole(text: string): boolean {
  let open: string | undefined;
  for (const line of text.split('\n')) {
    const [, marks, words = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (marks === undefined) continue;
    if (open === undefined) open = marks;
    else if (marks.startsWith(open) && words.trim() === '') open = undefined;
  }
  return open === undefined;
}

/** Takes the indentation of the opening fence from the front matter where all its lines have it, and from the body in the same
 * way; else from the fence alone. What only some lines have means something. */
function unindented(uri: string, text: string, open: number, indent: string): Edit[] {
  const end = indentedEnd(text, open);
  const fence = { start: open, end: open + indent.length };
  const spans =
    end === undefined || !allHave(text, open, end, indent)
      ? [fence]
      : [open, end].flatMap((start, part) => {
          const stop = part === 0 ? end : text.length;
          return allHave(text, start, stop, indent) ? leads(text, start, stop, indent.length) : [];
        });
  return spans.map(span => ({ uri, span, text: '' }));
}

/** Where the line after a closing fence begins, which may be indented too. */
function indentedEnd(text: string, open: number): number | undefined {
  const first = text.indexOf('\n', open);
  const close = first < 0 ? null : /^[ \t]*-{3,}[ \t]*(\r?\n|$)/m.exec(text.slice(first + 1));
  return close ? first + 1 + close.index + close[0].length : undefined;
}

const allHave = (text: string, start: number, end: number, indent: string): boolean =>
  text
    .slice(start, end)
    .split('\n')
    .every(line => line.trim() === '' || line.startsWith(indent));

/** The first so many characters of each line that is not blank. */
function leads(text: string, start: number, end: number, length: number): Span[] {
  const spans: Span[] = [];
  for (let at = start; at < end;) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? end : next;
    const lead = Math.min(at + length, stop);
    if (text.slice(at, lead).trim() === '' && lead > at) spans.push({ start: at, end: lead });
    at = stop + 1;
  }
  return spans;
}

/** Where the line after the closing fence begins. */
function afterClose(text: string, open: number): number | undefined {
  const first = text.indexOf('\n', open);
  const close = first < 0 ? null : /^-{3,}[ \t]*(\r?\n|$)/m.exec(text.slice(first + 1));
  return close ? first + 1 + close.index + close[0].length : undefined;
}

const endsLine = (text: string, at: number): boolean => at > 0 && text[at - 1] === '\n';
