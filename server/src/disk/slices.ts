// Long work in slices, between which requests are answered.

/** A key waits for two or three of them: its change and the question about it come one after the other. */
const sliceMs = 4;

export interface Slices {
  isOver(): boolean;
  /** Gives way, then begins another slice. */
  next(): Promise<void>;
}

/** `tick` lets other events run. */
export function slices(tick: () => Promise<void>): Slices {
  let end = performance.now() + sliceMs;
  return {
    isOver: () => performance.now() >= end,
    async next() {
      await tick();
      end = performance.now() + sliceMs;
    },
  };
}
