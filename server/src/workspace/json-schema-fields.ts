// The fields and value types that a JSON Schema describes. Each type takes at least what the schema takes.
import type { Choice, Field, ValueType } from '../dialects/dialect';
import { entry, textAt, type Data, type DataMap, type Entry, type Scalar } from '../syntax/data';
import type { Reading } from './json-schema-reading';

/** How gravely what a schema wants is reported. */
export type Gravity = NonNullable<Field['adopted']>;

const anything: ValueType = { is: 'any' };

function fieldOf(reading: Reading, key: string, schema: Data | undefined, isRequired: boolean): Field {
  const target = reading.target(schema);
  const words = (keyword: string): string | undefined => textAt(schema, keyword) ?? textAt(target, keyword);
  const standard = words('default');
  const example = exampleOf(target);
  const isOld = words('deprecated') === 'true';
  return {
    key,
    type: typeOf(reading, schema),
    required: isRequired ? 'expected' : 'no',
    doc: words('description') ?? words('title') ?? `A key that ${reading.title.replaceAll('`', '')} describes.`,
    notes: [],
    onInvalid: 'convention',
    empty: 'absent',
    adopted: reading.level,
    sources: [],
    ...(standard === undefined || standard === '' ? {} : { default: standard }),
    ...(example === undefined ? {} : { example: `${key}: ${example}` }),
    ...(isOld ? { deprecated: `${reading.title} marks it so.` } : {}),
  };
}

/** The first example that is one value on one line. */
function exampleOf(schema: Data | undefined): string | undefined {
  const list = entry(schema, 'examples')?.value;
  const first = list?.is === 'list' ? list.items[0]?.value : undefined;
  if (first?.is !== 'scalar' || first.value === null || /[\r\n]/.test(first.text)) return undefined;
  const isPlain = typeof first.value !== 'string' || /^[A-Za-z][\w ./-]*$/.test(first.text);
  return isPlain ? first.text : JSON.stringify(first.text);
}

function properties(schema: Data | undefined): readonly Entry[] {
  const found = entry(schema, 'properties')?.value;
  if (found?.is !== 'map') return [];
  // Of a key that stands twice the last counts.
  return [...new Map(found.entries.map(each => [each.key.text, each])).values()].filter(each => each.key.text !== '');
}

function required(schema: Data | undefined): ReadonlySet<string> {
  const list = entry(schema, 'required')?.value;
  const items = list?.is === 'list' ? list.items : [];
  return new Set(items.flatMap(({ value }) => (isText(value) && value.text !== '' ? [value.text] : [])));
}

const isText = (data: Data | undefined): data is Scalar => data?.is === 'scalar' && typeof data.value === 'string';

function typeOf(reading: Reading, schema: Data | undefined): ValueType {
  const target = reading.target(schema);
  if (target?.is !== 'map') return anything;
  return reading.typeOf(target, () => typeHere(reading, target)) ?? anything;
}

function typeHere(reading: Reading, target: DataMap): ValueType {
  reading.noteUnread(target);
  const choice = choiceOf(reading, target);
  if (choice) return choice;
  const several = entry(target, 'anyOf') ?? entry(target, 'oneOf');
  const typed = entry(target, 'type')?.value;
  if (several) {
    const alternatives = severalOf(reading, several, typed);
    if (alternatives && !restrictions.some(keyword => entry(target, keyword))) return alternatives;
    reading.note('keyword', several.key.text);
  }
  if (!typed) return ofParts(reading, target) ?? untyped(reading, target);
  if (entry(target, 'allOf')) reading.note('keyword', 'allOf');
  const names = typed.is === 'list' ? typed.items.flatMap(({ value }) => value ?? []) : [typed];
  return oneOf(
    reading,
    names.map(name => (isText(name) ? named(reading, name.text, target) : anything)),
  );
}

/** Keywords beside `anyOf` that would have to hold together with it. */
const restrictions: readonly string[] = [
  'properties', 'required', 'additionalProperties', 'items', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum',
  'exclusiveMinimum', 'exclusiveMaximum', 'allOf',
]; // prettier-ignore

