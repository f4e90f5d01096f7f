// What the server tells a client that it can do.
import { TextDocumentSyncKind, type InitializeResult } from 'vscode-languageserver';
import type { Abilities } from './abilities';
import { tokensCapability } from './tokens';
import { completionOptions } from './triggers';

const allFiles = [{ scheme: 'file', pattern: { glob: '**' } }];

/** `registers`: the client is told of completion later. */
export const capabilities = (abilities: Abilities, registers: boolean): InitializeResult['capabilities'] => ({
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: abilities.watchesFiles ? false : { includeText: false },
  },
  ...(registers ? {} : { completionProvider: completionOptions }),
  hoverProvider: true,
  definitionProvider: true,
  declarationProvider: true,
  implementationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: { resolveProvider: true },
  workspaceSymbolProvider: true,
  callHierarchyProvider: true,
  codeLensProvider: { resolveProvider: true },
  inlayHintProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: tokensCapability,
  codeActionProvider: {
    codeActionKinds: ['quickfix', 'source.fixAll.agentwright', 'source.organizeFrontmatter.agentwright'],
  },
  ...(abilities.registersFormatters ? {} : { documentFormattingProvider: true }),
  ...(abilities.pullsDiagnostics
    ? { diagnosticProvider: { identifier: 'agentwright', interFileDependencies: true, workspaceDiagnostics: true } }
    : {}),
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: {
      willRename: { filters: allFiles },
      didRename: { filters: allFiles },
      didCreate: { filters: allFiles },
      willDelete: { filters: allFiles },
      didDelete: { filters: allFiles },
    },
  },
});
