// Enters something in the `agentwright.json` nearest above a file, which is created where there is none.
import { entry as entryOf, type DataList, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { lineBreak } from './edits';
import { leadOf } from './json-edits';
import type { Edit } from './rule';

/** A name that joins others, or the value of the key itself. */
export type Entered = { readonly name: string } | { readonly value: string };

/** The edit that enters it under the keys of `path`; undefined where what stands there has another form. */
export function enterInConfig(
  uri: string,
  workspace: Workspace,
  path: readonly string[],
  entered: Entered,
): Edit | undefined {
  const root = workspace.paths.root(uri);
  if (root === undefined) return undefined;
  const config = workspace.config(uri).nearest;
  if (config) return config.data?.is === 'map' ? inMap(config, config.data, path, entered) : undefined;
  return { uri: join(root, 'agentwright.json'), create: `${JSON.stringify(below(path, entered), undefined, 2)}\n` };
}

function inMap(document: Document, map: DataMap, path: readonly string[], entered: Entered): Edit | undefined {
  const [key = '', ...rest] = path;
  const { uri } = document;
  const known = entryOf(map, key);
  if (!known) return first(document, map, key, below(rest, entered));
  const { value } = known;
  if (rest.length > 0) return value?.is === 'map' ? inMap(document, value, rest, entered) : undefined;
  if ('value' in entered) {
    if (!value) return undefined;
    const span = value.is === 'scalar' ? value.outer : value.span;
    return { uri, span, text: JSON.stringify(entered.value) };
  }
  if (value?.is === 'map') return first(document, value, entered.name, '');
  return value?.is === 'list' ? last(document, value, entered.name) : undefined;
}

/** What stands below the keys of `path` where there is nothing yet. */
const below = (path: readonly string[], entered: Entered): unknown =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'value' in entered ? entered.value : [entered.name]);

/** As the first entry of a map, on a line of its own where the others have theirs. */
function first(document: Document, { span, entries }: DataMap, key: string, value: unknown): Edit {
  const { uri, text } = document;
  const start = span.start + 1;
  const written = `${JSON.stringify(key)}: ${onOneLine(value)}`;
  const next = entries[0];
  const lead = next && leadOf(text, next.span.start, start);
  const put = lead === undefined ? ` ${written}${next ? ',' : ' '}` : `${lineBreak(text)}${lead}${written},`;
  return { uri, span: { start, end: start }, text: put };
}

/** As the last item of a list. */
function last(document: Document, { span, items }: DataList, name: string): Edit {
  const { uri, text } = document;
  const written = JSON.stringify(name);
  const before = items.at(-1);
  const at = before?.span.end ?? span.start + 1;
  const lead = before && leadOf(text, before.span.start, span.start);
  const put = lead === undefined ? `${before ? ', ' : ''}${written}` : `,${lineBreak(text)}${lead}${written}`;
  return { uri, span: { start: at, end: at }, text: put };
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${onOneLine(inner)}`);
  return `{ ${entries.join(', ')} }`;
}
