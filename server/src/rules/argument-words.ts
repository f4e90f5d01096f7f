// Places for the arguments of a command that only its front matter and the rest of its text give away as such.
import type { Document } from '../syntax/document';
import { entry } from '../syntax/data';
import { around } from '../syntax/lines';
import type { Span } from '../syntax/span';
import { isCode, proseMatches } from './prose';
import { isSlipWithin } from './slip';

/** Where a text has a place for the arguments, these words speak of it. */
const hasPlace = /(?<!\\)\$(?:ARGUMENTS|\d)/;

/** `\$ARGUMENTS` alone in its line, or in a file that says what its arguments are. */
export function escapedPlaces(document: Document): Span[] {
  const { text, body, data } = document;
  if (!body || !text.includes('\\$ARGUMENTS', body.span.start) || hasPlace.test(text)) return [];
  const isHinted = entry(data, 'argument-hint') !== undefined;
  return [...proseMatches(document, /(?<!\\)\\\$ARGUMENTS\b/g, true)]
    .map(({ span }) => span)
    .filter(({ start, end }) => isHinted || lineOf(text, start).trim() === text.slice(start, end));
}

/** `{{args}}`, as Gemini CLI writes it, where nothing else stands in such brackets. */
export function geminiPlaces(document: Document): Span[] {
  const { text, body } = document;
  if (!body || !text.includes('{{', body.span.start) || hasPlace.test(text)) return [];
  if (/\{\{(?! ?args ?\}\})/.test(text)) return [];
  return [...proseMatches(document, /\{\{ ?args ?\}\}/g, true)].map(({ span }) => span);
}

/** `Fix ARGUMENTS now.`: a word in capitals among small ones. Who speaks of the arguments means those that Claude Code appends. */
const bare = new RegExp(
  '(?<=(?:^|[ \\t])' +
    '(?!(?:the|if|parse|read|in|from|when|check|no|your|these|this|using|any|all|of|unless|and|or|split|extract|use)\\b)' +
    '[A-Za-z]+ )ARGUMENTS(?=[.,;?!]?(?:[ \\t\\r\\n]|$))' +
    '(?!\\s+(?:is|are|was|contains?|has|have|below|above|section|must|may|should|starts?|includes?)\\b)',
  'gim',
);

/** Each `ARGUMENTS` in a sentence that was surely meant as `$ARGUMENTS`. */
export function bareWords(document: Document): Span[] {
  const { text, body, data } = document;
  if (!body || !text.includes(' ARGUMENTS', body.span.start) || hasPlace.test(text)) return [];
  if (!entry(data, 'argument-hint') || entry(data, 'arguments') || text.includes('{{ARGUMENTS')) return [];
  return [...proseMatches(document, bare, true)]
    .filter(({ span, groups }) => groups[0] === 'ARGUMENTS' && isSmall(lineOf(text, span.start)))
    .map(({ span }) => span);
}

/** `Phase: ARGUMENTS`, alone in its line, and `{ARGUMENTS}`: a place that nothing else in the file can be. */
const lonely =
  /(?<=^[^:\n]{1,60}: ["']?)ARGUMENTS(?=["']?[ \t]*(?:\r?$|[(–—]))|^ARGUMENTS(?=\s*(?:[#<]|(?![^])))|(?<![\w{$])\{ARGUMENTS\}(?!\})/gm;

/** Each `ARGUMENTS` that stands alone in its place, and was meant as `$ARGUMENTS`. */
export function lonePlaces(document: Document): Span[] {
  const { text, body, data } = document;
  if (!body || !text.includes('ARGUMENTS', body.span.start) || hasPlace.test(text)) return [];
  if (entry(data, 'arguments') || /\{(?!ARGUMENTS\})[A-Z_]{2,}\}/.test(text)) return [];
  // Where the text speaks of them elsewhere, it may mean those that are appended.
  const isOne = text.slice(body.span.start).split(/argument(?=s)/i).length === 2;
  const mayBeBare = isOne && entry(data, 'argument-hint') !== undefined;
  return [...proseMatches(document, lonely, true)]
    .map(({ span }) => span)
    .filter(({ start }) => mayBeBare || text[start] === '{');
}

/** `$$ARGUMENTS`: the first mark, where a block of code has no rules of `make`. */
export function doubledMarks(document: Document): Span[] {
  const { text, body } = document;
  if (!body || !text.includes('$$ARGUMENTS', body.span.start)) return [];
  return [...text.slice(body.span.start).matchAll(/(?<![\\$\w])\$\$ARGUMENTS\b/g)]
    .map(({ index, 0: { length } }) => ({ start: body.span.start + index, end: body.span.start + index + length }))
    .filter(({ start }) => !/^\t/.test(lineOf(text, start)));
}

/** `$isue`, where `arguments` names `issue`: the name, and the one that is meant where it is a slip of the pen. */
export function unnamedPlaces(document: Document, own: ReadonlySet<string>): UnnamedPlace[] {
  const { text, body } = document;
  if (!body || own.size === 0) return [];
  const written = text.slice(body.span.start);
  const places = [...proseMatches(document, /(?<![\\\w$])\$[a-z]\w*(?:-\w+)*(?![\w([{]|\.\w)/g)];
  const names = places.map(({ groups }) => groups[0].slice(1));
  // Who writes none of the names in this way may write variables of another language.
  if (!names.some(name => own.has(name))) return [];
  return places.flatMap(({ span }, at): UnnamedPlace[] => {
    const name = names[at]!;
    if (own.has(name) || own.has(name.split('-')[0]!) || ofOthers.has(name)) return [];
    const near = [...own].filter(each => isSlipWithin(name, each));
    if (near.length === 0 && isCode(document, span)) return [];
    const isSet = new RegExp(String.raw`(?<!\w)${name}\s*=|\b(?:for|read|local|foreach) ${name}\b`).test(written);
    return isSet ? [] : [{ name, span, meant: near.length === 1 ? near[0] : undefined }];
  });
}

interface UnnamedPlace {
  readonly name: string;
  readonly span: Span;
  readonly meant: string | undefined;
}

/** Words with a dollar that belong to languages and formats. */
const ofOthers: ReadonlySet<string> = new Set(['schema', 'ref', 'defs', 'this', 'self', 'id', 'event', 'env', 'comment', 'type', 'scope']); // prettier-ignore

/** No line that is judged is longer. */
const longest = 400;

/** The line of a place, or as much of it as need be known. */
const lineOf = (text: string, at: number): string => around(text, { start: at, end: at }, longest).join('');

/** Whether a line is no heading and has no other word in capitals. */
const isSmall = (line: string): boolean =>
  line.length < longest && !/^\s*#/.test(line) && line.match(/\b[A-Z]{3,}\b/g)?.length === 1 && /[a-z]{2}/.test(line);
