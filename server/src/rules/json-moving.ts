// Keys of a JSON file that belong below another key: what moves them there, all at once.
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { lineBreak } from './edits';
import { indentedFor, jsonAdded, jsonWithout, leadOf } from './json-edits';
import { say, type Edit, type Fix } from './rule';

/** An entry, and how its key is called below the other one. */
export interface Moved {
  readonly entry: Entry;
  readonly as: string;
}

/** Puts entries of a map below a key of it; none where something of that name is there already. */
export function putBelow(document: Document, map: DataMap, key: string, moved: readonly Moved[]): Fix[] {
  const there = entryOf(map, key);
  const edits = there ? intoMap(document, there, moved) : [wrappedIn(document, map, key, moved)];
  const title = say('Put it below `{0}`', key);
  return edits.length === 0 ? [] : [{ title, edits, safe: false, preferred: true }];
}

/** The whole map anew, for what moves need not stand together. */
function wrappedIn({ uri, text }: Document, map: DataMap, key: string, moved: readonly Moved[]): Edit {
  const first = map.entries[0]!;
  const lead = leadOf(text, first.span.start, map.span.start);
  const raw = ({ span }: Entry): string => text.slice(span.start, span.end);
  const below = moved.map(each => written(raw(each.entry), each));
  const kept = map.entries.filter(entry => !moved.some(each => each.entry === entry)).map(raw);
  if (lead === undefined) {
    const all = [...kept, `${JSON.stringify(key)}: { ${below.join(', ')} }`];
    return { uri, span: map.span, text: `{ ${all.join(', ')} }` };
  }
  const newline = lineBreak(text);
  const end = text.slice(0, map.span.end - 1);
  const outer = /[ \t]*$/.exec(end)![0];
  const step = lead.slice(outer.length) || '  ';
  const inner = below.map(each => `${newline}${lead}${step}${each.replace(/\n(?=.)/g, `\n${step}`)}`);
  const all = [...kept, `${JSON.stringify(key)}: {${inner.join(',')}${newline}${lead}}`];
  return { uri, span: map.span, text: `{${all.map(each => `${newline}${lead}${each}`).join(',')}${newline}${outer}}` };
}

/** At the end of a map that is there. */
function intoMap(document: Document, { value: into }: Entry, moved: readonly Moved[]): Edit[] {
  const { uri } = document;
  const [only, ...more] = moved;
  if (into?.is !== 'map' || !only?.entry.value || more.length > 0 || entryOf(into, only.as)) return [];
  return [
    { uri, span: jsonWithout(document, only.entry), text: '' },
    jsonAdded(document, into, only.as, indentedFor(document, only.entry, into)),
  ];
}

/** The entry under the name that it has below. */
const written = (raw: string, { entry, as }: Moved): string =>
  entry.key.text === as ? raw : JSON.stringify(as) + raw.slice(entry.key.outer.end - entry.span.start);
