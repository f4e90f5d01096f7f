// JSON files of a repository's own that list its agents and skills by name or path, such as rules of when a skill is for, and
// those of Claude Code that name files.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { languageOf } from '../workspace/classify';
import { realmFolder } from '../workspace/realms';
import { symbolKey, symbolName, type Definition, type SymbolKey } from '../workspace/symbols';
import { join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { namesPaths, pathsIn, stringsIn, type Written } from './json-paths';
import type { Read } from './read';
import { pathTarget } from './target';

/** The files that may be catalogues and hold one of these words. */
export const cataloguesWith = (workspace: Workspace, read: Read, words: readonly string[]): string[] =>
  candidates(workspace).filter(uri => read(uri, text => words.some(word => text.includes(word))));

/** By where they lie: below `.claude`, or beside the folders of agents and skills. */
function candidates(workspace: Workspace): string[] {
  const realms = new Set<string>();
  for (const { realm, definitions } of workspace.files) if (definitions.length > 0) realms.add(realm);
  const folders = [...realms].flatMap(realm => realmFolder(realm) ?? []);
  const beside = new Set(folders.flatMap(folder => ['', 'agents', 'skills'].map(path => join(folder, path))));
  return [...workspace.paths.files].filter(
    uri =>
      namesPaths(uri) ||
      (uri.endsWith('.json') &&
        languageOf(uri) === undefined &&
        (/\/\.(claude|agents)\//.test(uri) || beside.has(parent(uri))) &&
        !workspace.paths.has(join(workspace.skillFolder(uri), 'SKILL.md'))),
  );
}

/** An agent or a skill, or a path to something, in a catalogue. */
export type Listed =
  | { readonly is: 'name'; readonly span: Span; readonly symbol: SymbolKey; readonly definition: Definition }
  | { readonly is: 'path'; readonly span: Span; readonly text: string; readonly target: string };

/** So many different things make a file a catalogue; a word alone may be anything, so names of several words count. */
const several = 3;

/** What a catalogue lists; nothing where the file is none. */
export function listedIn(workspace: Workspace, document: Document): Listed[] {
  if (namesPaths(document.uri)) return pathsIn(workspace, document).map(path => ({ is: 'path', ...path }));
  if (document.language !== 'json' || languageOf(document.uri) !== undefined || !document.data) return [];
  const found = stringsIn(document.data, '').flatMap(each => meantBy(workspace, document.uri, each));
  const things = new Set<string>();
  for (const each of found) {
    const uri = each.is === 'name' ? each.definition.uri : definedAt(workspace, each.target);
    if (uri !== undefined && (each.is === 'path' || /\w[-_:/]\w/.test(symbolName(each.symbol)))) things.add(uri);
  }
  return things.size >= several ? found : [];
}

const oneName = /^[A-Za-z0-9][\w-]*([/:][A-Za-z0-9][\w-]*)*$/;

function meantBy(workspace: Workspace, uri: string, { scalar, under }: Written): Listed[] {
  const { text, span } = scalar;
  // What is escaped has other places in the text than in the value.
  if (text.length !== span.end - span.start) return [];
  const found = oneName.test(text) ? nameOf(workspace, uri, text, under) : undefined;
  if (found) return [{ is: 'name', span, ...found }];
  const target = text.includes('/') && /^[\w./@-]+$/.test(text) ? pathTarget(workspace, text, uri) : undefined;
  return target === undefined ? [] : [{ is: 'path', span, text, target }];
}

/** Of an agent and a skill of the same name, the one that the key speaks of. */
function nameOf(
  workspace: Workspace,
  uri: string,
  name: string,
  under: string,
): { readonly symbol: SymbolKey; readonly definition: Definition } | undefined {
  const found = (['skill', 'agent'] as const).flatMap(kind => {
    const symbol = symbolKey(kind, name);
    const [definition] = workspace.resolve(symbol, uri).found;
    return definition ? [{ kind, symbol, definition }] : [];
  });
  if (found.length < 2) return found[0];
  const spoken = found.filter(({ kind }) => under.toLowerCase().includes(kind));
  return spoken.length === 1 ? spoken[0] : undefined;
}

/** The file of an agent or a skill at a path, or in a folder there. */
const definedAt = (workspace: Workspace, target: string): string | undefined =>
  [target, join(target, 'SKILL.md')].find(uri => (workspace.file(uri)?.definitions.length ?? 0) > 0);
