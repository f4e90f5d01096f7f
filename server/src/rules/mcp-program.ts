// How the description of an MCP server names the program that is started, and what it is given.
import { entry as entryOf, textAt, type DataMap, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { removingEntry } from './edits';
import { jsonAdded } from './json-edits';
import { say, type Finding, type Fix } from './rule';

/** The keys that describe a server, which another word may stand for. */
export const serverKeys: readonly string[] = [
  'type', 'command', 'args', 'env', 'url', 'headers', 'headersHelper', 'oauth', 'timeout',
]; // prettier-ignore

/** Programs that take what they start as an argument, so that a blank behind them begins one. */
const runner =
  /^(npx|uvx|bunx|pnpx|node|deno|bun|python3?|uv|pipx|docker|npm|pnpm|yarn|cargo|go|dart|java|dotnet|ruby|php)\s+(\S.*)$/;

/** Those of which no option takes a whole text with blanks, as `node -e` does. */
const strictRunner = /^(npx|uvx|bunx|pnpx|pipx|docker)$/;

/** An option, or the word for what to do, and more behind it. */
const joined = /^(?:-{1,2}[a-z][\w-]*|run)(?: (?:[^\s"'\\$]|\$\{\w+\})+)+$/;

/** `"-y pg-mcp"`: an option and what follows it in one text. */
function joinedArgument(document: Document, server: DataMap, program: string): Finding | undefined {
  const args = entryOf(server, 'args')?.value;
  if (args?.is !== 'list' || !strictRunner.test(program)) return undefined;
  for (const { value } of args.items) {
    if (value?.is !== 'scalar' || !joined.test(value.text)) continue;
    const written = value.text
      .split(' ')
      .map(word => JSON.stringify(word))
      .join(', ');
    const edits = [{ uri: document.uri, span: value.outer, text: written }];
    return {
      span: value.span,
      severity: 'information',
      message: say(
        'A program takes each text under `args` for one argument, spaces included; put each part in its own quotes.',
      ),
      fixes: () => [{ title: say('Write the parts apart'), edits, safe: false, preferred: true }],
    };
  }
  return undefined;
}

/** An address beside a program is never asked; a program is named alone. */
export function ofProgram(document: Document, server: DataMap): Finding | undefined {
  const url = entryOf(server, 'url');
  if (url && textAt(server, 'type') === undefined) {
    return {
      span: url.key.span,
      severity: 'information',
      message: say('Without a `type` Claude Code starts the program under `command` and never asks this address.'),
      fixes: () => [removingEntry(document, url, 'best')],
    };
  }
  const command = entryOf(server, 'command')?.value;
  const [, program, rest] = (command?.is === 'scalar' && runner.exec(command.text)) || [];
  if (command?.is === 'scalar' && program === undefined) return joinedArgument(document, server, command.text);
  if (command?.is !== 'scalar' || program === undefined || rest === undefined) return undefined;
  return {
    span: command.span,
    severity: 'information',
    message: say('`command` is only the name of a program; its arguments belong under `args`, each in its own quotes.'),
    fixes: () => splitCommand(document, server, command, program, rest.split(/\s+/)),
  };
}

/** The words behind the program go before the arguments that are there. */
function splitCommand(document: Document, server: DataMap, command: Scalar, program: string, words: string[]): Fix[] {
  const args = entryOf(server, 'args')?.value;
  if (words.some(word => /["'$\\]/.test(word)) || (args && args.is !== 'list')) return [];
  const written = words.map(word => JSON.stringify(word)).join(', ');
  const { uri } = document;
  const at = args ? args.span.start + 1 : 0;
  const more = args
    ? { uri, span: { start: at, end: at }, text: args.items.length > 0 ? `${written}, ` : written }
    : jsonAdded(document, server, 'args', `[${written}]`);
  const edits = [{ uri, span: command.span, text: program }, more];
  return [{ title: say('Move the rest to `{0}`', 'args'), edits, safe: false, preferred: true }];
}

/** The program that its arguments can only be meant for. */
export function programOf(server: DataMap): string | undefined {
  const args = entryOf(server, 'args')?.value;
  const [first = '', ...rest] =
    args?.is === 'list' ? args.items.map(({ value }) => (value?.is === 'scalar' ? value.text : '')) : [];
  if (/^(-y|--yes)$/.test(first)) return 'npx';
  return first === 'run' && rest.some(each => /^(-i|--rm|-it)$/.test(each)) ? 'docker' : undefined;
}
