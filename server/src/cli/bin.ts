#!/usr/bin/env node
// The command `agentwright`: hands the process to main.ts and takes its exit code.
import { homedir } from 'node:os';
import { main } from './main';

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const io = {
  cwd: process.cwd(),
  home: homedir(),
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
