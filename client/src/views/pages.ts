// Pages that nobody can edit and that are kept current: what Claude Code makes of an agent, and what all of them cost.
import { Disposable, EventEmitter, l10n, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { budgetRequest, effectiveRequest } from '../../../server/src/lsp/protocol';
import type { LiveTrees } from './trees';

const scheme = 'agentwright-page';

/** What changes without anybody's typing. */
const passive: readonly string[] = [scheme, 'output'];

/** How long changes are gathered before the pages are written anew. */
const gatherMs = 300;

/** The page of an agent; its path is the title of the tab. */
export const agentPage = (agent: Uri, name: string): Uri =>
  Uri.from({ scheme, path: `/${l10n.t('{0} as Claude Code gets it', name)}.md`, query: agent.toString() });

/** A page of its own each time: it takes a look into every file, so it does not follow what is typed. */
export const budgetPage = (): Uri =>
  Uri.from({ scheme, path: `/${l10n.t('What agents and skills cost')}.md`, fragment: String(Date.now()) });

export function providePages(client: LanguageClient, live: LiveTrees): Disposable {
  const changed = new EventEmitter<Uri>();
  let waiting: NodeJS.Timeout | undefined;
  // A skill or the settings may change what an agent gets, so each agent's page is asked for again.
  const renew = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme && uri.query !== '') changed.fire(uri);
    }, gatherMs);
  };
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query }) {
      if (query === '') return client.sendRequest<string>(budgetRequest);
      const page = await client.sendRequest<string | null>(effectiveRequest, { uri: query });
      return page ?? l10n.t('There is no agent in {0}.', Uri.parse(query).path);
    },
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, provider),
    workspace.onDidChangeTextDocument(({ document }) => {
      // Asking is logged, and a log is a document, too.
      if (!passive.includes(document.uri.scheme)) renew();
    }),
    live.onDidChange(renew),
    { dispose: () => clearTimeout(waiting) },
  );
}