/** `allOf` around one schema adds words to it; of several the first is read. */
function ofParts(reading: Reading, schema: DataMap): ValueType | undefined {
  const parts = entry(schema, 'allOf')?.value;
  const first = parts?.is === 'list' ? parts.items[0]?.value : undefined;
  if (!first || parts?.is !== 'list') return undefined;
  if (parts.items.length > 1 || restrictions.some(keyword => keyword !== 'allOf' && entry(schema, keyword)))
    reading.note('keyword', 'allOf');
  return typeOf(reading, first);
}

/** Without a type, keywords hold for values of their own type alone: others are fine. */
function untyped(reading: Reading, schema: DataMap): ValueType {
  if (entry(schema, 'properties')) return { is: 'oneOf', types: [mapOf(reading, schema), anything] };
  if (entry(schema, 'items')) return { is: 'oneOf', types: [listOf(reading, schema), anything] };
  for (const { key } of schema.entries) if (restrictions.includes(key.text)) reading.note('keyword', key.text);
  return anything;
}

function named(reading: Reading, name: string, schema: DataMap): ValueType | undefined {
  switch (name) {
    case 'string':
      return textOf(reading, schema);
    case 'integer':
    case 'number':
      return numberOf(reading, schema, name === 'integer');
    case 'boolean':
      return { is: 'flag', words: 'strict' };
    case 'array':
      return listOf(reading, schema);
    case 'object':
      return mapOf(reading, schema);
    case 'null':
      return undefined; // A key without a value is as good as none.
    default:
      return anything;
  }
}

