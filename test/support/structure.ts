// How outline, folds and selection are asked and shown in tests, and what holds of them for any text.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folds } from '../../server/src/features/folding';
import { selections } from '../../server/src/features/selection';
import { symbols, type DocumentSymbol } from '../../server/src/features/symbols';
import type { Document, Language } from '../../server/src/syntax/document';
import { parse } from '../../server/src/syntax/parse';
import type { Span } from '../../server/src/syntax/span';
import { fixture } from './fixture';

/** The outline, a line a symbol: `heading Title`, `scalar model: opus`, inner ones indented. Windows line ends give the same. */
export function checkSymbols(source: string, expected: readonly string[], options = { native: false }): void {
  for (const { document } of bothEnds(source)) {
    const found = symbols(document, options);
    assertNested(document, found);
    assert.deepEqual(shown(found, ''), expected);
  }
}

const shown = (found: readonly DocumentSymbol[], indent: string): string[] =>
  found.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail === undefined ? '' : `: ${detail}`}`,
    ...shown(children, `${indent}  `),
  ]);

/** The text of a symbol's span and of its selection. */
export function spansOf(source: string, name: string): { span: string; selection: string } {
  const { document } = fixture(source);
  const find = (found: readonly DocumentSymbol[]): DocumentSymbol | undefined =>
    found.find(each => each.name === name) ?? found.flatMap(({ children }) => find(children) ?? [])[0];
  const found = find(symbols(document, { native: false }));
  assert.ok(found, `${name} is in the outline`);
  const text = ({ start, end }: Span): string => document.text.slice(start, end);
  return { span: text(found.span), selection: text(found.selection) };
}

/** The folds as first and last line, counted from 1: `1-4`, `6-9 comment`. Windows line ends give the same. */
export function checkFolds(source: string, expected: readonly string[]): void {
  for (const { document } of bothEnds(source)) assert.deepEqual(foldLines(document), expected);
}

function foldLines(document: Document): string[] {
  const lines = linesOf(document.text);
  return folds(document).map(({ span, kind }) => {
    const [first, last] = [span.start, span.end].map(offset => lines.positionAt(offset).line + 1);
    return `${first}-${last}${kind === undefined ? '' : ` ${kind}`}`;
  });
}

/** What is selected step by step at the cursor, the whole file left out. Windows line ends give the same. */
export function checkSelection(source: string, expected: readonly string[]): void {
  for (const { document, cursor } of bothEnds(source)) {
    assertGrowing(document, cursor);
    const chain = selections(document, [cursor])[0]!;
    assert.deepEqual(texts(document, chain).slice(0, -1), expected);
  }
}

const texts = ({ text }: Document, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end).replaceAll('\r\n', '\n'));

function bothEnds(source: string): { document: Document; cursor: number }[] {
  return [source, source.replace(/^(?!-- )(.*)\n/gm, '$1\r\n')].map(each => fixture(each));
}

const linesOf = (text: string): TextDocument => TextDocument.create('file:///a', '', 1, text);

/** Names are there, selections lie inside their spans and children inside their parents. */
function assertNested({ text }: Document, found: readonly DocumentSymbol[]): void {
  const inside = (inner: Span, outer: Span): void =>
    assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end);
  const look = (symbol: DocumentSymbol, around: Span): void => {
    assert.match(symbol.name, /^\S.{0,79}$/);
    inside(symbol.span, around);
    inside(symbol.selection, symbol.span);
    for (const child of symbol.children) look(child, symbol.span);
  };
  for (const symbol of found) look(symbol, { start: 0, end: text.length });
}

/** Folds have two lines or more, all in the file, the last one not blank, and begin on different lines. */
function assertFolds(document: Document): void {
  const lines = linesOf(document.text);
  const seen = new Set<number>();
  for (const { span } of folds(document)) {
    const first = lines.positionAt(span.start).line;
    const last = lines.positionAt(span.end).line;
    assert.ok(0 <= first && first < last && last < lines.lineCount && !seen.has(first));
    assert.notEqual(document.text.slice(lines.offsetAt({ line: last, character: 0 }), span.end).trim(), '');
    seen.add(first);
  }
}

/** In lines and columns too each step is more than the one before, and the last one is the whole file. */
function assertGrowing({ text, ...rest }: Document, at: number): void {
  const lines = linesOf(text);
  const chain = selections({ ...rest, text }, [at])[0]!;
  const [first] = chain;
  assert.ok(first && first.start <= at && at <= first.end);
  assert.deepEqual(chain.at(-1), { start: 0, end: text.length });
  for (const [index, { start, end }] of chain.entries()) {
    const before = chain[index - 1];
    if (!before) continue;
    assert.ok(start <= before.start && before.end <= end);
    const places = [start, before.start, before.end, end].map(offset => lines.positionAt(offset));
    const moves = (a: number, b: number): boolean =>
      places[a]!.line !== places[b]!.line || places[a]!.character !== places[b]!.character;
    assert.ok(moves(0, 1) || moves(2, 3), 'each step is more');
  }
}

/** Holds for any text: asked of texts of all kinds, at any place. */
export function checkAnyText(what: 'symbols' | 'folds' | 'selection'): void {
  const check = (language: Language, text: string, at: number): void => {
    const document = parse('file:///a', language, text);
    if (what === 'symbols') assertNested(document, symbols(document, { native: false }));
    else if (what === 'folds') assertFolds(document);
    else for (const offset of [0, Math.floor(at * text.length), text.length]) assertGrowing(document, offset);
  };
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(language, anyText, place, (kind, text, at) => {
      // Between \r and \n is no place for a cursor.
      check(kind, text.replaceAll('\r', ''), at);
      check(kind, text, 0);
      check(kind, text.replace(/\r?\n/g, '\r\n'), 1);
    }),
    { numRuns: 1000 },
  );
}

/** Outline and folds of a text with Windows line ends are those of the text. */
export function checkLineEnds(what: 'symbols' | 'folds'): void {
  const answer = (text: string): unknown => {
    const document = parse('file:///a', 'markdown', text);
    return what === 'symbols' ? shown(symbols(document, { native: false }), '') : foldLines(document);
  };
  fc.assert(
    fc.property(anyMarkdown, text => assert.deepEqual(answer(text.replaceAll('\n', '\r\n')), answer(text))),
    { numRuns: 500 },
  );
}

const language = fc.constantFrom<Language>('markdown', 'markdown', 'json', 'yaml');

// prettier-ignore
const line = fc.constantFrom(
  '---', '---', '...', '---js', 'name: a', 'tools: [Read, "Grep"]', 'tools:', '  - Read', '- x', '  - matcher: Bash',
  '    hooks: [{ type: command }, ]', 'description: >', '  words, more', '"', 'a: b: c', '? k', ': {a: [', '*x', '# c',
  '# One', '## Two ', '###### Six', '#', '  ## In', '> # Quoted', '- # Item', 'text', 'more `code` [l](t#x) é🎉', '', '', '',
  '===', '```', '```sh', '  ```', '~~~~', '| a | b |', '|---|---|', '| `c` | |', '1. **Do** it', '2. **Then**', '   more',
  '   | a | b |', '   |---|---|', '3) x', '<!-- #region -->', '<!-- #endregion -->', '<!-- a', 'b --> c', '<div>', '</div>',
  '{', '}', '[', ']', '"a": {', '"b": [1, {"c": null}],', '},', '"": "x y"', '\t- y', '\ufeff---', '\0', 'a\rb', '[x]: y', ' \t ',
);
const anyMarkdown = fc
  .array(line, { maxLength: 16 })
  .map(lines => lines.filter(each => !each.includes('\r')).join('\n'));
const json = fc.json({ maxDepth: 4 }).map(text => JSON.stringify(JSON.parse(text), null, 2));
const units = fc.array(fc.nat(0xffff)).map(codes => String.fromCharCode(...codes));
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.array(line, { maxLength: 16 }).map(lines => lines.join('\n')) },
  { weight: 2, arbitrary: json },
  units,
);
