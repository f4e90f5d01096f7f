// What Claude Code really makes of an agent, as a page that nobody can edit: the preview's text, kept current.
import { Disposable, EventEmitter, l10n, Uri, workspace, type TextDocumentContentProvider } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { effectiveRequest, type Effective } from '../../../server/src/lsp/protocol';
import type { LiveTrees } from './trees';

const scheme = 'agentwright-effective';

/** How long changes are gathered before the page is written anew. */
const gatherMs = 300;

/** Null for files that are no agents. */
export const effectiveOf = (client: LanguageClient, uri: string): Promise<Effective | null> =>
  client.sendRequest<Effective | null>(effectiveRequest, { uri });

/** The page of an agent; its name is the title of the tab. */
export const pageOf = (agent: Uri, name: string): Uri =>
  Uri.from({ scheme, path: `/${l10n.t('{0} as Claude Code gets it', name)}.md`, query: agent.toString() });

export function provideEffective(client: LanguageClient, live: LiveTrees): Disposable {
  const changed = new EventEmitter<Uri>();
  let waiting: NodeJS.Timeout | undefined;
  // A skill, the settings or another agent may change what an agent gets, so every page is asked for again.
  const renew = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    }, gatherMs);
  };
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent({ query }) {
      const found = await effectiveOf(client, query);
      return found?.page ?? l10n.t('There is no agent in {0}.', Uri.parse(query).path);
    },
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, provider),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme !== scheme) renew();
    }),
    live.onDidChange(renew),
    { dispose: () => clearTimeout(waiting) },
  );
}
