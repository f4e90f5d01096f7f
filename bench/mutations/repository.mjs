// A real repository in one workspace, in which files are broken and mended, and what is found in it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../../scripts/bundle.mjs';
import { linesOf } from './text.mjs';

const engine = await load(
  `export { openCopy, standIn } from './support/collection';
   export { lint } from '../server/src/rules/lint';
   export { render } from '../server/src/rules/rule';
   export { applyEdits } from './support/fixture';
   export { join as below, pathBelow } from '../server/src/workspace/uris';`,
  'test',
);
const { lint, render, applyEdits, below, pathBelow } = engine;

/** Every folder of a corpus, read once each. */
export async function repositories(corpus) {
  const names = readdirSync(corpus, { withFileTypes: true }).filter(each => each.isDirectory());
  const all = [];
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1)))
    all.push(await open(join(corpus, name), name));
  return all;
}

async function open(folder, name) {
  const reading = await engine.openCopy(folder);
  const { root, workspace } = reading;
  const texts = new Map();
  for (const uri of reading.uris) {
    const text = reading.text(uri);
    if (text !== undefined && !workspace.isIgnored(uri)) texts.set(pathBelow(uri, root), text);
  }
  const files = [...texts].map(([path, text]) => ({ path, text, role: workspace.role(below(root, path)) }));
  const paths = new Set(texts.keys());
  if (existsSync(join(folder, '.PATHS.txt')))
    for (const { text } of linesOf(reading.text(below(root, '.PATHS.txt')) ?? '')) paths.add(text); // prettier-ignore
  else for (const entry of readdirSync(folder, { recursive: true })) paths.add(entry);
  const folders = new Set(
    [...paths].flatMap(path => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))),
  );
  const seen = {
    paths,
    folders,
    skills: namesOf(files, 'skill', path => path.split('/').at(-2)),
    agents: namesOf(files, 'agent', (_, text) => /^name:[ \t]*["']?([\w-]+)["']?[ \t]*$/m.exec(text)?.[1]),
    text: path => texts.get(path),
  };

  /** Takes texts by path, as an editor shows them; undefined stands for a file that is gone. */
  function show(changes) {
    workspace.apply([...changes].map(([path, text]) => text === undefined ? { uri: below(root, path), gone: true } : { uri: below(root, path), text, open: true })); // prettier-ignore
    settle();
  }

  /** All as it was: what the changes touched is closed again, or gone. */
  function restore(changes) {
    workspace.apply([...changes.keys()].map(path => (paths.has(path) ? closed(path) : { uri: below(root, path), gone: true }))); // prettier-ignore
    settle();
  }

  const closed = path => {
    const uri = below(root, path);
    return texts.has(path) ? { uri, text: texts.get(path) } : engine.standIn(uri);
  };

  function settle() {
    for (let stale = workspace.takeStale(); stale.length > 0; stale = workspace.takeStale()) workspace.apply(stale.map(uri => closed(pathBelow(uri, root)))); // prettier-ignore
    workspace.takeDirty();
  }

  const read = uri => {
    const text = texts.get(pathBelow(uri, root));
    return text === undefined ? undefined : workspace.read(uri, text);
  };

  /** What is said of a file, with its lines from 0. */
  function findings(path, text) {
    const document = workspace.read(below(root, path), text);
    const starts = linesOf(text).map(line => line.at);
    return lint(document, workspace).map(({ rule, severity, span, message, fixes }) => ({
      key: `${rule.id}: ${render(message)}`,
      rule: rule.id,
      severity,
      line: starts.findLastIndex(at => at <= span.start),
      fixes: () => (fixes?.(read) ?? []).map(fix => ({ title: render(fix.title), edits: fix.edits })),
    }));
  }

  /** The texts by path after a fix, of the files that it touches; undefined of one that it moves away. */
  function fixed(fix, changes) {
    const now = new Map([...texts, ...changes].filter(([, text]) => text !== undefined));
    const moved = fix.edits.flatMap(edit => ('moveTo' in edit ? [pathBelow(edit.uri, root)] : []));
    const isMoved = path => moved.some(from => path === from || path.startsWith(`${from}/`));
    const named = new Set(fix.edits.map(edit => pathBelow(edit.uri, root)));
    const before = [...now].filter(([path]) => named.has(path) || isMoved(path));
    const after = applyEdits(new Map(before.map(([path, text]) => [below(root, path), text])), fix.edits);
    const gone = before.filter(([path]) => isMoved(path)).map(([path]) => [path, undefined]);
    return new Map([...gone, ...[...after].map(([uri, text]) => [pathBelow(uri, root), text])]);
  }

  /** Where a file is after a fix. */
  function movedTo(path, fix) {
    const uri = below(root, path);
    const move = fix.edits.find(each => 'moveTo' in each && `${uri}/`.startsWith(`${each.uri}/`));
    return move ? pathBelow(move.moveTo + uri.slice(move.uri.length), root) : path;
  }

  return { name, files, seen, movedTo, show, restore, findings, fixed, text: path => texts.get(path) };
}

function namesOf(files, role, nameOf) {
  const homes = new Map();
  for (const file of files) {
    const name = file.role === role ? nameOf(file.path, file.text) : undefined;
    if (name) homes.set(name, [...(homes.get(name) ?? []), file.path]);
  }
  return homes;
}
