// Whether a text names a file as an example, as one that is yet to come, or as one that need not be there; and whether a file is one.
import { lineEnd, lineStart } from '../syntax/lines';
import type { Span } from '../syntax/span';

/** Whether tests read a file: no program loads it, and some of it is wrong so that a test sees it. */
export const isFixture = (uri: string): boolean => /\/(?:__)?(?:fixtures|testdata)(?:__)?\//i.test(uri);

/** What parts a line from those above it: nothing in it, an item, a heading or a row. */
const beginsBlock = /^[ \t]*(?:\r?\n|[-*+][ \t]|\d{1,2}[.)][ \t]|#|\|)/;

/** Where the paragraph or item that holds a place begins, which may be some lines above. */
function blockStart(text: string, at: number): number {
  let start = lineStart(text, at);
  while (start > 0 && !beginsBlock.test(text.slice(start, lineEnd(text, start) + 1))) {
    const above = lineStart(text, start - 1);
    if (/^[ \t]*\r?\n/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Words before what is one of several, in the languages that agents are written in. */
const suchAs =
  /\b(?:e\.g\.,?|for instance,?|such as)(?=\s)|\blike[\s`*]*$|(?:如|比如|たとえば|例えば|例[:：]|예[:：]|por ejemplo|p\. ?ej\.|par exemple|z\. ?B\.|zum Beispiel|например|per esempio|por exemplo|örneğin)[^`]*`?$/i;

/** Whether the line, or the paragraph or list around it, names the file in such a way. */
export function isExampleFile(text: string, span: Span): boolean {
  const { start, end } = span;
  const before = text.slice(lineStart(text, start), start);
  const block = text.slice(blockStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  return (
    /\bexamples?\**:|\bexample (?:files?|scripts?|resources?)\b|\((?:e\.g\.|for example|such as|like)[^)]*$/i.test(
      block,
    ) ||
    /\b(?:into|as|to|create|add|write) an? `?$/i.test(before) ||
    suchAs.test(before) ||
    /\b(?:copy|move|rename)\b(?:`[^`]*`|[^.`])*\b(?:to|into|as) `$/i.test(before) ||
    /\b(?:coming soon|planned|to come|TODO|optional|would|could|might)\b/i.test(after) ||
    /^`?[^.;]*\b(?:if|when|where)\b[^.;]*\b(?:exists?|present|available|needed|necessary|any|there)\b/i.test(after) ||
    /^`,? (?:not|never|instead of) `/.test(after) ||
    // «The search in `lib/db/` (`scripts/core.py`)»: counted from that folder.
    /`[^`\s]+\/`\s*\([^)]*$/.test(block) ||
    isQuoted(before, after) ||
    isAdvice.test(paragraph(text, start)) ||
    (/^[\s*]*File(?:name)?[\s*:]*`$/i.test(before) && /^`[\s*:]*\n\s*(?:```|~~~)/.test(text.slice(end, end + 40)))
  );
}

/** A list of what would be good to have, or of how paths are written. */
const isAdvice = /\bwould be (?:helpful|useful)\b|\b(?:bare|relative|absolute) paths?\b[^\n]*:[ \t]*\r?\n/i;

/** Whether it stands in what another file would say. */
const isQuoted = (before: string, after: string): boolean =>
  (before.split('"').length % 2 === 0 && after.includes('"')) ||
  (before.lastIndexOf('“') > before.lastIndexOf('”') && after.includes('”'));

/** The lines around a place, up to those with nothing in them: all that is read of what stands around a file's name. */
export function paragraph(text: string, at: number): string {
  const end = /\n[ \t]*\r?\n/.exec(text.slice(at))?.index;
  return text.slice(paragraphStart(text, at), end === undefined ? undefined : at + end);
}

/** Where the lines around a place begin. */
export function paragraphStart(text: string, at: number): number {
  let start = lineStart(text, at);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (text.slice(above, start).trim() === '') break;
    start = above;
  }
  return start;
}

/** Whether commands before a path look first whether it is there: `[ -x run.sh ]`. */
export function isAskedFor(before: string, path: string): boolean {
  const name = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\[|\\btest) +-[efrsx] +[^\\]]*(?:$|${name})`).test(before);
}
