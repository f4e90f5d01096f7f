// A bug costs one empty answer: it is caught here, once, and logged with its stack.

export type Log = (text: string) => void;

/** Wraps a handler; what it throws is logged and answered with `fallback`. */
export const guard =
  <P, R>(name: string, fallback: R, log: Log, handle: (params: P) => R | Promise<R>) =>
  async (params: P): Promise<R> => {
    try {
      return await handle(params);
    } catch (error) {
      log(`${name}: ${wordsOf(error)}`);
      return fallback;
    }
  };

/** The same for what needs the workspace: it waits until that has been read. */
export const guardReady = <P, R>(
  name: string,
  fallback: R,
  { ready, log }: { readonly ready: Promise<void>; readonly log: Log },
  handle: (params: P) => R | Promise<R>,
): ((params: P) => Promise<R>) =>
  guard(name, fallback, log, async (params: P) => {
    await ready;
    return handle(params);
  });

/** The same as `guard` for what must be done at once and is not answered. */
export const guardNow =
  <P>(name: string, log: Log, handle: (params: P) => void) =>
  (params: P): void => {
    try {
      handle(params);
    } catch (error) {
      log(`${name}: ${wordsOf(error)}`);
    }
  };

const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
