// Values of front matter that have to stand in quotes, or that have quotes and marks where none belong.
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import { lineEnd, trimmed } from '../syntax/lines';
import type { Problem } from '../syntax/problem';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { inQuotes, lineBreak, onlyFirst, second } from './edits';
import { say, type Fix } from './rule';
import { outdented } from './yaml-lines';
import { fix, headValue, insert, replace, type Place } from './yaml-place';

/** A text of this length is easier to read as a block. */
const long = 120;

/** A known key that is indented, and so belongs to the value above it. */
export function indentedKey(document: Document, problem: Problem, workspace: Workspace): Span | undefined {
  if (problem.cause !== 'unquoted-colon') return undefined;
  const start = document.text.lastIndexOf('\n', problem.span.start) + 1;
  const line = document.text.slice(start, problem.span.start);
  const key = line.trimStart();
  const fields = workspace.schema(document.uri)?.fields;
  return line !== key && fields?.has(key) ? { start, end: start + line.length - key.length } : undefined;
}

/** `**name**` and `` `Read`, `Write` ``: names between marks that stress them in a text, which are no part of any name. */
export function unmarked(place: Place): Fix[] {
  const { document, part, workspace } = place;
  const value = valueAt(place);
  const raw = value ? document.text.slice(value.start, value.end) : '';
  const key = part.entries[0]?.key.text ?? '';
  const type = workspace.schema(document.uri)?.fields.get(key)?.[0]?.field.type.is;
  if (
    !value ||
    type === 'text' ||
    !raw.split(/\s*,\s*/).every(word => /^(\*{1,2}|`)[\w-]+(?:\([^`*]*\))?\1$/.test(word))
  )
    return [];
  return [fix(place, say('Remove the marks around it'), [replace(document, value, raw.replace(/[*`]/g, ''))])];
}

/** `model: model: opus`: the key is written once more. */
export function twice(place: Place): Fix[] {
  const { document, part } = place;
  const again = /^(([\w-]+):[ \t]+)\2:[ \t]+(?=\S)/.exec(part.content.text);
  if (!again) return [];
  const start = part.start + again[1]!.length;
  const edits = [replace(document, { start, end: part.start + again[0].length }, '')];
  return [{ ...fix(place, say('Remove the second `{0}`', `${again[2]!}:`), edits), safe: false }];
}

export function quotes(place: Place): Fix[] {
  const { document, problem } = place;
  const indent = indentedKey(document, problem, place.workspace);
  if (indent) return [{ ...fix(place, say('Remove the indentation'), [replace(document, indent, '')]), safe: false }];
  const value = valueAt(place);
  if (!value) return [];
  const raw = document.text.slice(value.start, value.end);
  const lines = raw.split(/\r?\n/).map(line => line.trim());
  const last = raw.at(-1)!;
  if (/["']/.test(last) && raw.indexOf(last) === raw.length - 1)
    return [
      { ...fix(place, say('Insert the opening `{0}`', last), [insert(document, value.start, last)]), safe: false },
    ];
  // Quotes of print around the whole were meant for those of YAML.
  const [, printed] = /^[“„«‘]([^“”„«»‘’]*)[”“»’]$/.exec(lines.join(' ')) ?? [];
  if (printed !== undefined)
    return [{ ...fix(place, say('Use plain quotes'), [replace(document, value, inQuotes(printed))]), safe: false }];
  const quoted = fix(place, say('Put the value in quotes'), [replace(document, value, inQuotes(lines.join(' ')))]);
  const top = value.start === headValue(place);
  const folded = problem.cause === 'unquoted-colon' && top && (lines.length > 1 || raw.length > long);
  if (!folded) return [quoted, ...outdented(place).map(second)];
  const newline = lineBreak(document.text);
  const block = `>-${newline}${lines.map(line => (line === '' ? '' : `  ${line}`)).join(newline)}`;
  const asBlock = fix(place, say('Write it as an indented block'), [replace(document, value, block)]);
  return lines.length > 1 ? [asBlock, second(quoted), ...outdented(place).map(second)] : [quoted, second(asBlock)];
}

/** `"a" and "b"` is quoted as a whole; in `'don't'` and `"say "x" now"` the outer quotes stay, and the inner ones
 * are escaped. */
export function requoted(place: Place): Fix[] {
  const { document, problem } = place;
  const behind = document.text.slice(problem.span.start, problem.span.end);
  if (/^[,;]$/.test(behind)) return [fix(place, say('Remove `{0}`', behind), [replace(document, problem.span, '')])];
  const value = valueAt(place);
  if (!value) return [];
  const raw = document.text.slice(value.start, value.end);
  if (/\n/.test(raw)) return [];
  const listed = quotedItems(place, value, raw);
  if (listed.length > 0) return listed;
  if (/^[^[]*\]$/.test(raw))
    return [{ ...fix(place, say('Insert the opening `{0}`', '['), [insert(document, value.start, '[')]), safe: false }];
  const quote = problem.args[0] ?? '"';
  if (/^[.!?:]+$/.test(behind))
    return [{ ...fix(place, say('Remove `{0}`', behind), [replace(document, problem.span, '')]), safe: false }];
  // In other languages a backslash stands before such a quote.
  if (/^'(?:[^'\\]|\\.)*\\'(?:[^'\\]|\\.)*'$/.test(raw)) {
    const text = raw.slice(1, -1).replace(/\\'/g, "'");
    const written = /["\\]/.test(text) ? `'${text.replace(/'/g, "''")}'` : `"${text}"`;
    const title = say('Write `{0}` without the backslash', "'");
    return [{ ...fix(place, title, [replace(document, value, written)]), safe: false }];
  }
  if (raw.startsWith(quote.repeat(3)) && raw.endsWith(quote.repeat(3)) && raw.length > 6)
    return [fix(place, say('Write one quote for three'), [replace(document, value, inQuotes(raw.slice(3, -3)))])];
  if (raw.startsWith(quote.repeat(2)) && raw.endsWith(quote.repeat(2)) && raw.length > 4)
    return [fix(place, say('Remove the doubled quotes'), [replace(document, value, raw.slice(1, -1))])];
  const inner = raw.indexOf(quote, 1);
  const closes = /\S/.test(raw[inner - 1] ?? ' ') && !/\w/.test(raw[inner + 1] ?? ' ');
  // `"a" + "b"` is one text in a program.
  if (/^"[^"\n]*"(?:\s*\+\s*"[^"\n]*")+$/.test(raw))
    return [fix(place, say('Join the texts'), [replace(document, value, raw.replace(/"\s*\+\s*"/g, ''))])];
  const outer = raw.length > 2 && raw.endsWith(quote) && inner < raw.length - 1 && !closes;
  const meant = outer ? raw.slice(1, -1) : raw;
  const whole = fix(place, say('Put the whole value in quotes'), [replace(document, value, inQuotes(meant))]);
  const later = raw.split(quote).length === 3 && !raw.endsWith(quote) ? [movedQuote(place, value, raw, quote)] : [];
  if (!outer) return [whole, ...later];
  const escaped = `${quote}${quote === "'" ? meant.replace(/'/g, "''") : meant.replace(/(?<!\\)"/g, '\\"')}${quote}`;
  return [whole, second(fix(place, say('Escape the quotes inside'), [replace(document, value, escaped)]))];
}

/** `"Reviews" all code`: perhaps the quote was to close at the end. */
function movedQuote(place: Place, value: Span, raw: string, quote: string): Fix {
  const inner = raw.slice(1).replace(quote, '');
  const edits = [replace(place.document, value, `${quote}${inner}${quote}`)];
  return { ...second(fix(place, say('Close the quote at the end'), edits)), safe: false };
}

/** `"Read", "Grep"` where a list is wanted: the words are what is meant, without their quotes. */
function quotedItems(place: Place, value: Span, raw: string): Fix[] {
  const { document, part, workspace } = place;
  const key = part.entries[0]?.key.text ?? '';
  const type = workspace.schema(document.uri)?.fields.get(key)?.[0]?.field.type;
  if (type?.is !== 'list' || !/^(["'])[^"',]+\1(?:[ \t]*,[ \t]*(["'])[^"',]+\2)+,?$/.test(raw)) return [];
  const words = raw.replace(/["']|,$/g, '');
  const bare = fix(place, say('Remove the quotes'), [replace(document, value, words)]);
  const list = fix(place, say('Put it in brackets'), [replace(document, value, `[${raw.replace(/,$/, '')}]`)]);
  return (type.forms.includes('comma') ? [bare, list] : [list]).map(each => ({ ...each, safe: false })).map(onlyFirst);
}

/** The text that has to be quoted: a top-level value as a whole, a nested one up to the end of its line or item. */
function valueAt(place: Place): Span | undefined {
  const { document, problem, part } = place;
  const { text } = document;
  const at = problem.span.start;
  const head = headValue(place);
  const first = head === undefined ? '' : text[head]!;
  const whole = problem.args[0] === first && at === head;
  if (head !== undefined && at >= head && (whole || !'[{|>'.includes(first))) return { start: head, end: part.end };
  if (first === '[' || first === '{') return flowItem(text, at, part);
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const lead = /^[ ]*(-[ ]+)*([\w-]+:[ ]+)?/.exec(text.slice(line, lineEnd(text, at)))?.[0].length ?? 0;
  const comment = / #/.exec(text.slice(at, lineEnd(text, at)));
  const end = comment ? at + comment.index : lineEnd(text, at);
  return line + lead <= at ? trimmed(text, { start: line + lead, end }) : undefined;
}

function flowItem(text: string, at: number, part: EntryPart): Span {
  let start = at;
  let end = at;
  while (start > part.start && !'[{,\n'.includes(text[start - 1]!)) start--;
  while (end < part.end && !']},\n'.includes(text[end]!)) end++;
  return trimmed(text, { start, end });
}
