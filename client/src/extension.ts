// The VS Code side begins here: it starts the client and registers the views and commands.
import { window, type ExtensionContext } from 'vscode';
import { createClient, startServer } from './client';
import { registerCommands } from './commands';
import { showAgents } from './views/agents';
import { providePages } from './views/pages';
import { showSkills } from './views/skills';
import { keepTrees, type LiveTrees } from './views/trees';

/** What the tests in a real editor look at. */
export interface Api {
  readonly trees: LiveTrees;
}

export function activate(context: ExtensionContext): Api {
  const log = window.createOutputChannel('Agentwright', { log: true });
  const client = createClient(context.asAbsolutePath('dist/server.js'), log);
  const trees = keepTrees(client, log);
  context.subscriptions.push(
    log,
    trees,
    showAgents(trees, client),
    showSkills(trees, client),
    providePages(client, trees),
    registerCommands({ client, log, trees }),
    // Stopping a client that never came up is refused; there is nothing left to stop then.
    { dispose: () => client.dispose().catch(() => undefined) },
  );
  // Not awaited: views and commands are there at once, and their requests wait for the server by themselves.
  void startServer(client);
  return { trees };
}
