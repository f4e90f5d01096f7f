// What two texts share at both ends, found stretch by stretch: to compare two stretches takes little longer than to compare two
// characters.
import type { Span } from './span';

/** How many characters two texts, or two pieces of them, share at their beginnings, and at their ends behind that. */
export function sharedEnds(
  one: string,
  other: string,
  { start, end }: Span = { start: 0, end: one.length },
  { start: otherStart, end: otherEnd }: Span = { start: 0, end: other.length },
): { readonly head: number; readonly tail: number } {
  const shorter = Math.max(Math.min(end - start, otherEnd - otherStart), 0);
  const head = sameUpTo(
    shorter,
    (from, to) => one.slice(start + from, start + to) === other.slice(otherStart + from, otherStart + to),
  );
  const tail = sameUpTo(
    shorter - head,
    (from, to) => one.slice(end - to, end - from) === other.slice(otherEnd - to, otherEnd - from),
  );
  return { head, tail };
}

/** So much is compared at first. */
const first = 512;

/** Goes on by ever more, then halves where it went too far. */
function sameUpTo(most: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  let step = first;
  while (known < most && isSame(known, Math.min(known + step, most))) {
    known = Math.min(known + step, most);
    step *= 2;
  }
  let end = Math.min(known + step, most);
  while (known < end - 1) {
    const middle = (known + end) >> 1;
    if (isSame(known, middle)) known = middle;
    else end = middle;
  }
  return known;
}
