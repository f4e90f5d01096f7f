// A bug costs one empty answer: it is caught here, once, and logged with its stack.

export type Log = (text: string) => void;

/** Wraps a handler; what it throws is logged and answered with `fallback`. */
export const guard =
  <P, R>(name: string, fallback: R, log: Log, handle: (params: P) => R | Promise<R>) =>
  async (params: P): Promise<R> => {
    try {
      return await handle(params);
    } catch (error) {
      log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
