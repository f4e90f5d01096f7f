// Asks for definitions, references and renames as tests do: a fixture goes in, files come out.
import { strict as assert } from 'node:assert';
import { definition } from '../../server/src/features/definition';
import type { Move, NameEdit } from '../../server/src/features/moves';
import type { Read } from '../../server/src/features/read';
import { rename } from '../../server/src/features/rename';
import type { Place } from '../../server/src/features/users';
import { references, type PlacedUse } from '../../server/src/features/uses';
import { Lines } from '../../server/src/syntax/lines';
import { render } from '../../server/src/rules/rule';
import type { WorkspaceOptions } from '../../server/src/workspace/workspace';
import { applyEdits, fixture, root, type Fixture } from './fixture';

/** Every file of a fixture is open, save those that are no business of the workspace. */
export const readOpen =
  ({ workspace, files }: Pick<Fixture, 'workspace' | 'files'>): Read =>
  uri =>
    workspace.document(uri) ?? (files.has(uri) ? workspace.read(uri, files.get(uri)!) : undefined);

/** The files after edits and then moves. */
export function afterMoves(
  files: ReadonlyMap<string, string>,
  edits: readonly NameEdit[],
  moves: readonly Move[],
): Map<string, string> {
  const edited = applyEdits(files, edits);
  return new Map(
    [...edited].map(([uri, text]) => {
      const move = moves.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
      return [move ? `${move.to}${uri.slice(move.from.length)}` : uri, text];
    }),
  );
}

/** Renaming what stands at the cursor makes the files of `after`; those in `asked` are edits that people are asked about. */
export function checkRename(name: string, before: string, after: string, asked: readonly string[] = []): void {
  const { workspace, document, cursor, files } = fixture(before);
  const found = rename(workspace, readOpen({ workspace, files }), document, cursor, name);
  if ('refusal' in found) assert.fail(render(found.refusal));
  const made = afterMoves(files, found.edits, found.move ? [found.move] : []);
  assert.deepEqual(inOrder(made), inOrder(fixture(after).files));
  const unsure = found.edits.filter(({ sure }) => !sure);
  assert.deepEqual(unsure.map(({ uri, span }) => lineOf(files.get(uri)!, span.start)).sort(), [...asked].sort());
}

/** Renaming is refused, with these words. */
export function checkRefused(name: string, before: string, words: string, options: WorkspaceOptions = {}): void {
  const { workspace, document, cursor, files } = fixture(before, options);
  const found = rename(workspace, readOpen({ workspace, files }), document, cursor, name);
  assert.ok('refusal' in found, 'renamed');
  assert.ok(render(found.refusal).includes(words), render(found.refusal));
}

/** The references of what stands at the first mark are exactly the marks, whether the other files are open or closed. */
export function checkReferences(source: string): void {
  const { workspace, document, cursor, marks, files } = fixture(source);
  const wanted = [...marks].flatMap(([uri, spans]) => spans.map(place => ({ uri, place })));
  const found = (): PlacedUse[] => references(workspace, readOpen({ workspace, files }), document, cursor, true);
  assert.deepEqual(places(found(), files), places(wanted, files));
  const others = [...files].filter(([uri]) => uri !== document.uri);
  workspace.apply(others.map(([uri, text]) => ({ uri, text, open: false })));
  assert.deepEqual(places(found(), files), places(wanted, files));
}

/** What stands at the cursor is defined at these places: `path:line`, counted from 1. */
export function checkDefinition(source: string, wanted: readonly string[]): void {
  const { workspace, document, cursor, files } = fixture(source);
  const found = definition(workspace, readOpen({ workspace, files }), document, cursor)?.places ?? [];
  const shown = found.map(
    ({ uri, span }) => `${uri.slice(root.length + 1)}:${lineNumber(files.get(uri)!, span.start)}`,
  );
  assert.deepEqual(shown, wanted);
}

type Placed = Pick<PlacedUse, 'uri' | 'place'>;

const places = (uses: readonly Placed[], files: ReadonlyMap<string, string>): string[] =>
  uses.map(({ uri, place }) => `${uri} ${placeIn(place, files.get(uri)!)}`).sort();

/** Line, column and length. */
export function placeIn(place: Place, text: string): string {
  if ('line' in place) return `${place.line}:${place.column}+${place.length}`;
  const { line, column } = new Lines(text).at(place.start);
  return `${line}:${column}+${place.end - place.start}`;
}

const lineNumber = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const lineOf = (text: string, offset: number): string =>
  text
    .slice(text.lastIndexOf('\n', offset - 1) + 1)
    .split('\n')[0]!
    .trim();

const inOrder = (files: ReadonlyMap<string, string>): [string, string][] =>
  [...files].sort(([a], [b]) => (a < b ? -1 : 1));
