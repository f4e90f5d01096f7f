// The language server: answers one client, by handlers that all work with one session.
import { TextDocuments, type Connection, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilities } from './capabilities';
import { handleFixAll } from './fix-all';
import { handleFormat } from './format';
import { handleFeatures } from './handlers';
import { keepInStep } from './in-step';
import { handleNames } from './names';
import { openSession } from './open-session';
import { handlePages } from './pages';
import { handlePull } from './pull';
import { handleRename } from './rename';
import type { Process, Session } from './session';
import { handleStructure } from './structure';
import { handleTokens } from './tokens';
import { handleTrees } from './trees';
import { registersTriggers } from './triggers';

/** Serves one client until it goes. */
export function serve(connection: Connection, host: Process): void {
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize((params): InitializeResult => {
    const session = startSession(connection, documents, host, params);
    const registers = registersTriggers(session.abilities, session);
    return { capabilities: capabilities(session.abilities, registers), serverInfo: { name: 'agentwright' } };
  });
  documents.listen(connection);
  connection.listen();
}

function startSession(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  host: Process,
  params: InitializeParams,
): Session {
  const open = openSession(connection, host, params);
  const { session } = open;
  if (session.abilities.pullsDiagnostics) handlePull(session, open.pull);
  handleFeatures(session);
  handleStructure(session);
  handleFixAll(session);
  handlePages(session);
  handleRename(session);
  const formatting = handleFormat(session);
  const names = handleNames(session);
  const trees = handleTrees(session);
  open.tokens.changed = handleTokens(session).changed;
  open.trees.changed = () => {
    trees.changed();
    names.changed();
  };
  keepInStep(open, documents, params, { formatting, names });
  return session;
}