function textOf(reading: Reading, schema: DataMap): ValueType {
  const pattern = entry(schema, 'pattern')?.value;
  const isMatched = isText(pattern) && reading.isMatched(pattern.text);
  if (isText(pattern) && !isMatched) reading.note('pattern', pattern.text);
  const minLength = numberAt(schema, 'minLength');
  const maxLength = numberAt(schema, 'maxLength');
  return {
    is: 'text',
    ...(isMatched ? { pattern: pattern.text } : {}),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function numberOf(reading: Reading, schema: DataMap, integer: boolean): ValueType {
  const above = numberAt(schema, 'exclusiveMinimum');
  const below = numberAt(schema, 'exclusiveMaximum');
  if (!integer && (above ?? below) !== undefined) {
    reading.note('keyword', above === undefined ? 'exclusiveMaximum' : 'exclusiveMinimum');
  }
  const least = [numberAt(schema, 'minimum'), integer && above !== undefined ? Math.floor(above) + 1 : above];
  const most = [numberAt(schema, 'maximum'), integer && below !== undefined ? Math.ceil(below) - 1 : below];
  const minimum = Math.max(...least.map(each => each ?? -Infinity));
  const maximum = Math.min(...most.map(each => each ?? Infinity));
  return {
    is: 'number',
    integer,
    ...(minimum === -Infinity ? {} : { minimum }),
    ...(maximum === Infinity ? {} : { maximum }),
  };
}

function listOf(reading: Reading, schema: DataMap): ValueType {
  const items = entry(schema, 'items')?.value;
  if (items?.is === 'list' || (items?.is === 'scalar' && items.value === false)) reading.note('keyword', 'items');
  return { is: 'list', of: items?.is === 'map' ? typeOf(reading, items) : anything, forms: ['list'] };
}

/** The keys that a schema describes, and those that it wants alone, of which it may say what it says of all `others`. */
export function fieldsIn(reading: Reading, schema: DataMap, others?: Data): Field[] {
  const known = properties(schema);
  const wanted = required(schema);
  const own = new Set(known.map(({ key }) => key.text));
  return [
    ...known.map(({ key, value }) => fieldOf(reading, key.text, value, wanted.has(key.text))),
    ...[...wanted].filter(key => !own.has(key)).map(key => fieldOf(reading, key, others, true)),
  ];
}

function mapOf(reading: Reading, schema: DataMap): ValueType {
  if (!reading.spend(properties(schema).length + required(schema).size)) return anything;
  const others = entry(schema, 'additionalProperties')?.value;
  const patterns = entry(schema, 'patternProperties') !== undefined;
  const fields = fieldsIn(reading, schema, patterns ? undefined : others);
  const open = patterns || !(others?.is === 'scalar' && others.value === false);
  return others?.is === 'map' && !patterns
    ? { is: 'map', fields, open, values: typeOf(reading, others) }
    : { is: 'map', fields, open };
}

/** A number that a keyword gives; versions before the sixth write a yes or no in the place of some. */
function numberAt(schema: DataMap, keyword: string): number | undefined {
  const value = entry(schema, keyword)?.value;
  return value?.is === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
}

/** The values of `enum` or `const`; undefined where neither stands. */
function choiceOf(reading: Reading, schema: DataMap): ValueType | undefined {
  const list = entry(schema, 'enum')?.value;
  const single = entry(schema, 'const');
  if (list?.is !== 'list' && !single) return undefined;
  const values = single ? [single.value] : list?.is === 'list' ? list.items.map(({ value }) => value) : [];
  const docs = entry(schema, 'enumDescriptions')?.value;
  const doc = (index: number): string => {
    const words = docs?.is === 'list' && !single ? docs.items[index]?.value : undefined;
    return words?.is === 'scalar' ? words.text : '';
  };
  // Lists and maps cannot be told as words, so anything might be one of them.
  if (values.length === 0 || values.some(value => value?.is !== 'scalar')) {
    reading.note('keyword', single ? 'const' : 'enum');
    return anything;
  }
  const own = single ? (textAt(schema, 'description') ?? textAt(schema, 'title')) : undefined;
  if (!reading.spend(values.length)) return anything;
  const choices = values.flatMap((value, index) => choiceFor(value, own ?? doc(index)));
  return choices.length === 0 ? anything : { is: 'choice', values: choices, open: false };
}

function choiceFor(value: Data | undefined, doc: string): Choice[] {
  if (value?.is !== 'scalar' || value.value === null) return [];
  const { text, value: literal } = value;
  return [typeof literal === 'string' ? { value: text, doc } : { value: text, doc, literal }];
}

/** What `anyOf` and `oneOf` offer; undefined where the type beside it says something else than each of them. */
function severalOf(reading: Reading, { value: list }: Entry, typed: Data | undefined): ValueType | undefined {
  if (list?.is !== 'list' || list.items.length === 0) return undefined;
  const said = list.items.filter(({ value }) => textAt(reading.target(value), 'type') !== 'null');
  const types = said.map(({ value }) => typeOf(reading, value));
  const isChoice = types.every(type => type.is === 'choice');
  return typed && !isChoice ? undefined : oneOf(reading, types);
}

/** The values of all; they count again, since a choice that is read once can stand in many. */
function choiceAmong(reading: Reading, choices: readonly Extract<ValueType, { is: 'choice' }>[]): ValueType {
  const count = choices.reduce((sum, { values }) => sum + values.length, 0);
  if (!reading.spend(count)) return anything;
  return { is: 'choice', values: choices.flatMap(({ values }) => values), open: false };
}

/** One type for several, each of which is fine; undefined stands for the absent value. */
function oneOf(reading: Reading, all: readonly (ValueType | undefined)[]): ValueType {
  const types = all.flatMap(type => type ?? []);
  const [first] = types;
  if (!first) return anything;
  if (types.length === 1) return first;
  const choices = types.flatMap(type => (type.is === 'choice' ? [type] : []));
  if (choices.length === types.length) return choiceAmong(reading, choices);
  const flat = [...new Set(types.flatMap(type => (type.is === 'oneOf' ? type.types : [type])))];
  const count = (is: ValueType['is']): number => flat.filter(type => type.is === is).length;
  if (count('any') > 0) return anything;
  // Which of two lists or maps is meant, their form does not show.
  if (count('list') > 1 || count('map') > 1) {
    reading.note('keyword', 'anyOf');
    return anything;
  }
  return { is: 'oneOf', types: flat };
}
