// `claude.md` in the topmost folder of a project, which is found only where names of files are not told apart by capitals.
import type { Document } from '../syntax/document';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { firstLine } from './first-line';
import { moveTo } from './moving';
import { say, type Finding } from './rule';

export function misnamedMemory(document: Document, workspace: Workspace): Finding | undefined {
  const { uri, text } = document;
  const [, local] = /\/claude(\.local)?\.md$/i.exec(uri) ?? [];
  const wanted = `CLAUDE${local ? '.local' : ''}.md`;
  const name = baseName(uri);
  const folder = parent(uri);
  const project = baseName(folder) === '.claude' ? parent(folder) : folder;
  if (!/^claude(?:\.local)?\.md$/i.test(name) || name === wanted || workspace.paths.root(uri) !== project)
    return undefined;
  const to = `${folder}/${wanted}`;
  const isMeant = workspace.existence(`${project}/.claude`) === 'yes' || /CLAUDE\.md|claude code/i.test(text);
  if (!isMeant || text.trim() === '' || workspace.existence(to) !== 'no') return undefined;
  return {
    span: firstLine(document),
    message: say(
      'Claude Code reads `{1}`, in capitals, and no `{0}` where these are two names, as on Linux. Rename the file.',
      name,
      wanted,
    ),
    fixes: () => moveTo(workspace, uri, to, say('Rename the file to `{0}`', wanted)),
  };
}
