// The help: of the command line as a whole, and of one command.
import { commands, type Command } from './commands';
import { inColumns, options, spelt } from './options';

const codes =
  'Exit code: 0 without errors, 1 with errors or with something left to do, 2 where the command or a path is wrong.\n';

const general = (): string =>
  inColumns([
    [spelt('help'), options.help.says],
    [spelt('version'), options.version.says],
  ]);

export const help = (): string => `Checks AI agents and skills written in Markdown.

Usage: agentwright <command> [options]

Commands:
${inColumns(commands.map(({ name, takes, says }) => [`${name} ${takes}`.trim(), says]))}
Options:
${general()}
\`agentwright <command> --help\` prints the options of a command.
${codes}`;

export function helpOf(command: Command): string {
  const { name, takes, says } = command;
  const usage = `agentwright ${name} ${takes}`.trim();
  const sentence = `${says[0]!.toUpperCase()}${says.slice(1)}.`;
  const own = [...command.options, 'help' as const];
  const rows = own.map(option => [spelt(option, command.formats), options[option].says] as const);
  return `${sentence}\n\nUsage: ${usage}${command.options.length > 0 ? ' [options]' : ''}\n\nOptions:\n${inColumns(rows)}\n${codes}`;
}
