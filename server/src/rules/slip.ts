// Whether a word is clearly a slip of the pen for another: stricter than being near it, since something is said of it.
import { slips } from '../workspace/slips';
import { plainForm } from './nearest';

/** Words that other tools and authors use, close to a known key as they are. */
const wordsOfOthers: ReadonlySet<string> = new Set([
  'mode', 'modes', 'models', 'agents', 'path', 'file', 'files', 'context', 'hook', 'eval', 'tags', 'type', 'types',
  'title', 'role', 'goal', 'level', 'scope', 'source', 'target', 'domain', 'hidden', 'author', 'authors', 'owner',
  'language', 'languages', 'license', 'licenses', 'category', 'categories', 'metadata', 'triggers', 'requires',
  'created', 'updated', 'date', 'status', 'state', 'group', 'icon', 'emoji', 'vibe', 'tone', 'style', 'colors',
  'theme', 'memories', 'prompt', 'rules', 'is_background', 'glob', 'globs', 'shells', 'command', 'commands',
  'versions', 'isolated', 'arguments', 'argument', 'compatible',
]); // prettier-ignore

/** Whether a word that is near to a key is one of its own. */
export const isWordOfOthers = (name: string): boolean => wordsOfOthers.has(name);

/** Whether one of two words is the other with an `s` at its end. */
export const isPlural = (name: string, wanted: string): boolean => `${name}s` === wanted || name === `${wanted}s`;

/** The same letters, or one letter more, less or other, or two neighbours swapped; in long words two such. */
export function isSlipOf(name: string, wanted: string): boolean {
  // A colon inside of the quotes is meant behind them.
  const plain = plainForm(name.replace(/\s*:$/, ''));
  const meant = plainForm(wanted);
  return plain === meant || isSlip(plain, meant);
}

function isSlip(written: string, wanted: string): boolean {
  if (wanted.length < 4 || Math.abs(written.length - wanted.length) > 2) return false;
  return slips(written, wanted) <= (wanted.length > 7 ? 2 : 1);
}

/** Letters lost, doubled, swapped or wrong within a word. What differs in its end may be another form of the word, save a letter
 * that is doubled or lost within, and two letters that changed places. */
export function isSlipWithin(written: string, wanted: string): boolean {
  if (Math.abs(written.length - wanted.length) > 1) return false;
  if (written[0] !== wanted[0] && written.slice(-4) !== wanted.slice(-4)) return false;
  if (slips(written, wanted) !== 1 || digits(written) !== digits(wanted)) return false;
  return !isForm(written, wanted) && !isForm(wanted, written);
}

const digits = (name: string): string => name.replace(/\D/g, '');

/** Whether one word is the other with another end, as `reviewed` and `reviews` are of `review`. */
function isForm(long: string, short: string): boolean {
  const stem = long.slice(0, -1);
  if (long.length === short.length) return stem === short.slice(0, -1);
  return stem === short && long.at(-1) !== long.at(-2) && /(?:s|e[rdn]|y)$/.test(long);
}

/** Whether a letter is struck twice. */
export const isDoubled = (written: string, wanted: string): boolean =>
  written.length === wanted.length + 1 &&
  [...written].some(
    (letter, at) => letter === written[at - 1] && written.slice(0, at) + written.slice(at + 1) === wanted,
  );

/** Whether two words have the same letters, in whatever order. */
export const sameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** Whether a short part has another letter, as `pre` and `prp` have: that makes another word more often than a slip does. */
export function isOtherWord(name: string, other: string): boolean {
  const [a, b] = [name, other].map(each => each.split(/[-:_]/)) as [string[], string[]];
  return a.some((part, at) => {
    const meant = b[at] ?? '';
    if (part === meant || part.length !== meant.length || part.length > 4) return false;
    return !sameLetters(part, meant);
  });
}

/** The words of which this one may be a slip: with two letters exchanged back, or without one that is struck twice. */
export const exchanged = (word: string): string[] =>
  [...word].flatMap((letter, at) => {
    const next = word[at + 1];
    if (next === undefined || letter === '_' || next === '_') return [];
    return [word.slice(0, at) + (letter === next ? next : next + letter) + word.slice(at + 2)];
  });
