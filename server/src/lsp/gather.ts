// Changes that come together are told once; what can wait is done when they pause.

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

/** Does the work when so many milliseconds have passed without another call. */
export function afterPause(ms: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, ms);
  };
}
