// MCP servers that an agent describes in its own front matter, and that lack what Claude Code reaches them by.
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineBreak } from './edits';
import { leadOf } from './json-edits';
import { serverKeys } from './mcp-program';
import { insteadOf, renaming } from './other-word';
import { say, type Finding, type Fix } from './rule';

/** The items below `mcpServers` that are no names but servers: one key each, with what describes it. */
export function* agentServers(document: Document): Iterable<Finding> {
  const list = entryOf(document.data, 'mcpServers')?.value;
  for (const { value: item } of list?.is === 'list' ? list.items : []) {
    const [server, ...more] = item?.is === 'map' ? item.entries : [];
    if (server?.value?.is !== 'map' || more.length > 0) continue;
    const finding = judge(document, server, server.value);
    if (finding) yield finding;
  }
}

function judge(document: Document, { key }: Entry, server: DataMap): Finding | undefined {
  const type = textAt(server, 'type');
  const url = entryOf(server, 'url');
  const has = (name: string): boolean => entryOf(server, name) !== undefined;
  if (url && type === undefined && !has('command')) {
    return {
      span: url.key.span,
      message: say('The server `{0}` has a `url` but no `type`, so Claude Code passes it over.', key.text),
      fixes: () => [typed(document, server, url)],
    };
  }
  const wanted = ['http', 'sse', 'ws'].includes(type ?? '') ? 'url' : 'command';
  if (has(wanted) || ![undefined, 'stdio', 'http', 'sse', 'ws'].includes(type)) return undefined;
  const meant = insteadOf(server, wanted, serverKeys);
  return {
    span: meant?.key.span ?? key.span,
    message: say('The server `{0}` has no `{1}`, so Claude Code passes it over.', key.text, wanted),
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
