// Commands of a shell in a code block that lack a word: `then` or `do` behind a condition, `fi` or `done` below the commands.
import { lineAt, nextLine } from '../syntax/lines';
import { openIn } from './shell-reading';
import type { ShellSlip } from './sample-shell';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly margin: number;
  /** Without blanks around it and the comment behind it. */
  readonly words: string;
}

const pairs = [
  { opens: /^if\b/, begins: 'then', ends: 'fi', within: /^(?:then|else|elif)\b/ },
  { opens: /^(?:for|while|until)\b/, begins: 'do', ends: 'done', within: /^do\b/ },
];

type Pair = (typeof pairs)[number];

/** The one word without which all others pair, where the margins of the lines tell its place. */
export function blockSlip(code: string, block: number): ShellSlip | undefined {
  if (!/^[ \t]*(?:if|for|while|until)\b/m.test(code) || /<<|`|\{[ \t]*$|(?:^|\s)(?:\.{3}|…)/m.test(code))
    return undefined;
  const lines = linesOf(code);
  // What goes over the end of a line cannot be read by lines.
  if (lines.some(({ words }) => /\\$/.test(words) || openIn(words, 0).length > 0)) return undefined;
  const slips = pairs.flatMap(pair => inPair(lines, pair, block));
  const [slip] = slips;
  return slips.length === 1 && slip !== unread ? slip : undefined;
}

function linesOf(code: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < code.length; at = nextLine(code, at)) {
    const { start, end } = lineAt(code, at);
    const line = code.slice(start, end);
    const words = line.replace(/(?:^|[ \t])#.*$/, '').trim();
    if (words !== '') lines.push({ start, end: start + line.trimEnd().length, margin: line.search(/\S/), words });
  }
  return lines;
}

/** Of a command that is written in another way. */
const unread = 'unread';

function inPair(lines: readonly Line[], pair: Pair, block: number): (ShellSlip | typeof unread)[] {
  const { opens, begins, ends } = pair;
  const ending = new RegExp(`^${ends}\\b`);
  const begun = new RegExp(`(?:^|[;\\s])${begins}\\b`);
  return lines.flatMap((line, at): readonly (ShellSlip | typeof unread)[] => {
    // A command in one line is whole or another matter.
    if (!opens.test(line.words) || new RegExp(`(?:^|[;\\s])${ends}\\b`).test(line.words)) return [];
    const below = lines.slice(at + 1);
    const stop = below.findIndex(({ margin, words }) => margin <= line.margin && !pair.within.test(words));
    const isEnded = stop >= 0 && below[stop]!.margin === line.margin && ending.test(below[stop]!.words);
    const isBegun = begun.test(line.words) || new RegExp(`^${begins}\\b`).test(below[0]?.words ?? '');
    if (isBegun === isEnded) return isBegun ? [] : [unread];
    if (isEnded) return /[|&({]$/.test(line.words) ? [unread] : [beginning(line, begins)];
    const last = stop < 0 ? below.at(-1) : below[stop - 1];
    return last && last.margin > line.margin && new RegExp(`${begins}$`).test(line.words)
      ? [end(line, last, ends, block)]
      : [unread];
  });
}

const beginning = ({ start, end, margin }: Line, word: string): ShellSlip => ({
  span: { start: start + margin, end },
  edit: { start: end, end },
  instead: `; ${word}`,
  open: '',
  wants: word,
});

const end = ({ start, end, margin, words }: Line, last: Line, word: string, block: number): ShellSlip => ({
  span: { start: start + margin, end },
  edit: { start: last.end, end: last.end },
  instead: `\n${' '.repeat(Math.max(0, margin - block))}${word}`,
  open: words.split(' ', 1)[0]!,
});
