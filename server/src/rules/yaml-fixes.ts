// How front matter that is not valid YAML is mended, cause by cause. Asked for when a person wants to see the fixes.
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import type { Problem } from '../syntax/problem';
import type { Workspace } from '../workspace/workspace';
import { lineAt, lineEnd, nextLine } from '../syntax/lines';
import { applied, lineBreak, onlyFirst, second } from './edits';
import { say, type Edit, type Fix } from './rule';
import { duplicates } from './duplicate-keys';
import { foreign, isEmptyBlock, type Spill } from './spill';
import { blockHeader, blockMarks, closing, loneDash, quoteEnd, unescaped } from './yaml-values';
import { lostValues } from './key-breaks';
import { plainSlips, quotedKeys, slips } from './yaml-slips';
import { asComment, bareKey, commented, dashed, foreignComment } from './yaml-keys';
import { quotes, requoted, twice, unmarked } from './yaml-quotes';
import { asBelow, asText, inBrackets, item, moved, outdented } from './yaml-lines';
import { fix, insert, problemsAfter, replace, type Place } from './yaml-place';

/** A key and what stands for the colon behind it: another mark, or blanks alone. */
const keyAndMark =
  /^([\w-]+)([ \t]*(?:[=-]>|:=|[-–—=;,.：﹕︰∶→⇒](?=[ \t=]))[ \t]*|[ \t]*[=：﹕︰∶→⇒][ \t]*|[ \t]+)(?=\S)/;

/** The fixes of one problem, the preferred one marked. A fix that leaves the place broken is not safe. */
export function yamlFixes(document: Document, problem: Problem, workspace: Workspace): Fix[] {
  const part = document.parts.find(({ start, end }) => start <= problem.span.start && problem.span.start < end);
  if (!part) return [];
  const place = { document, problem, part, workspace };
  const plain = [...quotedKeys(place), ...plainSlips(place)];
  const sure = plain.slice(0, 1).map(each => ({ ...each, preferred: true as const }));
  // In quotes, a key that lost its line would be a part of the text for good.
  const isOpen = problem.cause === 'unquoted-colon' && (lostValues(place).length > 0 || twice(place).length > 0);
  const others = causeFixes(place).map(each =>
    sure.length > 0 ? { ...second(each), safe: false } : isOpen ? { ...each, safe: false } : each,
  );
  return different(document, [...sure, ...others], [...plain, ...slips(place)]);
}

/** The first ones, and of the others those that make another text; where there are none, the first of these is preferred. */
function different({ text }: Document, first: readonly Fix[], others: readonly Fix[]): Fix[] {
  const all = [...first];
  const made = new Set(first.map(({ edits }) => applied(text, edits)));
  for (const each of others) {
    const after = applied(text, each.edits);
    if (made.has(after)) continue;
    made.add(after);
    all.push(all.length === 0 ? { ...each, preferred: true } : each);
  }
  return all;
}

function causeFixes(place: Place): Fix[] {
  const { document, problem, part } = place;
  switch (problem.cause) {
    case 'unquoted-colon':
      return [...bareKey(place), ...twice(place), ...quotes(place)].map(onlyFirst);
    case 'reserved-start':
      return [
        ...bareKey(place),
        ...unmarked(place),
        ...(problem.args[0] === '*' ? item(place) : []),
        ...quotes(place),
      ].map(onlyFirst);
    case 'bad-escape':
      return unescaped(place);
    case 'block-header':
      return blockHeader(place);
    case 'block-mark':
      return blockMarks(document, problem.span, problem.args[0]!);
    case 'odd-blank':
      return [fix(place, say('Write a plain space'), [replace(document, problem.span, ' ')])];
    case 'text-after-quote':
      return requoted(place);
    case 'tab':
      return tabs(place);
    case 'unclosed-quote':
      return [quoteEnd(place)];
    case 'unclosed-bracket':
      return [bracket(place)];
    case 'space-after-colon':
      return [fix(place, say('Insert a space'), [insert(document, problem.span.end, ' ')])];
    case 'missing-colon':
      return [...commented(place), ...removed(place), ...colon(place), ...item(place).map(second)].map(onlyFirst);
    case 'bad-indentation':
      return [...inBrackets(place), ...bareKey(place), ...asText(place), ...item(place), ...moved(place)].map(
        onlyFirst,
      );
    case 'invalid-yaml':
      return [...loneDash(place), ...bareKey(place), ...commented(place), ...comma(place), ...outdented(place)].map(
        onlyFirst,
      );
    case 'not-a-map':
      return document.parts[0] === part ? dashed(place) : [...bareKey(place), asBelow(place)].map(onlyFirst);
    case 'duplicate-key':
      return duplicates(document, problem);
    default:
      return [];
  }
}

