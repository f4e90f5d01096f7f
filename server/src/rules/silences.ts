// Comments that silence rules: `# agentwright-disable-next-line unknown-tool -- why`, and their like in Markdown and JSON.
import type { Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineEnd, lineStart, nextLine } from '../syntax/lines';
import type { Span } from '../syntax/span';
import type { Diagnostic } from './lint';

type Word = 'disable-next-line' | 'disable-line' | 'disable-file' | 'disable' | 'enable';

/** What a comment says of one rule, or of all. */
export interface Silence {
  readonly word: Word;
  /** Undefined: all rules, save the one that judges such comments. */
  readonly rule: string | undefined;
  /** The rule's id, else the word itself. */
  readonly span: Span;
  /** The whole comment with its marks; the same object for all that it says. */
  readonly comment: Comment;
  /** Where findings begin that it silences; what `disable` and `enable` are about is decided by their order. */
  readonly scope: Span;
}

export interface Comment extends Span {
  /** From the first rule's id to the end of the last one's. */
  readonly names: Span;
}

/** What every such comment holds: a file without it costs no more than the search for it. Of `agentwright-` the end, since
 * a search goes from one first letter to the next, and `w` is rarer than `a`. */
const sign = 'wright-';

/** What the comments of a file silence, in front matter, body and JSON. */
export function silencesOf(document: Document): readonly Silence[] {
  if (!document.text.includes(sign)) return none;
  switch (document.language) {
    case 'markdown':
      return [...inFrontMatter(document), ...inBody(document)];
    case 'json':
      return marked(
        document,
        /(^|[^:\\])\/\/[ \t]*(?=agentwright-)/g,
        { start: 0, end: document.text.length },
        jsonRest,
      );
    case 'yaml':
      return none;
    default:
      return document.language satisfies never;
  }
}

const none: readonly Silence[] = [];

/** Those of a document whose last version had none: only what was written since then can hold one. */
export function silencesSince(before: Document, document: Document): readonly Silence[] {
  const { text, frontMatter, body } = document;
  const sections = body?.sections ?? [];
  const old = before.body?.sections ?? [];
  if (document.language !== 'markdown' || !frontMatter || sections.length !== old.length) return silencesOf(document);
  const isNew = sections.some(
    ({ content, start, end }, index) => content !== old[index]!.content && text.slice(start, end).includes(sign),
  );
  return isNew || text.slice(0, body?.span.start).includes(sign) ? silencesOf(document) : none;
}

/** Those that silence what a rule finds at a place. */
export function silencing(silences: readonly Silence[], rule: string, at: number): Silence[] {
  const found: Silence[] = [];
  let open: Silence | undefined;
  for (const silence of silences) {
    const { word, comment, scope } = silence;
    if (!isAbout(silence, rule)) continue;
    const before = comment.start <= at;
    if (word === 'disable') open = before ? silence : open;
    else if (word === 'enable') open = before ? undefined : open;
    else if (scope.start <= at && at <= scope.end) found.push(silence);
  }
  return open ? [...found, open] : found;
}

const isAbout = ({ rule }: Silence, id: string): boolean =>
  rule === undefined ? id !== 'unused-suppression' : rule === id;

/** The findings that no comment silences; the same array where there is no such comment. */
export const unsilenced = (found: Diagnostic[], silences: readonly Silence[]): Diagnostic[] =>
  silences.length === 0
    ? found
    : found.filter(({ rule, span }) => silencing(silences, rule.id, span.start).length === 0);

