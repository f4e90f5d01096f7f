// The name that was probably meant. Asked for fixes only: no message depends on which other names exist.
import { slips } from '../workspace/slips';

/** The nearest of some names, the best first: the same letters in another case, else few changed letters. */
export function nearest(name: string, names: Iterable<string>, most = 3): string[] {
  const wanted = plainForm(name);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const scored: { name: string; score: number }[] = [];
  for (const candidate of names) {
    if (candidate === name) continue;
    const plain = plainForm(candidate);
    if (Math.abs(plain.length - wanted.length) > limit) continue;
    const score = plain === wanted ? 0 : slips(wanted, plain);
    if (score <= limit && score < Math.max(plain.length, 2)) scored.push({ name: candidate, score });
  }
  scored.sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1));
  return scored.slice(0, most).map(s => s.name);
}

/** Case and separators aside: `user_invocable`, `user-invocable` and `userInvocable` are the same words. */
export const plainForm = (name: string): string => name.replace(/[-_ ]/g, '').toLowerCase();
