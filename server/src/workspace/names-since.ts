// The names in a list of which one got longer or shorter by a few letters: the others are those of the last version, moved along.
import { wordChange } from '../syntax/changed';
import type { EntryContent } from '../syntax/entries';
import { shift } from '../syntax/span';
import { symbolKey, type Reference } from './symbols';

/** `near`: what the entry named before, with spans that count from its beginning. Undefined where more changed than letters of one
 * of them, or where they are no plain names of agents or skills. */
export function namesSince(
  before: EntryContent,
  near: readonly Reference[],
  content: EntryContent,
): readonly Reference[] | undefined {
  const [entry, another] = content.entries;
  if (another || entry?.value?.is !== 'list' || !near.every(isPlain)) return undefined;
  const { items } = entry.value;
  if (items.length !== near.length) return undefined;
  const change = wordChange(before.text, whole(before), content.text, whole(content));
  const place = change ? near.findIndex(({ span }) => change.at <= span.end) : -1;
  const old = near[place];
  const value = items[place]?.value;
  if (!change || !old || value?.is !== 'scalar' || typeof value.value !== 'string') return undefined;
  const span = { start: old.span.start, end: old.span.end + change.by };
  // What it says is what stands there: in quotes some letters mean others.
  const isHere = old.span.start <= change.at && value.span.start === span.start && value.span.end === span.end;
  if (!isHere || value.text !== content.text.slice(span.start, span.end)) return undefined;
  return near.map((one, index) => {
    if (index < place) return one;
    const { symbol, kind, name, form, field, inputs } = one;
    if (index > place) return { symbol, kind, name, form, span: shift(one.span, change.by), field, inputs };
    return { symbol: symbolKey(kind, value.text), kind, name: value.text, form, span, field, inputs };
  });
}

const isPlain = ({ kind, form }: Reference): boolean => form === 'field' && (kind === 'skill' || kind === 'agent');

const whole = ({ text }: EntryContent): { start: number; end: number } => ({ start: 0, end: text.length });
