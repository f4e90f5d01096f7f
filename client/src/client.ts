// The connection to the language server: which documents it sees, what it is told, what happens when it crashes.
import { commands, l10n, window, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  LanguageClient,
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
];

const jsonPatterns = ['**/agentwright.json', '**/*.agentwright.json', '**/.mcp.json', '**/.claude/settings*.json'];

/** Languages for which VS Code itself offers names of fields, tools and models. */
const nativeLanguageIds = ['chatagent', 'skill'];

const documentSelector: DocumentFilter[] = [
  ...nativeLanguageIds.map(language => ({ scheme: 'file', language })),
  ...markdownPatterns.map(pattern => ({ scheme: 'file', language: 'markdown', pattern })),
  ...['json', 'jsonc'].flatMap(language => jsonPatterns.map(pattern => ({ scheme: 'file', language, pattern }))),
];

export function createClient(module: string, log: LogOutputChannel): LanguageClient {
  const server = { module, transport: TransportKind.ipc };
  const client: LanguageClient = new LanguageClient(
    'agentwright',
    'Agentwright',
    { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6019'] } } },
    {
      documentSelector,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { configurationSection: 'agentwright' },
      // The server leaves out what VS Code already offers in documents of these languages.
      initializationOptions: { nativeLanguageIds },
      errorHandler: quiet(() => client.createDefaultErrorHandler()),
    },
  );
  return client;
}

/** Restarts as the default does, but speaks up once only: when the server has crashed too often to go on. */
function quiet(createStandard: () => ErrorHandler): ErrorHandler {
  let standard: ErrorHandler | undefined;
  let told = false;
  return {
    async error(error, message, count) {
      standard ??= createStandard();
      return { ...(await standard.error(error, message, count)), handled: true };
    },
    async closed() {
      standard ??= createStandard();
      const result = await standard.closed();
      if (result.action === CloseAction.DoNotRestart && !told) {
        told = true;
        void offerRestart();
      }
      return { ...result, handled: true };
    },
  };
}

async function offerRestart(): Promise<void> {
  const restart = l10n.t('Restart Server');
  const showLog = l10n.t('Show Log');
  const message = l10n.t('The Agentwright language server has crashed repeatedly and was not started again.');
  const answer = await window.showErrorMessage(message, restart, showLog);
  if (answer === restart) await commands.executeCommand('agentwright.restartServer');
  if (answer === showLog) await commands.executeCommand('agentwright.showLog');
}
