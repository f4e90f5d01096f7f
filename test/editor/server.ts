// The process of the language server, to end it as a crash does, and what the person is told meanwhile.
import { ourWindow } from './support';

interface Child {
  readonly pid?: number;
  readonly spawnargs?: readonly string[];
}

/** Its number. It is a child of the extension host, in which the tests run as well; the extension need not tell it. */
export function serverProcess(): number | undefined {
  const { _getActiveHandles } = process as unknown as { readonly _getActiveHandles: () => readonly Child[] };
  const servers = _getActiveHandles().filter(({ spawnargs }) => spawnargs?.some(arg => arg.endsWith('server.js')));
  return servers.at(-1)?.pid;
}

export const crash = (pid: number): boolean => process.kill(pid, 'SIGKILL');

export interface Told {
  readonly message: string;
  readonly choices: readonly unknown[];
  readonly choose: (choice: string | undefined) => void;
}

/** Runs `body` with a list of the messages that the extension shows meanwhile; they wait for `choose`. */
export async function whatIsTold(body: (told: readonly Told[]) => Promise<void>): Promise<void> {
  const window = ourWindow();
  const { showErrorMessage, showWarningMessage, showInformationMessage } = window;
  const told: Told[] = [];
  const note = (message: string, ...choices: unknown[]): Promise<unknown> =>
    new Promise(choose => told.push({ message, choices, choose }));
  Object.assign(window, { showErrorMessage: note, showWarningMessage: note, showInformationMessage: note });
  try {
    await body(told);
  } finally {
    Object.assign(window, { showErrorMessage, showWarningMessage, showInformationMessage });
  }
}
