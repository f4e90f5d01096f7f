// JSON with comments as the same tree as front matter, its errors as plain problems.
import { type Node as JsonNode, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Data, Entry, Scalar } from './data';
import type { Problem } from './problem';

/** Deeper nesting than this is read as one problem: the parser recurses. */
const maxDepth = 500;

/** Whether any reader takes a text for JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads JSON or JSONC; a broken text keeps what can be read of it. */
export function readJson(text: string): { data: Data | undefined; problems: Problem[] } {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (depthOf(text) > maxDepth) {
    const span = { start: begin, end: text.length };
    return { data: undefined, problems: [{ cause: 'invalid-json', span, args: ['nested too deeply'] }] };
  }
  const errors: ParseError[] = [];
  const source = begin === 1 ? ` ${text.slice(1)}` : text;
  const root = parseTree(source, errors, { disallowComments: true, allowTrailingComma: false });
  const data = root && convert(root, source);
  return { data, problems: [...problemsOf(errors, source), ...duplicates(data)] };
}

/** Keys that stand in one object already. */
function duplicates(data: Data | undefined): Problem[] {
  if (data?.is === 'list') return data.items.flatMap(({ value }) => duplicates(value));
  if (data?.is !== 'map') return [];
  const seen = new Set<string>();
  return data.entries.flatMap(({ key, value }) => {
    const twice = seen.has(key.text);
    seen.add(key.text);
    const below = duplicates(value);
    return twice ? [{ cause: 'json-duplicate' as const, span: key.outer, args: [key.text] }, ...below] : below;
  });
}

/** Comments and trailing commas each, and of all else the first error: the others follow from it. */
function problemsOf(errors: readonly ParseError[], text: string): Problem[] {
  const problems: Problem[] = [];
  const commas = new Set<number>();
  for (const error of errors) {
    const span = { start: error.offset, end: error.offset + error.length };
    const word = printParseErrorCode(error.error);
    if (word === 'InvalidCommentToken') {
      problems.push({ cause: 'json-comment', span, args: [] });
      continue;
    }
    const comma = trailingComma(text, error);
    if (comma === undefined) {
      const open = span.start >= text.trimEnd().length ? unclosed(text) : undefined;
      const args = open === undefined ? [word] : [word, text[open]!];
      const at = open === undefined ? visible(span, text) : { start: open, end: open + 1 };
      problems.push({ cause: 'invalid-json', span: at, args });
      break;
    }
    if (!commas.has(comma)) problems.push({ cause: 'json-comma', span: { start: comma, end: comma + 1 }, args: [] });
    commas.add(comma);
  }
  return problems;
}

/** The comma before a closing bracket, where that is the error. */
function trailingComma(text: string, { offset }: ParseError): number | undefined {
  if (!/[}\]]/.test(text[offset] ?? '')) return undefined;
  let at = offset - 1;
  while (at >= 0 && /\s/.test(text[at]!)) at--;
  return text[at] === ',' ? at : undefined;
}

/** An error at the end of the text is shown on the last thing that is there. */
function visible(span: { start: number; end: number }, text: string): { start: number; end: number } {
  if (span.end > span.start && span.start < text.length) return span;
  const end = text.trimEnd().length;
  return { start: Math.max(0, end - 1), end };
}

/** The bracket that the indentation shows to be open, in a text that ends too early: a line that closes another one is
 * indented less than it. */
function unclosed(text: string): number | undefined {
  const open: { at: number; indent: number }[] = [];
  for (const { index, 0: sign } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    const indent = /^\s*/.exec(line)![0].length;
    if (sign === '[' || sign === '{') open.push({ at: index, indent });
    else if (sign === ']' || sign === '}') {
      const last = open.pop();
      if (last && line.trim() === '' && indent < last.indent) return last.at;
    }
  }
  return open[0]?.at;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (code === 93 || code === 125) depth--;
  }
  return deepest;
}

function convert(node: JsonNode, text: string): Data {
  const span = { start: node.offset, end: node.offset + node.length };
  if (node.type === 'object') {
    const entries = (node.children ?? []).flatMap(property => convertProperty(property, text));
    return { is: 'map', span, flow: true, entries };
  }
  if (node.type === 'array') {
    const items = (node.children ?? []).map(child => {
      const value = convert(child, text);
      return { span: { start: child.offset, end: child.offset + child.length }, value };
    });
    return { is: 'list', span, flow: true, items };
  }
  return scalar(node, text);
}

function convertProperty(property: JsonNode, text: string): Entry[] {
  const [keyNode, valueNode] = property.children ?? [];
  if (!keyNode) return [];
  const value = valueNode && convert(valueNode, text);
  const colon = property.colonOffset === undefined || property.colonOffset < 0 ? undefined : property.colonOffset + 1;
  const end = value
    ? value.is === 'scalar'
      ? value.outer.end
      : value.span.end
    : (colon ?? keyNode.offset + keyNode.length);
  return [{ key: scalar(keyNode, text), value, colon, span: { start: keyNode.offset, end } }];
}

function scalar(node: JsonNode, text: string): Scalar {
  const outer = { start: node.offset, end: node.offset + node.length };
  const quoted = node.type === 'string';
  const closed = quoted && node.length > 1 && text[outer.end - 1] === '"';
  const span = quoted ? { start: outer.start + 1, end: closed ? outer.end - 1 : outer.end } : outer;
  const value = node.value as string | number | boolean | null;
  return {
    is: 'scalar',
    span,
    outer,
    style: quoted ? 'double' : 'plain',
    value,
    text: String(value ?? ''),
    lenient: false,
  };
}
