// The YAML that most entries are: one key with a text, number or word, a list of such, or a map of such. Anything else is
// left to the parser, which takes a hundred times as long; a property holds the two to the same answer.
import { plain, type Data, type DataMap, type Entry, type ListItem, type Scalar } from './data';

/** Reads `key: value`, or `key:` and lines of `- value` or `key: value`; undefined for all other YAML. */
export function readSimple(text: string): DataMap | undefined {
  const entry = entryIn(text, 0, text.length, below);
  return entry && { is: 'map', span: entry.span, flow: false, entries: [entry] };
}

type ReadValue = (text: string, start: number, end: number) => Data | undefined;

/** One entry with nothing behind it. `rest` reads a value that stands on the lines below. */
function entryIn(text: string, start: number, end: number, rest: ReadValue): Entry | undefined {
  key.lastIndex = start;
  const name = key.exec(text)?.[0];
  if (name === undefined || isWord(name)) return undefined;
  const colon = start + name.length + 1;
  const value = text[colon] === ' ' ? inLine(text, colon + 1, end) : rest(text, colon, end);
  return value && { key: plain(name, { start, end: colon - 1 }), value, colon, span: { start, end } };
}

const key = /[A-Za-z_][\w-]*(?=:[ \n])/y;

function below(text: string, from: number, end: number): Data | undefined {
  let first = from + 1;
  while (text[first] === ' ') first++;
  return text[first] === '-' ? list(text, from, end) : map(text, from, end);
}

function list(text: string, from: number, end: number): Data | undefined {
  const items = lines(text, from, end, (start, lineEnd): ListItem | undefined => {
    const value = text.startsWith('- ', start) ? inLine(text, start + 2, lineEnd) : undefined;
    return value && { span: { start, end: lineEnd }, value };
  });
  return items && { is: 'list', span: { start: items[0]?.span.start ?? from, end }, flow: false, items };
}

function map(text: string, from: number, end: number): Data | undefined {
  const names = new Set<string>();
  const entries = lines(text, from, end, (start, lineEnd) => {
    const entry = text[start - 1] === ' ' ? entryIn(text, start, lineEnd, () => undefined) : undefined;
    if (!entry || names.has(entry.key.text)) return undefined;
    names.add(entry.key.text);
    return entry;
  });
  return entries && { is: 'map', span: { start: entries[0]?.span.start ?? from, end }, flow: false, entries };
}

/** What stands on the lines behind `from`, all of one indentation; undefined where one of them is not read. */
function lines<T>(
  text: string,
  from: number,
  end: number,
  read: (start: number, end: number) => T | undefined,
): T[] | undefined {
  const found: T[] = [];
  let indent: number | undefined;
  for (let at = from; at < end;) {
    let start = at + 1;
    while (text[start] === ' ') start++;
    indent ??= start - at;
    const newline = text.indexOf('\n', start);
    const lineEnd = newline < 0 ? end : newline;
    const one = start - at === indent ? read(start, lineEnd) : undefined;
    if (one === undefined) return undefined;
    found.push(one);
    at = lineEnd;
  }
  return found;
}

/** A value that a line ends with. */
function inLine(text: string, start: number, end: number): Data | undefined {
  return text[start] === '[' ? flowList(text, start, end) : scalar(text, start, end);
}

function flowList(text: string, start: number, end: number): Data | undefined {
  const items: ListItem[] = [];
  if (text[end - 1] !== ']') return undefined;
  for (let at = start + 1; at < end - 1;) {
    flowItem.lastIndex = at;
    const [all, gap, source] = flowItem.exec(text) ?? [];
    if (all === undefined) return undefined;
    const from = at + gap!.length;
    const value = scalar(text, from, from + source!.length);
    if (!value) return undefined;
    items.push({ span: value.outer, value });
    at += all.length;
    if (text[at] === ']') return at === end - 1 ? { is: 'list', span: { start, end }, flow: true, items } : undefined;
    at++;
  }
  return undefined;
}

/** Spaces, a value, and spaces up to a comma or the bracket. */
const flowItem = /( *)("[^"\\\n]*"|'[^'\n]*'|[A-Za-z/.\d][^,[\]{}:#'"`\n]*?) *(?=[,\]])/y;

function scalar(text: string, start: number, end: number): Scalar | undefined {
  const source = text.slice(start, end);
  if (source[0] === '"' || source[0] === "'") return quoted(source, start, end);
  if (source === 'true' || source === 'false') return { ...plain(source, { start, end }), value: source === 'true' };
  if (number.test(source)) return { ...plain(source, { start, end }), value: Number(source) };
  const simple = /^[A-Za-z/.][^\p{Cc}\ufeff]*$/u.test(source) && !/: | #|[: ]$/.test(source);
  return (simple && !isWord(source)) || version.test(source) ? plain(source, { start, end }) : undefined;
}

const number = /^-?(0|[1-9]\d{0,12})(\.\d{1,12})?$/;
const version = /^\d+(\.\d+){2,}$/;

function quoted(source: string, start: number, end: number): Scalar | undefined {
  if (!/^("[^"\\\p{Cc}\ufeff]*"|'[^'\p{Cc}\ufeff]*')$/u.test(source)) return undefined;
  const text = source.slice(1, -1);
  const outer = { start, end };
  const style = source[0] === '"' ? 'double' : 'single';
  return { is: 'scalar', span: { start: start + 1, end: end - 1 }, outer, style, value: text, text, lenient: false };
}

/** What YAML reads as something else than text. */
const isWord = (source: string): boolean =>
  /^(true|True|TRUE|false|False|FALSE|[Nn]ull|NULL|\.(inf|Inf|INF|nan|NaN|NAN)|\.\d.*)$/.test(source);
