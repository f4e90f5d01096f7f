// Renames what stands under a cursor, whatever it is.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { say, type Message } from '../workspace/message';
import { symbolKind, symbolName, type SymbolKey } from '../workspace/symbols';
import { baseName } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { headingAt } from './anchors';
import type { Read } from './read';
import { fileRenamer } from './rename-file';
import { headingRenamer } from './rename-heading';
import { nameRenamer } from './rename-name';
import { serverRenamer, toolRefusal } from './rename-server';
import type { Refusal, Renamer, Renaming } from './renamer';
import { targetAt } from './target';

export interface Renameable {
  readonly span: Span;
  readonly name: string;
}

/** What can be renamed at an offset: of a name the last part, without its namespace. */
export function prepareRename(
  workspace: Workspace,
  read: Read,
  document: Document,
  offset: number,
): Renameable | Refusal {
  const found = renamerAt(workspace, read, document, offset);
  return 'refusal' in found ? found : { span: found.span, name: found.old };
}

export function rename(
  workspace: Workspace,
  read: Read,
  document: Document,
  offset: number,
  name: string,
): Renaming | Refusal {
  const found = renamerAt(workspace, read, document, offset);
  if ('refusal' in found) return found;
  return name === found.old ? { edits: [], move: undefined } : found.rename(read, name);
}

function renamerAt(workspace: Workspace, read: Read, document: Document, offset: number): Renamer | Refusal {
  const at = targetAt(workspace, document, offset);
  if (!at) {
    const heading = headingAt(document, offset);
    if (heading) return headingRenamer(workspace, document, heading.slug, heading.span);
    return { refusal: say('Nothing that has a name stands here.') };
  }
  const { target } = at;
  switch (target.is) {
    case 'definition':
      return nameRenamer(workspace, document, at, target.definition);
    case 'server':
      return serverRenamer(workspace, document, offset, at, target.server);
    case 'file':
      return fileRenamer(workspace, document, at, target.uri);
    case 'heading': {
      const other = read(target.uri);
      if (other) return headingRenamer(workspace, other, target.slug, at.span);
      return { refusal: say('There is no `{0}` to rename a heading in.', baseName(target.uri)) };
    }
    case 'word':
      return { refusal: unknown(target.symbol) };
    default:
      return target satisfies never;
  }
}

function unknown(symbol: SymbolKey): Message {
  const name = symbolName(symbol);
  switch (symbolKind(symbol)) {
    case 'tool':
      return toolRefusal(name);
    case 'model':
      return say('`{0}` is a model, and keeps its name.', name);
    case 'mcp':
      return say('The server `{0}` is configured nowhere in the opened folders.', name);
    default:
      return say('Nothing defines `{0}`, so there is nothing to rename.', name);
  }
}
