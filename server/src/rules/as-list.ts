// Values that are meant as a list, or as an item of one, in the form that their key wants.
import type { ValueType } from '../dialects/dialect';
import type { Data, Entry, Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { besideKey, changeTo, inQuotes, valueText } from './edits';
import { firstOfItems } from './list-items';
import { listItems } from './fields';
import { jsonList } from './json-list';
import { say, type Fix } from './rule';

export const isNamed = ({ is }: ValueType): boolean => is === 'reference' || is === 'call' || is === 'choice';

/** `Grep: true` and `name: Grep` where a name is wanted. */
export function asName(document: Document, { key, value }: Entry, span: Span): Fix[] {
  if (value && value.is !== 'scalar') return [];
  const isLabel = /^(name|id|tool|rule|skill|agent)$/i.test(key.text) && value !== undefined;
  const name = isLabel ? value.text : key.text;
  return [changeTo(document, span, name, 'best', document.language === 'json' ? JSON.stringify(name) : name)];
}

/** `write: false`, in a map of what is allowed. */
const isNo = (data: Data | undefined): boolean => data?.is === 'scalar' && data.value === false;

/** `Read` for `read`, where tools are named. */
function inCase(name: string, type: ValueType, document: Document, workspace: Workspace): string {
  if (type.is !== 'call' && !(type.is === 'reference' && type.to === 'tool')) return name;
  const tools = workspace.schema(document.uri)?.tools ?? new Map<string, unknown>();
  return [...tools.keys()].find(known => known.toLowerCase() === name.toLowerCase()) ?? name;
}

/** Types whose values are written as one word or text. */
export const words: readonly ValueType['is'][] = ['text', 'reference', 'choice', 'glob', 'path', 'call', 'oneOf'];

/** `"[Read, Write]"`, `(Read, Write)` and the like: what stands between the brackets. */
const inOddBrackets = ({ text }: Scalar): string | undefined =>
  /^(?:\[([^[\]]+)\]|\(([^()]+)\)|<([^<>]+)>|［([^［］]+)］|【([^【】]+)】)$/.exec(text)?.slice(1).find(Boolean);

/** Words parted by blanks alone, none of which has brackets. */
const isBare = (text: string): boolean => !/[,()]/.test(text);

/** Whether these may stand in one text, with commas between them. */
const isText = ({ forms }: ValueType & { is: 'list' }, items: readonly string[]): boolean =>
  forms.includes('comma') && !items.some(item => item.includes(','));

/** The arguments of a command line. */
const argumentsIn = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(match => match[1] ?? match[2] ?? match[0]);

export function toList(
  document: Document,
  workspace: Workspace,
  type: ValueType & { is: 'list' },
  data: Data,
  span: Span,
  key: string,
): Fix[] {
  const { uri, text } = document;
  // What is no YAML must be mended first: brackets around a guess would not make it a list.
  if (data.is === 'scalar' && data.lenient) return [];
  const first = data.is === 'scalar' ? firstOfItems(document, span.start) : [];
  if (first.length > 0)
    return [{ title: say('Make it the first item of the list'), edits: first, safe: false, preferred: true }];
  // Items that YAML takes for text, as `swallowed-item` tells.
  if (data.is === 'scalar' && /\n[ \t]*- /.test(text.slice(data.outer.start, data.outer.end))) return [];
  const inside = data.is === 'scalar' ? inOddBrackets(data) : undefined;
  if (inside !== undefined) {
    const edits = [{ uri, span, text: `[${inside}]` }];
    return [{ title: say('Write it as a list'), edits, safe: false, preferred: true }];
  }
  const named = data.is === 'map' && data.entries.every(({ value }) => value === undefined || value.is === 'scalar');
  const items =
    data.is === 'scalar'
      ? listItems({ ...type, forms: ['comma', 'space'] }, data, text).map(item =>
          item.is === 'scalar' ? item.text : '',
        )
      : named
        ? data.entries.flatMap(({ key, value }) =>
            isNo(value) ? [] : [inCase(key.text, type.of, document, workspace)],
          )
        : [];
  if (!words.includes(type.of.is) || items.length === 0 || items.some(item => item === '')) return [];
  if (document.language === 'json' && data.is === 'scalar') {
    const parts = key === 'args' ? argumentsIn(data.text) : data.text.split(',').map(part => part.trim());
    const written = jsonList(document, span.start, type.of.is === 'text' || !isBare(data.text) ? parts : items);
    return [{ title: say('Write it as a list'), edits: [{ uri, span, text: written }], safe: true, preferred: true }];
  }
  // A text that is meant as one item may hold blanks.
  const parts = data.is === 'scalar' && !data.text.includes(',') && type.of.is === 'text' ? [data.text.trim()] : items;
  const written = parts.map(item => (/[[\]{},#]/.test(item) ? inQuotes(item) : valueText(document, item))).join(', ');
  const forms = workspace.crowd(uri)?.keys.get(key);
  // Of a map no form is the author's own: what most siblings have is taken.
  if (data.is === 'map' && forms && forms.text > forms.list && isText(type, items)) {
    const edits = [{ uri, ...besideKey(document, span, valueText(document, items.join(', '))) }];
    return [{ title: say('Write it as text'), edits, safe: false, preferred: true }];
  }
  const edits = [{ uri, ...besideKey(document, span, `[${written}]`) }];
  return [{ title: say('Write it as a list'), edits, safe: data.is === 'scalar', preferred: true }];
}
