// Names of real repositories: all places that name them are found, and no others; the list was made by hand.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../../server/src/features/read';
import { placedUses, usesOf, type PlacedUse } from '../../server/src/features/uses';
import { Lines } from '../../server/src/syntax/lines';
import { symbolKind } from '../../server/src/workspace/symbols';
import { join as joinUri, pathBelow } from '../../server/src/workspace/uris';
import { needsCollection, openRepository, repositories, type Reading } from '../support/collection';
import { placeIn } from '../support/rename';

interface Listed {
  readonly repo: string;
  readonly kind: string;
  readonly name: string;
  /** Of the file that defines it. */
  readonly path: string;
  /** Each as `path:line:column`, sorted. */
  readonly places: readonly string[];
}

suite('references in real repositories', () => {
  test('are those that people found', async function () {
    needsCollection(this);
    const all = listed();
    assert.equal(all.length, 60);
    const apart: string[] = [];
    for (const repo of new Set(all.map(each => each.repo))) {
      const reading = await openRepository(repo);
      for (const each of all) {
        if (each.repo !== repo) continue;
        const found = placesOf(reading, each);
        const missed = each.places.filter(place => !found.includes(place));
        const over = found.filter(place => !each.places.includes(place));
        const said = [...missed.map(place => `missed ${place}`), ...over.map(place => `over ${place}`)];
        const title = `${repo} ${each.kind} ${each.name}`;
        apart.push(...said.map(place => `${title}: ${place}`));
      }
    }
    assert.deepEqual(apart, []);
  });

  test('are told without reading as with it', async function () {
    needsCollection(this);
    let kept = 0;
    for (const repo of repositories()) {
      const { workspace, text } = await openRepository(repo);
      const read = once(uri => {
        const found = text(uri);
        return found === undefined ? undefined : workspace.read(uri, found);
      });
      const shown = ({ uri, place, form, symbol }: PlacedUse): string =>
        `${uri} ${placeIn(place, text(uri)!)} ${form} ${symbol}`;
      const definitions = [...workspace.files].flatMap(file => file.definitions.slice(0, 1));
      for (const definition of definitions) {
        const target = { is: 'definition', definition } as const;
        const told = placedUses(workspace, read, target);
        kept += told.filter(({ place }) => 'line' in place).length;
        assert.deepEqual(
          told.map(shown),
          usesOf(workspace, read, target).map(use => shown({ ...use, place: use.span })),
          definition.uri,
        );
      }
    }
    assert.ok(kept > 1000, String(kept));
  });
});

function listed(): Listed[] {
  const text = readFileSync(join(process.cwd(), 'test/corpus/references.txt'), 'utf8');
  return text
    .split('\n\n')
    .slice(1)
    .map(block => {
      const [header, ...places] = block.trim().split('\n');
      const [, repo, kind, name, path] = header!.split(' ');
      return { repo: repo!, kind: kind!, name: name!, path: path!, places };
    });
}

function placesOf({ root, workspace, text }: Reading, { kind, path }: Listed): string[] {
  const [definition] = workspace.file(joinUri(root, path))?.definitions ?? [];
  if (!definition || symbolKind(definition.symbol) !== kind) return [`defined otherwise in ${path}`];
  const read = once(uri => {
    const found = text(uri);
    return found === undefined ? undefined : workspace.read(uri, found);
  });
  return usesOf(workspace, read, { is: 'definition', definition })
    .map(({ uri, span }) => {
      const { line, column } = new Lines(text(uri)!).at(span.start);
      return `${pathBelow(uri, root)}:${line + 1}:${column + 1}`;
    })
    .sort();
}
