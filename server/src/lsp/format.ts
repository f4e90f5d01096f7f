// Format Document: offered where agents, skills and their like certainly lie, so that plain Markdown keeps its own formatter.
import {
  DocumentFormattingRequest,
  type Disposable,
  type DocumentFormattingParams,
  type TextEdit,
} from 'vscode-languageserver';
import { format } from '../features/format/format';
import { toTextEdits } from './convert';
import { guard, guardReady } from './guard';
import { opened } from './opened';
import type { Session } from './session';

/** A client that finds two formatters for a file asks people which they want, and formats nothing until they say so. */
const documentSelector = [
  '**/SKILL.md',
  '**/.claude/{agents,commands,rules}/**/*.md',
  '**/.claude/output-styles/**/*.md',
  '**/plugins/*/{agents,commands}/**/*.md',
].map(pattern => ({ scheme: 'file', pattern }));

/** `update` is told that the settings may be others. */
export function handleFormat(session: Session): { update(): void } {
  const { connection, workspace, abilities, log } = session;
  let registered: Promise<Disposable | undefined> | undefined;
  connection.onDocumentFormatting(
    guardReady('formatting', [], session, ({ textDocument }: DocumentFormattingParams): TextEdit[] => {
      const file = opened(session, textDocument.uri);
      if (!file || !session.settings().format) return [];
      return toTextEdits(file.buffer, format(workspace, file.document));
    }),
  );
  const register = guard('registering a formatter', undefined, log, () =>
    connection.client.register(DocumentFormattingRequest.type, { documentSelector }),
  );
  return {
    update() {
      const wanted = abilities.registersFormatters && session.settings().format;
      if (wanted) registered ??= register(undefined);
      else {
        void registered?.then(registration => registration?.dispose());
        registered = undefined;
      }
    },
  };
}