/** Text below a value without indentation: a part of it; or its first line is a comment, or a key without its colon. */
export function spillFixes(document: Document, spill: Spill, problem: Problem, workspace: Workspace): Fix[] {
  const part = document.parts.find(({ start, end }) => start <= problem.span.start && problem.span.start < end);
  if (!part) return ofSpill(document, spill);
  const place = { document, problem, part, workspace };
  return different(document, [...quotedKeys(place), ...ofSpill(document, spill)].map(onlyFirst), slips(place));
}

function ofSpill(document: Document, spill: Spill): Fix[] {
  const { uri, text } = document;
  const { start } = spill.below;
  const line = text.slice(start, lineEnd(text, start));
  const block = asBlock(document, spill);
  if (/^[\w-]+:(\s|$)/.test(line)) return [block];
  const at = { start, end: start };
  const foreign = foreignComment.exec(line)?.[0];
  if (foreign !== undefined && !text.slice(start, spill.below.end).includes('\n')) {
    const edits = [{ uri, span: { start, end: start + foreign.length }, text: '# ' }];
    return [{ title: asComment, edits, safe: false, preferred: true }, second(block)];
  }
  const comment = { title: asComment, edits: [{ uri, span: at, text: '# ' }], safe: false };
  const words = keyAndMark.exec(line);
  if (!words || !/^[a-z]/.test(line)) return [block, comment];
  const colon = { start: start + words[1]!.length, end: start + words[0].length };
  return [block, comment, { title: say('Insert the colon'), edits: [{ uri, span: colon, text: ': ' }], safe: false }];
}

/** Below `|` or `>` all that is missing is the blanks. */
export function indented({ uri, text }: Document, { below, certain }: Spill): Fix {
  const edits = [...text.slice(below.start, below.end).matchAll(/^(?=[^\r\n])/gm)].map(({ index }) => {
    const at = below.start + index;
    return { uri, span: { start: at, end: at }, text: '  ' };
  });
  return { title: say('Indent the lines of the text'), edits, safe: certain, preferred: true };
}

/** As a block that keeps its lines. */
function asBlock(document: Document, spill: Spill): Fix {
  if (isEmptyBlock(spill.entry)) return indented(document, spill);
  const { uri, text } = document;
  const { span, certain } = spill;
  const newline = lineBreak(text);
  const [first = '', ...rest] = text.slice(span.start, span.end).split(/\r?\n/);
  // A program has three quotes around a text of several lines, each on a line of its own too.
  const quote = /^(?:"{3}|'{3}|["'])/.exec(first)?.[0] ?? '';
  const lines = [first.slice(quote.length), ...rest].map(line => line.trimEnd());
  const last = lines.length - 1;
  if (quote !== '' && lines[last]!.endsWith(quote)) lines[last] = lines[last]!.slice(0, -quote.length);
  if (quote.length === 3 && lines[last] === '') lines.pop();
  if (quote.length === 3 && lines[0] === '') lines.shift();
  const block = lines.map(line => (line === '' ? '' : `  ${line}`)).join(newline);
  return {
    title: say('Write it as an indented block'),
    edits: [{ uri, span, text: `|-${newline}${block}` }],
    safe: certain,
    preferred: true,
  };
}

/** A line that is no part of the front matter. */
function removed(place: Place): Fix[] {
  const { document, part } = place;
  if (!foreign.test(part.content.text.trim()) || part.content.text.includes('\n')) return [];
  const { start, end } = lineAt(document.text, part.start);
  const edits = [replace(document, { start, end: nextLine(document.text, end) }, '')];
  return [{ ...fix(place, say('Remove the line'), edits), safe: false }];
}

function tabs(place: Place): Fix[] {
  const { document, part } = place;
  const blanks = (indent: string): string => indent.replace(/\t/g, '  ');
  const none = (indent: string): string => indent.replace(/\t/g, '');
  const title = say('Indent with spaces');
  const all = [blanks, none].map(by => fix(place, title, indents(document, part, by)));
  const mended = all.find(({ edits }) => problemsAfter(document, edits).length < document.problems.length);
  return mended ? [mended] : all.slice(0, 1).map(made => ({ ...made, safe: false }));
}

function indents({ uri, text }: Document, { start, end }: EntryPart, by: (indent: string) => string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.slice(start, end).matchAll(/^[ \t]*\t[ \t]*/gm)) {
    const at = start + match.index;
    edits.push({ uri, span: { start: at, end: at + match[0].length }, text: by(match[0]) });
  }
  return edits;
}

