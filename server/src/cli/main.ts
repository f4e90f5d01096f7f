// The command line: `check`, `fix`, `format`, `show`, `budget`, `explain`, `rules`. Answers the exit code: 0 fine, 1 errors
// found, 2 wrong usage.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { version } from '../../../package.json';
import { budget } from './budget';
import { check } from './check';
import { explain, listRules } from './explain';
import { fix } from './fix';
import { format as formatFiles } from './format';
import { assumed } from '../features/effective/session';
import { exit, visible, type Io } from './io';
import { show } from './show';

export async function main(argv: readonly string[], io: Io): Promise<number> {
  const args = read(argv);
  if (typeof args === 'string') return wrong(args, io);
  const { values, positionals } = args;
  if (values.help) return said(help, io);
  if (values.version) return said(`${version}\n`, io);
  const [command, ...operands] = positionals;
  const format = values.format ?? 'text';
  if (format !== 'text' && format !== 'json') return wrong(`There is no format ${format}: text or json.`, io);
  const session = { sessionModel: values['session-model'] ?? assumed.sessionModel };
  switch (command) {
    case 'check':
      return check(operands, { format, quiet: values.quiet ?? false }, io);
    case 'fix':
      return fix(operands, { dryRun: values['dry-run'] ?? false }, io);
    case 'format':
      return formatFiles(operands, { dryRun: values['dry-run'] ?? false, check: values.check ?? false }, io);
    case 'show':
      return operands.length === 1
        ? show(operands[0]!, { format, session }, io)
        : wrong('show wants one agent: its file or its name.', io);
    case 'budget':
      return budget(operands, { format, session }, io);
    case 'explain':
      return operands.length === 1 ? explain(operands[0]!, io) : wrong('explain wants the id of one rule.', io);
    case 'rules':
      return operands.length === 0 ? listRules(io) : wrong('rules wants no arguments.', io);
    case undefined:
      return wrong('A command is missing.', io);
    default:
      return wrong(`There is no command ${command}.`, io);
  }
}

const help = `Checks AI agents and skills written in Markdown.

Usage: agentwright <command> [options]

Commands:
  check [paths…]   report what is wrong in these files and folders (default: the current folder)
  fix [paths…]     apply every fix that changes nothing but what is wrong
  format [paths…]  bring front matter in order; every tool reads the same of it as before
  show <agent>     print what Claude Code really makes of an agent, by its file or name
  budget [paths…]  print what agents and skills cost: in every session, and where they are used
  explain <rule>   say what a rule reports, why it matters, and what to write instead
  rules            list the rules

Options of check, show and budget:
  --format <text|json>   how it is printed (default: text)

Options of check:
  --quiet                print errors alone, and no summary

Options of show and budget:
  --session-model <id>   the model of the session (default: ${assumed.sessionModel})

Options of fix and format:
  --dry-run              print what would change as a diff, and write nothing

Options of format:
  --check                name the files that would change, and write nothing

Options:
  -h, --help       print this
  -v, --version    print the version

Exit code: 0 without errors, 1 with errors or with something left to do, 2 where the command or a path is wrong.
`;

const options = {
  format: { type: 'string' },
  quiet: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  check: { type: 'boolean' },
  'session-model': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies ParseArgsConfig['options'];

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function said(text: string, io: Io): number {
  io.out(text);
  return exit.fine;
}

function wrong(message: string, io: Io): number {
  io.error(`agentwright: ${visible(message)}\nTry: agentwright --help\n`);
  return exit.usage;
}
