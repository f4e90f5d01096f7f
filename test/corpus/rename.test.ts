// Real agents and skills get a fresh name, and their old one back: nothing else changes, and nothing is wrong meanwhile.
import { strict as assert } from 'node:assert';
import type { Move, NameEdit } from '../../server/src/features/moves';
import type { Read } from '../../server/src/features/read';
import { renaming, subject } from '../../server/src/features/rename-name';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { symbolKind } from '../../server/src/workspace/symbols';
import type { Workspace } from '../../server/src/workspace/workspace';
import { needsCollection, openRepository, repositories, standIn } from '../support/collection';
import { applyEdits } from '../support/fixture';

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
  const there = renaming(workspace, reader(workspace, texts), subject(workspace, before, before.symbol), fresh);
  const touched = [...new Set([...there.edits.map(edit => edit.uri), uri])];
  apply(workspace, texts, there.edits, there.move);
  const now = moved(uri, there.move);
  const concerned = [...new Set([...workspace.takeDirty(), ...touched.map(each => moved(each, there.move))])];
  const news = findings(
    workspace,
    texts,
    concerned.filter(each => texts.has(each)),
  );
  const left = [...workspace.names.holders(before.symbol)];
  const definition = workspace.file(now)?.definitions[0];
  if (!definition) return 'the new name is not known';
  const back = renaming(
    workspace,
    reader(workspace, texts),
    subject(workspace, definition, definition.symbol),
    before.name,
  );
  apply(workspace, texts, back.edits, back.move);
  workspace.takeDirty();
  const changed = [...new Set([...original.keys(), ...texts.keys()])].filter(
    each => original.get(each) !== texts.get(each),
  );
  for (const each of changed) texts.delete(each);
  for (const each of changed) if (original.has(each)) texts.set(each, original.get(each)!);
  if (changed.length > 0) {
    workspace.apply(
      changed.map(each => (texts.has(each) ? { uri: each, text: texts.get(each)! } : { uri: each, gone: true })),
    );
    return `other bytes in ${changed.slice(0, 3).join(', ')}`;
  }
  const unmoved = concerned.map(each => moved(each, there.move && { from: there.move.to, to: there.move.from }));
  const named = (said: string): string => said.split('\0')[1]!.replaceAll(before.name, fresh);
  const known = new Set(findings(workspace, texts, unmoved).map(named));
  const added = news.map(named).filter(said => !known.has(said));
  // A name that several files define is another's as soon as the first one gives it up.
  const alone = workspace.names.definitions(before.symbol).length === 1;
  if (left.length > 0 && alone) return `still named in ${left.join(', ')}`;
  return added.length > 0 && alone ? `says now: ${added.slice(0, 2).join(' | ')}` : undefined;
}

const reader =
  (workspace: Workspace, texts: ReadonlyMap<string, string>): Read =>
  uri =>
    texts.has(uri) ? workspace.read(uri, texts.get(uri)!) : undefined;

function findings(workspace: Workspace, texts: ReadonlyMap<string, string>, uris: readonly string[]): string[] {
  return uris.flatMap(uri => {
    const text = texts.get(uri);
    if (text === undefined) return [];
    return lint(workspace.read(uri, text), workspace).map(
      ({ rule, message }) => `${uri}\0${rule.id}: ${render(message)}`,
    );
  });
}

const moved = (uri: string, move: Move | undefined): string =>
  move && (uri === move.from || uri.startsWith(`${move.from}/`)) ? `${move.to}${uri.slice(move.from.length)}` : uri;

function apply(
  workspace: Workspace,
  texts: Map<string, string>,
  edits: readonly NameEdit[],
  move: Move | undefined,
): void {
  const edited = applyEdits(texts, edits);
  const uris = new Set(edits.map(edit => edit.uri));
  const below = move
    ? [...new Set([...workspace.paths.below(move.from), move.from])].filter(each => workspace.paths.has(each))
    : [];
  const moving = new Set(below);
  for (const uri of below) {
    const text = edited.get(uri);
    texts.delete(uri);
    if (text !== undefined) texts.set(moved(uri, move), text);
  }
  for (const uri of uris) if (!moving.has(uri)) texts.set(uri, edited.get(uri)!);
  workspace.apply([
    ...below.map(uri => ({ uri, gone: true as const })),
    ...below.map(uri => moved(uri, move)).map(uri => (texts.has(uri) ? { uri, text: texts.get(uri)! } : standIn(uri))),
    ...[...uris].filter(uri => !moving.has(uri)).map(uri => ({ uri, text: texts.get(uri)! })),
  ]);
  for (let stale = workspace.takeStale(); stale.length > 0; stale = workspace.takeStale())
    workspace.apply(stale.flatMap(uri => (texts.has(uri) ? [{ uri, text: texts.get(uri)! }] : [])));
}
