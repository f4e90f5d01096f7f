// Where a code block that is not closed was probably meant to end.
import type { Fence } from '../syntax/body';
import type { Document } from '../syntax/document';
import { lineStart } from '../syntax/lines';
import { shift, type Span } from '../syntax/span';
import { lineBreak } from './edits';
import { say, type Fix } from './rule';

/** Languages in which a line with `#` is a comment, and those in which one with a hyphen is an item. */
const hashComments =
  /^(bash|sh|shell|zsh|console|python|py|ruby|rb|ya?ml|toml|dockerfile|makefile|r|perl|powershell|ps1|elixir|graphql|hcl|terraform|nginx|ini|conf|gitignore|env|dotenv)$/i;
const hyphenItems = /^(ya?ml|markdown|md|text|txt|diff|sql|lua|haskell)?$/i;

/** What a block opens with: three backticks or more, or tildes. */
export const marksOf = (text: string, { start }: Span): string => /[`~]+/.exec(text.slice(start))![0];

/** The likely end, before `limit` in the text, as a fix; none where nothing below looks like prose. */
export function closedEarlier({ uri, text }: Document, fence: Fence, start: number, limit: number): Fix[] {
  const outer = shift(fence.outer, start);
  const inside = shift(fence.span, start);
  const mark = marksOf(text, outer);
  const info = text.slice(start + fence.info.start, start + fence.info.end).split(/\s/)[0]!;
  const at = endOfCode(text, inside.start, limit, info);
  if (at === undefined) return [];
  const lead = text.slice(lineStart(text, outer.start), outer.start);
  const edits = [
    { uri, span: { start: at, end: at }, text: `${lead.trim() === '' ? lead : ''}${mark}${lineBreak(text)}` },
  ];
  return [{ title: say('Close the block above the text that follows'), edits, safe: false }];
}

/** How many blocks are open above a line, where each line of marks with a language opens another one. */
export function depthAt(text: string, end: number): number {
  let depth = 0;
  for (const { index, 2: info } of text.matchAll(/^ {0,3}(`{3,}|~{3,})([^`\n]*)$/gm)) {
    if (index >= lineStart(text, end)) break;
    depth += info!.trim() !== '' || depth === 0 ? 1 : -1;
  }
  return depth;
}

/** The start of the blank line behind the code: the first that something like Markdown follows. */
export function endOfCode(text: string, from: number, limit: number, info: string): number | undefined {
  let blank: number | undefined;
  for (let at = from; at < limit;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end).trimEnd();
    if (line === '') blank ??= at;
    else {
      if (blank !== undefined && blank > from && isProse(line, info)) return blank;
      blank = undefined;
    }
    if (feed < 0) break;
    at = feed + 1;
  }
  return undefined;
}

function isProse(line: string, info: string): boolean {
  if (/^#{1,6} \S/.test(line)) return line.startsWith('##') || !hashComments.test(info);
  if (/^[-*] \S/.test(line)) return !hyphenItems.test(info);
  return /^(\*\*\S|\d+\. \S|> \S|\| \S|---$)/.test(line) || /^[A-Z][^;{}=<>]*[.:!?]$/.test(line);
}

/** Of a block in which another one opens. */
export const openedWithin = say(
  'Another code block opens inside this one, and the closing line of the inner one ends both. The closing line of this one is missing, or it needs more backticks.',
);

/** Of a block that shows Markdown. */
export const endedWithin = say(
  'A line of marks inside this code block ends it, and the text after that is no longer shown as code. A block around others needs more backticks than they have.',
);

/** The words behind opening marks, where they are no sentence that was joined to them. */
export const languageForm = '(?:[a-z][\\w+#-]*|\\[[^\\]\\n]+\\]|\\{[^}\\n]+\\}|<[^>\\n]+>)';

/** Whether each block that opens inside another one ends there for a reader, and by no closing line of Markdown: at marks with a quote
 * or a bracket behind them. */
export function isEndedInside(inside: string, mark: string): boolean {
  let opened = 0;
  let ended = 0;
  for (const [, info] of inside.matchAll(new RegExp(`^ {0,3}${mark}([^\\s\`~].*?)\\r?$`, 'gm'))) {
    if (!/^["'\u2019\u201D)\]}]{1,2}[.,;]?[ \t]*$/.test(info!)) opened++;
    else if (ended++ === opened) return false;
  }
  return opened > 0 && opened === ended;
}
