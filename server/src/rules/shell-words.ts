// The simple commands in a line of shell: enough to say which programs it runs, and silent where it is not plain.

/** Programs that hardly anything but a shell is told to run, as patterns. */
const programs = [
  'npx', 'npm', 'pnpm', 'yarn', 'bunx?', 'deno', 'git', 'gh', 'python3?', 'pip3?', 'uvx?', 'node', 'tsc', 'eslint',
  'jest', 'vitest', 'playwright', 'ruby', 'php', 'composer', 'java', 'mvn', 'gradle', 'docker', 'docker-compose',
  'kubectl', 'helm', 'cargo', 'go', 'dotnet', 'make', 'cmake', 'curl', 'wget', 'brew', 'apt', 'apt-get', 'az', 'aws',
  'gcloud', 'terraform', 'flux', 'claude', 'ls', 'cat', 'cd', 'grep', 'rg', 'sed', 'awk', 'wc', 'jq', 'chmod', 'mkdir',
  'cp', 'mv', 'rm', 'pytest', 'poetry', 'ruff', 'mypy', 'bash', 'sh', 'sudo', 'psql', 'redis-cli',
]; // prettier-ignore

/** Those that begin a sentence as well. */
const words = ['touch', 'find', 'head', 'tail', 'tree', 'source', 'export', 'bundle', 'rails'];

/** The name of a program, as a pattern for lines that are a shell's in any case. */
export const anyProgram = `(?:${[...programs, ...words].join('|')})`;

const run = new RegExp(`^[ \\t]*(?:[$>%][ \\t]+)?(?:${programs.join('|')})(?=[ \\t]+[\\w./-])`);

/** Whether a line begins with one of them and an argument. */
export const runsProgram = (line: string): boolean => run.test(line);

/** One command between separators, where it stands in the line. */
export interface ShellCommand {
  readonly text: string;
  readonly start: number;
  /** Without assignments before the program's name. */
  readonly words: readonly string[];
}

/** The commands of a line; none where it nests others, whose programs would have to be judged, too. */
export function commandsOf(line: string): ShellCommand[] {
  if (/\$\(|`|<\(|>\(|<<|^\s*[({]/.test(line)) return [];
  const found: ShellCommand[] = [];
  let start = 0;
  let quote = '';
  for (let at = 0; at <= line.length; at++) {
    const character = line[at] ?? ';';
    if (quote !== '') {
      if (character === '\\' && quote === '"') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '\\') at++;
    // `2>&1` and `&>` are no ends.
    else if (/[;|\n]/.test(character) || (character === '&' && line[at - 1] !== '>' && line[at + 1] !== '>')) {
      add(found, line.slice(start, at), start);
      start = at + 1;
    }
  }
  return found;
}

function add(found: ShellCommand[], piece: string, at: number): void {
  const before = /^\s*(?:[A-Za-z_]\w*=[^\s"']*\s+)*/.exec(piece)![0].length;
  const text = piece.slice(before).trimEnd();
  if (text !== '') found.push({ text, start: at + before, words: text.split(/\s+/) });
}
