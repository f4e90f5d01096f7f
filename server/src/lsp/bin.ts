#!/usr/bin/env node
// `agentwright-language-server --stdio`, for any LSP editor; `--node-ipc` and `--socket=N` work too.
import { homedir } from 'node:os';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

if (!process.argv.some(argument => /^--(stdio|node-ipc|socket)/.test(argument))) {
  console.error('usage: agentwright-language-server --stdio');
  process.exit(2);
}
serve(createConnection(ProposedFeatures.all), {
  home: homedir(),
  tick: () => new Promise(resolve => setImmediate(resolve)),
});
