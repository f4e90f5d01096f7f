// The language server as VS Code starts it: over node's IPC.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { ownProcess } from './process';
import { serve } from './server';

serve(createConnection(ProposedFeatures.all), ownProcess());
