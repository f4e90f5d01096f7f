// Renames a file or folder where a path to it is written: it moves, and what leads there is written otherwise.
import type { Document } from '../syntax/document';
import { say, type Message } from '../workspace/message';
import { baseName, decoded, isBelow, join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { editsFor } from './moved-files';
import { basesOf, type Move } from './moves';
import { isOutside, outside, type Refusal, type Renamer } from './renamer';
import type { TargetAt } from './target';

/** The file or folder that the path at a cursor leads to; the new path counts from where the old one does. */
export function fileRenamer(
  workspace: Workspace,
  document: Document,
  { span }: TargetAt,
  target: string,
): Renamer | Refusal {
  if (workspace.existence(target) !== 'yes')
    return { refusal: say('There is no `{0}` to rename.', workspace.shown(target)) };
  if ([target, document.uri].some(uri => isOutside(workspace, uri))) return outside(baseName(target), target);
  const old = document.text.slice(span.start, span.end);
  const base = basesOf(workspace, document.uri).find(folder => join(folder, pathOf(old)) === target);
  // What ends in dots has no name here.
  if (base === undefined || workspace.paths.root(target) === target || /(^|\/)\.\.?$/.test(pathOf(old)))
    return { refusal: say('Rename `{0}` in the Explorer; what names it is changed along.', baseName(target)) };
  return {
    old,
    span,
    rename(read, name) {
      const to = join(base, pathOf(name));
      const refusal = formOf(name) ?? refusalOf(workspace, target, to);
      if (refusal) return { refusal };
      if (workspace.paths.root(to) === undefined) return outside(baseName(to), to);
      const move = moveOf(target, to);
      return { edits: editsFor(workspace, read, [move]), move };
    },
  };
}

const pathOf = (written: string): string => decoded(written).replace(/^@/, '').replace(/\/$/, '');

const formOf = (name: string): Message | undefined =>
  /^$|^[/~]|\/$|[\\#?*<>|"]|^[a-z][a-z\d+.-]*:/i.test(name)
    ? say('Write the path as it counts here, without a slash at its ends.')
    : undefined;

function refusalOf(workspace: Workspace, from: string, to: string): Message | undefined {
  const isSkill = baseName(from) === 'SKILL.md';
  if (isSkill !== (baseName(to) === 'SKILL.md'))
    return say('Claude Code finds a skill by its file `SKILL.md`, and that file by its name.');
  const ending = /\.\w+$/.exec(baseName(from))?.[0];
  if (ending !== undefined && workspace.paths.has(from) && !baseName(to).endsWith(ending))
    return say('The file keeps its ending, `{0}`.', ending);
  const move = moveOf(from, to);
  if (move.to !== move.from && isBelow(move.to, move.from)) return say('A folder cannot lie in itself.');
  return workspace.existence(move.to) === 'yes' ? say('`{0}` exists already.', workspace.shown(to)) : undefined;
}

/** A skill moves as a whole. */
const moveOf = (from: string, to: string): Move =>
  baseName(from) === 'SKILL.md' ? { from: parent(from), to: parent(to) } : { from, to };
