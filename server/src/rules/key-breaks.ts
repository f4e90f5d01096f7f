// Line breaks that are lost before a key of front matter: `model: opus tools: Read`, or `- Bash requires: [phase]` in a list.
import { entry as entryOf } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineAt } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { lineBreak, second } from './edits';
import { fitsKey } from './lost-key';
import { say, type Fix, type Message } from './rule';
import { lineOf } from './yaml-line-slips';
import { replace, type Place } from './yaml-place';

/** A line break that is lost: the spaces where it belongs, perhaps none, and the key that it should stand before. */
export interface LostBreak {
  readonly gap: Span;
  readonly key: string;
}

/** Keys on the line of another one, each with a value that it can have. */
export function lostValues(place: Place): LostBreak[] {
  const { document, workspace } = place;
  const line = lineOf(place);
  const found = lostBreaks(document, workspace, line);
  return found.filter(({ gap, key }, index) => {
    const end = found[index + 1]?.gap.start ?? line.end;
    const value = document.text.slice(gap.end + key.length + 1, end).trim();
    return fitsKey(key, value, document, workspace);
  });
}

export const breakBefore = (key: string): Message => say('Begin a new line before `{0}`', key);

/** Where the line of one key goes on with another that the file does not have: the spaces between them. */
export function lostBreaks(document: Document, workspace: Workspace, line: Span): LostBreak[] {
  const fields = workspace.schema(document.uri)?.fields;
  if (!fields) return [];
  const text = document.text.slice(line.start, line.end);
  const found: LostBreak[] = [];
  for (const match of text.matchAll(/(\S)([ \t]*)([A-Za-z][\w-]*):(?=\s|$)/g)) {
    const word = match[3]!;
    const whole = match[1] + word;
    const glued = match[2] === '';
    const candidates = glued ? [...whole].map((_, at) => whole.slice(at + 1)) : suffixes(word);
    const key = candidates.find(each => fields.has(each) && !entryOf(document.data, each));
    if (key === undefined) continue;
    const end = line.start + match.index + match[0].length - 1 - key.length;
    const own = key === word ? match[2]!.length : 0;
    const start = end - own;
    // Behind a dash or in braces it is a key where it stands.
    if (
      !/[^\s{[(,:-][ \t]*$/.test(text.slice(0, start - line.start)) ||
      /:[ \t]+[{[][^\]}]*$/.test(text.slice(0, start - line.start))
    )
      continue;
    found.push({ gap: { start, end }, key });
  }
  return found.slice(0, 2);
}

/** The fixes of a value that took the next key into its line, which is what stands first then. */
export function withBreaks(
  document: Document,
  workspace: Workspace,
  span: Span,
  fixes: readonly Fix[],
): readonly Fix[] {
  if (document.language === 'json') return fixes;
  const { start, end } = span;
  // Of `[[a, b]]` the inner list is judged, or the outer one.
  const at = document.text.startsWith('[[', start - 1) ? start - 1 : start;
  const twice = /^\[(\[[^[\]]*\])\]/.exec(document.text.slice(at, end + 2));
  if (twice) {
    const edits = [replace(document, { start: at, end: at + twice[0].length }, twice[1]!)];
    return [{ title: say('Remove the outer brackets'), edits, safe: false, preferred: true }, ...fixes.map(second)];
  }
  const line = lineAt(document.text, span.start);
  const known = lostBreaks(document, workspace, line);
  const tools = workspace.schema(document.uri)?.tools ?? new Map<string, unknown>();
  const breaks = (known.length > 0 ? known : behindItem(document, line, [...tools.keys()])).map(
    ({ gap, key }): Fix => ({
      title: breakBefore(key),
      edits: [replace(document, gap, lineBreak(document.text))],
      safe: false,
    }),
  );
  const [first, ...others] = breaks;
  return first
    ? [{ ...first, preferred: true }, ...others, ...fixes.map(each => ({ ...second(each), safe: false }))]
    : fixes;
}

/** `- Bash requires: [phase]` or `- Bashrequires: [phase]`: after the one word of an item, a key of an author's own. */
function behindItem({ text }: Document, { start, end }: Span, tools: readonly string[]): LostBreak[] {
  const [head, word = ''] = /^[ ]*-[ ]+([A-Z]\w+):(?=\s|$)/.exec(text.slice(start, end)) ?? [];
  const tool = tools
    .filter(each => word.startsWith(each) && /^[a-z]{3}/.test(word.slice(each.length)))
    .sort((a, b) => b.length - a.length)[0];
  if (head !== undefined && tool !== undefined) {
    const at = start + head.length - 1 - word.length + tool.length;
    return [{ gap: { start: at, end: at }, key: word.slice(tool.length) }];
  }
  const match = /^[ ]*-[ ]+[\w:*-]+([ \t]+)([a-z][\w-]*):(?=\s|$)/.exec(text.slice(start, end));
  if (!match) return [];
  const to = start + match[0].length - 1 - match[2]!.length;
  return [{ gap: { start: to - match[1]!.length, end: to }, key: match[2]! }];
}

const suffixes = (word: string): string[] => [...word].map((_, at) => word.slice(at));
