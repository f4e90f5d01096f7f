// Renames an agent, a skill, a command or an output style: its folder or file, its `name`, and every place that names it, each in its own form.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Defines } from '../workspace/definitions';
import { say, type Message } from '../workspace/message';
import { symbolKind, symbolName, type Definition, type SymbolKey } from '../workspace/symbols';
import { baseName, isBelow, join, parent, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { withAnchors } from './anchors';
import { checkName } from './create';
import { isSure, pathEdits, type Move, type NameEdit } from './moves';
import type { Read } from './read';
import { isOutside, outside, type Refusal, type Renamer, type Renaming } from './renamer';
import type { TargetAt } from './target';
import { usesOf, type Use } from './uses';

/** An agent, a skill, a command or an output style, called by one of its names. */
export function nameRenamer(
  workspace: Workspace,
  document: Document,
  { span: written, symbol }: TargetAt,
  definition: Definition,
): Renamer | Refusal {
  if (isOutside(workspace, definition.uri)) return outside(definition.name, definition.uri);
  const found = subject(workspace, definition, symbol);
  const span = partOf(document.text, written, found.old);
  if (!span) return { refusal: say('Rename `{0}` where it is called so.', found.old) };
  return {
    old: found.old,
    span,
    rename(read, name) {
      const refusal = refusalOf(workspace, found, name);
      return refusal ? { refusal } : renaming(workspace, read, found, name);
    },
  };
}

/** What gets another name. */
export interface Subject {
  readonly definition: Definition;
  readonly kind: Defines;
  readonly old: string;
  /** Whether the `name` of a skill is renamed, which differs from its folder: the folder then stays. */
  readonly label: boolean;
}

/** The subject that a definition is, called by one of its names. */
export function subject(workspace: Workspace, definition: Definition, symbol: SymbolKey): Subject {
  const kind = symbolKind(definition.symbol) as Subject['kind'];
  const own = workspace.file(definition.uri)?.definitions[0] ?? definition;
  const called = workspace.file(definition.uri)?.definitions.find(each => each.symbol === symbol);
  const label = kind === 'skill' && called?.alias === 'label' && !symbolName(symbol).includes(':');
  const last = (called && label ? symbolName(symbol) : own.name).split(':').at(-1)!;
  return { definition: own, kind, old: last, label };
}

function refusalOf(workspace: Workspace, { definition, kind, label }: Subject, name: string): Message | undefined {
  const { uri } = definition;
  if (kind === 'command') return commandRefusal(workspace, uri, name);
  if (kind === 'style') return styleRefusal(workspace, uri, name);
  const place = kind === 'skill' ? parent(parent(uri)) : parent(uri);
  if (label || kind === 'skill' || baseName(uri) === `${definition.name}.md`)
    return checkName(workspace, kind, place, name);
  // The file keeps its name, so one beside it may well be called as the agent will be.
  return checkName(workspace, kind, join(place, '-'), name);
}

function commandRefusal(workspace: Workspace, uri: string, name: string): Message | undefined {
  if (!/^[A-Za-z0-9][\w-]*$/.test(name)) return say('Use letters, digits and hyphens.');
  const to = join(parent(uri), `${name}.md`);
  return workspace.existence(to) === 'yes'
    ? say('`{0}` exists already.', pathBelow(to, parent(parent(uri))))
    : undefined;
}

/** Any words may be the name of a style. */
function styleRefusal(workspace: Workspace, uri: string, name: string): Message | undefined {
  if (name.trim() !== name || name === '' || /[\n:]/.test(name))
    return say('Use words without a colon or line breaks.');
  const taken = workspace.visible('style', uri).some(each => each.name === name && each.uri !== uri);
  return taken ? say('`{0}` exists already.', name) : undefined;
}

/** Renames without asking whether the name can be taken. */
export function renaming(workspace: Workspace, read: Read, subject: Subject, name: string): Renaming {
  const { definition, kind, old, label } = subject;
  const edits = [...nameEdits(workspace, read, subject, name)];
  const move = label ? undefined : moveOf(kind, definition.uri, old, name);
  if (move) edits.push(...groupEdits(workspace, read, move), ...pathEdits(workspace, read, [move]));
  return { edits: withAnchors(workspace, read, edits), move };
}

/** Skills that lie too deep are called by the folder they lie in, too: `group/leaf`. */
export function groupEdits(workspace: Workspace, read: Read, { from, to }: Move): NameEdit[] {
  const group = `${baseName(from)}/`;
  return [...workspace.files].flatMap(({ uri, definitions }) => {
    const nested =
      isBelow(uri, from) &&
      definitions.find(({ alias, symbol }) => alias === 'nested' && symbolName(symbol).startsWith(group));
    if (!nested) return [];
    const uses = usesOf(workspace, read, { is: 'definition', definition: nested });
    return uses.flatMap(({ uri: user, span: { start }, form, symbol }): NameEdit[] => {
      const document = symbol === nested.symbol && form !== 'definition' ? read(user) : undefined;
      const span = { start, end: start + group.length - 1 };
      return document ? [{ uri: user, span, text: baseName(to), sure: isSure(form, document) }] : [];
    });
  });
}

/** The edits of the name itself, wherever it stands; paths are another matter. */
export function nameEdits(workspace: Workspace, read: Read, subject: Subject, name: string): NameEdit[] {
  const { definition, old } = subject;
  return usesOf(workspace, read, { is: 'definition', definition }).flatMap(use => {
    const document = read(use.uri);
    const span = document && isSubject(document, use, subject) ? partOf(document.text, use.span, old) : undefined;
    return document && span ? [{ uri: use.uri, span, text: name, sure: isSure(use.form, document) }] : [];
  });
}

/** A label is named by itself, and a folder whose skill has another name leaves that name alone. */
function isSubject(document: Document, { form, symbol }: Use, { definition, label, old }: Subject): boolean {
  if (form !== 'definition') return !label || symbolName(symbol) === old;
  const value = entry(document.data, 'name')?.value;
  return document.uri === definition.uri && value?.is === 'scalar' && value.text === old;
}

function moveOf(kind: Subject['kind'], uri: string, old: string, name: string): Move | undefined {
  if (kind === 'skill') return { from: parent(uri), to: join(parent(parent(uri)), name) };
  return baseName(uri) === `${old}.md` ? { from: uri, to: join(parent(uri), `${name}.md`) } : undefined;
}

/** The part of a written name that is the old one: what stands behind the namespace. */
function partOf(text: string, { start, end }: Span, old: string): Span | undefined {
  const written = text.slice(start, end);
  const before = written.slice(0, written.length - old.length);
  return written.endsWith(old) && /(^|[:/])$/.test(before) ? { start: end - old.length, end } : undefined;
}
