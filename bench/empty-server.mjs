// A language server that looks at nothing: what the wire alone costs, for comparison. `--answer FILE`: it says what stands there.
import { readFileSync } from 'node:fs';
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const at = process.argv.indexOf('--answer');
const items = at < 0 ? [] : JSON.parse(readFileSync(process.argv[at + 1], 'utf8'));
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let pulls = false;
connection.onInitialize(({ capabilities }) => {
  pulls = capabilities.textDocument?.diagnostic !== undefined;
  const diagnosticProvider = { interFileDependencies: false, workspaceDiagnostics: false };
  return {
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(pulls && { diagnosticProvider }),
    },
  };
});
connection.languages.diagnostics.on(() => ({ kind: 'full', resultId: '1', items }));
documents.onDidChangeContent(({ document }) => {
  if (!pulls) void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: items });
});
documents.listen(connection);
connection.listen();
