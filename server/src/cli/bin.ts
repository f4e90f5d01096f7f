#!/usr/bin/env node
// The command `agentwright`: hands the process to main.ts and takes its exit code.
import { homedir } from 'node:os';
import { main } from './main';

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.stderr.write(`agentwright: The output cannot be written: ${error.message}.\n`);
  process.exit(error.code === 'EPIPE' ? undefined : 2);
});

/** As https://no-color.org and most programs have it. */
function hasColours(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal && TERM !== 'dumb';
}

/** A folder that was removed while somebody stood in it is none. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('agentwright: The current folder is gone. Go to another one.\n');
    return process.exit(2);
  }
}

const io = {
  cwd: currentFolder(),
  home: homedir(),
  colours: hasColours(process.stdout.isTTY),
  out: (text: string) => void process.stdout.write(text),
  error: (text: string) => void process.stderr.write(text),
};
main(process.argv.slice(2), io).then(
  code => (process.exitCode = code),
  (error: unknown) => {
    io.error(`agentwright: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
