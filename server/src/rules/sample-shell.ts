// Commands of a shell in a code block that lack one mark or word: a quote, the end of `$(` or `${`, or the last line of a here-document.
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { blockSlip } from './sample-blocks';
import { openIn, type Open } from './shell-reading';

/** What stands where, what belongs there, and which mark is open. */
export interface ShellSlip {
  readonly span: Span;
  readonly edit: Span;
  readonly instead: string;
  readonly open: string;
  /** The word that should stand behind a condition. */
  readonly wants?: string;
}

/** The first line that leaves a mark open which nothing closes, where one mark in it closes all. */
export function shellSlip(code: string, margin: number): ShellSlip | undefined {
  // Blocks in a block, what programs fill in, and what they answer below a prompt.
  if (/```|~~~|\{\{[#/~]|\{%|<%|^[ \t]*[$>%] /m.test(code)) return undefined;
  const open = openIn(code, margin);
  const [first] = open;
  if (!first) return nameSlip(code, margin) ?? blockSlip(code, margin);
  if (open.length === 1 && first.mark === '<<') return documentSlip(code, first);
  if (open.at(-1)!.mark === '<<') return endSlip(code, open.at(-1)!, margin);
  return open.some(({ mark }) => mark === '<<' || mark === '`') ? undefined : markSlip(code, margin);
}

function markSlip(code: string, margin: number): ShellSlip | undefined {
  for (let start = 0; start < code.length;) {
    const { end } = lineAt(code, start);
    const [first] = openIn(code.slice(0, end), margin);
    const line = code.slice(start, end).trimEnd();
    if (first && first.at >= start && isOpening(code, first)) {
      for (const { at, mark } of closings(line)) {
        const mended = line.slice(0, at) + mark + line.slice(at);
        const isWhole = openIn(mended, margin).length === 0;
        const place = start + at;
        if (isWhole && openIn(code.slice(0, place) + mark + code.slice(place), margin).length === 0)
          return {
            span: { start: start + line.length - line.trimStart().length, end: start + line.length },
            edit: { start: place, end: place },
            instead: mark,
            open: mark === ')' ? '$(' : mark === '}' ? '${' : mark,
          };
      }
    }
    start = end + 1;
  }
  return undefined;
}

/** A quote within a word is an apostrophe. */
const isOpening = (code: string, { mark, at }: Open): boolean =>
  mark === '(' || mark === '{' || !/[\w)\]}.,!?]/.test(code[at - 1] ?? ' ');

interface Closing {
  readonly at: number;
  readonly mark: string;
}

/** The marks that may be missing, and where: behind the command, at the end, or behind the name of a variable. */
function closings(line: string): Closing[] {
  const open = openIn(line, 0);
  const goesOn = /[ ]*\\$|[ ]+#[^"')]*$/.exec(line);
  const end = goesOn ? goesOn.index : line.length;
  const all: Closing[] = [];
  for (const { mark, at } of open) {
    if (mark === '"' || mark === "'") all.push({ at: end, mark });
    else if (mark === '{') all.push({ at: at + /^\$\{\w*/.exec(line.slice(at))![0].length, mark: '}' });
    else if (mark === '(') all.push(...[...commandEnds(line, at), end].map(each => ({ at: each, mark: ')' })));
  }
  return all;
}

/** Where a command in `$(` seems to end: behind `pwd`, before the quote that closes those around it, or before `; do`. */
function commandEnds(line: string, at: number): number[] {
  const folder = /^\$\((?:pwd(?=[/:"])|[^"'()]*[ ]--[a-z-]+(?=\/))/.exec(line.slice(at));
  if (folder) return [at + folder[0].length];
  const isQuoted = openIn(line.slice(0, at), 0).at(-1)?.mark === '"';
  return [...line.slice(at).matchAll(isQuoted ? /(?<=[^\s=])"/g : /(?=; *(?:do|then|fi)\b)/g)]
    .map(({ index }) => at + index)
    .filter(each => openIn(line.slice(0, each), 0).at(-1)?.at === at);
}

/** `"${NAME"`: behind a name such a mark can be no part of what stands in the braces. */
function nameSlip(code: string, margin: number): ShellSlip | undefined {
  for (const { index, 0: all } of code.matchAll(/\$\{[A-Za-z_]\w*(?=["';)]|[ ]*\r?$)/gm)) {
    const line = lineAt(code, index);
    const before = code.slice(line.start, index);
    const inside = openIn(code.slice(0, index), margin).at(-1)?.mark;
    if (/(?:^|\s)#/.test(before) || inside === "'" || inside === '<<' || inside === '`') continue;
    const at = index + all.length;
    return {
      span: {
        start: line.start + before.length - before.trimStart().length,
        end: line.start + code.slice(line.start, line.end).trimEnd().length,
      },
      edit: { start: at, end: at },
      instead: '}',
      open: '${',
    };
  }
  return undefined;
}

/** A here-document in a command that goes on behind it. */
function endSlip(code: string, open: Open, margin: number): ShellSlip | undefined {
  const slip = documentSlip(code, open);
  if (!slip || slip.instead !== open.word) return undefined;
  const { start, end } = slip.edit;
  return openIn(code.slice(0, start) + slip.instead + code.slice(end), margin).length === 0 ? slip : undefined;
}

/** A here-document goes to the end where no line holds its word alone. */
function documentSlip(code: string, { at, word = '' }: Open): ShellSlip | undefined {
  const { end } = lineAt(code, at);
  const below = code.slice(end);
  if (below.trim() === '') return undefined;
  const nearly = new RegExp(`^[ \\t]*${word}[;. \\t]*\\r?$`, 'gim');
  const odd = [...below.matchAll(nearly)].at(-1);
  if (odd) {
    const start = end + odd.index;
    const span = { start, end: start + odd[0].trimEnd().length };
    return { span, edit: { start, end: start + odd[0].replace(/\r$/, '').length }, instead: word, open: `<<${word}` };
  }
  const last = code.trimEnd().length;
  return {
    span: { start: at, end: end - (code[end - 1] === '\r' ? 1 : 0) },
    edit: { start: last, end: last },
    instead: `\n${word}`,
    open: `<<${word}`,
  };
}
