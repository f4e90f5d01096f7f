// The connection to the language server: which documents it sees, what it is told, what happens when it crashes.
import { commands, extensions, l10n, window, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  ResponseError,
  RevealOutputChannelOn,
  TransportKind,
  type DocumentFilter,
  type ErrorHandler,
} from 'vscode-languageclient/node';

/** Where agents, skills and commands lie. VS Code leaves nested agents and commands in plain `markdown`. */
const markdownPatterns = [
  '**/.claude/**/*.md',
  '**/agents/**/*.md',
  '**/skills/**/*.md',
  '**/commands/**/*.md',
  '**/SKILL.md',
  '**/*.agent.md',
  '**/output-styles/*.md',
  '**/CLAUDE.md',
  '**/CLAUDE.local.md',
  '**/AGENTS.md',
];

const jsonPatterns = [
  '**/agentwright.json',
  '**/*.agentwright.json',
  '**/.mcp.json',
  '**/.lsp.json',
  '**/.claude/settings*.json',
  '**/.claude-plugin/*.json',
  '**/hooks/hooks.json',
  // Catalogues of a repository's own: edits in them count in what is shown, be it saved or not.
  '**/.claude/**/*.json',
];

/** Languages for which VS Code itself offers names of fields, tools and models. */
const nativeLanguageIds = ['chatagent', 'skill'];

/** VS Code calls rules of Claude Code `instructions`. */
const markdownLanguages = ['markdown', 'instructions', 'prompt'];

/** VS Code's own Markdown makes links of `[text](path)` in all of them. */
const linkedLanguageIds = [...nativeLanguageIds, ...markdownLanguages];

/** Languages whose headings or keys VS Code outlines, as its own extensions say; none of one that is disabled. */
const outlinedLanguageIds = (): string[] =>
  ['vscode.markdown-language-features', 'vscode.json-language-features'].flatMap(id => {
    const manifest = extensions.getExtension(id)?.packageJSON as { activationEvents?: readonly string[] } | undefined;
    return (manifest?.activationEvents ?? []).flatMap(event => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []);
  });

/** VS Code suggests nothing by itself while somebody types a word in these. */
const quietSelector: DocumentFilter[] = markdownLanguages.flatMap(language =>
  markdownPatterns.map(pattern => ({ scheme: 'file', language, pattern })),
);

const otherSelector: DocumentFilter[] = [
  ...nativeLanguageIds.map(language => ({ scheme: 'file', language })),
  ...['json', 'jsonc'].flatMap(language => jsonPatterns.map(pattern => ({ scheme: 'file', language, pattern }))),
];

const documentSelector = [...quietSelector, ...otherSelector];

/** A server that crashes is started again at once, unless it has done so more than so often in so long. */
const restarts = { count: 5, withinMs: 3 * 60_000 };

export function createClient(module: string, log: LogOutputChannel): LanguageClient {
  const server = { module, transport: TransportKind.ipc };
  return new QuietClient(
    'agentwright',
    'Agentwright',
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6019'] } } },
    {
      documentSelector,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'agentwright' },
      // The server leaves out what VS Code already offers in documents of these languages.
      initializationOptions: {
        nativeLanguageIds,
        quietSelector,
        otherSelector,
        linkedLanguageIds,
        outlinedLanguageIds: outlinedLanguageIds(),
        showsReferences: true,
      },
      // Without it the library shows the bare error; `false` ends the server, which is then started again.
      initializationFailedHandler: () => false,
      errorHandler: restarting(),
    },
  );
}

/** Starts the server. Where there is one, the error handler looks after it; that there is none is said here. */
export async function startServer(client: LanguageClient): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    if (error instanceof ResponseError) return;
    await offerRestart(l10n.t('The Agentwright language server could not be started.'));
  }
}

/** Failures go to the log alone: the library would show each of the three or four that one crash brings with it. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Speaks up only when the server has crashed too often to go on; after that, counting begins anew. */
function restarting(): ErrorHandler {
  let crashes: number[] = [];
  return {
    // A broken connection closes by itself. Shutting it down here would count as wanted, and nothing would start again.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      crashes = [...crashes.filter(time => now - time < restarts.withinMs), now];
      if (crashes.length <= restarts.count) return { action: CloseAction.Restart, handled: true };
      crashes = [];
      void offerRestart(l10n.t('The Agentwright language server has crashed repeatedly and was not started again.'));
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offerRestart(message: string): Promise<void> {
  const restart = l10n.t('Restart Server');
  const showLog = l10n.t('Show Log');
  const answer = await window.showErrorMessage(message, restart, showLog);
  if (answer === restart) await commands.executeCommand('agentwright.restartServer');
  if (answer === showLog) await commands.executeCommand('agentwright.showLog');
}
