// The language server as VS Code starts it: over node's IPC.
import { homedir } from 'node:os';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server';

serve(createConnection(ProposedFeatures.all), {
  home: homedir(),
  tick: () => new Promise(resolve => setImmediate(resolve)),
});
