// What the rules about paths in a body share: which paths mean a file, and what was probably meant.
import { distance } from 'fastest-levenshtein';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { realmFolder } from '../workspace/realms';
import type { Existence } from '../workspace/paths';
import { slips } from '../workspace/slips';
import { baseName, decoded, isBelow, join, parent, pathBelow, pathFrom } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import type { Fix } from './rule';

const extensions =
  /\.(md|mdx|mdc|txt|rst|adoc|jsonc?|jsonl|ya?ml|toml|ini|xml|csv|html?|css|scss|svg|png|jpe?g|gif|webp|pdf|docx|pptx|xlsx|py|ipynb|[cm]?js|jsx|[cm]?ts|tsx|vue|sh|bash|zsh|ps1|bat|rb|go|rs|java|kt|swift|cs|php|sql|r|lua|tex|template|tmpl|j2|bib)$/i;

/** Whether a path ends like the name of a file or, with its slash, of a folder. */
export const endsLikeFile = (path: string): boolean => extensions.test(path);

/** `guide.md` for `guide.markdown`: other endings of a text that people write of one in Markdown. */
export function asMarkdown(path: string): string | undefined {
  const all = path.replace(/(?<=[\w)-])\.(?:markdown|mdx|txt)$/i, '.md');
  return all === path ? undefined : all;
}

/** Words that manuals write where a path belongs. */
const placeholder =
  /(^|\/)(path|to|folder|dir|directory|your|my)\/|(^|[/_ -])(your|my)[-_ ]|(^|\/)(files?|filename|file-?name|foo|bar|baz|example|name|xxx?|yyy|zzz|link|url|page|doc)(\.|\/|$)|^(?:\.\/)?path\.\w+$/i;

export const isPlaceholderPath = (path: string): boolean => placeholder.test(path);

/** Whether there is something where a link leads, from the folder of its file; an anchor is no part of the path. */
export const atLink = (workspace: Workspace, uri: string, written: string): Existence =>
  workspace.existence(join(parent(uri), decoded(written.replace(/#.*$/, ''))));

/** Paths from elsewhere: addresses, and those from the root. */
export const isElsewhere = (written: string): boolean => /^[a-z]+:|^\//i.test(written);

/** Files that are copied to other places before somebody reads them, or that only show what such files look like. */
export const isSample = (uri: string): boolean => /\/(templates?|examples?|samples?|fixtures|testdata)\//i.test(uri);

/** The folders that paths in a body may count from: of the file, of its skill, of what it belongs to, and of the project. */
export function basesOf({ uri }: Document, workspace: Workspace): string[] {
  const root = workspace.paths.base(uri);
  return [parent(uri), workspace.skillFolder(uri), workspace.resolvePath('.', uri), ...(root ? [root] : [])];
}

/** Changes to the paths that were probably meant. The first is preferred where the same path exists from another folder
 * or the only file of that name lies elsewhere. `folder` is what paths count from there. */
export function pathFixes(
  document: Document,
  workspace: Workspace,
  span: Span,
  path: string,
  folder: string = parent(document.uri),
): Fix[] {
  const { sure, near } = candidates(document.uri, workspace, path, folder);
  return sure === undefined
    ? near.map(uri => changeTo(document, span, pathFrom(folder, uri)))
    : [changeTo(document, span, pathFrom(folder, sure), 'best')];
}

/** Where a path leads when it counts from the nearest folder above a place, up to a root, from which it leads anywhere. */
export function foundAbove(workspace: Workspace, place: string, root: string, path: string): string | undefined {
  for (let folder = parent(place); folder.length >= root.length; folder = parent(folder)) {
    const there = join(folder, path);
    if (workspace.existence(there) === 'yes') return there;
  }
  return undefined;
}

interface Candidates {
  readonly sure: string | undefined;
  readonly near: readonly string[];
}

function candidates(uri: string, workspace: Workspace, path: string, from: string): Candidates {
  // Pasted over itself, a path is there twice.
  const half = path.slice(0, path.length / 2);
  const clean = (half + half === path ? half : path).replace(/^(\.\/)+|\/$/g, '');
  const root = workspace.paths.root(uri) ?? parent(uri);
  const above = foundAbove(workspace, from, root, clean);
  if (above !== undefined) return { sure: above, near: [] };
  const all = realmFolder(workspace.file(uri)?.realm ?? '') ?? root;
  const wanted = join(from, clean);
  const isMeant = (other: string): boolean => other !== uri && !isAnothers(workspace, uri, other, clean, all);
  const [same, near] = nearFiles(workspace, all, wanted, isMeant);
  // Of a file that was renamed where it lies, one of its old name elsewhere is none.
  const beside = near.filter(each => parent(each) === parent(wanted));
  if (beside.length > 0 && same.length > 0) return { sure: undefined, near: [...beside, ...same].slice(0, 3) };
  return { sure: same.length === 1 ? same[0] : undefined, near: [...same, ...near].slice(0, 3) };
}

/** Names that many folders have, so that they say nothing by themselves. */
const everywhere = /^(skill|readme|index|agents|claude|license|changelog|details|main|__init__)\.\w+$/i;

/** Files of the same name, and files of nearly the same path, the nearest first. */
function nearFiles(
  workspace: Workspace,
  folder: string,
  wanted: string,
  isMeant: (uri: string) => boolean,
): [string[], string[]] {
  const name = baseName(wanted).toLowerCase();
  const path = pathFrom(folder, wanted);
  const same: { uri: string; far: number }[] = [];
  const near: { uri: string; far: number }[] = [];
  for (const uri of workspace.paths.below(folder)) {
    const other = baseName(uri).toLowerCase();
    const unique = other === name && !everywhere.test(name);
    if (!unique && slips(name, other) > Math.floor(name.length / 5)) continue;
    if (!isMeant(uri)) continue;
    const far = distance(path, pathBelow(uri, folder));
    if (unique) same.push({ uri, far });
    else if (far <= Math.max(2, Math.floor(path.length / 5))) near.push({ uri, far });
  }
  const sorted = (found: { uri: string; far: number }[]): string[] =>
    found.sort((a, b) => a.far - b.far || (a.uri < b.uri ? -1 : 1)).map(({ uri }) => uri);
  return [sorted(same), sorted(near)];
}

/** Whether a file belongs to another skill, or only shows what such files look like: that it has the same name says nothing.
 * What a skill names comes with it, but where the path leads out of it or is that of a file elsewhere. */
function isAnothers(workspace: Workspace, uri: string, other: string, written: string, project: string): boolean {
  const own = skillAround(workspace, uri);
  if (own !== undefined && isBelow(other, own)) return false;
  if (own !== undefined && !written.startsWith('../') && !other.endsWith(`/${written}`)) return true;
  const skill = skillAround(workspace, other);
  if (skill !== undefined && !isBelow(uri, skill) && !written.includes(`${baseName(skill)}/`)) return true;
  return isSample(`/${pathBelow(other, project)}`) && !isSample(`/${written}`);
}

/** The folder of the skill that a file belongs to, if it belongs to one. */
function skillAround(workspace: Workspace, uri: string): string | undefined {
  const folder = workspace.skillFolder(uri);
  return workspace.existence(join(folder, 'SKILL.md')) === 'yes' ? folder : undefined;
}
