// Slips of the finger in front matter that is not valid YAML: a line break too few or too many, a mark twice or of another
// kind, one line indented otherwise. Each is tried, and offered where it leaves less that is wrong.
import { lineAt } from '../syntax/lines';
import { inQuotes, lineBreak, second } from './edits';
import { breakBefore, lostBreaks, lostValues } from './key-breaks';
import { itemIndent } from './list-items';
import { say, type Fix } from './rule';
import { toolsIn } from './tool-lists';
import { boxes, lineOf, lineSlips, type Try } from './yaml-line-slips';
import { fix, insert, replace, type Place } from './yaml-place';

/** What undoes a slip that cannot be taken for anything else, which comes before what mends the problem as such. */
export const plainSlips = (place: Place): Fix[] =>
  mending(place, [
    ...boxes(place),
    ...listed(place),
    ...linked(place),
    ...firstItem(place),
    ...(isProse(place) ? sentenceEnd(place) : broken(place)),
  ]);

/** What undoes a slip that may have been another one. */
export const slips = (place: Place): Fix[] =>
  mending(place, [
    ...marks(place),
    ...broken(place),
    ...joined(place),
    ...aligned(place),
    ...oddColon(place),
    ...lineSlips(place),
  ]);

/** A key whose colon, or whose value too, stands in its quotes. */
export const quotedKeys = (place: Place): Fix[] => mending(place, quotedColon(place));

const mending = (place: Place, tried: readonly Try[]): Fix[] =>
  tried
    .map(([title, edits]) => fix(place, title, edits))
    .filter(({ safe }) => safe)
    .map(made => ({ ...second(made), safe: false }));

/** A sentence may well speak of a key, `Use this when context: fork is set`, unless its quotes are closed before it. */
const isProse = ({ part, problem }: Place): boolean =>
  problem.cause !== 'text-after-quote' && /^(description|when_to_use|argument-hint):/.test(part.content.text);

/** `model: opus tools: Read`, or `model: opustools: Read`: the second key begins a line. */
function broken(place: Place): Try[] {
  const { document, workspace } = place;
  const line = lineOf(place);
  return lostBreaks(document, workspace, line).map(({ gap, key }) => [
    breakBefore(key),
    [replace(document, gap, lineBreak(document.text))],
  ]);
}

