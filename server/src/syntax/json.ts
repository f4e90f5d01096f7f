// JSON with comments as the same tree as front matter, its errors as plain problems.
import { type Node as JsonNode, parseTree, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Data, Entry, Scalar } from './data';
import type { Problem } from './problem';

/** Deeper nesting than this is read as one problem: the parser recurses. */
const maxDepth = 500;

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
  return { data: root && convert(root, source), problems: problemsOf(errors, source) };
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
      problems.push({ cause: 'invalid-json', span: visible(span, text), args: [words(word)] });
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

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

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
