// Which backtick of a block has no partner, and where its partner belongs.
import { lineEnd, lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';

export interface LoneCode {
  readonly at: number;
  /** Whether it opens code: what is missing stands behind it. */
  readonly opens: boolean;
  /** Where the other one may belong, the likeliest first; `instead`: of the mark that stands there. */
  readonly places: readonly { readonly at: number; readonly instead?: true }[];
}

/** Backticks that are shown, those of programs, code that holds such, and text of programs. */
const otherMarks = /``|\\`|\$\{|` : |!`(?![^`\n]*`)|\s=[ \t]*`|^\W*`\W*$/;

/** A face between parentheses, such as (`д´): no word, and a sign of another script. */
const face = /[(（](?=[^()（）]*\P{ASCII})[^()（）`\w]*`[^()（）`\w]*[)）]/u;

/** The one backtick of a block with an odd number of them that has no partner, seen from which side of each a word stands on. */
export function loneCode(text: string, { start, end }: Span): LoneCode | undefined {
  const block = text.slice(start, end);
  const marks = [...block.matchAll(/`/g)].map(({ index }) => index);
  if (marks.length % 2 === 0 || otherMarks.test(block) || face.test(block)) return undefined;
  // A bar in code parts it for the table; that is another slip.
  const row = text.slice(lineStart(text, start), lineEnd(text, start));
  if (/^[ \t]*\|/.test(row) && row.split('`').length % 2 === 1) return undefined;
  // Code may go over the end of a line, past what only looks like a tag.
  if (
    /^[ \t]*</.test(row) ||
    /^\r?\n[ \t]*<(?!\/?[a-z][\w-]*>[ \t]*(?:\r?\n|$))/.test(text.slice(lineEnd(text, end), end + 120))
  )
    return undefined;
  const found = alone(marks.map(at => sideOf(block, at)));
  if (found === undefined) return undefined;
  const [at, opens] = [marks[found]!, sideOf(block, marks[found]!) === 'opens'];
  const places = opens
    ? behind(
        block
          .slice(at + 1, marks[found + 1])
          .split('\n', 1)[0]!
          .slice(0, longest),
      ).map(each => ({
        ...each,
        at: start + at + 1 + each.at,
      }))
    : before(block.slice(found > 0 ? marks[found - 1]! + 1 : 0, at)).map(each => ({
        ...each,
        at: start + at - each.at,
      }));
  return places.length > 0 ? { at: start + at, opens, places } : undefined;
}

/** Code within a line is no longer than this. */
const longest = 300;

type Side = 'opens' | 'closes' | 'either';

function sideOf(block: string, at: number): Side {
  const left = block[at - 1] ?? ' ';
  const right = block[at + 1] ?? ' ';
  const opens = /[\s([{|*"'“‘’>/,=:—–-]/.test(left) && /\S/.test(right);
  const closes = /[^\s([{]/.test(left) && /[\s.,;:!?)\]}|*"'”’/<—–-]/.test(right);
  return opens === closes ? 'either' : opens ? 'opens' : 'closes';
}

/** The mark without which all others pair: of those that open the first, of those that close the last. */
function alone(sides: readonly Side[]): number | undefined {
  const found = [...sides.keys()].filter(lone => {
    const others = sides.filter((_, index) => index !== lone);
    return others.every((side, index) => side !== (index % 2 === 0 ? 'closes' : 'opens'));
  });
  const opening = found.filter(index => sides[index] === 'opens');
  const closing = found.filter(index => sides[index] === 'closes');
  if (found.length === opening.length) return opening[0];
  return found.length === closing.length ? closing.at(-1) : undefined;
}

/** Code up to a quote that nothing opens. */
const quoteBehind = /^((?:[^`'"´’]|"[^"`]*"|'[^'`]*')*?[^\s`'"´’]|[^`'"´’]*"[^"`]*")['"´’](?=$|[\s.,;:!?)\]}|*/]|'s)/;
/** Words that stand behind a name in code. */
const follow =
  /to|and|or|for|in|is|are|if|with|when|from|on|that|tool|block|file|flag|skill|agent|command|syntax|again/;
const phraseBehind = new RegExp(
  `${/^[^`,;|]*?[^\s`,;:|.]/.source}(?=[,;|]|[.:](?:\\s|$)|[ \\t]+(?:[-–—→(]|->|(?:${follow.source})\\b))`,
);

/** How far code may go: a word, or a phrase, or all there is. */
function behind(rest: string): LoneCode['places'] {
  const quote = quoteBehind.exec(rest)?.[1];
  if (quote !== undefined) return [{ at: quote.length, instead: true }];
  const word = /^[^\s`,;()|*]+(?:\([^()`]*\))?/.exec(rest)?.[0].replace(/[.:!?]+$/, '') ?? '';
  const phrase = phraseBehind.exec(rest)?.[0] ?? '';
  const sentence = /^[^`]*?(?=[.!?](?:\s|$))/.exec(rest)?.[0] ?? '';
  const all = rest.trimEnd().replace(/[.:,;*]+$/, '');
  return lengthsOf(word, phrase, sentence, all);
}

/** How far before its end code may begin: a word, two or three, or what stands behind the last mark of the sentence. */
function before(text: string): LoneCode['places'] {
  const rest = text.slice(text.lastIndexOf('\n') + 1).slice(-longest);
  const quote = /(?<=^|[\s([{|*])['"´‘]([^`'"´’\s][^`'"´’]*)$/.exec(rest);
  if (quote) return [{ at: quote[0].length, instead: true }];
  const word = /(?:[\w./-]+\([^()`]*\)|[^\s`,;()|*]+)$/.exec(rest)?.[0] ?? '';
  const words = [1, 2].map(
    more => new RegExp(`(?:[^\\s\`,;()|*]+[ \\t]+){${more}}[^\\s\`,;()|*]+$`).exec(rest)?.[0] ?? '',
  );
  const phrase = /(?<=(?:^|[,;:(|]|[.!?]\s|[–—]\s)\s*)[^\s`,;|](?:[^`,;|(]|\([^()`]*\))*$/.exec(rest)?.[0] ?? '';
  return lengthsOf(word, ...words, phrase, rest.trimStart());
}

const lengthsOf = (...codes: readonly string[]): LoneCode['places'] =>
  [...new Set(codes.map(({ length }) => length))].filter(length => length > 0).map(at => ({ at }));
