// Files, headings and MCP servers of real repositories get another name where they are named, and their old one back.
import { strict as assert } from 'node:assert';
import { prepareRename, rename } from '../../server/src/features/rename';
import type { Renaming } from '../../server/src/features/renamer';
import { serverKeys } from '../../server/src/features/servers';
import { render } from '../../server/src/rules/rule';
import { headingSpans } from '../../server/src/workspace/headings';
import { baseName } from '../../server/src/workspace/uris';
import type { Workspace } from '../../server/src/workspace/workspace';
import { needsCollection, openRepository, repositories } from '../support/collection';
import { applyRenaming, findingsIn, moved, readerOf, restore } from '../support/rounds';

/** A place at which something is renamed. */
interface Place {
  readonly uri: string;
  readonly offset: number;
  readonly fresh: string;
  /** What it is called, so that each thing is renamed once. */
  readonly thing: string;
}

type Find = (workspace: Workspace, texts: ReadonlyMap<string, string>, uri: string) => Place[];

/** `RENAMES=all` takes every one. */
const isAll = process.env.RENAMES === 'all';

suite('renames of places in real repositories', () => {
  test('of files, from links, imports and lists', check(pathsIn, 3, 100));
  test('of headings', check(headingsIn, 60, 100));
  test('of servers', check(serversIn, 1, 5));
});

/** Of all things, each `every`th is renamed, and back: no byte differs, and nothing is wrong meanwhile. */
function check(find: Find, every: number, least: number): (this: Mocha.Context) => Promise<void> {
  return async function () {
    needsCollection(this);
    this.timeout(1_200_000);
    const wrong: string[] = [];
    let seen = 0;
    let count = 0;
    for (const repo of repositories()) {
      const { workspace, uris, text } = await openRepository(repo);
      const texts = new Map(uris.map(uri => [uri, text(uri) ?? '']));
      const known = new Set<string>();
      for (const uri of uris) {
        for (const place of find(workspace, texts, uri)) {
          if (known.has(place.thing)) continue;
          known.add(place.thing);
          if (!isAll && seen++ % every !== 0) continue;
          count++;
          const problem = thereAndBack(workspace, texts, place);
          if (problem !== undefined) wrong.push(`${repo}: ${uri.slice(uri.indexOf(repo))}: ${place.thing}: ${problem}`);
        }
      }
    }
    assert.ok(count >= least, `${count} renamed`);
    assert.deepEqual(wrong, []);
  };
}

function pathsIn(workspace: Workspace, texts: ReadonlyMap<string, string>, uri: string): Place[] {
  const document = workspace.read(uri, texts.get(uri)!);
  return workspace.references(document, 'file').flatMap(({ form, name, span }) => {
    const ending = /\.[a-z.]+$/i.exec(baseName(name))?.[0];
    const isPath = form === 'link' || form === 'import' || form === 'field';
    if (!isPath || ending === undefined || !workspace.paths.has(name) || isMoreThanItsPath(workspace, name)) return [];
    const folder = document.text.slice(span.start, span.end).replace(/[^/]*$/, '');
    return [{ uri, offset: span.start, fresh: `${folder}zz-folder/zz-fresh${ending}`, thing: name }];
  });
}

/** Of a file that defines something the name goes along, and a README is none where agents lie once it is called otherwise. */
const isMoreThanItsPath = (workspace: Workspace, uri: string): boolean =>
  (workspace.file(uri)?.definitions.length ?? 0) > 0 || baseName(uri) === 'README.md';

function headingsIn(workspace: Workspace, texts: ReadonlyMap<string, string>, uri: string): Place[] {
  const document = workspace.read(uri, texts.get(uri)!);
  // A step or a number under another heading is one that the others lack.
  const spans = headingSpans(document).filter(
    ({ start, end }) => start < end && !/^(?:(?:Step|Phase|Stage) )?\d/.test(document.text.slice(start, end)),
  );
  return spans.map(({ start }) => ({
    uri,
    offset: start,
    fresh: 'Zz Fresh',
    thing: `${uri} ${start}`,
  }));
}

function serversIn(workspace: Workspace, texts: ReadonlyMap<string, string>, uri: string): Place[] {
  const keys = serverKeys(workspace, workspace.read(uri, texts.get(uri)!));
  return keys.map(({ text, span }) => ({ uri, offset: span.start, fresh: 'zz-fresh', thing: `${uri} ${text}` }));
}

function thereAndBack(workspace: Workspace, texts: Map<string, string>, place: Place): string | undefined {
  const original = new Map(texts);
  const old = nameAt(workspace, texts, place.uri, place.offset);
  workspace.takeDirty();
  const there = renamed(workspace, texts, place.uri, place.offset, place.fresh);
  if (typeof there === 'string') return there;
  const before = place.offset + shiftBefore(there, place);
  const dirty = workspace.takeDirty();
  const touched = there.edits.map(({ uri }) => moved(uri, there.move));
  const concerned = [...new Set([...dirty, ...touched])].filter(uri => texts.has(uri));
  const news = findingsIn(workspace, texts, concerned);
  const back = renamed(workspace, texts, moved(place.uri, there.move), before, old);
  workspace.takeDirty();
  const changed = restore(workspace, texts, original);
  if (typeof back === 'string') return back;
  const other = [...changed].flatMap(([uri, text]) => (plain(text) === plain(original.get(uri)) ? [] : [uri]));
  if (other.length > 0) return `other bytes in ${other.slice(0, 3).join(', ')}`;
  const rule = (said: string): string => said.split('\0')[1]!.split(':')[0]!;
  const unmoved = concerned.map(uri => moved(uri, there.move && { from: there.move.to, to: there.move.from }));
  const known = findingsIn(workspace, texts, unmoved).map(rule);
  for (const said of news) {
    const at = known.indexOf(rule(said));
    if (at < 0) return `says now: ${said}`;
    known.splice(at, 1);
  }
  return undefined;
}

/** A path that has led to a folder above meanwhile is written without `./` again, and an anchor that had lost what
 * an emoji leaves has it. */
const plain = (text: string | undefined): string | undefined =>
  text?.replaceAll('](./', '](').replace(/\]\(#(?:-|\uFE0F)+/g, '](#');

function nameAt(workspace: Workspace, texts: ReadonlyMap<string, string>, uri: string, offset: number): string {
  const read = readerOf(workspace, texts);
  const found = prepareRename(workspace, read, read(uri)!, offset);
  return 'refusal' in found ? render(found.refusal) : found.name;
}

/** Why it was refused, or what was done. */
function renamed(
  workspace: Workspace,
  texts: Map<string, string>,
  uri: string,
  offset: number,
  name: string,
): Renaming | string {
  const read = readerOf(workspace, texts);
  const found = rename(workspace, read, read(uri)!, offset, name);
  if ('refusal' in found) return `to ${name}: ${render(found.refusal)}`;
  applyRenaming(workspace, texts, found);
  return found;
}

/** How far the place has moved by what was edited before it. */
const shiftBefore = ({ edits }: Renaming, { uri, offset }: Place): number =>
  edits
    .filter(edit => edit.uri === uri && edit.span.start < offset && edit.span.end <= offset)
    .reduce((sum, { span, text }) => sum + text.length - (span.end - span.start), 0);
