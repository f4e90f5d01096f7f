// The `yaml` package behind one door: text to our tree, its errors as plain values, never an exception.
import { isAlias, isMap, isScalar, isSeq, parseDocument as parseYaml, type Node as YamlNode } from 'yaml';
import type { Data, Entry, ListItem, Scalar, ScalarStyle } from './data';
import { readSimple } from './simple';
import type { Span } from './span';

/** What the YAML parser says of a text. Spans count from the text's start. */
export interface YamlReading {
  readonly data: Data | undefined;
  readonly errors: readonly YamlError[];
  /** Each `*name`, whose anchor may stand in another entry. */
  readonly aliases: readonly { readonly name: string; readonly span: Span }[];
}

export interface YamlError {
  /** The parser's code, such as `BLOCK_AS_IMPLICIT_KEY`. */
  readonly code: string;
  readonly span: Span;
  readonly message: string;
}

const options = { strict: true, prettyErrors: false, logLevel: 'silent' } as const;

/** Reads YAML 1.2 strictly and keeps what can be kept of a broken text. Aliases are never expanded. */
export function readYaml(text: string, uniqueKeys = true): YamlReading {
  const simple = readSimple(text);
  if (simple) return { data: simple, errors: [], aliases: [] };
  if (isTooDeep(text)) return unreadable(text, 'nested too deeply');
  try {
    const document = withoutTraces(() => parseYaml(text, { ...options, uniqueKeys }));
    const errors: YamlError[] = document.errors.map(error => ({
      code: error.code,
      span: { start: error.pos[0], end: Math.max(error.pos[0], error.pos[1]) },
      message: error.message,
    }));
    const found: Found = { aliases: [], errors };
    const data = document.contents === null ? undefined : convert(document.contents, text, found);
    return { data, ...found };
  } catch (error) {
    // The parser recurses, so that a text may exhaust the stack.
    return unreadable(text, error instanceof Error ? error.message : String(error));
  }
}

/** A broken text has thousands of errors, of which nobody reads where the parser was then: to note it takes most of the time. */
function withoutTraces<T>(work: () => T): T {
  const errors = Error as unknown as { stackTraceLimit: number };
  const limit = errors.stackTraceLimit;
  errors.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    errors.stackTraceLimit = limit;
  }
}

const unreadable = (text: string, message: string): YamlReading => ({
  data: undefined,
  errors: [{ code: 'IMPOSSIBLE', span: { start: 0, end: text.length }, message }],
  aliases: [],
});

/** Deeper flow collections than any person writes; the parser's time grows with the square of their depth. */
const maxDepth = 200;

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length && depth <= maxDepth; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth++;
    else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return depth > maxDepth;
}

/** What is noticed while the tree is made. */
interface Found {
  readonly aliases: { name: string; span: Span }[];
  readonly errors: YamlError[];
}

function convert(node: YamlNode, text: string, found: Found): Data {
  const [start, end] = node.range ?? [0, 0, 0];
  const span = { start, end };
  if (isAlias(node)) {
    found.aliases.push({ name: node.source, span });
    const source = text.slice(start, end);
    return { is: 'scalar', span, outer: span, style: 'plain', value: source, text: source, lenient: true };
  }
  if (isMap(node)) {
    const entries = node.items.map(pair => convertPair(pair.key, pair.value, text, found));
    return { is: 'map', span: trimEnd(span, text), flow: node.flow === true, entries };
  }
  if (isSeq(node)) {
    const flow = node.flow === true;
    const items = node.items.map(item => convertItem(item, flow, text, found));
    return { is: 'list', span: trimEnd(span, text), flow, items };
  }
  if (isScalar(node)) return convertScalar(node, span, text, found);
  return { is: 'scalar', span, outer: span, style: 'plain', value: null, text: '', lenient: true };
}

