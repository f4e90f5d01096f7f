// MCP servers of `.mcp.json` that Claude Code passes over for a word: a name that it keeps for itself, a `type` or `command` of nothing.
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { removingEntry } from './edits';
import { isEmpty } from './fields';
import { say, type Finding } from './rule';

/** Names of servers that come with the program. Observed: Claude Code 2.1.330, 30 November 2026. */
const kept: ReadonlySet<string> = new Set([
  'claude-in-chrome', 'computer-use', 'workspace', 'Claude Preview', 'remote-devices',
]); // prettier-ignore

export function keptName({ key: { text, span } }: Entry): Finding | undefined {
  if (!kept.has(text)) return undefined;
  const words = 'Claude Code keeps the name `{0}` for a server of its own, so it skips this one. Give it another name.';
  return { span, message: say(words, text) };
}

/** Of a `command`, blanks are read as the name of a program. */
export function blankIn(document: Document, { key }: Entry, server: DataMap): Finding | undefined {
  const type = entryOf(server, 'type');
  const command = entryOf(server, 'command');
  if (type?.value && isEmpty(type)) {
    return {
      span: type.key.span,
      message: say('`type` is empty, so Claude Code skips the server `{0}`.', key.text),
      fixes: () => (command ? [removingEntry(document, type, 'best')] : []),
    };
  }
  if (type && textOf(type) !== 'stdio') return undefined;
  return command && textOf(command) === ''
    ? {
        span: command.key.span,
        message: say('`command` is empty, so Claude Code skips the server `{0}`.', key.text),
      }
    : undefined;
}

const textOf = ({ value }: Entry): string | undefined =>
  value?.is === 'scalar' && typeof value.value === 'string' ? value.text : undefined;