/** A closing bracket of another kind gives way. */
function bracket(place: Place): Fix {
  const { document, problem, part } = place;
  const mark = problem.args[0] === '[' ? ']' : '}';
  const end = document.text.slice(0, part.end).trimEnd().length;
  const last = document.text[end - 1]!;
  if (!']})>'.includes(last)) return closing(place, say('Close the bracket'), mark, part.end);
  const edit = replace(document, { start: end - 1, end }, mark);
  return { ...fix(place, say('Replace by `{0}`', mark), [edit]), safe: false };
}

/** Between two items in brackets. */
function comma(place: Place): Fix[] {
  const { document, problem, part } = place;
  if (!/[[{]/.test(document.text.slice(part.start, problem.span.start))) return [];
  const end = document.text.slice(0, problem.span.end).trimEnd().length;
  const start = document.text.slice(0, problem.span.start).trimEnd().length;
  const tried = [start, end].map(at => fix(place, say('Insert a comma'), [insert(document, at, ',')]));
  return tried.filter(({ safe }) => safe).slice(0, 1);
}

function colon(place: Place): Fix[] {
  const { document, part, workspace } = place;
  const fields = workspace.schema(document.uri)?.fields;
  const words = keyAndMark.exec(part.content.text);
  if (words && fields?.has(words[1]!)) {
    const start = part.start + words[1]!.length;
    const edit = replace(document, { start, end: start + words[2]!.length }, ': ');
    return [{ ...fix(place, say('Insert a colon'), [edit]), safe: false }];
  }
  const alone = /^([\w-]+)[ \t]*\r?\n[ \t]*- /.exec(part.content.text)?.[1];
  if (alone !== undefined && fields?.has(alone))
    return [{ ...fix(place, say('Insert a colon'), [insert(document, part.start + alone.length, ':')]), safe: false }];
  if (/^-[^\s-]/.test(part.content.text))
    return [fix(place, say('Insert a space'), [insert(document, part.start + 1, ' ')])];
  if (document.parts[0] === part) return [];
  const below = asBelow(place);
  if (/\s/.test(part.content.text.trim()) && !/\n\S/.test(part.content.text)) {
    const note = fix(place, asComment, [insert(document, part.start, '# ')]);
    if (note.safe) return [below, ...gluedColon(place), { ...second(note), safe: false }];
  }
  return [below, ...gluedColon(place)];
}

/** `category analysis`, where no known key tells that a colon is missing. */
function gluedColon(place: Place): Fix[] {
  const { document, part } = place;
  const words = keyAndMark.exec(part.content.text);
  if (!words || !/^[a-z][\w-]*$/.test(words[1]!)) return [];
  const start = part.start + words[1]!.length;
  const edit = replace(document, { start, end: start + words[2]!.length }, ': ');
  return [{ ...second(fix(place, say('Insert a colon'), [edit])), safe: false }];
}
