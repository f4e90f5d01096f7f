// Changes that come together are told once.

/** Does the work so many milliseconds after the first call; calls until then are told along. */
export function gathered(ms: number, work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, ms);
  };
}
