// A session at its start, with what only the server itself lays hands on.
import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { keepFiles, type Files } from '../disk/files';
import { fromPath } from '../disk/uris';
import { facetsRead } from '../rules/lint';
import { Workspace } from '../workspace/workspace';
import { abilitiesOf, type Abilities } from './abilities';
import { positionsOf } from './convert';
import { Findings } from './findings';
import { afterPause, gathered } from './gather';
import { guard, guardNow } from './guard';
import { answerWorkspaceDiagnostics, gatherMs, type Pull } from './pull';
import type { Process, Session } from './session';
import { clientOptions, defaults, type Settings } from './settings';

export interface OpenSession {
  readonly session: Session;
  readonly host: Process;
  readonly buffers: Map<string, TextDocument>;
  readonly files: Files;
  readonly pull: Pull;
  /** What shows trees and tokens, once there is something that does. */
  readonly trees: { changed(): void };
  readonly tokens: { changed(): void };
  /** Work on files goes one after another: two readings of one folder must not cross. */
  readonly enqueue: (name: string, task: () => Promise<void> | void) => Promise<void>;
  /** What a client refuses costs a line in the log, not the server. */
  readonly asked: (answer: Promise<unknown>) => void;
  readonly setSettings: (settings: Settings) => void;
  readonly setReady: () => void;
}

export function openSession(connection: Connection, host: Process, params: InitializeParams): OpenSession {
  const abilities = abilitiesOf(params.capabilities);
  const log = (text: string): void => connection.console.error(text);
  const asked = (answer: Promise<unknown>): void =>
    void answer.catch((error: unknown) => log(error instanceof Error ? error.message : String(error)));
  const tick = (): Promise<void> => host.tick();
  const buffers = new Map<string, TextDocument>();
  const workspace = new Workspace({
    facets: facetsRead(),
    ...(host.home === undefined ? {} : { home: fromPath(host.home) }),
  });
  const files = keepFiles(workspace, uri => buffers.has(uri), tick);
  const parts = {
    ...{ host, buffers, files, asked },
    pull: answerWorkspaceDiagnostics(),
    trees: { changed: (): void => undefined },
    tokens: { changed: (): void => undefined },
  };
  const findings = findingsOf(connection, workspace, abilities, log, parts);

  let settings = defaults;
  let isReady = false;
  let resolveReady: () => void = () => undefined;
  const ready = new Promise<void>(resolve => (resolveReady = resolve));
  let work: Promise<void> = Promise.resolve();
  return {
    ...parts,
    enqueue: (name, task) => (work = work.then(() => guard(name, undefined, log, task)(undefined))),
    setSettings: read => (settings = read),
    setReady() {
      isReady = true;
      resolveReady();
    },
    session: {
      ...{ connection, workspace, findings, abilities, ready, log, tick },
      ...clientOptions(params.initializationOptions),
      isReady: () => isReady,
      settings: () => settings,
      buffer: uri => buffers.get(uri),
      positions(uri) {
        const text = buffers.get(uri) ?? files.text(uri);
        return typeof text === 'string' ? positionsOf(text) : text;
      },
      read(uri, about) {
        const known = workspace.document(uri);
        const text = known ? undefined : (buffers.get(uri)?.getText() ?? files.text(uri));
        return text === undefined || about?.(text) === false ? known : workspace.read(uri, text);
      },
    },
  };
}

/** What is done when all files have been looked at for the first time, and nobody did anything for a while. */
function idleOnce({ rehearse }: Process): () => void {
  let left = rehearse;
  const soon = afterPause(restMs, () => {
    left?.();
    left = undefined;
  });
  return () => {
    if (left) soon();
  };
}

const restMs = 300;

type Parts = Pick<OpenSession, 'host' | 'buffers' | 'files' | 'asked' | 'pull' | 'trees' | 'tokens'>;

function findingsOf(
  connection: Connection,
  workspace: Workspace,
  abilities: Abilities,
  log: (text: string) => void,
  { host, buffers, files, asked, pull, trees, tokens }: Parts,
): Findings {
  const refreshSoon = gathered(gatherMs, () => asked(connection.languages.diagnostics.refresh()));
  return new Findings({
    workspace,
    open: uri => buffers.get(uri),
    pages: abilities.opensCodes ? host.pages : undefined,
    text: uri => files.judged(uri),
    tick: () => host.tick(),
    publish(uri, version, items) {
      if (abilities.pullsDiagnostics) return;
      const to = buffers.get(uri)?.uri ?? uri;
      const told = { uri: to, diagnostics: [...items], ...(version === undefined ? {} : { version }) };
      asked(connection.sendDiagnostics(told));
    },
    changed(openFile) {
      if (openFile && abilities.refreshesDiagnostics) refreshSoon();
      if (openFile) tokens.changed();
      else pull.changed();
    },
    counted: () => trees.changed(),
    guard: (name, work) => guardNow(name, log, work)(undefined),
    idle: idleOnce(host),
  });
}
