// Which marks a text cannot do without that a rule finds something in: most sections hold none of them, and the rule is not asked.
import type { Section } from '../syntax/body';
import { wordChange } from '../syntax/changed';
import type { Document } from '../syntax/document';
import type { Active } from './lint';
import { perSection } from './per-section';

/** A bit for each pair of characters that follow one another in a text: of a text that holds a mark it always says so, of few
 * others it says so too. */
export type Pairs = Uint32Array;

/** Characters share their place with those 128 further on. Print's dashes and quotes fall where plain text has nothing. */
const codes = 128;
const words = codes / 32;

export interface Needs {
  /** One of these a text holds in which there is something to find. */
  readonly marks: readonly string[];
  /** What of its pairs tells that: for each mark the number of places to look at, then the places, each with its bits. */
  readonly steps: Int32Array;
}

/** What a rule needs that finds nothing in a text without one of these marks. */
export function anyOf(...marks: readonly string[]): Needs {
  const short = new Map<number, number>();
  const steps: number[] = [];
  for (const mark of marks) {
    const pairs = mark.length === 1 ? behindAny(mark) : pairsOfMark(mark);
    if (mark.length > 2) steps.push(pairs.length, ...pairs.flat());
    else for (const [word, bits] of pairs) short.set(word, (short.get(word) ?? 0) | bits);
  }
  for (const [word, bits] of short) steps.push(1, word, bits);
  return { marks, steps: Int32Array.from(steps) };
}

/** Where the bits of pairs stand, and which they are. */
type Bits = readonly [word: number, bits: number];

const pairsOfMark = (mark: string): Bits[] =>
  mark
    .split('')
    .slice(1)
    .map((next, at) => [wordOf(mark.charCodeAt(at), next.charCodeAt(0)), 1 << mark.charCodeAt(at)]);

/** Before a single character anything may stand. */
function behindAny(mark: string): Bits[] {
  const first = (mark.charCodeAt(0) % codes) * words;
  return Array.from({ length: words }, (_, word) => [first + word, ~0]);
}

/** Whether a text with these pairs may hold a mark. A loop over numbers: this is asked for each rule at each key. */
function mayBeIn(pairs: Pairs, { steps }: Needs): boolean {
  for (let at = 0; at < steps.length;) {
    const end = at + 1 + 2 * steps[at]!;
    let holds = true;
    for (let step = at + 1; step < end; step += 2)
      if ((pairs[steps[step]!]! & steps[step + 1]!) === 0) {
        holds = false;
        break;
      }
    if (holds) return true;
    at = end;
  }
  return false;
}

/** Those before the same character stand together. */
const wordOf = (code: number, next: number): number => (next % codes) * words + ((code % codes) >> 5);

function pairsOf(text: string): Pairs {
  const pairs = new Uint32Array(codes * words);
  // As if a line ended before it.
  addPairs(pairs, text, 10);
  return pairs;
}

function addPairs(pairs: Pairs, text: string, before: number): void {
  let code = before;
  for (let at = 0; at < text.length; at++) {
    const next = text.charCodeAt(at);
    pairs[wordOf(code, next)]! |= 1 << code;
    code = next;
  }
}

const ofSection = perSection((text: string) => pairsOf(text));

/** The pairs of both of two versions of a section; the very same as before, where no other came. */
export function pairsOfBoth(before: Document, old: Section, document: Document, now: Section): Pairs {
  const known = ofSection(before, old);
  const word = wordChange(before.text, old, document.text, now);
  if (word) {
    // Few pairs are new, and that the old ones are still said to be there does no harm.
    const from = now.start + word.at - 1;
    const grown = withPairs(known, document.text.slice(from, from + 2 + word.gone + word.by));
    ofSection.keep(now.content, grown);
    return grown;
  }
  const pairs = known.slice();
  const added = ofSection(document, now);
  for (let at = 0; at < pairs.length; at++) pairs[at]! |= added[at]!;
  return pairs;
}

/** The pairs with those of a stretch of text. */
function withPairs(known: Pairs, text: string): Pairs {
  const isKnown = (at: number): boolean =>
    (known[wordOf(text.charCodeAt(at - 1), text.charCodeAt(at))]! & (1 << text.charCodeAt(at - 1))) !== 0;
  let at = 1;
  while (at < text.length && isKnown(at)) at++;
  if (at >= text.length) return known;
  const pairs = known.slice();
  addPairs(pairs, text.slice(1), text.charCodeAt(0));
  return pairs;
}

/** What each list of rules has left for the pairs that it was asked about last: with the next key they mostly are the same. */
const left = new WeakMap<readonly Active[], { readonly pairs: Pairs; readonly rules: readonly Active[] }>();

/** The rules without those to which what a section with these pairs says is nothing, as they tell of it. */
export function metBy(rules: readonly Active[], pairs: Pairs): readonly Active[] {
  const known = left.get(rules);
  if (known?.pairs === pairs) return known.rules;
  const met = rules.filter(
    ({ rule: { needs, digest, sections } }) => !needs || !(digest || sections) || mayBeIn(pairs, needs),
  );
  left.set(rules, { pairs, rules: met });
  return met;
}

/** The pairs of a section. */
export const pairsIn = (document: Document, section: Section): Pairs => ofSection(document, section);

/** Whether a section may hold what a rule needs. */
export const meets = (needs: Needs, document: Document, section: Section): boolean =>
  mayBeIn(ofSection(document, section), needs);

/** Whether one of a body's sections may. */
export function anyMeets(needs: Needs, document: Document): boolean {
  for (const section of document.body?.sections ?? []) if (meets(needs, document, section)) return true;
  return false;
}
