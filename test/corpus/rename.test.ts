// Real agents and skills get a fresh name, and their old one back: nothing else changes, and nothing is wrong meanwhile.
import { strict as assert } from 'node:assert';
import { renaming, subject } from '../../server/src/features/rename-name';
import { symbolKind } from '../../server/src/workspace/symbols';
import type { Workspace } from '../../server/src/workspace/workspace';
import { needsCollection, openRepository, repositories } from '../support/collection';
import { applyRenaming, findingsIn, moved, readerOf, restore } from '../support/rounds';

const fresh = 'zz-fresh-name';
/** So many over all repositories; `RENAMES=all` takes every one. */
const wanted = 200;

suite('renames in real repositories', () => {
  test('give every byte back, and bring no finding', async function () {
    needsCollection(this);
    this.timeout(1_200_000);
    const wrong: string[] = [];
    let count = 0;
    const each = process.env.RENAMES === 'all' ? 1 : Math.ceil(totals / wanted);
    let seen = 0;
    for (const repo of repositories()) {
      const { workspace, uris, text } = await openRepository(repo);
      const texts = new Map(uris.map(uri => [uri, text(uri) ?? '']));
      for (const uri of uris) {
        const definition = workspace.file(uri)?.definitions[0];
        if (!definition || symbolKind(definition.symbol) === 'command' || seen++ % each !== 0) continue;
        count++;
        const problem = thereAndBack(workspace, texts, uri);
        if (problem !== undefined) wrong.push(`${repo}: ${uri.slice(uri.indexOf(repo))}: ${problem}`);
      }
    }
    assert.ok(count >= (each === 1 ? totals / 2 : wanted / 2), `${count} renamed`);
    assert.deepEqual(wrong, []);
  });
});

/** About so many agents and skills are collected. */
const totals = 2000;

/** Renames what a file defines, and back; answers what was wrong. */
function thereAndBack(workspace: Workspace, texts: Map<string, string>, uri: string): string | undefined {
  const original = new Map(texts);
  const before = workspace.file(uri)!.definitions[0]!;
  workspace.takeDirty();
  const there = renaming(workspace, readerOf(workspace, texts), subject(workspace, before, before.symbol), fresh);
  const touched = [...new Set([...there.edits.map(edit => edit.uri), uri])];
  applyRenaming(workspace, texts, there);
  const now = moved(uri, there.move);
  const concerned = [...new Set([...workspace.takeDirty(), ...touched.map(each => moved(each, there.move))])];
  const news = findingsIn(
    workspace,
    texts,
    concerned.filter(each => texts.has(each)),
  );
  const left = [...workspace.names.holders(before.symbol)];
  const definition = workspace.file(now)?.definitions[0];
  if (!definition) return 'the new name is not known';
  const back = renaming(
    workspace,
    readerOf(workspace, texts),
    subject(workspace, definition, definition.symbol),
    before.name,
  );
  applyRenaming(workspace, texts, back);
  workspace.takeDirty();
  const changed = restore(workspace, texts, original);
  if (changed.size > 0) return `other bytes in ${[...changed.keys()].slice(0, 3).join(', ')}`;
  const unmoved = concerned.map(each => moved(each, there.move && { from: there.move.to, to: there.move.from }));
  const named = (said: string): string => said.split('\0')[1]!.replaceAll(before.name, fresh);
  const known = new Set(findingsIn(workspace, texts, unmoved).map(named));
  const added = news.map(named).filter(said => !known.has(said));
  // A name that several files define is another's as soon as the first one gives it up.
  const alone = workspace.names.definitions(before.symbol).length === 1;
  if (left.length > 0 && alone) return `still named in ${left.join(', ')}`;
  return added.length > 0 && alone ? `says now: ${added.slice(0, 2).join(' | ')}` : undefined;
}
