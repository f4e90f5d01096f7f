// Keys that front matter does not have yet, each with a value to fill in.
import type { Choice, Field, ValueType } from '../dialects/dialect';
import { yamlText } from '../rules/edits';
import type { Document } from '../syntax/document';
import type { Layer, Schema } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { baseName, parent } from '../workspace/uris';
import type { Completion } from './completion';
import { choicesOf, fieldCard, told, type Told } from './field-card';
import { nativeOf } from './native';
import { jsonKey } from './complete-json';
import { completeSiblings } from './complete-siblings';
import { fieldsOf, slotsAt } from './slots';
import type { Spot } from './spot';

/** What is asked: a spot in the front matter of a file that has a schema. */
export interface Ask {
  readonly workspace: Workspace;
  readonly document: Document;
  readonly schema: Schema;
  readonly spot: Spot;
  readonly offset: number;
  readonly native: boolean;
}

interface Known {
  readonly key: string;
  readonly all: readonly Told[];
}

export function completeKeys(ask: Ask): Completion[] {
  const { spot, native } = ask;
  if (spot.at === 'value' || (spot.quote !== '' && !spot.flow)) return [];
  const top = spot.path.length === 0;
  const ofEditor = native && top ? nativeOf(ask.workspace.role(ask.document.uri)).keys : new Set<string>();
  const taken = spot.siblings();
  const fields = (top ? topFields(ask.schema) : innerFields(ask, taken)).filter(
    ({ key, all }) => !taken.has(key) && !ofEditor.has(key) && isOffered(all[0]!.field),
  );
  const known = fields
    .map((known, index) => ({ known, rank: rank(known, index, top ? (ask.schema.kind.usual ?? []) : []) }))
    .map(({ known, rank: sortText }) => {
      const { key, all } = known;
      return {
        label: key,
        kind: 'field' as const,
        span: spot.span,
        sortText,
        ...written(ask, all),
        detail: [...new Set(all.map(({ title }) => title))].join(', '),
        documentation: () => fieldCard(all),
      };
    });
  return [...known, ...completeSiblings(ask)];
}

/** Fields of the kinds that read the file; what others would make of it is none of its business. */
function topFields({ fields, kinds, closed }: Schema): Known[] {
  return [...fields].flatMap(([key, layers]) => {
    // What the repository wants to be left out is known, but not offered.
    if (closed && !closed.keys.has(key)) return [];
    const own = layers.filter((layer: Layer) => kinds.includes(layer.kind));
    return own.length === 0 ? [] : [{ key, all: told(own) }];
  });
}

function innerFields({ schema, spot }: Ask, taken: ReadonlyMap<string, string>): Known[] {
  const found = new Map<string, Told[]>();
  for (const { type, layer } of slotsAt(schema, spot.path)) {
    for (const field of fieldsOf(type, taken)) {
      found.set(field.key, [...(found.get(field.key) ?? []), { field, title: layer.kind.title }]);
    }
  }
  return [...found].map(([key, all]) => ({ key, all }));
}

const isOffered = (field: Field): boolean =>
  field.ignored === undefined &&
  field.deprecated === undefined &&
  field.replacedBy === undefined &&
  field.status !== 'internal';

/** Required keys first, then those that a framework expects, then the usual ones, then the rest in the order of the facts. */
function rank({ key, all }: Known, index: number, usual: readonly string[]): string {
  const required = all.some(({ field }) => field.required === 'yes');
  const expected = all.some(({ field }) => field.required === 'expected');
  const rare = all.every(({ field }) => field.status !== undefined && field.status !== 'convention');
  const at = usual.indexOf(key);
  const place = at < 0 ? usual.length + index : at;
  return `${required ? 0 : expected ? 1 : rare && at < 0 ? 3 : 2}${String(place).padStart(3, '0')}`;
}

function written(
  ask: Ask,
  all: readonly Told[],
): Pick<Completion, 'text' | 'snippet' | 'retrigger'> & Partial<Pick<Completion, 'span'>> {
  const { spot } = ask;
  const { field } = all.find(each => each.field.adopted && each.field.type.is === 'choice') ?? all[0]!;
  const key = field.key;
  if (ask.document.language === 'json') return jsonKey(ask, field);
  if (spot.colonAfter || spot.quote !== '') return { text: key };
  const wanted = all.find(each => each.field.wanted)?.field.wanted;
  const { value, retrigger } = valueSnippet(ask, field, wanted);
  const glued = `${spot.lead}${key}:`;
  return {
    text: value.startsWith('\n') ? glued : `${glued} `,
    snippet: value.startsWith('\n') ? `${glued}${value}` : `${glued} ${value}`,
    ...(retrigger ? { retrigger: true } : {}),
  };
}

interface ValueSnippet {
  readonly value: string;
  readonly retrigger: boolean;
}

function valueSnippet(ask: Ask, field: Field, wanted: ValueType | undefined): ValueSnippet {
  const type = field.type.is === 'oneOf' ? field.type.types[0]! : field.type;
  switch (type.is) {
    case 'choice':
      return choose(type.values.map(choice => (field.adopted ? writtenChoice(choice) : choice.value)));
    case 'flag':
      return choose(field.default === 'true' ? ['false', 'true'] : ['true', 'false']);
    case 'reference': {
      if (type.to !== 'model') return { value: '$0', retrigger: true };
      const models = wanted === undefined ? usualModels(ask.schema) : choicesOf(wanted).map(choice => choice.value);
      return choose(models);
    }
    case 'list': {
      if (ask.spot.flow) return { value: '[$0]', retrigger: true };
      return { value: type.forms.includes('list') ? '\n  - $0' : '$0', retrigger: true };
    }
    case 'map':
    case 'variant':
      return { value: ask.spot.flow ? '{ $0 }' : '\n  $0', retrigger: true };
    case 'name':
      return { value: `\${1:${escaped(ownName(ask.document.uri, type.of))}}`, retrigger: false };
    case 'call':
    case 'path':
      return { value: '$0', retrigger: true };
    case 'text':
    case 'number':
    case 'glob':
    case 'oneOf':
    case 'any':
      return { value: '$0', retrigger: false };
    default:
      return type satisfies never;
  }
}

/** As YAML: a text that reads like a number stands in quotes. */
const writtenChoice = ({ value, literal }: Choice): string => (literal === undefined ? yamlText(value) : value);

const choose = (values: readonly string[]): ValueSnippet => ({
  value:
    values.length === 0 ? '$0' : `\${1|${values.map(value => escaped(value).replace(/[,|]/g, '\\$&')).join(',')}|}`,
  retrigger: false,
});

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** The short names that everybody uses. */
const usualModels = ({ models, kind }: Schema): string[] => {
  const aliases = [...models.values()].filter(model => model.alias && !model.notFor?.includes(kind.role));
  const usual = ['sonnet', 'opus', 'haiku', 'inherit'];
  return usual.filter(id => aliases.some(model => model.id === id));
};

/** The name that a file should define: that of the file, or of a skill's folder. */
export const ownName = (uri: string, of: 'agent' | 'skill'): string =>
  of === 'skill' ? baseName(parent(uri)) : baseName(uri).replace(/\.md$/i, '');
