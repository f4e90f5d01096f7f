// Semantic tokens on the wire: five numbers a token, each place counted from the one before.
import {
  SemanticTokensBuilder,
  type Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { tokenModifiers, tokens, tokenTypes } from '../features/tokens';
import { toSpan } from './convert';
import { gathered } from './gather';
import { guardReady } from './guard';
import { opened } from './opened';
import type { Session } from './session';

const legend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

export const tokensCapability = { legend, full: true, range: true };

/** How long changes are gathered before the client is asked to fetch the tokens of its editors anew. */
const gatherMs = 250;

export interface TokenRequests {
  /** What a name of an open file means may have changed by what happened elsewhere. */
  readonly changed: () => void;
}

export function handleTokens(session: Session): TokenRequests {
  const { connection, abilities, log } = session;
  const { semanticTokens } = connection.languages;
  semanticTokens.on(
    guardReady('semantic tokens', none, session, ({ textDocument }: SemanticTokensParams) =>
      encoded(session, textDocument.uri),
    ),
  );
  semanticTokens.onRange(
    guardReady('semantic tokens', none, session, ({ textDocument, range }: SemanticTokensRangeParams) =>
      encoded(session, textDocument.uri, range),
    ),
  );
  const ask = gathered(gatherMs, () => {
    semanticTokens.refresh().catch((error: unknown) => log(String(error)));
  });
  return {
    changed() {
      if (abilities.refreshesTokens) ask();
    },
  };
}

const none: SemanticTokens = { data: [] };

/** The tokens of a file, or of a part of it. */
function encoded(session: Session, clientUri: string, range?: Range): SemanticTokens {
  const file = opened(session, clientUri);
  if (!file) return none;
  const { document, buffer } = file;
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifiers } of tokens(session.workspace, document, range && toSpan(buffer, range))) {
    const { line, character } = buffer.positionAt(span.start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << tokenModifiers.indexOf(modifier)), 0);
    builder.push(line, character, span.end - span.start, tokenTypes.indexOf(type), bits);
  }
  return builder.build();
}
