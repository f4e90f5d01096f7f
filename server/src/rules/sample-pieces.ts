// YAML in a code block, cut into pieces that can be read each by itself: each key with a value, below the keys that lead to it.

/** A piece; what leads to it, the keys that it stands below, is part of its text but not of its place. */
export interface Piece {
  /** Where its text would begin if what leads to it stood right before it. */
  readonly start: number;
  readonly text: string;
  /** How much of its text leads to it. */
  readonly head: number;
}

/** The pieces that hold some places. A wrong line spoils its own piece alone, and a short piece is read soon. */
export const piecesOf = (block: string, places: readonly number[]): Piece[] =>
  documentsIn(block).flatMap(piece => cut(piece, places));

/** What stands between lines of `---`. */
function documentsIn(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const { index, 0: line } of text.matchAll(/^---[ \t]*(?:\r?\n|$)/gm)) {
    found.push({ start, text: text.slice(start, index), head: 0 });
    start = index + line.length;
  }
  return [...found, { start, text: text.slice(start), head: 0 }].filter(each => each.text.trim() !== '');
}

const firstLine = /^[ ]*(?=[^\s#])/m;
const keyAlone = /^[ ]*["']?[A-Za-z_/][^\s"'#]*["']?:[ ]*\r?\n/;

function cut(piece: Piece, places: readonly number[]): Piece[] {
  const { start, text, head } = piece;
  if (!places.some(at => at >= start + head && at <= start + text.length)) return [];
  const own = text.slice(head);
  const first = firstLine.exec(own);
  // What is deeper than any sample is not cut further.
  if (!first || first[0].length > deepest) return [piece];
  const begins = [...own.matchAll(beginning(first[0]))].map(({ index }) => index);
  // Lines of a text in quotes may look like keys.
  if (begins[0] !== first.index) return [piece];
  if (begins.length > 1)
    return begins.flatMap((from, at) =>
      cut(
        { start: start + from, text: text.slice(0, head) + own.slice(from, begins[at + 1] ?? own.length), head },
        places,
      ),
    );
  // `jobs:` alone leads to what stands below it; behind `run: |` is a text.
  const key = keyAlone.exec(own.slice(first.index))?.[0];
  return key === undefined ? [piece] : cut({ start, text, head: head + first.index + key.length }, places);
}

const deepest = 40;

/** Where the keys and items of one margin begin. */
const beginning = (margin: string): RegExp =>
  new RegExp(`^${margin}(?:- |["']?[A-Za-z_/][^\\s"']*["']?:(?=[ \\r\\n]))`, 'gm');
