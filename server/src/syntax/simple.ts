// The YAML that most entries are: one key with a plain text, or with a list of such. Anything else is left to the parser,
// which takes a hundred times as long; a property holds the two to the same answer.
import { plain, type DataMap, type DataList, type ListItem, type Scalar } from './data';

/** Reads `key: text`, or `key:` and lines of `- text`; undefined for all other YAML. */
export function readSimple(text: string): DataMap | undefined {
  const name = /^[A-Za-z_][\w-]*(?=:[ \n])/.exec(text)?.[0];
  if (name === undefined || isWord(name)) return undefined;
  const colon = name.length + 1;
  const value = text[colon] === ' ' ? scalar(text, colon + 1, text.length) : list(text, colon);
  if (!value) return undefined;
  const span = { start: 0, end: text.length };
  const key = plain(name, { start: 0, end: name.length });
  return { is: 'map', span, flow: false, entries: [{ key, value, colon, span }] };
}

function list(text: string, from: number): DataList | undefined {
  const items: ListItem[] = [];
  let indent: number | undefined;
  for (let at = from; at < text.length;) {
    let dash = at + 1;
    while (text[dash] === ' ') dash++;
    indent ??= dash - at;
    if (dash - at !== indent || text[dash] !== '-' || text[dash + 1] !== ' ') return undefined;
    const newline = text.indexOf('\n', dash);
    const end = newline < 0 ? text.length : newline;
    const value = scalar(text, dash + 2, end);
    if (!value) return undefined;
    items.push({ span: { start: dash, end }, value });
    at = end;
  }
  const start = items[0]?.span.start ?? from;
  return { is: 'list', span: { start, end: text.length }, flow: false, items };
}

function scalar(text: string, start: number, end: number): Scalar | undefined {
  const source = text.slice(start, end);
  const simple = /^[A-Za-z/.][^\p{Cc}\ufeff]*$/u.test(source) && !/: | #|[: ]$/.test(source);
  return simple && !isWord(source) ? plain(source, { start, end }) : undefined;
}

/** What YAML reads as something else than text. */
const isWord = (source: string): boolean =>
  /^(true|True|TRUE|false|False|FALSE|[Nn]ull|NULL|\.(inf|Inf|INF|nan|NaN|NAN)|\.\d.*)$/.test(source);
