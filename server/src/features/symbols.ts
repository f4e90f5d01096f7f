// The outline of a file: front matter and its keys, headings by level, steps and tables; of JSON and YAML keys and items.
import type { Body } from '../syntax/body';
import { entry, type Data, type DataList, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { shift, type Span } from '../syntax/span';
import { outerOf } from '../syntax/yaml';
import { headedSections, inBody, trimmed, within } from './sections';
import { stepsIn } from './steps';

export type DocumentSymbolKind = 'front matter' | 'map' | 'list' | 'scalar' | 'heading' | 'step' | 'table';

export interface DocumentSymbol {
  /** One line, never empty. */
  readonly name: string;
  readonly kind: DocumentSymbolKind;
  readonly detail: string | undefined;
  readonly span: Span;
  /** Lies inside `span`, as the spans of all children do. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** `native` says that the editor outlines such files by itself, save for front matter: then that alone is told. */
export function symbols(document: Document, { native }: { readonly native: boolean }): DocumentSymbol[] {
  const { text, body, data } = document;
  if (body) return [...frontMatterSymbols(document), ...(native ? [] : bodySymbols(text, body))];
  return data && !native ? dataSymbols(data, { start: 0, end: text.length }, true) : [];
}

function frontMatterSymbols({ text, frontMatter, data }: Document): DocumentSymbol[] {
  if (!frontMatter) return [];
  const span = trimmed(text, frontMatter.outer);
  const name = entry(data, 'name')?.value;
  return [
    {
      name: 'Front matter',
      kind: 'front matter',
      detail: detailOf(name),
      span,
      selection: within(span, frontMatter.open),
      children: data ? dataSymbols(data, span, false) : [],
    },
  ];
}

/** The entries of a map or items of a list. Items that are scalars are left to their list's detail unless wanted. */
function dataSymbols(data: Data, around: Span, scalarItems: boolean): DocumentSymbol[] {
  switch (data.is) {
    case 'scalar':
      return [];
    case 'list':
      return itemSymbols(data, around, scalarItems);
    case 'map':
      return data.entries.map(({ key, value, span }) =>
        dataSymbol({ name: key.text, value, span, selection: key.outer }, around, scalarItems),
      );
    default:
      return data satisfies never;
  }
}

/** Items are called by their number, counted from 0 as VS Code counts them in JSON. */
const itemSymbols = ({ items }: DataList, around: Span, scalarItems: boolean): DocumentSymbol[] =>
  items.flatMap(({ span, value }, index) => {
    if (!value || (value.is === 'scalar' && !scalarItems)) return [];
    return [dataSymbol({ name: String(index), value, span, selection: outerOf(value) }, around, scalarItems)];
  });

interface Named {
  readonly name: string;
  readonly value: Data | undefined;
  readonly span: Span;
  readonly selection: Span;
}

function dataSymbol({ name, value, span, selection }: Named, around: Span, scalarItems: boolean): DocumentSymbol {
  const own = within(around, span);
  return {
    name: nameOf(name),
    kind: value?.is ?? 'scalar',
    detail: detailOf(value),
    span: own,
    selection: within(own, selection),
    children: value ? dataSymbols(value, own, scalarItems) : [],
  };
}

/** A value in short: a scalar, the scalars of a list, the first entry of a map that is a scalar. */
function detailOf(value: Data | undefined): string | undefined {
  const text = value && (value.is === 'scalar' ? value.text : value.is === 'list' ? inList(value) : inMap(value));
  return (text && short(text)) || undefined;
}

function inList({ items }: DataList): string {
  let text = '';
  for (const { value } of items) {
    if (value?.is !== 'scalar' || value.text === '') continue;
    text += `${text && ', '}${value.text}`;
    if (text.length > longest) break;
  }
  return text;
}

function inMap({ entries }: DataMap): string {
  const value = entries[0]?.value;
  return value?.is === 'scalar' && value.text !== '' ? `${entries[0]!.key.text}: ${value.text}` : '';
}

interface Building extends DocumentSymbol {
  span: Span;
  selection: Span;
  readonly children: Building[];
}

function bodySymbols(text: string, body: Body): DocumentSymbol[] {
  const found: Building[] = [];
  const add = (name: string, kind: DocumentSymbolKind, span: Span, selection: Span): void => {
    const own = trimmed(text, span);
    found.push({ name, kind, detail: undefined, span: own, selection: within(own, selection), children: [] });
  };
  const source = (span: Span): string => text.slice(span.start, Math.min(span.end, span.start + 2 * longest));
  for (const { title, heading, span } of headedSections(text, body))
    add(nameOf(source(title)), 'heading', span, heading);
  for (const section of body.sections) {
    if (section.content.headings.length === 0) continue;
    for (const { name, line, span } of stepsIn(text, section)) add(nameOf(name), 'step', span, line);
  }
  for (const { held, start } of inBody(body, content => content.tables)) {
    const header = held.header.map(cell => shift(cell, start)).filter(cell => cell.end > cell.start);
    const outer = shift(held.outer, start);
    const cells = header.slice(0, 3).map(source).join(', ');
    const line = { start: outer.start, end: header.at(-1)?.end ?? outer.start };
    add(nameOf(cells && `Table: ${cells}`, 'Table'), 'table', outer, line);
  }
  return nest(found);
}

/** Puts each symbol into the innermost one that it begins in. One that would reach out of that one ends it. */
function nest(found: Building[]): Building[] {
  const roots: Building[] = [];
  const open: Building[] = [];
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const symbol of found) {
    for (let top = open.at(-1); top && top.span.end < symbol.span.end; top = open.at(-1)) {
      if (top.span.end > symbol.span.start) {
        top.span = { start: top.span.start, end: symbol.span.start };
        top.selection = within(top.span, top.selection);
      }
      open.pop();
    }
    (open.at(-1)?.children ?? roots).push(symbol);
    open.push(symbol);
  }
  return roots;
}

/** The longest name or detail, in characters. */
const longest = 80;

const nameOf = (text: string, fallback = 'unnamed'): string => short(text) || fallback;

/** On one line, and cut where it is long. */
function short(text: string): string {
  const line = text
    .slice(0, 2 * longest)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
