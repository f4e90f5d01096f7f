// The fixes of what is wrong at a place, and all safe fixes of a file at once.
import { applied } from '../rules/edits';
import { lint, lintAlone, type Diagnostic } from '../rules/lint';
import type { Edit, Fix, Read } from '../rules/rule';
import type { Document } from '../syntax/document';
import { lineStart, nextLine } from '../syntax/lines';
import { parse } from '../syntax/parse';
import { touches, type Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { difference } from '../rules/difference';
import { ignoreFixes } from './ignore';

/** A fix and the finding that it mends. */
export interface FixAt {
  readonly fix: Fix;
  readonly diagnostic: Diagnostic;
}

/** The fixes of all findings that touch the span, in the order of the text; behind them what silences a finding. */
export function fixesAt(workspace: Workspace, document: Document, span: Span, read?: Read): FixAt[] {
  const found = lint(document, workspace).filter(diagnostic => touches(diagnostic.span, span));
  const mends = found.flatMap(diagnostic => (diagnostic.fixes?.(read) ?? []).map(fix => ({ fix, diagnostic })));
  const ignores = found.flatMap(diagnostic =>
    ignoreFixes(workspace, document, diagnostic).map(fix => ({ fix, diagnostic })),
  );
  const same = (a: FixAt, b: FixAt): boolean => JSON.stringify(a.fix) === JSON.stringify(b.fix);
  return [...mends, ...ignores.filter((one, index) => ignores.findIndex(other => same(one, other)) === index)];
}

type TextEdit = Extract<Edit, { span: Span }>;

/** A fix may bring another finding to light; more rounds than this would mean that two fixes undo each other. */
const maxRounds = 100;

/** What applies every safe fix of a file, again and again until none is left; empty where nothing is to do. */
export function fixAll(workspace: Workspace, document: Document): Edit[] {
  const { text, rounds } = mend(workspace, document);
  if (text === document.text) return [];
  return rounds.length === 1 ? [...rounds[0]!] : [difference(document, text)];
}

/** A file's text after every safe fix. */
export const fixedText = (workspace: Workspace, document: Document): string => mend(workspace, document).text;

/** The edits of each round count in the text that the round before left. */
function mend(workspace: Workspace, document: Document): { text: string; rounds: (readonly TextEdit[])[] } {
  const rounds: (readonly TextEdit[])[] = [];
  let current = document;
  for (let edits = safeEdits(workspace, current); edits.length > 0; edits = safeEdits(workspace, current)) {
    rounds.push(edits);
    current = parse(document.uri, document.language, applied(current.text, edits));
    if (rounds.length === maxRounds) break;
  }
  return { text: current.text, rounds };
}

/** The edits of all safe fixes that do not get in each other's way, first come first served: of two in one entry of the front
 * matter, or in one line elsewhere, the second counted on what the first changes. What others of the repository have is
 * nobody's safe fix. */
function safeEdits(workspace: Workspace, document: Document): TextEdit[] {
  const chosen: TextEdit[] = [];
  const taken: Span[] = [];
  for (const diagnostic of lintAlone(document, workspace)) {
    const fix = diagnostic
      .fixes?.()
      .find(f => f.safe && f.edits.every(edit => 'span' in edit && edit.uri === document.uri));
    if (!fix) continue;
    const edits = fix.edits as readonly TextEdit[];
    const grounds = edits.map(({ span }) => groundOf(document, span));
    if (grounds.some(ground => taken.some(other => overlaps(other, ground)))) continue;
    chosen.push(...edits);
    taken.push(...grounds);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** What must stay as it is for an edit to be right. */
function groundOf({ parts, text }: Document, { start, end }: Span): Span {
  const lines = { start: lineStart(text, start), end: nextLine(text, end) };
  const own = parts.filter(part => overlaps(part, lines));
  return {
    start: Math.min(lines.start, ...own.map(each => each.start)),
    end: Math.max(lines.end, ...own.map(each => each.end)),
  };
}
