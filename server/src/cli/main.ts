// The command line: reads the words, finds the command and runs it. Answers the exit code: 0 fine, 1 errors found, 2 wrong
// usage.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { version } from '../../../package.json';
import { nearest } from '../rules/nearest';
import { commands, type Command } from './commands';
import { help, helpOf } from './help';
import { exit, visible, type Io } from './io';
import { readLine, type Line } from './options';

export async function main(argv: readonly string[], io: Io): Promise<number> {
  const line = readLine(argv);
  if (typeof line === 'string') return wrong(line, io);
  const [name, ...words] = line.words;
  if (line.values.help || name === 'help') return helped(name === 'help' ? words[0] : name, io);
  if (line.values.version) return said(`${version}\n`, io);
  if (name === undefined) {
    io.error(help());
    return exit.usage;
  }
  const command = commands.find(each => each.name === name);
  if (!command) return wrong(unknown(name, io), io);
  const hindrance = hindranceOf(command, words, line);
  return hindrance === undefined ? command.run(words, line.values, io) : wrong(hindrance, io, command);
}

function helped(name: string | undefined, io: Io): number {
  if (name === undefined) return said(help(), io);
  const command = commands.find(each => each.name === name);
  return command ? said(helpOf(command), io) : wrong(unknown(name, io), io);
}

function unknown(name: string, { cwd }: Io): string {
  const meant = nearest(name, commands.map(each => each.name), 1)[0]; // prettier-ignore
  if (meant !== undefined) return `There is no command ${name}. Did you mean ${meant}?`;
  const isPath = existsSync(resolve(cwd, name));
  return `There is no command ${name}.${isPath ? ` Did you mean: agentwright check ${name}` : ''}`;
}

/** What a command would pass over is no option of it: who wrote it expects something that does not happen. */
function hindranceOf(command: Command, words: readonly string[], { given, values }: Line): string | undefined {
  const { name, options, formats = [] } = command;
  const stray = given.find(each => !options.includes(each.name));
  if (stray) {
    const takers = commands.filter(each => each.options.includes(stray.name)).map(each => each.name);
    return `${name} does not take ${stray.raw}, which is for ${takers.join(', ')}.`;
  }
  const { format, 'max-warnings': most } = values;
  if (most !== undefined && !/^\d+$/.test(most)) return `--max-warnings wants a whole number, not ${most}.`;
  if (format !== undefined && !formats.includes(format)) return noFormat(name, format, formats);
  if (command.words && words.length !== command.words.count) return `${name} wants ${command.words.wants}.`;
  if (words.includes('-')) return `${name} does not read standard input; name a file or a folder.`;
  // An empty variable in a script would otherwise stand for the current folder.
  return words.includes('') ? `${name} was given an empty word where a path or a name was to stand.` : undefined;
}

function noFormat(name: string, format: string, formats: readonly string[]): string {
  const meant = nearest(format, formats, 1)[0];
  return `${name} has no format ${format}. ${meant === undefined ? `There is: ${formats.join(', ')}.` : `Did you mean ${meant}?`}`;
}

function said(text: string, io: Io): number {
  io.out(text);
  return exit.fine;
}

function wrong(message: string, io: Io, command?: Command): number {
  const place = command === undefined ? '' : ` ${command.name}`;
  io.error(`agentwright: ${visible(message)}\nTry: agentwright${place} --help\n`);
  return exit.usage;
}
