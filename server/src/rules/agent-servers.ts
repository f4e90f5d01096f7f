// MCP servers that an agent describes in its own front matter, and that lack what Claude Code reaches them by.
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineBreak, removingEntry } from './edits';
import { isNothing } from './fields';
import { leadOf } from './json-edits';
import { serverKeys } from './mcp-program';
import { insteadOf, renaming } from './other-word';
import { say, type Finding, type Fix } from './rule';
import { keysOf } from './server-reading';

/** The items below `mcpServers` that are no names but servers: one key each, with what describes it. */
export function* agentServers(document: Document): Iterable<Finding> {
  const list = entryOf(document.data, 'mcpServers')?.value;
  for (const { value: item } of list?.is === 'list' ? list.items : []) {
    const [server, ...more] = item?.is === 'map' ? item.entries : [];
    if (item?.is === 'scalar' && typeof item.value !== 'string' && !item.lenient)
      yield { span: item.outer, message: say('This names no server, so Claude Code skips it.') };
    if (!server || more.length > 0) continue;
    if (isNothing(server)) yield named(document, server);
    if (server.value?.is !== 'map') continue;
    const finding = emptied(document, server, server.value) ?? judge(document, server, server.value);
    if (finding) yield finding;
  }
}

/** `- github:`, where the name alone is meant. */
function named({ uri }: Document, { key, colon, value }: Entry): Finding {
  const written = value?.is === 'scalar' && value.text !== '' ? value.span.end : 0;
  const end = Math.max(colon ?? key.outer.end, written);
  const edits = [{ uri, span: { start: key.outer.end, end }, text: '' }];
  return {
    span: key.span,
    message: say(
      'Nothing describes the server `{0}`, so Claude Code skips it. One that is configured elsewhere is named without a colon.',
      key.text,
    ),
    fixes: () => [{ title: say('Remove the colon'), edits, safe: false, preferred: true }],
  };
}

/** `env:` with nothing below it. Observed, as the rest here, with Claude Code 2.1.330, 30 November 2026. */
function emptied(document: Document, { key }: Entry, server: DataMap): Finding | undefined {
  const type = entryOf(server, 'type');
  const keys = keysOf[type && !isNothing(type) ? (textAt(server, 'type') ?? '') : 'stdio'];
  const isOpen = (each: Entry): boolean => isNothing(each) || (each.key.text === 'command' && isEmptyText(each));
  const entry = server.entries.find(each => keys?.includes(each.key.text) === true && isOpen(each));
  return (
    entry && {
      span: entry.key.span,
      message: say('`{0}` is empty, so Claude Code skips the server `{1}`.', entry.key.text, key.text),
      fixes: () => (entry.key.text === 'command' ? [] : [removingEntry(document, entry, 'best')]),
    }
  );
}

const isEmptyText = ({ value }: Entry): boolean => value?.is === 'scalar' && value.value === '';

function judge(document: Document, { key }: Entry, server: DataMap): Finding | undefined {
  const type = textAt(server, 'type');
  const url = entryOf(server, 'url');
  const has = (name: string): boolean => entryOf(server, name) !== undefined;
  if (url && type === undefined && !has('command')) {
    return {
      span: url.key.span,
      message: say('The server `{0}` has a `url` but no `type`, so Claude Code skips it.', key.text),
      fixes: () => [typed(document, server, url)],
    };
  }
  const wanted = type === undefined || type === 'stdio' ? 'command' : 'url';
  if (has(wanted) || keysOf[type ?? 'stdio'] === undefined) return undefined;
  const meant = insteadOf(server, wanted, serverKeys);
  return {
    span: meant?.key.span ?? key.span,
    message: say('The server `{0}` has no `{1}`, so Claude Code skips it.', key.text, wanted),
    fixes: () => (meant ? [renaming(document, meant, wanted)] : []),
  };
}

/** Before the address, on a line of its own where that has one. */
function typed({ uri, text }: Document, server: DataMap, { span: { start } }: Entry): Fix {
  const lead = server.flow ? undefined : leadOf(text, start, 0);
  const parted = lead === undefined ? ', ' : `${lineBreak(text)}${lead}`;
  const edits = [{ uri, span: { start, end: start }, text: `type: http${parted}` }];
  return { title: say('Add `{0}`', 'type: http'), edits, safe: false, preferred: true };
}
