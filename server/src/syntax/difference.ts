// Where two texts begin to differ, and from where on they are alike again: stretch by stretch, since to compare two stretches takes
// little longer than to compare two characters.

/** A text from `start` on. */
interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** How many characters, `most` at most, are the same from two places on. */
export function sameBehind(a: Stretch, b: Stretch, most: number): number {
  const isSame = (from: number, to: number): boolean =>
    a.text.slice(a.start + from, a.start + to) === b.text.slice(b.start + from, b.start + to);
  return sameUpTo(isSame, most);
}

/** How many characters, `most` at most, are the same before two places. */
export function sameBefore(a: Stretch, b: Stretch, most: number): number {
  const isSame = (from: number, to: number): boolean =>
    a.text.slice(a.start - to, a.start - from) === b.text.slice(b.start - to, b.start - from);
  return sameUpTo(isSame, most);
}

const first = 512;

/** Goes on by ever more, then halves where it went too far. */
function sameUpTo(isSame: (from: number, to: number) => boolean, most: number): number {
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
