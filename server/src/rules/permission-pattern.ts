// What a permission rule for commands is for, written as a regular expression: `Bash(git.*)`, `Bash(^git)`, `Bash(git|npm)`.
import type { Complaint } from './permission-form';
import { say } from './rule';

export function ofPattern(tool: string, specifier: string): Complaint | undefined {
  const rule = (by: string): string => `${tool}(${by})`;
  const programs = specifier.split('|');
  if (programs.length > 1 && programs.every(each => ofNoPipe.has(each)))
    return {
      message: say('A rule is for one command and is not a regular expression, so this one matches none of these.'),
      parts: programs.map(each => rule(`${each}:*`)),
    };
  const [, slash, caret, command = '', any = '', end, slashAgain] = pattern.exec(specifier) ?? [];
  if (slash !== slashAgain || !isPattern(tool, command, any, caret === '^', end === '$', slash === '/'))
    return undefined;
  // A program alone does nothing, so more is meant to stand behind it.
  const meant = end === '$' && any === '' && command.includes(' ') ? command : `${command}:*`;
  return {
    message: say(
      'A rule is not a regular expression, so this one matches nothing. Any arguments of a command are written `:*`, as in `{0}`.',
      rule('git:*'),
    ),
    instead: plain.test(command) ? [rule(meant)] : [],
  };
}

const pattern = /^(\/?)(\^?)(.*?)(:\.\*| ?\.\*|)(\$?)(\/?)$/s;

/** A program and words behind it. */
const plain = /^[a-z][\w-]*(?:[./][\w-]+)*(?: [\w./:@-]+)*$/;

/** Whether what stands around a command can belong to nothing but a regular expression. */
function isPattern(
  tool: string,
  command: string,
  any: string,
  caret: boolean,
  end: boolean,
  slashes: boolean,
): boolean {
  if (caret) return true;
  if (!plain.test(command)) return false;
  const [program = ''] = command.split(' ');
  if (any === ':.*') return !slashes;
  if (slashes) return ofNoPipe.has(program) && (any !== '' || end);
  if (end && any === '') return undotted.has(program);
  // `npm.*` is `npm.cmd`, too, where there are such files.
  if (any === '.*') return tool === 'Bash' && undotted.has(command);
  return any === ' .*' && ofSubcommands.has(command);
}

/** Programs whose names stand before words of their own, and before no path. */
const ofSubcommands: ReadonlySet<string> = new Set(['git', 'gh', 'npm', 'pnpm', 'docker', 'kubectl', 'cargo']);

/** Programs behind whose names no dot goes on, as in `python3.11`. */
const undotted: ReadonlySet<string> = new Set([...ofSubcommands, 'npx', 'yarn', 'bun', 'curl', 'wget', 'terraform']);

/** Programs that nobody writes a pipe of without blanks. */
const ofNoPipe: ReadonlySet<string> = new Set([
  ...undotted, 'node', 'python', 'python3', 'pip', 'pip3', 'uv', 'go', 'make', 'mkdir', 'cp', 'mv', 'rm', 'pytest', 'ruff', 'eslint', 'tsc',
]); // prettier-ignore
