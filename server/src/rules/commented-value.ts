// What stands behind a key as a comment, though it was to be its value.
import type { Field } from '../dialects/dialect';
import type { Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { inQuotes } from './edits';
import { fitsKey } from './lost-key';
import { say, type Fix } from './rule';

export interface CommentedValue {
  /** The `#`. */
  readonly mark: Span;
  /** Whether it needs no quotes. */
  readonly isBare: boolean;
  readonly fix: Fix;
}

/** A comment in place of a value: one that the key can have, or for a text one that is no note about it. */
export function commentedValue(
  { key, value, colon }: Entry,
  field: Field,
  document: Document,
  workspace: Workspace,
): CommentedValue | undefined {
  const { uri, text } = document;
  if (value !== undefined || colon === undefined || document.language === 'json') return undefined;
  const found = /[ \t]+(#[^\r\n]+)/y;
  found.lastIndex = colon;
  const match = found.exec(text);
  if (!match) return undefined;
  const written = match[1]!.trimEnd();
  const end = colon + match[0].trimEnd().length;
  const start = end - written.length;
  const mark = { start, end: start + 1 };
  const bare = written.replace(/^#[ \t]+/, '');
  // A color or the number of an issue is not parted from its `#`.
  if (bare === written)
    return isNote(written.slice(1))
      ? undefined
      : { mark, isBare: false, fix: inQuotesFix(uri, { start, end }, written) };
  if (field.type.is !== 'list' && fitsKey(key.text, bare, document, workspace)) {
    const edits = [{ uri, span: { start, end: end - bare.length }, text: '' }];
    return { mark, isBare: true, fix: { title: say('Remove the `#`'), edits, safe: false, preferred: true } };
  }
  return isValue(field, bare) ? { mark, isBare: false, fix: inQuotesFix(uri, { start, end }, bare) } : undefined;
}

/** The fix alone. */
export function uncommented(entry: Entry, field: Field, document: Document, workspace: Workspace): Fix[] {
  const found = commentedValue(entry, field, document, workspace);
  return found ? [found.fix] : [];
}

const inQuotesFix = (uri: string, span: Span, text: string): Fix => ({
  title: say('Put the value in quotes'),
  edits: [{ uri, span, text: wrapped(text) }],
  safe: false,
  preferred: true,
});

/** In quotes, of which the closing one may stand there already. */
export function wrapped(text: string): string {
  const [, inside, mark] = /^([^"']+)(["'])$/.exec(text) ?? [];
  return inside === undefined || mark === undefined || /\\/.test(inside) ? inQuotes(text) : `${mark}${text}`;
}

/** A word for other authors or for a program that checks files, or a heading of the comment's own. */
export const isNote = (written: string): boolean =>
  /^(#|\s|$|(todo|fixme|xxx|note|hack|nosec|noqa|type:|region|endregion)\b)/i.test(written);

/** What an author says of a value that is still to come, or is not to be there. */
const about =
  /^(?:todo|tbd|fixme|xxx|note|hack|nb|e\.?g|i\.?e|optional|required|mandatory|recommended|deprecated|unused|placeholder|example|a|an|the|one|short|brief|concise|clear|your|you|describe|description|explain|replace|add|write|fill|insert|enter|put|change|edit|update|set|see|must|should|may|can|will|is|are|not|no|none|never|only|always|leave|left|keep|empty|blank|default|inherit\w*|omit\w*|same|to|what|when|who|why|how|where|which|if|or|max\w*|min\w*|up|at|auto\w*|generated|intentionally|same|from|like|for|this|that|these|it|name|title|text|string|under|between)\b/i;

/** A name is one word; a sentence begins with a capital letter and has several words, none of which is yet to be filled in. */
function isValue({ type }: Field, text: string): boolean {
  if (/[<>{}[\]…]|\.\.\./.test(text) || about.test(text)) return false;
  if (type.is === 'name') return /^[a-z][a-z\d]*(?:[-:_][a-z\d]+)+$/.test(text);
  return type.is === 'text' && /^\p{Lu}\S*(?:[ \t]+\S+){2}/u.test(text);
}
