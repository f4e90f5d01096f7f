// Which `**` of a block has no partner, and where its partner belongs.
import type { Span } from '../syntax/span';

export interface Bold {
  readonly wrong: 'open' | 'close' | 'single' | 'blank';
  readonly span: Span;
  /** Where the other two stars may belong, the likeliest first, where they are missing. */
  readonly places: readonly number[];
}

/** Whether the marks of each line stand in pairs, each at its word, as nearly all do: then no block holds a wrong one. */
export function areInOrder(text: string): boolean {
  let opened = -1;
  for (let at = text.indexOf('**'); at >= 0; at = text.indexOf('**', at + 2)) {
    if (opened >= 0 && text.slice(opened, at).includes('\n')) return false;
    const { opens, closes } = markAt(text, at);
    if (!(opened < 0 ? opens : closes)) return false;
    opened = opened < 0 ? at : -1;
  }
  return opened < 0;
}

interface Mark {
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Globs, powers, rules of stars, arguments of Python, and stars that somebody wrote to be shown. */
const otherStars = new RegExp(
  [
    /\*{3}|\\\*|\*\*[/\\]|(?<![a-z)]{2})\*\*[.,;]|\*\*\.\w|[\\.]\*\*(?![\s:]|$)|\w\/\*\*|\/\*\*(?![\s:]|$)|\w\*\*\w|["'(]\*\*["')]|\$\{|_\*|\*_/,
    // Stars that tell how sure a figure is.
    /^\*\* ?p ?[<=>≤]/,
    /\*\*(?:kwargs|args|options|params|defaults|fields)\b|\*\*\w+\(|[(,] ?\*\*\w+[,)=]/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Stars that lead to a note below: behind a figure, a tick or a parenthesis that is all of a cell, or at the end of a quoted figure. */
const isNote = /^(?:[-–+<>≤≥~$€£]? ?[\d.,]+ ?%?|[✓✔✗✘☑✅❌]\uFE0F?|\([^()\n]*\))\*\*$|["“][^"“”\n]*\d[^"“”\n]*\*\*["”]/;

/** The first mark of a block that is wrong; undefined where all are in order, or where stars may mean something else. */
export function boldIn(text: string, { start, end }: Span): Bold | undefined {
  const block = text.slice(start, end);
  const marks = [...block.matchAll(/\*\*/g)].map(({ index }) => markAt(block, index));
  const found =
    marks.length % 2 === 1
      ? lone(block, marks, / \*\*[^*\n]+:\*\*|^[-*+\d. \t]*\*\*[^*\n]+:\*\*/m.test(text))
      : apart(block, marks);
  if (!found || otherStars.test(block) || isNote.test(block)) return undefined;
  return {
    wrong: found.wrong,
    places: found.places.map(at => start + at),
    span: { start: start + found.span.start, end: start + found.span.end },
  };
}

function markAt(block: string, at: number): Mark {
  const before = block[at - 1] ?? ' ';
  const after = block[at + 2] ?? ' ';
  const opens =
    (isBlank(before) || `([{"'“‘>:/—–-`.includes(before)) && !isBlank(after) && !'.,;:!?)]}'.includes(after);
  const closes =
    !isBlank(before) && !'([{'.includes(before) && (isBlank(after) || `.,;:!?)]}"'”’</—–-`.includes(after));
  return { at, opens, closes };
}

const isBlank = (character: string): boolean => character === ' ' || character.trim() === '';

function lone(block: string, marks: readonly Mark[], colonInside: boolean): Bold | undefined {
  if (marks.some(({ opens, closes }) => opens === closes)) return undefined;
  let open: Mark | undefined;
  for (const mark of marks) {
    if (mark.opens && open) return unclosed(block, open, mark.at, colonInside);
    if (mark.closes && !open) return unopened(block, mark, marks[marks.indexOf(mark) - 1]);
    open = mark.opens ? mark : undefined;
  }
  return open && unclosed(block, open, block.length, colonInside);
}

const of = (wrong: Bold['wrong'], start: number, length: number, places: readonly number[] = []): Bold => ({
  wrong,
  span: { start, end: start + length },
  places,
});

const singles = (block: string): number[] => [...block.matchAll(/(?<!\*)\*(?!\*)/g)].map(({ index }) => index);

function unclosed(block: string, { at }: Mark, limit: number, colonInside: boolean): Bold | undefined {
  const lines = /^[^\n_*`]*[^\s_*`](__)(?![\w_])/.exec(block.slice(at + 2, limit));
  if (lines) return of('single', at + lines[0].length, 2);
  const stars = singles(block);
  if (stars.length > 0) {
    const [star] = stars;
    const isEnd =
      stars.length === 1 &&
      star! > at &&
      star! < limit &&
      /\S/.test(block[star! - 1]!) &&
      !/^\w/.test(block.slice(star! + 1));
    return isEnd ? of('single', star!, 1) : undefined;
  }
  const rest = block
    .slice(at + 2, limit)
    .split('\n', 1)[0]!
    .trimEnd();
  const lengths = [...new Set(lengthsOf(rest, at === 0, colonInside))].filter(length => length > 0);
  return lengths.length > 0
    ? of(
        'open',
        at,
        2,
        lengths.map(length => at + 2 + length),
      )
    : undefined;
}

/** How far the stressed words may go: a label up to its colon or dash, a sentence, a whole line, or a word. */
function lengthsOf(rest: string, isFirst: boolean, colonInside: boolean): number[] {
  const label = /^[^\n:.!?]{1,60}?(?=:(?:\s|$)|\s+[-–—]\s|\s+\()/.exec(rest)?.[0].length;
  const sentence = /^[^\n]*?[.!?](?=\s|$)/.exec(rest)?.[0].length ?? rest.length;
  const word = /^[^\s.,;:!?()]+/.exec(rest)?.[0].length ?? 0;
  if (label === undefined) return isFirst ? [sentence, rest.length, word] : [word, rest.length];
  if (rest[label] !== ':') return [label, word, rest.length];
  return colonInside ? [label + 1, label] : [label, label + 1];
}

function unopened(block: string, { at }: Mark, before: Mark | undefined): Bold | undefined {
  const from = before ? before.at + 2 : 0;
  const lines = /(?<![\w_])__(?=[^\s_*`][^_*`\n]*$)/.exec(block.slice(from, at));
  if (lines) return of('single', from + lines.index, 2);
  const stars = singles(block);
  if (stars.length > 0) {
    const [star] = stars;
    const isStart =
      stars.length === 1 &&
      star! >= from &&
      star! < at &&
      /\S/.test(block[star! + 1]!) &&
      !/\w$/.test(block.slice(0, star));
    return isStart ? of('single', star!, 1) : undefined;
  }
  const written = block.slice(from, at);
  // What begins the block is a label or a sentence; further in, and before a comma, it is a word.
  const isWhole = !before && block[at + 2] !== ',' && !/[.!?]\s/.test(written) && !written.includes('\n');
  const word = /[^\s.,;:!?()]+[.:!?]?$/.exec(written)?.[0].length ?? 0;
  const sentence = /(?<=[.!?]\s+)[^.!?]+[.:!?]?$/.exec(written)?.[0].length ?? 0;
  const lengths = [...new Set(isWhole ? [written.length, word] : [word, sentence])].filter(length => length > 0);
  return lengths.length > 0
    ? of(
        'close',
        at,
        2,
        lengths.map(length => at - length),
      )
    : undefined;
}

/** Pairs of which one mark stands apart from its word. */
function apart(block: string, marks: readonly Mark[]): Bold | undefined {
  if (block.includes('\n') && marks.length > 2) return undefined;
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const [first, last] = [marks[index]!, marks[index + 1]!];
    if (first.opens && last.closes) continue;
    const inside = block.slice(first.at + 2, last.at);
    const leads = /^[ \t]+(?=\S)/.exec(inside)?.[0].length ?? 0;
    const trails = /(?<=\S)[ \t]+$/.exec(inside)?.[0].length ?? 0;
    const isFree = /^[\s([]?$/.test(block.slice(Math.max(0, first.at - 1), first.at));
    if (last.closes && leads > 0 && trails === 0 && isFree) return of('blank', first.at + 2, leads);
    const isEnd = /^[\s.,;:!?)\]]?$/.test(block.slice(last.at + 2, last.at + 3));
    if (first.opens && trails > 0 && leads === 0 && isEnd) return of('blank', last.at - trails, trails);
    return undefined;
  }
  return undefined;
}
