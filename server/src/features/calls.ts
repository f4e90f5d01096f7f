// The call hierarchy: who names an agent, a skill or a command, and whom it names.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { itemOf, type Item } from './items';
import type { Read } from './read';
import { targetAt, winner } from './target';
import { namings, type Place } from './users';

/** The other end of some calls, and where they stand. */
export interface Call {
  readonly item: Item;
  /** Of the caller, in whose text the places are. */
  readonly uri: string;
  readonly places: readonly Place[];
}

/** What the name at the offset means; in the first line, and where a file says its own name, what the file defines. */
export function calledAt(workspace: Workspace, document: Document, offset: number): Item | undefined {
  const target = targetAt(workspace, document, offset)?.target;
  const record = target?.is === 'definition' ? workspace.file(target.definition.uri) : undefined;
  if (record) return itemOf(workspace, record);
  const own = workspace.file(document.uri);
  const isOwn = own !== undefined && own.definitions.length > 0 && isOwnName(document, offset);
  return isOwn ? itemOf(workspace, own) : undefined;
}

function isOwnName({ text, data }: Document, offset: number): boolean {
  const start = lineStart(text, offset);
  if (start === 0) return true;
  const name = entry(data, 'name');
  return name !== undefined && lineStart(text, name.key.span.start) === start;
}

/** The files that name what a file defines: agents first, each kind by name. */
export function callers(workspace: Workspace, uri: string, read: Read): Call[] {
  const calls = namings(workspace, uri, read).flatMap((naming): Call[] => {
    const record = workspace.file(naming.uri);
    return record ? [{ item: itemOf(workspace, record), ...naming }] : [];
  });
  return calls.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const kinds: readonly Item['kind'][] = ['agent', 'skill', 'command', 'file'];

const orderOf = ({ item }: Call): string => `${kinds.indexOf(item.kind)} ${item.name} ${item.uri}`;

/** What a file names, in the order of the text. */
export function callees(workspace: Workspace, uri: string, read: Read): Call[] {
  const document = read(uri);
  if (!document) return [];
  const spans = new Map<string, Span[]>();
  for (const { kind, symbol, span } of workspace.references(document)) {
    const definition = kind === 'skill' || kind === 'agent' ? winner(workspace, symbol, uri) : undefined;
    if (!definition || definition.uri === uri) continue;
    const known = spans.get(definition.uri);
    if (known) known.push(span);
    else spans.set(definition.uri, [span]);
  }
  return [...spans].flatMap(([called, found]): Call[] => {
    const record = workspace.file(called);
    return record ? [{ item: itemOf(workspace, record), uri, places: found }] : [];
  });
}
