// The language server as it is started: by VS Code over node's IPC, by other editors as `agentwright-language-server --stdio`;
// `--socket=N` works too.
import { Console } from 'node:console';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { connectionOver } from './connection';
import { ownProcess } from './process';
import { rehearse } from './rehearsal';
import { serve } from './server';

const given = (name: string): boolean => process.argv.some(argument => argument.startsWith(`--${name}`));
if (!['stdio', 'node-ipc', 'socket'].some(given)) {
  console.error('usage: agentwright-language-server --stdio');
  process.exit(2);
}

/** Standard output holds messages alone; and a client that went away takes its server along. */
function overStdio(): Connection {
  globalThis.console = new Console(process.stderr);
  for (const event of ['end', 'close']) process.stdin.on(event, () => process.exit(1));
  return connectionOver(process.stdin, process.stdout);
}

const host = ownProcess();
const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 1));
serve(given('stdio') ? overStdio() : createConnection(ProposedFeatures.all), {
  ...host,
  // What went wrong there would be nobody's trouble.
  rehearse: () => void rehearse(host, rest).catch(() => undefined),
});
