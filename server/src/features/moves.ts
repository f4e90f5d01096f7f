// What must be written otherwise when files or folders move: the paths that lead to them, and those inside them.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { pathMentionsIn } from '../workspace/mentions';
import { symbolKind, symbolName } from '../workspace/symbols';
import { baseName, decoded, isBelow, join, ownFolder, parent, pathBelow, pathFrom } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { cataloguesWith, listedIn } from './catalogues';
import { about, type Read } from './read';
import { pathTarget, type NameForm } from './target';

/** A file or folder that gets another place or name. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** One replacement in one file. */
export interface NameEdit {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
  /** Whether it is certain that the name is meant there; else people are asked. */
  readonly sure: boolean;
}

/** Each place once: a path may be a name as well. */
export function distinct(edits: readonly NameEdit[]): NameEdit[] {
  const found = new Map<string, NameEdit>();
  for (const edit of edits) {
    const key = `${edit.span.start} ${edit.uri}`;
    if (!found.has(key)) found.set(key, edit);
  }
  return [...found.values()];
}

/** Edits count in the texts, and lie at the places, from before the moves. */
export function pathEdits(workspace: Workspace, read: Read, moves: readonly Move[]): NameEdit[] {
  const holders = new Set<string>();
  const isMoved = (uri: string): boolean => moves.some(({ from }) => isBelow(uri, from));
  for (const symbol of workspace.names.referred) {
    if (symbolKind(symbol) !== 'file' || !isMoved(symbolName(symbol))) continue;
    for (const uri of workspace.names.holders(symbol)) holders.add(uri);
  }
  for (const { from, to } of moves) {
    for (const uri of workspace.mayMention(baseName(from))) holders.add(uri);
    // From another folder, what moves names all that stays by another way.
    if (parent(from) === parent(to)) continue;
    for (const { uri } of workspace.files) if (isBelow(uri, from)) holders.add(uri);
  }
  const names = moves.map(({ from }) => baseName(from));
  for (const uri of cataloguesWith(workspace, read, names)) holders.add(uri);
  return [...holders].sort().flatMap(uri => {
    const document = read(uri);
    if (!document) return [];
    // A path to what moves goes through its name, save from inside.
    const isWhole = isMoved(uri) || workspace.document(uri) !== undefined;
    return editsIn(workspace, isWhole ? document : about(document, names), moves);
  });
}

/** One path as it is written. */
interface Written {
  readonly span: Span;
  readonly text: string;
  readonly target: string;
  readonly form: NameForm;
}

function editsIn(workspace: Workspace, document: Document, moves: readonly Move[]): NameEdit[] {
  const { uri } = document;
  return pathsIn(workspace, document).flatMap(written => {
    const edit = edited(workspace, uri, written, moves);
    return edit ? [{ uri, ...edit, sure: isSure(written.form, document) }] : [];
  });
}

function pathsIn(workspace: Workspace, document: Document): Written[] {
  const { uri, text } = document;
  const found: Written[] = [];
  for (const { kind, form, name, span } of workspace.references(document)) {
    if (kind !== 'file' || form === 'other-base') continue;
    const path = form === 'field' && text[span.start] === '@' ? { start: span.start + 1, end: span.end } : span;
    found.push({ span: path, text: text.slice(path.start, path.end), target: name, form });
  }
  for (const { path, span } of pathMentionsIn(document)) {
    const target = pathTarget(workspace, path, uri);
    if (target !== undefined) found.push({ span, text: path, target, form: 'mention' });
  }
  for (const each of listedIn(workspace, document))
    if (each.is === 'path') found.push({ span: each.span, text: each.text, target: each.target, form: 'mention' });
  return found;
}

function edited(
  workspace: Workspace,
  uri: string,
  written: Written,
  moves: readonly Move[],
): Pick<NameEdit, 'span' | 'text'> | undefined {
  const target = moved(written.target, moves);
  const holder = moved(uri, moves);
  if (target === written.target && parent(holder) === parent(uri)) return undefined;
  const move = moves.find(({ from }) => isBelow(written.target, from));
  if (move && parent(move.from) === parent(move.to)) return segmentEdit(written, move);
  const text = otherPath(workspace, uri, written, moves);
  return text === undefined || text === written.text ? undefined : { span: written.span, text };
}

function moved(uri: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => isBelow(uri, from));
  return move ? `${move.to}${uri.slice(move.from.length)}` : uri;
}

/** The part of the path that is another name now; nothing where the path does not go through it. */
function segmentEdit(
  { span, text, target, form }: Written,
  { from, to }: Move,
): Pick<NameEdit, 'span' | 'text'> | undefined {
  const parts = text.replace(/\/$/, '').split('/');
  const below = target === from ? 0 : pathBelow(target, from).split('/').length;
  const at = parts.length - 1 - below;
  const part = parts[at];
  if (part === undefined || decoded(part) !== baseName(from)) return undefined;
  const start = span.start + parts.slice(0, at).join('/').length + (at > 0 ? 1 : 0);
  const name = to.slice(to.lastIndexOf('/') + 1);
  return { span: { start, end: start + part.length }, text: form === 'link' ? name : decoded(name) };
}

/** The path from the folder that the old one counted from, wherever that is now. */
function otherPath(
  workspace: Workspace,
  uri: string,
  { text, target, form }: Written,
  moves: readonly Move[],
): string | undefined {
  const clean = decoded(text).replace(/\/$/, '');
  const base = basesOf(workspace, uri).find(folder => join(folder, clean) === target);
  const now = moved(target, moves);
  // The file's own folder is where the file is now.
  const from = base === undefined || base === parent(uri) ? parent(moved(uri, moves)) : moved(base, moves);
  // As it is written, it may lead there from the new place as well.
  if (base === undefined || join(from, clean) === now) return undefined;
  const path = pathFrom(from, now);
  const dotted = text.startsWith('./') && !path.startsWith('../') ? `./${path}` : path;
  return `${form === 'link' ? dotted : decoded(dotted)}${text.endsWith('/') ? '/' : ''}`;
}

/** The folders that the paths in a file may count from, the likeliest first. */
export const basesOf = (workspace: Workspace, uri: string): string[] => [
  parent(uri),
  ownFolder(uri),
  workspace.skillFolder(uri),
  workspace.resolvePath('', uri),
];

/** Whether a place certainly means the name or path: keys, calls, tables and links do. */
export function isSure(form: NameForm, { language }: Document): boolean {
  if (language === 'json') return false;
  switch (form) {
    case 'definition':
    case 'field':
    case 'key':
    case 'call':
    case 'table':
    case 'tool-call':
    case 'tool-line':
    case 'link':
    case 'variable':
    case 'import':
    case 'glob':
      return true;
    case 'mention':
    case 'prose':
    case 'path':
    case 'part':
    case 'other-base':
      return false;
    default:
      return form satisfies never;
  }
}
