// Semantic tokens on the wire: five numbers a token, each place counted from the one before.
import {
  SemanticTokensBuilder,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { normal } from '../disk/uris';
import { tokenModifiers, tokens, tokenTypes } from '../features/tokens';
import type { Span } from '../syntax/span';
import { toSpan } from './convert';
import { guard } from './guard';
import type { Session } from './server';

const legend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

export const tokensCapability = { legend, full: true, range: true };

/** How long changes are gathered before the client is asked to fetch the tokens of its editors anew. */
const gatherMs = 250;

export interface TokenRequests {
  /** What a name of an open file means may have changed by what happened elsewhere. */
  readonly changed: () => void;
}

export function handleTokens(session: Session): TokenRequests {
  const { connection, abilities, log, ready } = session;
  const { semanticTokens } = connection.languages;
  semanticTokens.on(
    guard('semantic tokens', { data: [] }, log, async (params: SemanticTokensParams) => {
      await ready;
      return encoded(session, params.textDocument.uri);
    }),
  );
  semanticTokens.onRange(
    guard('semantic tokens', { data: [] }, log, async ({ textDocument, range }: SemanticTokensRangeParams) => {
      await ready;
      const buffer = session.buffer(normal(textDocument.uri));
      return buffer ? encoded(session, textDocument.uri, toSpan(buffer, range)) : { data: [] };
    }),
  );
  let gathering = false;
  return {
    changed: () => {
      if (!abilities.refreshesTokens || gathering) return;
      gathering = true;
      setTimeout(() => {
        gathering = false;
        semanticTokens.refresh().catch((error: unknown) => log(String(error)));
      }, gatherMs);
    },
  };
}

function encoded(session: Session, clientUri: string, within?: Span): SemanticTokens {
  const uri = normal(clientUri);
  const buffer = session.buffer(uri);
  const document = session.workspace.document(uri);
  const builder = new SemanticTokensBuilder();
  if (!buffer || !document) return builder.build();
  for (const { span, type, modifiers } of tokens(session.workspace, document, within)) {
    const { line, character } = buffer.positionAt(span.start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
  }
  return builder.build();
}
