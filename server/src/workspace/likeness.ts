// The words of descriptions, and a mark of them that is small enough to keep of every file.

/** Words that say nothing of what something is for. */
const empty: ReadonlySet<string> = new Set([
  'a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'how', 'in', 'into', 'is', 'it', 'its', 'of', 'on', 'or',
  'that', 'the', 'their', 'this', 'to', 'use', 'used', 'uses', 'using', 'when', 'with', 'you', 'your', 'need', 'needs',
  'should', 'must', 'can', 'will', 'not', 'any', 'all', 'agent', 'agents', 'skill', 'skills',
]); // prettier-ignore

/** The words by which a description tells what it is for: as they are compared, and as they are written first. */
export function wordsIn(description: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [written] of description.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+#.-]*[\p{L}\p{N}+#]/gu)) {
    const word = written.toLowerCase();
    if (empty.has(word)) continue;
    const singular = word.replace(/(?<=[^s])s$/, '');
    if (!words.has(singular)) words.set(singular, written);
  }
  return words;
}

/** Characters of a mark, of sixteen bits each. */
const length = 16;

/** A mark in which each word sets one bit: whose words are all among those of another has no bit that the other lacks. */
export function markOfWords(description: string): string {
  const bits = new Array<number>(length).fill(0);
  for (const word of wordsIn(description).keys()) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
    const bit = (hash ^ (hash >>> 13)) & (length * 16 - 1);
    bits[bit >> 4]! |= 1 << (bit & 15);
  }
  return String.fromCharCode(...bits);
}

/** Which bits a mark has. */
function bitsIn(mark: string): number[] {
  const bits: number[] = [];
  for (let bit = 0; bit < length * 16; bit++) if (mark.charCodeAt(bit >> 4) & (1 << (bit & 15))) bits.push(bit);
  return bits;
}

/** Many marks at once: of each bit, which of them have it, thirty-two of them in a number. To compare each of thousands
 * with each takes minutes. */
export class Marks {
  readonly #size: number;
  readonly #having = new Map<number, Uint32Array>();

  constructor(marks: readonly string[]) {
    this.#size = (marks.length + 31) >> 5;
    for (const [index, mark] of marks.entries()) {
      for (const bit of bitsIn(mark)) {
        const having = this.#having.get(bit) ?? new Uint32Array(this.#size);
        having[index >> 5]! |= 1 << (index & 31);
        this.#having.set(bit, having);
      }
    }
  }

  /** The places of those that have all bits of a mark, which has some: whose words may hold all words of the other. */
  covering(mark: string): number[] {
    const [first, ...others] = bitsIn(mark).map(bit => this.#having.get(bit));
    if (!first) return [];
    const all = first.slice();
    for (const having of others) {
      if (!having) return [];
      for (let at = 0; at < all.length; at++) all[at]! &= having[at]!;
    }
    const found: number[] = [];
    for (const [at, some] of all.entries()) {
      for (let left = some; left !== 0; left &= left - 1) found.push(at * 32 + 31 - Math.clz32(left & -left));
    }
    return found;
  }
}
