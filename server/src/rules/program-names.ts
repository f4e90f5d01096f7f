// A name in a program that stands once, where one that differs from it by two exchanged letters or a letter struck twice stands often.
import type { Program } from './program-reading';
import type { StatementSlip } from './program-statements';
import { exchanged } from './slip';

/** Words that are one with two letters exchanged as well. */
const twins =
  /^(?:alter|later|angel|angle|begin|being|best|bets|board|broad|casual|causal|cost|cots|dairy|diary|does|dose|field|filed|form|from|gird|grid|lost|lots|past|pats|post|pots|quiet|quite|sacred|scared|sign|sing|there|three|tier|tire|trail|trial|united|untied|unite|untie)$/i;

export function nameSlip({ plain }: Program): StatementSlip | undefined {
  const counts = new Map<string, number>();
  for (const [name] of plain.matchAll(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [word, count] of counts) {
    if (count > 1 || word.length < 4 || twins.test(word)) continue;
    const meant = exchanged(word).find(each => (counts.get(each) ?? 0) > 1);
    if (meant === undefined) continue;
    const start = [...plain.matchAll(names)].find(([name]) => name === word)!.index;
    const span = { start, end: start + word.length };
    return { span, edits: [span], instead: meant, word, what: 'name' };
  }
  return undefined;
}

const names = /[A-Za-z$][\w$]*/g;
