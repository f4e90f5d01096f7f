// A name in a program that stands once, where one that differs from it by two exchanged letters or a letter struck twice stands often.
import type { Program } from './program-reading';
import type { StatementSlip } from './program-statements';
import { exchanged } from './slip';

/** Words that are one with two letters exchanged as well. */
const twins: ReadonlySet<string> = new Set([
  'alter', 'later', 'angel', 'angle', 'begin', 'being', 'best', 'bets', 'board', 'broad', 'casual', 'causal', 'cost', 'cots',
  'dairy', 'diary', 'does', 'dose', 'field', 'filed', 'form', 'from', 'gird', 'grid', 'lost', 'lots', 'past', 'pats', 'post',
  'pots', 'quiet', 'quite', 'sacred', 'scared', 'sign', 'sing', 'there', 'three', 'tier', 'tire', 'trail', 'trial', 'united',
  'untied', 'unite', 'untie',
]); // prettier-ignore

export function nameSlip({ plain }: Program): StatementSlip | undefined {
  const counts = new Map<string, number>();
  for (const [name] of plain.matchAll(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = [...counts].flatMap(([name, count]) => (count > 1 ? [name] : []));
  const sums = new Set(often.map(sumOf));
  for (const [word, count] of counts) {
    if (count > 1 || word.length < 4 || !(sums.has(sumOf(word)) || /(.)\1/.test(word))) continue;
    const meant = twins.has(word.toLowerCase()) ? undefined : exchanged(word).find(each => (counts.get(each) ?? 0) > 1);
    if (meant === undefined) continue;
    const start = [...plain.matchAll(names)].find(([name]) => name === word)!.index;
    const span = { start, end: start + word.length };
    return { span, edits: [span], instead: meant, word, what: 'name' };
  }
  return undefined;
}

const names = /[A-Za-z$][\w$]*/g;

/** The same for words of the same letters: asked first, since nearly no two words have it in common. */
function sumOf(word: string): number {
  let sum = word.length << 16;
  for (let at = 0; at < word.length; at++) sum += word.charCodeAt(at);
  return sum;
}
