// `claude.md` or `CLAUDE.txt` where a `CLAUDE.md` is meant: Claude Code finds the one only where names of files are not told apart by
// capitals, and the other nowhere.
import type { Document } from '../syntax/document';
import { memoryName } from '../workspace/misnamed';
import { baseName, isBelow, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isSample } from './file-paths';
import { firstLine } from './first-line';
import { moveTo } from './moving';
import { say, type Finding } from './rule';

export function misnamedMemory(document: Document, workspace: Workspace): Finding | undefined {
  const { uri, text } = document;
  const wanted = memoryName(uri);
  const name = baseName(uri);
  const root = workspace.paths.root(uri);
  if (wanted === undefined || name === wanted || root === undefined || text.trim() === '') return undefined;
  const folder = parent(uri);
  const project = baseName(folder) === '.claude' ? parent(folder) : folder;
  const to = `${folder}/${wanted}`;
  const isMeant =
    root === project ? isOfProject(document, workspace) : isBelow(folder, root) && isOfFolder(document, workspace);
  if (!isMeant || workspace.existence(to) !== 'no') return undefined;
  return {
    span: firstLine(document),
    message: /\.md$/i.test(name)
      ? say(
          'Claude Code reads `{1}`, in capitals, and not `{0}` where the two differ, as on Linux. Rename the file.',
          name,
          wanted,
        )
      : say('Claude Code reads `{1}`, by exactly this name, and not `{0}`. Rename the file.', name, wanted),
    fixes: () => moveTo(workspace, uri, to, say('Rename the file to `{0}`', wanted)),
  };
}

/** In the topmost folder: `CLAUDE.MD` is nothing else. */
const isOfProject = ({ uri, text }: Document, workspace: Workspace): boolean =>
  uri.endsWith('/CLAUDE.MD') ||
  workspace.existence(`${workspace.paths.root(uri)!}/.claude`) === 'yes' ||
  /CLAUDE\.md|claude code/i.test(text);

/** In a folder below, where a text of that name may also tell of Claude: it does not where it says that it is for Claude, or where a
 * folder beside has its own `CLAUDE.md` and this one no other text. */
function isOfFolder({ uri, text }: Document, workspace: Workspace): boolean {
  if (isSample(uri)) return false;
  if (/guidance (?:to|for) claude\b/i.test(text) || uri.endsWith('/CLAUDE.MD')) return true;
  const folder = parent(uri);
  const around = parent(folder);
  const isOther = (name: string): boolean => /^(?!claude\.)[a-z].*\.mdx?$/.test(name);
  if (!/\/CLAUDE\.[^/]+$/.test(uri) && workspace.paths.namesIn(folder).some(isOther)) return false;
  return workspace.paths.namesIn(around).some(name => workspace.existence(`${around}/${name}/CLAUDE.md`) === 'yes');
}
