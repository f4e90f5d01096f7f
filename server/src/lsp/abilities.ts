// What the client can do; every feature works with a client that can do none of it.
import type { ClientCapabilities } from 'vscode-languageserver';

export interface Abilities {
  readonly pullsDiagnostics: boolean;
  /** Opens the page of a finding's code. */
  readonly opensCodes: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  readonly answersConfiguration: boolean;
  readonly snippets: boolean;
  readonly markdown: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly codeActionLiterals: boolean;
  readonly renamesFiles: boolean;
  readonly changeAnnotations: boolean;
  readonly definitionLinks: boolean;
  readonly filesDeleted: boolean;
  readonly linkTooltips: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly symbolTrees: boolean;
  readonly registersFormatters: boolean;
  readonly registersCompletion: boolean;
}

export function abilitiesOf({ textDocument, workspace }: ClientCapabilities): Abilities {
  const { completion, codeAction, hover, diagnostic, documentLink, documentSymbol, formatting, publishDiagnostics } =
    textDocument ?? {};
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: diagnostic !== undefined,
    opensCodes: publishDiagnostics?.codeDescriptionSupport === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    answersConfiguration: workspace?.configuration === true,
    snippets: completion?.completionItem?.snippetSupport === true,
    markdown: hover?.contentFormat?.includes('markdown') ?? false,
    documentChanges: edits?.documentChanges === true,
    createFiles: edits?.resourceOperations?.includes('create') === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    renamesFiles: edits?.resourceOperations?.includes('rename') === true,
    changeAnnotations: edits?.changeAnnotationSupport !== undefined,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    filesDeleted: workspace?.fileOperations?.willDelete === true,
    linkTooltips: documentLink?.tooltipSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    registersCompletion: completion?.dynamicRegistration === true,
    registersFormatters: formatting?.dynamicRegistration === true,
    symbolTrees: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}
