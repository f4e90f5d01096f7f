// The requests about how a file is built: its outline, what folds, and what is selected step by step.
import {
  FoldingRangeKind,
  SymbolKind,
  type DocumentSymbol as LspSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { folds, type Fold } from '../features/folding';
import { selections } from '../features/selection';
import { symbols, type DocumentSymbol, type DocumentSymbolKind } from '../features/symbols';
import type { Span } from '../syntax/span';
import { toRange, type Positions } from './convert';
import { guard } from './guard';
import { opened } from './opened';
import type { Session } from './session';

/** Nothing here waits for the workspace: a file's structure is in its own text. */
export function handleStructure(session: Session): void {
  const { connection, log, abilities } = session;
  connection.onDocumentSymbol(
    guard<DocumentSymbolParams, LspSymbol[] | SymbolInformation[]>('documentSymbol', [], log, ({ textDocument }) => {
      const file = opened(session, textDocument.uri);
      if (!file) return [];
      const { document, buffer } = file;
      const found = symbols(document, { native: session.outlinedLanguageIds.includes(buffer.languageId) });
      return abilities.symbolTrees ? found.map(each => toSymbol(each, buffer)) : toList(found, buffer);
    }),
  );
  connection.onFoldingRanges(
    guard<FoldingRangeParams, FoldingRange[]>('foldingRange', [], log, ({ textDocument }) => {
      const file = opened(session, textDocument.uri);
      if (!file) return [];
      const { document, buffer } = file;
      return folds(document, offset => buffer.positionAt(offset).line).map(fold => toFold(fold, buffer));
    }),
  );
  connection.onSelectionRanges(
    guard<SelectionRangeParams, SelectionRange[]>('selectionRange', [], log, ({ textDocument, positions }) => {
      const file = opened(session, textDocument.uri);
      if (!file) return [];
      const { document, buffer } = file;
      const offsets = positions.map(position => buffer.offsetAt(position));
      return selections(document, offsets).map(chain => toSelection(chain, buffer));
    }),
  );
}

const symbolKinds: Readonly<Record<DocumentSymbolKind, SymbolKind>> = {
  'front matter': SymbolKind.Namespace,
  map: SymbolKind.Object,
  list: SymbolKind.Array,
  scalar: SymbolKind.Property,
  heading: SymbolKind.String,
  step: SymbolKind.Event,
  table: SymbolKind.Struct,
};

const toSymbol = ({ name, kind, detail, span, selection, children }: DocumentSymbol, at: Positions): LspSymbol => ({
  name,
  kind: symbolKinds[kind],
  ...(detail === undefined ? {} : { detail }),
  range: toRange(at, span),
  selectionRange: toRange(at, selection),
  children: children.map(child => toSymbol(child, at)),
});

/** The same for clients that show no tree: each symbol names the one it stands in. */
function toList(found: readonly DocumentSymbol[], buffer: TextDocument, container?: string): SymbolInformation[] {
  return found.flatMap(({ name, kind, span, children }) => [
    {
      name,
      kind: symbolKinds[kind],
      location: { uri: buffer.uri, range: toRange(buffer, span) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...toList(children, buffer, name),
  ]);
}

/** Whole lines, so that it is the same for clients that fold nothing else (`lineFoldingOnly`). */
const toFold = ({ span, kind }: Fold, positions: Positions): FoldingRange => ({
  startLine: positions.positionAt(span.start).line,
  endLine: positions.positionAt(span.end).line,
  ...(kind === undefined ? {} : { kind: foldKinds[kind] }),
});

const foldKinds = { comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region };

/** The innermost span, each with the next one as its parent. */
function toSelection(chain: readonly Span[], positions: Positions): SelectionRange {
  const [last, ...inner] = [...chain].reverse();
  let found: SelectionRange = { range: toRange(positions, last!) };
  for (const span of inner) found = { range: toRange(positions, span), parent: found };
  return found;
}
