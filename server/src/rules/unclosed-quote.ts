// Quotes that are never closed in the command of a hook, which no shell runs then.
import { entry as entryOf, textAt, type DataMap, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { hookCommands } from '../workspace/hooks';
import { defineEntryRule, say, type Finding } from './rule';

const settings = (command: string): string =>
  `-- .claude/settings.json --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n`;

export default defineEntryRule({
  id: 'unclosed-quote',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  anyWords: true,
  summary: 'A quote in the command of a hook that is never closed.',
  why:
    'A shell reads a quoted text up to the next quote of the same kind. Where there is none it refuses the whole command, so ' +
    'the hook fails each time, and Claude Code goes on as if there were no hook.',
  source: "POSIX.1-2024, Shell Command Language, 2.2; Claude Code's documentation of hooks, August 2026.",
  examples: [
    {
      bad: settings('<|\\"|>$CLAUDE_PROJECT_DIR/a.sh --fast'),
      good: settings('\\"$CLAUDE_PROJECT_DIR/a.sh\\" --fast'),
    },
    { bad: settings("echo <|'|>done"), good: settings("echo 'done'") },
    { bad: settings('a.sh $TOOL<|\\"|> --fast'), good: settings('a.sh \\"$TOOL\\" --fast') },
    {
      bad: settings('a.sh --tool <|\\"|>$TOOL --input \\"$INPUT\\"'),
      good: settings('a.sh --tool \\"$TOOL\\" --input \\"$INPUT\\"'),
    },
    { bad: settings('echo \\"it\'s done\\" \'a \\" b\' \\\\\\" $(cat \\"a\\") # it\'s') },
  ],
  *entry({ entry: { key, value } }, document) {
    if (key.text !== 'hooks' || document.language !== 'json') return;
    for (const { handler, command } of hookCommands(value)) {
      const finding = isOfShell(handler) ? judge(document, command) : undefined;
      if (finding) yield finding;
    }
  },
});

/** Whether a shell of the Unix kind reads the command. */
const isOfShell = (handler: DataMap): boolean =>
  entryOf(handler, 'args') === undefined && textAt(handler, 'shell') !== 'powershell';

/** A character as the shell gets it, with its place in the file. */
interface Sign {
  readonly is: string;
  readonly start: number;
  readonly end: number;
}

function judge({ uri, text }: Document, { span }: Scalar): Finding | undefined {
  const written = text.slice(span.start, span.end);
  // A here-document, a command in backticks and a text behind a dollar have quotes of their own.
  if (/<<|`|\$'/.test(written)) return undefined;
  const signs = [...written.matchAll(/\\(?:u[\da-fA-F]{4}|.)|[^\\]/gs)].map(({ index, 0: raw }) => ({
    is: raw.length > 1 ? (raw === '\\"' || raw === '\\\\' ? raw[1]! : ' ') : raw,
    start: span.start + index,
    end: span.start + index + raw.length,
  }));
  const open = unclosed(signs);
  if (open === undefined) return undefined;
  const { start, end } = signs[open]!;
  return {
    span: { start, end },
    message: say('This quote is never closed, so the shell refuses the command and the hook fails.'),
    fixes: () => {
      const at = otherEnd(signs, open);
      const edits = [{ uri, span: { start: at, end: at }, text: text.slice(start, end) }];
      return [{ title: say('Close the quote'), edits, safe: false, preferred: true }];
    },
  };
}

/** The quote that stands alone; of those that pair wrongly, the first that another one seems to open within. */
function unclosed(signs: readonly Sign[]): number | undefined {
  let open: number | undefined;
  let odd: number | undefined;
  for (let at = 0; at < signs.length; at++) {
    const { is } = signs[at]!;
    const isSingle = open !== undefined && signs[open]!.is === "'";
    if (is === '\\' && !isSingle) at++;
    else if (is === '#' && open === undefined && isGap(signs[at - 1])) break;
    else if (is === '"' || is === "'") {
      if (open === undefined) open = at;
      else if (signs[open]!.is === is) {
        // `"$TOOL --input "$INPUT"`: what closes here was to open.
        if (is === '"' && isGap(signs[at - 1]) && !isGap(signs[at + 1])) odd ??= open;
        open = undefined;
      }
    }
  }
  return open === undefined ? undefined : (odd ?? open);
}

/** Where the word ends that a quote begins, or begins that it ends. */
function otherEnd(signs: readonly Sign[], open: number): number {
  let at = open;
  if (isGap(signs[open + 1]) && !isGap(signs[open - 1])) {
    while (at > 0 && !isGap(signs[at - 1])) at--;
    return signs[at]!.start;
  }
  while (at + 1 < signs.length && !isGap(signs[at + 1])) at++;
  return signs[at]!.end;
}

const isGap = (sign: Sign | undefined): boolean => sign === undefined || /[\s;|&]/.test(sign.is);
