// Which marks a text cannot do without that a rule finds something in: most sections hold none of them, and the rule is not asked.
import type { Section } from '../syntax/body';
import type { Document } from '../syntax/document';
import { perSection } from './per-section';

/** A bit for each pair of characters that follow one another in a text: of a text that holds a mark it always says so, of few
 * others it says so too. */
type Pairs = Uint32Array;

/** Characters share their place with those 128 further on. Print's dashes and quotes fall where plain text has nothing. */
const codes = 128;
const words = codes / 32;

export interface Needs {
  /** One of these a text holds in which there is something to find. */
  readonly marks: readonly string[];
  /** Whether a text with these pairs may hold one of them. */
  readonly mayBeIn: (pairs: Pairs) => boolean;
}

/** What a rule needs that finds nothing in a text without one of these marks. */
export function anyOf(...marks: readonly string[]): Needs {
  const short = new Map<number, number>();
  const long: (readonly Bits[])[] = [];
  for (const mark of marks) {
    if (mark.length > 2)
      long.push(
        mark
          .split('')
          .slice(1)
          .map((next, at) => bitsOf(mark[at]!, next)),
      );
    else for (const { word, bits } of ofShort(mark)) short.set(word, (short.get(word) ?? 0) | bits);
  }
  const all = [...[...short].map(([word, bits]) => [{ word, bits }]), ...long];
  return { marks, mayBeIn: pairs => all.some(one => one.every(({ word, bits }) => (pairs[word]! & bits) !== 0)) };
}

interface Bits {
  readonly word: number;
  readonly bits: number;
}

/** Before a single character anything may stand. */
function ofShort(mark: string): Bits[] {
  if (mark.length === 2) return [bitsOf(mark[0]!, mark[1]!)];
  const first = (mark.charCodeAt(0) % codes) * words;
  return Array.from({ length: words }, (_, word) => ({ word: first + word, bits: ~0 }));
}

const bitsOf = (one: string, next: string): Bits => ({
  word: wordOf(one.charCodeAt(0), next.charCodeAt(0)),
  bits: 1 << one.charCodeAt(0),
});

/** Those before the same character stand together. */
const wordOf = (code: number, next: number): number => (next % codes) * words + ((code % codes) >> 5);

function pairsOf(text: string): Pairs {
  const pairs = new Uint32Array(codes * words);
  // As if a line ended before it.
  let code = 10;
  for (let at = 0; at < text.length; at++) {
    const next = text.charCodeAt(at);
    pairs[wordOf(code, next)]! |= 1 << code;
    code = next;
  }
  return pairs;
}

const ofSection = perSection((text: string) => pairsOf(text));

/** Whether a section may hold what a rule needs. */
export const meets = (needs: Needs, document: Document, section: Section): boolean =>
  needs.mayBeIn(ofSection(document, section));

/** Whether one of a body's sections may. */
export const anyMeets = (needs: Needs, document: Document): boolean =>
  (document.body?.sections ?? []).some(section => meets(needs, document, section));
