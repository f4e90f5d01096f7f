// Renames an MCP server: the key that configures it, where it is listed, and the names of its tools.
import type { Document } from '../syntax/document';
import { covers, type Span } from '../syntax/span';
import { inToolNames } from '../workspace/mcp';
import { say, type Message } from '../workspace/message';
import type { Server } from '../workspace/settled';
import type { Workspace } from '../workspace/workspace';
import { withAnchors } from './anchors';
import type { NameEdit } from './moves';
import type { Read } from './read';
import { isOutside, outside, type Refusal, type Renamer } from './renamer';
import { serverMeant } from './servers';
import { namedAt, type TargetAt } from './target';
import { usesOf, type Use } from './uses';

/** The server that stands at an offset; the rest of a tool's name is the server's own business. */
export function serverRenamer(
  workspace: Workspace,
  document: Document,
  offset: number,
  at: TargetAt,
  server: Server,
): Renamer | Refusal {
  if (!covers(at.span, offset)) return { refusal: toolRefusal(namedAt(workspace, document, offset)!.reference.name) };
  const lost = server.files.find(uri => isOutside(workspace, uri));
  if (lost !== undefined) return outside(server.name, lost);
  const span = partOf(document.text, at.span, server);
  return {
    old: document.text.slice(span.start, span.end),
    span,
    rename(read, name) {
      if (!/^[A-Za-z][A-Za-z0-9-]*(?:_[A-Za-z0-9-]+)*$/.test(name)) return { refusal: form };
      const uses = usesOf(workspace, read, { is: 'server', server });
      const taken = takenBy(workspace, read, uses, name);
      if (taken) return { refusal: taken };
      const edits = uses.flatMap(use => editOf(read, use, server, name));
      return { edits: withAnchors(workspace, read, edits), move: undefined };
    },
  };
}

export const toolRefusal = (tool: string): Message =>
  say('`{0}` is a tool of Claude Code or of a server, and keeps its name.', tool);

/** Two underscores part the server from its tool. */
const form = say('Use letters, digits, hyphens and single underscores, as in `my-server`.');

/** Whoever names the server must not mean another one by the new name. */
function takenBy(workspace: Workspace, read: Read, uses: readonly Use[], name: string): Message | undefined {
  for (const uri of new Set(uses.map(use => use.uri))) {
    const document = read(uri);
    const other = document && serverMeant(workspace, document, name);
    if (!other) continue;
    const [file] = other.files;
    return say('The server `{0}` is configured in `{1}` already.', other.name, workspace.shown(file!));
  }
  return undefined;
}

function editOf(read: Read, { uri, span, form: written }: Use, server: Server, name: string): NameEdit[] {
  const document = read(uri);
  const sure = written !== 'mention';
  return document ? [{ uri, span: partOf(document.text, span, server), text: name, sure }] : [];
}

/** The server in `plugin_<plugin>_<server>`, or all that is written. */
function partOf(text: string, { start, end }: Span, { name }: Server): Span {
  const isLonger = text.startsWith('plugin_', start) && end - start > name.length;
  return { start: isLonger ? end - inToolNames(name).length : start, end };
}
