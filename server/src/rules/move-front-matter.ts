// Brings front matter that stands further down to the first line.
import type { Document } from '../syntax/document';
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
  if (indent !== '')
    return [{ title, edits: [above, ...unindented(uri, text, open, indent)], safe: true, preferred: true }];
  if (!textAbove) return [{ title, edits: [above], safe: true, preferred: true }];
  const end = afterClose(text, open);
  if (end === undefined) return [];
  const before = text.slice(begin, open);
  // YAML that was put in a code block for people to read: the block's own fences go.
  const inCode = /^\s*(`{3,}|~{3,})[^\n]*\n\s*$/.test(before);
  const closing = inCode ? /^(`{3,}|~{3,})[ \t]*(\r?\n|$)/.exec(text.slice(end)) : null;
  const below: Edit = closing
    ? { uri, span: { start: end, end: end + closing[0].length }, text: '' }
    : { uri, span: { start: end, end }, text: endsLine(text, end) ? before : `${lineBreak(text)}${before}` };
  return [{ title, edits: [above, below], safe: false, preferred: true }];
}

/** Takes the indentation of the opening fence from each line that has it. */
function unindented(uri: string, text: string, open: number, indent: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = open; at < text.length;) {
    if (text.startsWith(indent, at)) edits.push({ uri, span: { start: at, end: at + indent.length }, text: '' });
    const next = text.indexOf('\n', at);
    if (next < 0) break;
    at = next + 1;
  }
  return edits;
}

/** Where the line after the closing fence begins. */
function afterClose(text: string, open: number): number | undefined {
  const first = text.indexOf('\n', open);
  const close = first < 0 ? null : /^-{3,}[ \t]*(\r?\n|$)/m.exec(text.slice(first + 1));
  return close ? first + 1 + close.index + close[0].length : undefined;
}

const endsLine = (text: string, at: number): boolean => at > 0 && text[at - 1] === '\n';
