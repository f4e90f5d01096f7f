// What starts an MCP server: a program, and each of its arguments as a text of its own.
import { entry as entryOf, type Data, type DataList, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { jsonAdded } from './json-edits';
import { say, type Edit, type Fix, type Message } from './rule';

/** `"command": ["npx", "-y", "pg-mcp"]`: the program stays, the rest goes before the arguments that are there. */
export function asProgram(document: Document, workspace: Workspace, command: DataList): Fix[] {
  const { uri, text, data } = document;
  const servers = workspace.role(uri) === 'mcp' ? data : entryOf(data, 'mcpServers')?.value;
  const server = document.language === 'json' ? holderOf(servers, command) : undefined;
  const [program, ...rest] = command.items;
  const args = entryOf(server, 'args')?.value;
  if (!server || program?.value?.is !== 'scalar' || (args && args.is !== 'list')) return [];
  if (!command.items.every(({ value }) => value?.is === 'scalar')) return [];
  const { start, end } = program.value.outer;
  const name = { uri, span: command.span, text: text.slice(start, end) };
  const words = rest.map(({ span }) => text.slice(span.start, span.end)).join(', ');
  const at = args ? args.span.start + 1 : 0;
  const more = args
    ? { uri, span: { start: at, end: at }, text: args.items.length > 0 ? `${words}, ` : words }
    : jsonAdded(document, server, 'args', `[${words}]`);
  const one = (title: Message, edits: readonly Edit[]): Fix[] => [{ title, edits, safe: false, preferred: true }];
  if (rest.length === 0) return one(say('Write it as text'), [name]);
  const title = say('Move the rest to `{0}`', 'args');
  // Behind the last entry the new key begins where the list ends.
  if ('span' in more && more.span.start === command.span.end)
    return one(title, [{ uri, span: command.span, text: name.text + more.text }]);
  return one(title, [name, more]);
}

/** The map under whose `command` a value stands. */
function holderOf(around: Data | undefined, value: Data): DataMap | undefined {
  if (around?.is !== 'map') return undefined;
  if (entryOf(around, 'command')?.value === value) return around;
  for (const each of around.entries) {
    const found = holderOf(each.value, value);
    if (found) return found;
  }
  return undefined;
}
