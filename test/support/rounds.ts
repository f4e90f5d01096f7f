// Applies what a rename answers to the texts of a repository in memory, as an editor would on disk.
import type { Move } from '../../server/src/features/moves';
import type { Read } from '../../server/src/features/read';
import type { Renaming } from '../../server/src/features/renamer';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import type { Workspace } from '../../server/src/workspace/workspace';
import { standIn } from './collection';
import { applyEdits } from './fixture';

export const readerOf =
  (workspace: Workspace, texts: ReadonlyMap<string, string>): Read =>
  uri =>
    texts.has(uri) ? workspace.read(uri, texts.get(uri)!) : undefined;

/** Where a file lies after a move. */
export const moved = (uri: string, move: Move | undefined): string =>
  move && (uri === move.from || uri.startsWith(`${move.from}/`)) ? `${move.to}${uri.slice(move.from.length)}` : uri;

/** The edits first, then the move; `texts` are those of files that are read, other files only lie there. */
export function applyRenaming(workspace: Workspace, texts: Map<string, string>, { edits, move }: Renaming): void {
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
  settle(workspace, texts);
}

function settle(workspace: Workspace, texts: ReadonlyMap<string, string>): void {
  for (let stale = workspace.takeStale(); stale.length > 0; stale = workspace.takeStale())
    workspace.apply(stale.flatMap(uri => (texts.has(uri) ? [{ uri, text: texts.get(uri)! }] : [])));
}

/** Gives files that differ their first text again, so that one fault does not show in all that follows; answers what they
 * were. */
export function restore(
  workspace: Workspace,
  texts: Map<string, string>,
  original: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | undefined> {
  const changed = [...new Set([...original.keys(), ...texts.keys()])].filter(
    each => original.get(each) !== texts.get(each),
  );
  const were = new Map(changed.map(each => [each, texts.get(each)] as const));
  for (const each of changed) {
    texts.delete(each);
    if (original.has(each)) texts.set(each, original.get(each)!);
  }
  if (changed.length === 0) return were;
  workspace.apply(
    changed.map(each => (texts.has(each) ? { uri: each, text: texts.get(each)! } : { uri: each, gone: true })),
  );
  settle(workspace, texts);
  return were;
}

/** What is said of files, as `uri\0rule: message`. */
export function findingsIn(
  workspace: Workspace,
  texts: ReadonlyMap<string, string>,
  uris: readonly string[],
): string[] {
  return uris.flatMap(uri => {
    const text = texts.get(uri);
    if (text === undefined) return [];
    return lint(workspace.read(uri, text), workspace).map(
      ({ rule, message }) => `${uri}\0${rule.id}: ${render(message)}`,
    );
  });
}
