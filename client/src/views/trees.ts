// The one copy of what the server says about agents and skills; both views, the pickers and the context keys read it.
import { commands, Disposable, EventEmitter, Uri, window, type Event, type LogOutputChannel } from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { treesChangedNotification, treesRequest, type TreeAgent, type Trees } from '../../../server/src/lsp/protocol';

export interface LiveTrees extends Disposable {
  /** The last answer; undefined until the first one. */
  readonly now: Trees | undefined;
  readonly onDidChange: Event<Trees>;
  /** Asks the server again. Calls that come while one is under way share the next answer. */
  refresh(): Promise<Trees | undefined>;
  /** Resolves when the server has read the workspace, or cannot. */
  readonly settled: Promise<void>;
}

export function keepTrees(client: LanguageClient, log: LogOutputChannel): LiveTrees {
  const changed = new EventEmitter<Trees>();
  let now: Trees | undefined;
  let running: Promise<Trees | undefined> | undefined;
  let again: Promise<Trees | undefined> | undefined;
  let settle = (): void => undefined;
  /** Ends the wait for an answer. */
  let giveUp = (): void => undefined;
  const settled = new Promise<void>(resolve => (settle = resolve));

  async function ask(): Promise<Trees | undefined> {
    // What a server was asked that crashed just then may never be answered, nor refused.
    const given = new Promise<undefined>(resolve => (giveUp = () => resolve(undefined)));
    try {
      const answer = await Promise.race([client.sendRequest<Trees>(treesRequest), given]);
      if (!answer) return now;
      // The old trees stay while a server that was started again is still reading.
      if (now?.ready && !answer.ready) return now;
      now = answer;
      setContexts(now);
      changed.fire(now);
      if (now.ready) settle();
    } catch (error) {
      // A server that is down must not empty the views either.
      log.debug(`The trees were not answered: ${String(error)}`);
    }
    return now;
  }

  function refresh(): Promise<Trees | undefined> {
    if (running) {
      again ??= running.then(() => {
        again = undefined;
        return start();
      });
      return again;
    }
    return start();
  }

  function start(): Promise<Trees | undefined> {
    running = ask().finally(() => (running = undefined));
    return running;
  }

  const parts = [
    changed,
    client.onNotification(treesChangedNotification, () => void refresh()),
    client.onDidChangeState(({ newState }) => {
      const runs = newState === State.Running;
      const starts = newState === State.Starting;
      setContext('stopped', !runs && !starts);
      giveUp();
      if (runs) void refresh();
      else if (!starts) settle();
    }),
    window.onDidChangeActiveTextEditor(() => setContext('agentActive', activeAgent(now) !== undefined)),
  ];

  return {
    get now() {
      return now;
    },
    onDidChange: changed.event,
    refresh,
    settled,
    dispose() {
      Disposable.from(...parts).dispose();
    },
  };
}

/** The agent whose file is in the active editor. */
export const activeAgent = (trees: Trees | undefined): TreeAgent | undefined =>
  agentAt(trees, window.activeTextEditor?.document.uri);

/** The agent of a file. */
export const agentAt = (trees: Trees | undefined, uri: Uri | undefined): TreeAgent | undefined =>
  uri && trees?.agents.find(agent => Uri.parse(agent.uri).toString() === uri.toString());

function setContexts(trees: Trees): void {
  setContext('ready', trees.ready);
  setContext('hasAgents', trees.agents.length > 0);
  setContext('hasSkills', trees.skills.length > 0);
  setContext('agentActive', activeAgent(trees) !== undefined);
}

function setContext(key: string, value: boolean): void {
  void commands.executeCommand('setContext', `agentwright.${key}`, value);
}
