// MCP servers that stand inside of another server, since a bracket closes behind them.
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { indentedFor, jsonAdded, jsonWithout } from './json-edits';
import { runs } from './out-of-place';
import { say, type Finding, type Fix } from './rule';

/** `all` holds the server, and is where those inside of it belong. */
export function* serversInside(document: Document, all: DataMap, server: Entry): Iterable<Finding> {
  for (const entry of server.value?.is === 'map' ? server.value.entries : []) {
    if (!runs(entry.value) || mapKeys.has(entry.key.text)) continue;
    const name = entry.key.text;
    yield {
      span: entry.key.span,
      message: say(
        'The server `{0}` is inside `{1}`, where Claude Code does not look for servers.',
        name,
        server.key.text,
      ),
      fixes: () => (entryOf(all, name) ? [] : [outOf(document, all, entry)]),
    };
  }
}

/** What a server has keys below. */
const mapKeys: ReadonlySet<string> = new Set(['env', 'headers', 'oauth', 'tools']);

const outOf = (document: Document, all: DataMap, entry: Entry): Fix => ({
  title: say('Put it below `{0}`', 'mcpServers'),
  edits: [
    { uri: document.uri, span: jsonWithout(document, entry), text: '' },
    jsonAdded(document, all, entry.key.text, indentedFor(document, entry, all)),
  ],
  safe: false,
  preferred: true,
});
