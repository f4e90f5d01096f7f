// What goes along when files are renamed, moved or deleted outside of a rename: in the Explorer, say.
import { say, type Message } from '../workspace/message';
import { baseName, isBelow, join, parent, pathBelow, stem } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { withAnchors } from './anchors';
import { checkName } from './create';
import { someOf } from './markdown';
import { isSure, pathEdits, type Move, type NameEdit } from './moves';
import type { Read } from './read';
import { groupEdits, nameEdits, subject, type Subject } from './rename-name';
import { usesOf } from './uses';

/** The edits that keep all names and paths right, in the texts and at the places from before the moves. */
export function editsFor(workspace: Workspace, read: Read, moves: readonly Move[]): NameEdit[] {
  const edits: NameEdit[] = [];
  for (const move of moves) {
    const renamed = renamedBy(workspace, move);
    if (renamed) edits.push(...nameEdits(workspace, read, renamed.subject, renamed.name));
    edits.push(...raisedEdits(workspace, read, move), ...commandEdits(workspace, read, move));
  }
  return withAnchors(workspace, read, [...edits, ...pathEdits(workspace, read, moves)]);
}

/** What is known by the name of its file or folder, and is called otherwise from now on. */
function renamedBy(workspace: Workspace, { from, to }: Move): { subject: Subject; name: string } | undefined {
  const file = [join(from, 'SKILL.md'), from].find(uri => workspace.file(uri)?.definitions[0] !== undefined);
  const definition = file === undefined ? undefined : workspace.file(file)!.definitions[0];
  if (!definition) return undefined;
  const old = stem(from);
  const name = stem(to);
  const found = subject(workspace, definition, definition.symbol);
  if (old === name || found.old !== old || baseName(from) === 'SKILL.md') return undefined;
  // A name that cannot be taken is told of by the rules, where it then stands.
  if (found.kind === 'style') return { subject: found, name };
  if (found.kind === 'command' || checkName(workspace, found.kind, join(parent(to), '-'), name)) return undefined;
  return { subject: found, name };
}

/** A skill that lay too deep and now lies right below `skills` is called by its folder alone; others follow the folder around them. */
function raisedEdits(workspace: Workspace, read: Read, move: Move): NameEdit[] {
  const { from, to } = move;
  const nested = workspace.file(join(from, 'SKILL.md'))?.definitions.find(({ alias }) => alias === 'nested');
  if (!nested || baseName(parent(to)) !== 'skills') return groupEdits(workspace, read, move);
  return usesOf(workspace, read, { is: 'definition', definition: nested }).flatMap(use => {
    const document = use.symbol === nested.symbol && use.form !== 'definition' ? read(use.uri) : undefined;
    return document ? [{ uri: use.uri, span: use.span, text: baseName(to), sure: isSure(use.form, document) }] : [];
  });
}

/** Commands are called by their path: `commands/sub/go.md` is `/sub:go`. */
function commandEdits(workspace: Workspace, read: Read, { from, to }: Move): NameEdit[] {
  return [...workspace.files].flatMap(({ uri, role, definitions: [definition] }) => {
    if (role !== 'command' || !definition || !isBelow(uri, from)) return [];
    const old = definition.name;
    const folder = old.split(':').reduce(parent, uri);
    const now = `${to}${uri.slice(from.length)}`;
    const name = pathBelow(now, folder).replace(/\.md$/, '').split('/').join(':');
    if (name === old || !isBelow(now, folder) || !/^[\w:-]+$/.test(name)) return [];
    return usesOf(workspace, read, { is: 'definition', definition }).flatMap(use => {
      const document = read(use.uri);
      const start = use.span.end - old.length;
      if (document?.text.slice(start, use.span.end) !== old) return [];
      return [{ uri: use.uri, span: { start, end: use.span.end }, text: name, sure: isSure(use.form, document) }];
    });
  });
}

/** Who would be left without something, were these files and folders deleted; undefined where nobody is. */
export function lossOf(workspace: Workspace, read: Read, gone: readonly string[]): Message | undefined {
  const isGone = (uri: string): boolean => gone.some(each => isBelow(uri, each));
  const users = new Map<string, ReadonlySet<string>>();
  for (const { uri, definitions } of workspace.files) {
    const [definition] = definitions;
    if (!definition || !isGone(uri)) continue;
    const uses = usesOf(workspace, read, { is: 'definition', definition });
    const files = new Set(uses.filter(use => use.form !== 'mention' && !isGone(use.uri)).map(use => use.uri));
    // Another one of that name takes its place.
    const others = workspace.names.definitions(definition.symbol).filter(each => !isGone(each.uri));
    if (files.size > 0 && others.length === 0) users.set(definition.name, files);
  }
  const names = [...users.keys()];
  if (names.length === 0) return undefined;
  const files = new Set([...users.values()].flatMap(each => [...each]));
  const list = someOf([...files].map(shortName));
  return names.length === 1
    ? say('`{0}` is still named in {1}.', names[0]!, list)
    : say('{0} deleted names are still used in {1}.', String(names.length), list);
}

const shortName = (uri: string): string =>
  baseName(uri) === 'SKILL.md' ? `${baseName(parent(uri))}/SKILL.md` : baseName(uri);
