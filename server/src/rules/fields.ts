// What the schema says of each key of a file's front matter: the ground of the rules about fields.
import type { Field, ValueType } from '../dialects/dialect';
import { plain, type Data, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { layersOf, type Layer } from '../workspace/schema';
import { hasForm, partsOf } from '../workspace/values';
import type { Workspace } from '../workspace/workspace';
import type { Severity } from './rule';

/** A key of the file that some dialect knows; the first layer is the tool's that the file's place belongs to. */
export class KnownEntry {
  readonly entry: Entry;
  readonly layers: readonly Layer[];
  readonly #text: string;
  readonly #asked: { readonly field: Field; readonly type: ValueType; readonly places: readonly Place[] }[] = [];

  /** `text` is what the spans of the entry count in. */
  constructor(entry: Entry, layers: readonly Layer[], text: string) {
    this.entry = entry;
    this.layers = layers;
    this.#text = text;
  }

  /** The value as one of a field and type, and all that lies in it and is described; what does not fit its type is not
   * entered. One rule after the other asks this of each layer, so the answers are kept. */
  places(field: Field, type: ValueType): readonly Place[] {
    for (const known of this.#asked) if (known.field === field && known.type === type) return known.places;
    const places: Place[] = [];
    if (this.entry.value) addPlaces(places, field, type, this.entry.value, this.#text);
    this.#asked.push({ field, type, places });
    return places;
  }
}

/** The known keys, each once: of one that stands twice, the last, as loaders read it. */
export function* knownEntries({ uri, data, text }: Document, workspace: Workspace): Iterable<KnownEntry> {
  const schema = workspace.schema(uri);
  if (!schema || data?.is !== 'map') return;
  const last = new Map(data.entries.map(entry => [entry.key.text, entry]));
  for (const entry of data.entries) {
    const layers = layersOf(schema, entry.key.text);
    if (layers && entry.colon !== undefined && last.get(entry.key.text) === entry)
      yield new KnownEntry(entry, layers, text);
  }
}

/** Whether that of one key hides another; where a value is broken no problem tells of it. */
export const hasKeyTwice = ({ data }: Document): boolean =>
  data?.is === 'map' && new Set(data.entries.map(({ key }) => key.text)).size < data.entries.length;

/** Those of the known keys that have others below them. */
export function* entriesWithMaps(document: Document, workspace: Workspace): Iterable<KnownEntry> {
  const { data } = document;
  // Most files have none, and this is asked at each key.
  if (data?.is !== 'map' || !data.entries.some(({ value }) => value && holdsMap(value))) return;
  for (const known of knownEntries(document, workspace)) {
    if (known.entry.value && holdsMap(known.entry.value)) yield known;
  }
}

/** How grave a bad value is. An error only where the tool is known to have dropped this very file: by its verdict, or in
 * JSON by what its validator says of such values. */
export function gravity({ onInvalid, adopted }: Field, document: Document, workspace: Workspace): Severity {
  if (adopted) return adopted;
  switch (onInvalid) {
    case 'file-dropped': {
      if (document.language === 'json') return 'error';
      const plugin = workspace.schema(document.uri)?.kind.unnamed === 'file';
      return !plugin && workspace.verdict(document)?.listed === false ? 'error' : 'warning';
    }
    case 'key-ignored':
    case 'coerced':
      return 'warning';
    case 'passed-on':
    case 'convention':
      return 'information';
    default:
      return onInvalid satisfies never;
  }
}

/** Whether nobody minds what stands behind a key: one that is ignored, unless a bad value there costs the file all the same. */
export const isPassedOver = ({ ignored, onInvalid }: Field, { language }: Document): boolean =>
  ignored !== undefined && !(language === 'json' && onInvalid === 'file-dropped');

/** What Claude Code does with a file of a role that it refuses, in words. */
export function refusal({ uri }: Document, workspace: Workspace, field?: Field): string {
  switch (workspace.role(uri)) {
    case 'plugin':
      return 'Claude Code rejects the plugin';
    case 'marketplace':
      return 'Claude Code rejects the marketplace';
    case 'agent':
      return 'Claude Code does not load the agent';
    case 'settings':
      return 'Claude Code ignores all settings of this file, without a message in a run with `-p`';
    case 'hooks':
      // One bad hook of the events that guard costs the plugin. Observed: Claude Code 2.1.330, 30 November 2026.
      return field && field.key !== 'description'
        ? 'Claude Code does not load the plugin'
        : 'Claude Code loads no hook of this file';
    case 'mcp':
      return 'Claude Code finds no server in this file';
    case 'configuration':
      return 'Agentwright does not read the file';
    default:
      return 'Claude Code does not read the file';
  }
}

/** Who speaks of the keys below a known one: the first, and a schema of the repository beside it. */
export const speakers = (layers: readonly Layer[]): readonly Layer[] =>
  layers.filter((layer, index) => index === 0 || layer.field.adopted);

/** A value where the schema expects one of `type`. */
export interface Place {
  readonly type: ValueType;
  readonly data: Data;
  /** The field that the value belongs to, perhaps below a top-level one. */
  readonly field: Field;
}

/** Into one list: generators that ask one another cost many times what they find, and every rule asks. */
function addPlaces(found: Place[], field: Field, type: ValueType, data: Data, text: string): void {
  found.push({ type, data, field });
  switch (type.is) {
    case 'list':
      for (const item of listItems(type, data, text)) addPlaces(found, field, type.of, item, text);
      return;
    case 'map':
      if (data.is === 'map') addMapPlaces(found, type.fields, type.values, field, data.entries, text);
      return;
    case 'variant':
      if (data.is === 'map') addMapPlaces(found, fieldsIn(type, data, field), undefined, field, data.entries, text);
      return;
    case 'oneOf': {
      const fit = data.is === 'scalar' ? undefined : type.types.find(each => hasForm(each, data));
      if (fit) addPlaces(found, field, fit, data, text);
      return;
    }
    case 'text':
    case 'name':
    case 'reference':
    case 'choice':
    case 'flag':
    case 'number':
    case 'glob':
    case 'path':
    case 'call':
    case 'any':
      return;
    default:
      return type satisfies never;
  }
}

/** The fields that a map of this type may have; of a variant those that its tag chooses, or else the tag alone. */
export function fieldsIn(type: ValueType, { entries }: DataMap, owner: Field): readonly Field[] {
  if (type.is === 'map') return type.fields;
  if (type.is !== 'variant') return [];
  const tag = entries.find(({ key }) => key.text === type.tag)?.value;
  const chosen = tag?.is === 'scalar' ? type.cases[tag.text] : undefined;
  if (chosen) return chosen;
  const field = Object.values(type.cases)[0]?.find(({ key }) => key === type.tag);
  return [field ?? { ...owner, key: type.tag, required: 'yes' }];
}

function addMapPlaces(
  found: Place[],
  fields: readonly Field[],
  values: ValueType | undefined,
  owner: Field,
  entries: readonly Entry[],
  text: string,
): void {
  for (const { key, value } of entries) {
    const field = fields.find(each => each.key === key.text);
    const type = field?.type ?? values;
    if (type && value) addPlaces(found, field ?? freeField(owner, key.text, type), type, value, text);
  }
}

/** A key of one's own below a known one. */
const freeField = ({ onInvalid, onInvalidBelow, adopted }: Field, key: string, type: ValueType): Field => ({
  key,
  type,
  required: 'no',
  doc: '',
  notes: [],
  onInvalid: onInvalidBelow ?? (onInvalid === 'convention' ? 'convention' : 'key-ignored'),
  sources: [],
  ...(adopted && { adopted }),
});

/** The items of a list in whatever form it is written. Parts of a text become scalars of their own. */
export function listItems(type: ValueType & { is: 'list' }, data: Data, text: string): Data[] {
  if (data.is === 'list') {
    const values: Data[] = [];
    for (const { value } of data.items) if (value) values.push(value);
    return values;
  }
  if (data.is !== 'scalar' || (type.forms.includes('star') && data.text.trim() === '*')) return [];
  if (!type.forms.includes('comma') && !type.forms.includes('space')) return [];
  return partsOf(text, data, type.forms).map(span => plain(text.slice(span.start, span.end), span));
}

/** Whether a map lies in a value: without one there is nothing below a key that could have keys. */
const holdsMap = (data: Data): boolean =>
  data.is === 'map' || (data.is === 'list' && data.items.some(({ value }) => value !== undefined && holdsMap(value)));

/** `{{NAME}}`: a template, of which something else will be made. */
export const isPlaceholder = (text: string, { span }: { readonly span: { readonly start: number } }): boolean =>
  text.startsWith('{{', span.start);

/** Whether it is `null`: nothing behind the colon, or the word. */
export const isNothing = ({ value, colon }: Entry): boolean =>
  colon !== undefined && (value === undefined || (value.is === 'scalar' && value.value === null));

/** Whether nothing stands behind the colon. */
export const isEmpty = ({ value }: Entry): boolean =>
  value === undefined || (value.is === 'scalar' && (value.value === null || value.text.trim() === ''));
