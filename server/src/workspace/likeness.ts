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

/** Whether all words of one may be among those of the other. */
export function mayCover(mark: string, other: string): boolean {
  for (let at = 0; at < length; at++) if (mark.charCodeAt(at) & ~other.charCodeAt(at)) return false;
  return true;
}
