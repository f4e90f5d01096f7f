// The fixes of what is wrong at a place, and all safe fixes of a file at once.
import { applied } from '../rules/edits';
import { lint, lintAlone, type Diagnostic } from '../rules/lint';
import type { Edit, Fix, Read } from '../rules/rule';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart } from '../syntax/lines';
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

/** The fixes of all findings that touch the span, in the order of the text; behind them what silences a finding. At a cursor the
 * narrowest finding comes first: it is about the word there, a wider one about all of the value. */
export function fixesAt(workspace: Workspace, document: Document, span: Span, read?: Read): FixAt[] {
  const found = lint(document, workspace).filter(diagnostic => touches(diagnostic.span, span));
  if (span.start === span.end) found.sort((a, b) => width(a.span) - width(b.span));
  const mends = found.flatMap(diagnostic => (diagnostic.fixes?.(read) ?? []).map(fix => ({ fix, diagnostic })));
  // Two findings of one place may be mended by the same edit.
  const isNew = (one: FixAt, index: number): boolean =>
    mends.findIndex(other => sameEdits(one.fix, other.fix)) === index;
  const ignores = found.flatMap(diagnostic =>
    ignoreFixes(workspace, document, diagnostic).map(fix => ({ fix, diagnostic })),
  );
  const same = (a: FixAt, b: FixAt): boolean => JSON.stringify(a.fix) === JSON.stringify(b.fix);
  return [
    ...mends.filter(isNew),
    ...ignores.filter((one, index) => ignores.findIndex(other => same(one, other)) === index),
  ];
}

const width = ({ start, end }: Span): number => end - start;

const sameEdits = (a: Fix, b: Fix): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);

type TextEdit = Extract<Edit, { span: Span }>;

/** A fix may bring another finding to light; more rounds than this would mean that two fixes undo each other. */
const maxRounds = 100;

/** What applies every safe fix of a file, again and again until none is left; empty where nothing is to do. */
export function fixAll(workspace: Workspace, document: Document): Edit[] {
  const text = fixedText(workspace, document);
  if (text === document.text) return [];
  // Each fix is an edit of its own where they come to the same, for people who look at them before they agree.
  const edits = safeEdits(workspace, document, (_, span) => span);
  return applied(document.text, edits) === text ? edits : [difference(document, text)];
}

/** A file's text after every safe fix. */
export function fixedText(workspace: Workspace, document: Document): string {
  let current = document;
  for (let rounds = 0; rounds < maxRounds; rounds++) {
    const edits = safeEdits(workspace, current, groundOf);
    if (edits.length === 0) break;
    current = parse(document.uri, document.language, applied(current.text, edits));
  }
  return current.text;
}

/** The edits of all safe fixes that do not get in each other's way, first come first served: no ground of one touches that of
 * another. What others of the repository have is nobody's safe fix. */
function safeEdits(
  workspace: Workspace,
  document: Document,
  ground: (document: Document, span: Span) => Span,
): TextEdit[] {
  const chosen: TextEdit[] = [];
  const taken: Span[] = [];
  for (const diagnostic of lintAlone(document, workspace)) {
    const fix = safeFix(diagnostic.fixes?.() ?? [], document);
    if (!fix) continue;
    const edits = fix.edits as readonly TextEdit[];
    const grounds = edits.map(({ span }) => ground(document, span));
    if (grounds.some(own => taken.some(other => touches(other, own)))) continue;
    chosen.push(...edits);
    taken.push(...grounds);
  }
  return chosen.sort((a, b) => a.span.start - b.span.start);
}

/** What a fix of all applies, of the fixes of a finding. */
export const safeFix = (fixes: readonly Fix[], { uri }: Document): Fix | undefined =>
  fixes.find(fix => fix.safe && fix.edits.every(edit => 'span' in edit && edit.uri === uri));

/** What must stay as it is for an edit to be right: the entry of the front matter, or the line. With two fixes in one value the
 * second may count on what the first changes. */
function groundOf({ parts, text }: Document, { start, end }: Span): Span {
  const lines = { start: lineStart(text, start), end: lineEnd(text, end) };
  const own = parts.filter(part => touches(part, lines));
  return {
    start: Math.min(lines.start, ...own.map(each => each.start)),
    end: Math.max(lines.end, ...own.map(each => each.end)),
  };
}
