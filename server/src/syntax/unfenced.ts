// Keys at the top of a text that stand between no fences: bare, between other marks, or with a mark before each line.
import { entry } from './data';
import { readYaml } from './yaml';

export interface Unfenced {
  /** The keys with their lines, without any marks. */
  readonly lines: readonly string[];
  /** Where the body begins; its lines have the mark too where the whole text has. */
  readonly end: number;
  readonly mark: RegExp | undefined;
}

/** How far down keys are looked for, in characters and in lines. */
const window = 4000;
const most = 60;

/** What stands before each line where a text was quoted, copied with its numbers, or taken out of a list of changes. */
const marks: readonly RegExp[] = [/^/, /^> ?/, /^\+/, /^[ \t]*\d+(?:→|\t|[ \t]*[|│:] ?)/, /^[ \t]+/];

/** A line of marks that is none of three hyphens, but stands where these belong; or the fence of a code block. */
const oddFence = /^(?:[^\p{L}\p{N}\s|<>#](?:[ \t]*[^\p{L}\p{N}\s|<>#]){1,11}|[`~]{3,}[ \t]*(?:ya?ml|front-?matter))$/iu;

/** A key, in bold or in code too. */
const keyLine = /^(?:\*\*|__|`)?([A-Za-z][\w-]*)(?:(?:\*\*|__|`)?:(?:\*\*|__)?)(?=\s|$)/;

/** Keys that hardly anything but an agent, a skill or a command has. */
const telling = /^(?:name|description|tools|model|allowed-tools|argument-hint)$/;

/** The keys that clearly are front matter: a name and a description, or one of them between odd fences. */
export function unfenced(text: string, begin: number): Unfenced | undefined {
  const head = text.slice(begin, begin + window);
  if (!/^[^\n]{0,40}\b(?:name|description|allowed-tools)\b/m.test(head)) return undefined;
  const braces = inBraces(text, begin);
  if (braces) return braces;
  const lines = head.split('\n', most);
  for (const mark of marks) {
    const stripped = withoutMark(lines, mark);
    const found = keysIn(stripped);
    if (!found) continue;
    const end = begin + lines.slice(0, found.count).reduce((sum, line) => sum + line.length + 1, 0);
    const isMarked = (line: string): boolean => line.trim() === '' || mark.test(line);
    const isEverywhere = mark.source !== '^' && text.slice(begin).split('\n').every(isMarked);
    return { lines: found.lines, end: Math.min(end, text.length), mark: isEverywhere ? mark : undefined };
  }
  return undefined;
}

/** An object of JSON at the top, which YAML reads as keys. */
function inBraces(text: string, begin: number): Unfenced | undefined {
  const source = /^\{[ \t]*\r?\n(?:[ \t][^\n]*\n)+\}[ \t]*(?=\r?\n)/.exec(text.slice(begin, begin + window))?.[0];
  if (source === undefined) return undefined;
  const { data, errors } = readYaml(source);
  const isWhole = ['name', 'description'].every(key => entry(data, key) !== undefined);
  if (errors.length > 0 || !isWhole) return undefined;
  const end = text.indexOf('\n', begin + source.length) + 1;
  return { lines: source.trimEnd().split(/\r?\n/), end, mark: undefined };
}

/** The lines up to the first that lacks the mark. */
function withoutMark(lines: readonly string[], mark: RegExp): string[] {
  const found: string[] = [];
  for (const line of lines) {
    if (!mark.test(line) && line.trim() !== '') break;
    found.push(line.replace(mark, '').trimEnd());
  }
  return found;
}

function keysIn(lines: readonly string[]): { lines: string[]; count: number } | undefined {
  let at = 0;
  const skipBlank = (): void => {
    while (at < 3 && lines[at] === '') at++;
  };
  skipBlank();
  const isOpen = oddFence.test(lines[at] ?? '');
  if (isOpen) at++;
  skipBlank();
  const found: string[] = [];
  const keys = new Set<string>();
  for (; at < lines.length; at++) {
    // Markdown that lies under a rule makes a heading of the first key.
    const line = isOpen && found.length === 0 ? lines[at]!.replace(/^## /, '') : lines[at]!;
    const [all, key] = keyLine.exec(line) ?? [];
    if (all !== undefined && key !== undefined) {
      keys.add(key);
      found.push(`${key}:${line.slice(all.length)}`);
    } else if (found.length > 0 && /^(?:[ \t]+\S|- \S)/.test(line) && !oddFence.test(line)) found.push(line);
    else break;
  }
  if (![...keys].slice(0, 3).some(key => telling.test(key))) return undefined;
  const isWhole = keys.has('name') && keys.has('description');
  const after = lines[at] ?? '';
  const isClosed = oddFence.test(after);
  if (isClosed) at++;
  // Bare keys end with a blank line or a heading; other text right below them may be part of them.
  else if (after !== '' && !/^#{1,6} /.test(after)) return undefined;
  return isWhole || (isOpen && isClosed) ? { lines: found, count: at } : undefined;
}