/** `description: Reviews code. tools: Read`: behind a sentence, a key with a value that it can have. */
function sentenceEnd(place: Place): Try[] {
  const { document } = place;
  return lostValues(place)
    .filter(({ gap }) => /[.!?)"'\u201D]$/.test(document.text.slice(0, gap.start)))
    .map(({ gap, key }) => [breakBefore(key), [replace(document, gap, lineBreak(document.text))]]);
}

/** `[Read, Grep] and Bash` and `- Read - Grep`: words that all are tools, on the line of their key. */
function listed({ document, part, problem, workspace }: Place): Try[] {
  const { fields, tools } = workspace.schema(document.uri) ?? {};
  const match = /^([\w-]+):[ \t]+(?=\S)/.exec(part.content.text);
  const type = match && fields?.get(match[1]!)?.[0]?.field.type;
  if (!match || !tools || type?.is !== 'list' || problem.cause !== 'reserved-start') return [];
  const written = part.content.text.slice(match[0].length);
  const names = written.includes('\n') ? undefined : toolsIn(written, tools);
  if (!names) return [];
  const text = written.startsWith('[') ? `[${names.join(', ')}]` : names.join(', ');
  const span = { start: part.start + match[0].length, end: part.end };
  return [[say('Change to `{0}`', text), [replace(document, span, text)]]];
}

/** `- [tdd](../skills/tdd/SKILL.md)`: an item that is a link is meant by its words. */
function linked(place: Place): Try[] {
  const { document } = place;
  const { start, end } = lineOf(place);
  const [, lead, name] = /^([ ]*- +)\[([\w:-]+)\]\([^()\s]*\)[ \t]*$/.exec(document.text.slice(start, end)) ?? [];
  if (lead === undefined || name === undefined) return [];
  return [[say('Change to `{0}`', name), [replace(document, { start: start + lead.length, end }, name)]]];
}

/** `skills: - tdd`, with more items below it. */
function firstItem({ document, part }: Place): Try[] {
  const match = /^[\w-]+:([ \t]+)-[ \t]/.exec(part.content.text);
  if (!match) return [];
  const end = part.start + match[0].length - 2;
  const indent = itemIndent(part.content.text.slice(match[0].length)) ?? '  ';
  const gap = { start: end - match[1]!.length, end };
  return [[say('Move the item to the next line'), [replace(document, gap, lineBreak(document.text) + indent)]]];
}

/** A line that belongs to the end of the one above it. */
function joined(place: Place): Try[] {
  const { document } = place;
  const line = lineOf(place);
  const below = /^\r?\n(?=[^\s#-])/.exec(document.text.slice(line.end, line.end + 3));
  const above = /[^\s:|>-][ \t]*\r?\n$|:[ \t]*\r?\n$/.exec(
    document.text.slice(Math.max(0, line.start - 40), line.start),
  );
  const tries: Try[] = [];
  const title = say('Join the line with the one above');
  const close = document.frontMatter?.span.end ?? 0;
  if (above && line.start > (document.frontMatter?.span.start ?? 0))
    tries.push([title, [replace(document, { start: line.start - breakLength(above[0]), end: line.start }, ' ')]]);
  if (below && line.end + below[0].length < close)
    tries.push([
      say('Join the line with the one below'),
      [replace(document, { start: line.end, end: line.end + below[0].length }, ' ')],
    ]);
  return tries;
}

const breakLength = (lineEnd: string): number => /[ \t]*\r?\n$/.exec(lineEnd)![0].length;

/** Items, keys or lines of a text below their key, of which one is indented otherwise than all others. */
function aligned({ document, part }: Place): Try[] {
  const lines = [...part.content.text.matchAll(/^([ ]+)\S[^\n]*/gm)];
  const counts = new Map<string, number>();
  for (const [, indent] of lines) counts.set(indent!, (counts.get(indent!) ?? 0) + 1);
  const tries: Try[] = [];
  for (const { index, 1: own } of lines) {
    const at = { start: part.start + index, end: part.start + index + own!.length };
    for (const indent of counts.keys())
      if (indent !== own && counts.get(own!)! <= 2)
        tries.push([say('Indent the line as the others'), [replace(document, at, indent)]]);
    if (tries.length > 8) break;
  }
  return tries;
}

/** A quote, a bracket, a comma or a colon that is twice there, or of another kind than its partner. */
function marks({ document, part, problem }: Place): Try[] {
  const { text } = document;
  const tries: Try[] = [];
  const colon = part.entries[0]?.colon;
  if (colon === undefined) return tries;
  const line = lineAt(text, part.start);
  const start = colon + /^[ \t]*/.exec(text.slice(colon, line.end))![0].length;
  const value = text.slice(start, line.end).trimEnd();
  const end = start + value.length;
  const change = (from: number, to: number, by: string): void => {
    const title = by === '' ? say('Remove `{0}`', text.slice(from, to).trim()) : say('Change to `{0}`', by);
    tries.push([title, [replace(document, { start: from, end: to }, by)]]);
  };
  const first = value[0] ?? '';
  const last = value.at(-1) ?? '';
  if (/^["'][^"'].*["'”’]$/.test(value) && last !== first) {
    change(end - 1, end, first);
    if (/["']/.test(last)) change(start, start + 1, last);
  }
  if (/^(""|'')./.test(value)) change(start, start + 1, '');
  if (/.(""|'')$/.test(value)) change(end - 1, end, '');
  if (value.startsWith('[[')) change(start, start + 1, '');
  if (value.endsWith(']]')) change(end - 1, end, '');
  const blank = /^\[[ \t]*,[ \t]*/.exec(value);
  if (blank) change(start + 1, start + blank[0].length, '');
  const twice = /,[ \t]*(?=,)/.exec(value);
  if (twice) change(start + twice.index, start + twice.index + 1, '');
  const odd = /(["'])[ \t]*[;|.、，][ \t]*(?=["'])/.exec(value);
  if (value.startsWith('[') && odd) change(start + odd.index + 1, start + odd.index + odd[0].length, ', ');
  const lead = /^,[ \t]*/.exec(value);
  if (lead) change(start, start + lead[0].length, '');
  if (/[^:]:$/.test(value)) change(end - 1, end, '');
  const code = /^(?:`([^`]*)`|´([^´]*)´|``([^`]+)``)$/.exec(value);
  const words = code?.slice(1).find(each => each !== undefined);
  if (words !== undefined) tries.push([say('Use plain quotes'), [replace(document, { start, end }, inQuotes(words))]]);
  if (problem.cause === 'unclosed-quote' && problem.span.start !== start)
    change(problem.span.start, problem.span.end, '');
  const double = /^:[ \t]+/.exec(value);
  if (double) change(start, start + double[0].length, '');
  const some = /^"[\w*:().-]+"(?=,)/.test(value) && !value.endsWith('"');
  if (some && !value.includes("'"))
    tries.push([say('Remove the quotes'), [replace(document, { start, end }, value.replace(/"/g, ''))]]);
  if (/^"[\w*:().-]+"(, ?"[\w*:().-]+")+$/.test(value)) {
    tries.push([say('Remove the quotes'), [replace(document, { start, end }, value.replace(/"/g, ''))]]);
    tries.push([say('Put it in brackets'), [insert(document, start, '['), insert(document, end, ']')]]);
  }
  return tries;
}

/** `"name:" value`, or `"name: value"` with the quotes around both. */
function quotedColon({ document, part }: Place): Try[] {
  const { text } = part.content;
  const [all, key] = /^(?:"([\w-]+):"|'([\w-]+):')[ \t]+(?=\S)/.exec(text) ?? [];
  if (all !== undefined) {
    const at = { start: part.start, end: part.start + all.length };
    return [
      [say('Move the colon out of the quotes'), [replace(document, at, `${key ?? all.slice(1, -1).split(':')[0]!}: `)]],
    ];
  }
  const whole = /^(["'])([\w-]+:[ \t][^\n]*)\1$/.exec(text)?.[2];
  return whole === undefined ? [] : [[say('Remove the quotes'), [replace(document, part, whole)]]];
}

/** A letter that looks like a colon, or a line in place of one. */
function oddColon({ document, part }: Place): Try[] {
  const match = /^([A-Za-z][\w-]*)[ \t]*[꞉ː∶|][ \t]*(?=\S)/.exec(part.content.text);
  if (!match) return [];
  const at = { start: part.start + match[1]!.length, end: part.start + match[0].length };
  return [[say('Insert a colon'), [replace(document, at, ': ')]]];
}