function convertPair(keyNode: unknown, valueNode: unknown, text: string, found: Found): Entry {
  const key = asKey(keyNode, text, found);
  let after = key.outer.end;
  while (text[after] === ' ' || text[after] === '\t') after++;
  const colon = text[after] === ':' ? after + 1 : undefined;
  const value = isNode(valueNode) && !isEmpty(valueNode) ? convert(valueNode, text, found) : undefined;
  const end = value === undefined ? (colon ?? key.outer.end) : outerOf(value).end;
  return { key, value, colon, span: { start: key.outer.start, end } };
}

function convertItem(node: unknown, flow: boolean, text: string, found: Found): ListItem {
  if (!isNode(node)) return { span: { start: 0, end: 0 }, value: undefined };
  const value = isEmpty(node) ? undefined : convert(node, text, found);
  const from = node.range?.[0] ?? 0;
  const inner = value === undefined ? { start: from, end: from } : outerOf(value);
  if (flow) return { span: inner, value };
  let dash = inner.start - 1;
  while (dash >= 0 && text[dash] !== '-') dash--;
  return { span: { start: Math.max(dash, 0), end: Math.max(inner.end, dash + 1) }, value };
}

function convertScalar(
  node: { value: unknown; type?: unknown; source?: unknown },
  outer: Span,
  text: string,
  { errors }: Found,
): Scalar {
  const style = styleOf(node.type);
  // Of `'a''` at the end of a line the parser takes the escaped quote for the closing one too.
  if (style === 'single' && errors.length === 0 && !/^'(?:[^']|'')*'\s*$/.test(text.slice(outer.start, outer.end)))
    errors.push({
      code: 'MISSING_CHAR',
      span: { start: outer.end, end: outer.end },
      message: "Missing closing 'quote",
    });
  const value = node.value;
  const source = typeof node.source === 'string' ? node.source : text.slice(outer.start, outer.end);
  const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  const known = simple ? value : source;
  const asText = style === 'plain' ? source : String(known);
  return {
    is: 'scalar',
    span: innerSpan(style, outer, text),
    outer: trimEnd(outer, text),
    style,
    value: known,
    text: asText,
    lenient: false,
  };
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

const styleOf = (type: unknown): ScalarStyle => (typeof type === 'string' ? (styles[type] ?? 'plain') : 'plain');

/** Without quotes; for block scalars the lines under the indicator. */
function innerSpan(style: ScalarStyle, outer: Span, text: string): Span {
  if (style === 'plain') return outer;
  if (style === 'single' || style === 'double') {
    const quote = style === 'single' ? "'" : '"';
    const closed = outer.end > outer.start + 1 && text[outer.end - 1] === quote;
    return { start: outer.start + 1, end: closed ? outer.end - 1 : outer.end };
  }
  const header = text.indexOf('\n', outer.start);
  if (header < 0 || header >= outer.end) return { start: outer.end, end: outer.end };
  return trimEnd({ start: header + 1, end: outer.end }, text);
}

/** A key may be anything in YAML; ours is a scalar that shows what stands there. */
function asKey(node: unknown, text: string, found: Found): Scalar {
  if (isNode(node)) {
    const [start, end] = node.range ?? [0, 0, 0];
    if (isScalar(node)) return convertScalar(node, { start, end }, text, found);
    const span = { start, end };
    const source = text.slice(start, end);
    return { is: 'scalar', span, outer: span, style: 'plain', value: source, text: source, lenient: true };
  }
  const nowhere = { start: 0, end: 0 };
  return { is: 'scalar', span: nowhere, outer: nowhere, style: 'plain', value: null, text: '', lenient: true };
}

const isNode = (value: unknown): value is YamlNode => isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);

/** Nothing but white space or a comment: the parser makes a null of no width. */
const isEmpty = (node: YamlNode): boolean => isScalar(node) && node.range != null && node.range[0] === node.range[1];

export const outerOf = (data: Data): Span => (data.is === 'scalar' ? data.outer : data.span);

function trimEnd(span: Span, text: string): Span {
  let end = span.end;
  while (end > span.start && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return { start: span.start, end };
}
