// A key as its siblings write it, for the fixes of one that is missing, empty or wrong.
import { entry as entryOf, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { areIndented } from '../syntax/entries';
import { entryLines, isInBraces, lineBreak } from './edits';
import { say, type Fix, type Read } from './rule';
import { frequent, nearestOf } from './siblings';

export interface UsualLines {
  /** Without the last line break, and the key that stands before it there. */
  readonly lines: readonly { readonly text: string; readonly after: string | undefined }[];
  /** Whether most of them have the first. */
  readonly isClear: boolean;
}

/** Whether a sibling's key is worth copying. */
type IsRight = (sibling: Document) => boolean;

/** The key as most of the nearest siblings write it, or in the ways to choose from that more than one of them has; where each
 * has a text of its own, without one. */
export function usualLines(
  document: Document,
  workspace: Workspace,
  key: string,
  read?: Read,
  isRight: IsRight = () => true,
): UsualLines {
  const crowd = workspace.crowd(document.uri);
  const donors = crowd ? nearestOf(crowd.withKey(key), document, workspace, read).filter(isRight) : [];
  const written = donors.flatMap(donor => linesOf(donor, key) ?? []);
  if (written.length === 0) return { lines: [], isClear: false };
  const shared = frequent(written.map(({ text }) => text)).filter(({ count }) => count > 1);
  const isClear = shared[0] !== undefined && shared[0].count * 2 > written.length;
  const chosen = isClear ? shared.slice(0, 1) : shared.slice(0, 3);
  const texts = chosen.length > 0 ? chosen.map(({ text }) => text) : [`${key}: `];
  const newline = lineBreak(document.text);
  const lines = texts.map(text => {
    const { after } = written.find(each => each.text === text) ?? written[0]!;
    return { text: text.replace(/\r?\n/g, newline), after };
  });
  return { lines, isClear };
}

const longestShown = 60;

/** The lines of a key as a title shows them: `tools: Read, Grep`. */
export function inOneLine(text: string): string {
  const [first = '', ...rest] = text.split(/\r?\n/).map(line => line.trim().replace(/^- /, ''));
  const line = rest.length > 0 ? `${first} ${rest.join(', ')}` : first;
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

/** Whether each key begins a line, in its first column. */
const hasOwnLines = (document: Document): boolean =>
  !isInBraces(document) && !areIndented(document.text, document.parts);

/** The lines of a key, and the key that stands before it. */
function linesOf(donor: Document, key: string): { text: string; after: string | undefined } | undefined {
  const { text, data } = donor;
  const found = entryOf(data, key);
  if (!found || data?.is !== 'map' || !hasOwnLines(donor)) return undefined;
  const { start, end } = entryLines(text, found);
  const after = data.entries[data.entries.indexOf(found) - 1]?.key.text;
  return { text: text.slice(start, end).trimEnd(), after };
}

/** Fixes that write a key of the front matter as its siblings have it; none where they do not agree. */
export function asSiblings(
  document: Document,
  workspace: Workspace,
  entry: Entry,
  read?: Read,
  isRight?: IsRight,
): Fix[] {
  const { uri, text } = document;
  if (!hasOwnLines(document)) return [];
  const { start, end } = entryLines(text, entry);
  const span = { start, end: start + text.slice(start, end).trimEnd().length };
  const { lines } = usualLines(document, workspace, entry.key.text, read, isRight);
  return lines.flatMap(({ text: usual }) => {
    if (usual.endsWith(': ') || usual === text.slice(span.start, span.end)) return [];
    return [
      {
        title: say('Write `{0}`, as others here do', inOneLine(usual)),
        edits: [{ uri, span, text: usual }],
        safe: false,
      },
    ];
  });
}
