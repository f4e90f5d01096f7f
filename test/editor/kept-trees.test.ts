// The copy of the trees that the views show: a server that goes in the middle of an answer does not keep it from the next one.
import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { State, type LanguageClient, type StateChangeEvent } from 'vscode-languageclient/node';
import { keepTrees } from '../../client/src/views/trees';
import type { Trees } from '../../server/src/lsp/protocol';

type Answer = (trees: Trees) => void;

/** A client whose requests wait until the test answers them, or for ever. */
function waiting(): { client: LanguageClient; asked: Answer[]; state: (newState: State) => void; tell: () => void } {
  const states = new vscode.EventEmitter<StateChangeEvent>();
  const asked: Answer[] = [];
  let tell = (): void => undefined;
  const client = {
    sendRequest: () => new Promise<Trees>(resolve => asked.push(resolve)),
    onNotification(_: string, handler: () => void) {
      tell = handler;
      return new vscode.Disposable(() => undefined);
    },
    onDidChangeState: states.event,
  };
  return {
    client: client as unknown as LanguageClient,
    asked,
    state: newState => states.fire({ oldState: State.Stopped, newState }),
    tell: () => tell(),
  };
}

const trees = (ready: boolean): Trees => ({ agents: [], skills: [], ready });

suite('kept trees', () => {
  const log = vscode.window.createOutputChannel('kept trees', { log: true });
  suiteTeardown(() => log.dispose());

  test('are asked for again by a new server where the old one never answered', async () => {
    const { client, asked, state, tell } = waiting();
    const kept = keepTrees(client, log);
    state(State.Running);
    asked[0]!(trees(true));
    await turn();
    const first = kept.now;
    assert.ok(first);
    tell();
    state(State.Stopped);
    state(State.Starting);
    state(State.Running);
    await turn();
    assert.equal(asked.length, 3);
    assert.equal(kept.now, first, 'the old ones stay meanwhile');
    const now = trees(true);
    asked[2]!(now);
    await turn();
    assert.equal(kept.now, now);
    kept.dispose();
  });

  test('share an answer that is under way', async () => {
    const { client, asked, state } = waiting();
    const kept = keepTrees(client, log);
    state(State.Running);
    const both = [kept.refresh(), kept.refresh()];
    assert.equal(asked.length, 1);
    asked[0]!(trees(true));
    await turn();
    assert.equal(asked.length, 2, 'what came meanwhile is asked once');
    const now = trees(true);
    asked[1]!(now);
    assert.deepEqual(await Promise.all(both), [now, now]);
    kept.dispose();
  });
});
