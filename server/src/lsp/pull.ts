// Diagnostics for clients that pull: of an open file at once; a request about the workspace is held until there are news.
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Findings } from './findings';
import { gathered } from './gather';
import type { Session } from './session';
import { normal } from '../disk/uris';

/** How long changes are gathered before the client is told. */
export const gatherMs = 200;

export interface Pull {
  changed(): void;
  answer(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    versionOf: (uri: string) => number | null,
    findings: Findings,
  ): Promise<WorkspaceDiagnosticReport>;
}

/** Answers the requests for one open file and for the workspace. */
export function handlePull(session: Session, pull: Pull): void {
  const { connection, ready, findings } = session;
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
    await ready;
    const found = findings.now(normal(textDocument.uri));
    if (found && found.id === previousResultId)
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: found.id };
    return { kind: DocumentDiagnosticReportKind.Full, resultId: found?.id ?? '', items: [...(found?.items ?? [])] };
  });
  connection.languages.diagnostics.onWorkspace((request, token) =>
    pull.answer(request.previousResultIds, token, uri => session.buffer(uri)?.version ?? null, findings),
  );
}

export function answerWorkspaceDiagnostics(): Pull {
  let wake: () => void = () => undefined;

  const news = (
    previous: ReadonlyMap<string, PreviousResultId>,
    versionOf: (uri: string) => number | null,
    findings: Findings,
  ): WorkspaceDocumentDiagnosticReport[] => {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const [uri, found] of findings.all) {
      const version = versionOf(uri);
      // The client asks about open files one by one.
      if (version !== null || previous.get(uri)?.value === found.id) continue;
      items.push({
        kind: DocumentDiagnosticReportKind.Full,
        uri,
        version,
        resultId: found.id,
        items: [...found.items],
      });
    }
    for (const [uri, { uri: asked }] of previous) {
      if (findings.get(uri) || versionOf(uri) !== null) continue;
      items.push({ kind: DocumentDiagnosticReportKind.Full, uri: asked, version: null, items: [] });
    }
    return items;
  };

  return {
    changed: gathered(gatherMs, () => wake()),
    async answer(previousIds, token, versionOf, findings) {
      const previous = new Map(previousIds.filter(p => p.value !== '').map(p => [normal(p.uri), p]));
      for (;;) {
        const items = news(previous, versionOf, findings);
        if (items.length > 0 || token.isCancellationRequested) return { items };
        await new Promise<void>(resolve => {
          wake = resolve;
          token.onCancellationRequested(() => resolve());
        });
      }
    },
  };
}