/** Lines that the next line is sought behind: blank ones and comments. */
const yamlRest = /^\s*(#.*)?$/;
const jsonRest = /^\s*(\/\/.*)?$/;
const htmlRest = /^\s*(<!--.*-->\s*)?$/;

function inFrontMatter(document: Document): Silence[] {
  const { frontMatter } = document;
  return frontMatter ? marked(document, /(^|[ \t])#[ \t]*(?=agentwright-)/gm, frontMatter.span, yamlRest) : [];
}

/** Comments that go to the end of their line, outside of what is text. */
function marked(document: Document, mark: RegExp, within: Span, passed: RegExp): Silence[] {
  const { text, data } = document;
  const found: Silence[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(mark)) {
    const start = within.start + match.index + (match[1] ?? '').length;
    if (data && scalarsOf(data).some(({ span }) => span.start <= start && start < span.end)) continue;
    found.push(
      ...read(
        document,
        { start, end: lineEnd(text, start) },
        start + match[0].length - (match[1] ?? '').length,
        passed,
      ),
    );
  }
  return found;
}

function inBody(document: Document): Silence[] {
  const { text, body } = document;
  return (body?.sections ?? []).flatMap(({ start, content }) =>
    content.comments.flatMap(comment => {
      const whole = { start: start + comment.start, end: start + comment.end };
      const opening = /^<!--\s*(?=agentwright-)/.exec(text.slice(whole.start, whole.end));
      return opening && text.endsWith('-->', whole.end)
        ? read(document, whole, whole.start + opening[0].length, htmlRest)
        : [];
    }),
  );
}

const words = /^agentwright-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;

/** Reads a comment whose word begins at `from`. */
function read(document: Document, whole: Span, from: number, passed: RegExp): Silence[] {
  const { text } = document;
  const said = text.slice(from, whole.end).replace(/-->$/, '');
  const match = words.exec(said);
  if (!match) return [];
  const word = match[1] as Word;
  const rest = said.slice(match[0].length).split(/(?<=^|\s)--(?=\s|$)/)[0] ?? '';
  const start = from + match[0].length;
  const names = [...rest.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
    name,
    span: { start: start + index, end: start + index + name.length },
  }));
  const all = { start: names[0]?.span.start ?? start, end: names.at(-1)?.span.end ?? start };
  const comment = { ...whole, names: all };
  const scope = scopeOf(document, word, whole, passed);
  if (names.length === 0) return [{ word, rule: undefined, span: { start: from, end: start }, comment, scope }];
  return names.map(({ name, span }) => ({ word, rule: name, span, comment, scope }));
}

function scopeOf(document: Document, word: Word, { start, end }: Span, passed: RegExp): Span {
  const { text } = document;
  switch (word) {
    case 'disable-next-line': {
      let line = nextLine(text, end);
      while (line < text.length && passed.test(text.slice(line, lineEnd(text, line)))) line = nextLine(text, line);
      return { start: line, end: blockEnd(document, { start: line, end: lineEnd(text, line) }) };
    }
    case 'disable-line':
      return { start: lineStart(text, start), end: lineEnd(text, end) };
    case 'disable-file':
    case 'disable':
    case 'enable':
      return { start: 0, end: text.length };
    default:
      return word satisfies never;
  }
}

/** The end of a line, or of the text, code block or table that begins on it: no comment can stand inside of those. */
function blockEnd({ data, body }: Document, line: Span): number {
  const begins = ({ start }: Span): boolean => line.start <= start && start <= line.end;
  const values = data ? scalarsOf(data).map(({ outer }) => outer) : [];
  const blocks = (body?.sections ?? []).flatMap(({ start, content }) =>
    [...content.fences, ...content.tables].map(({ outer }) => ({ start: start + outer.start, end: start + outer.end })),
  );
  return Math.max(line.end, ...[...values, ...blocks].filter(begins).map(({ end }) => end));
}

interface Written {
  readonly span: Span;
  readonly outer: Span;
}

/** All texts in a tree, keys too. */
export function scalarsOf(data: Data): Written[] {
  switch (data.is) {
    case 'scalar':
      return [data];
    case 'list':
      return data.items.flatMap(({ value }) => (value ? scalarsOf(value) : []));
    case 'map':
      return data.entries.flatMap(({ key, value }) => [key, ...(value ? scalarsOf(value) : [])]);
    default:
      return data satisfies never;
  }
}
