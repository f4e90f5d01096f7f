// A JSON Schema of the repository, read as fields: at most what it says, so that nothing is found wrong that it allows.
import type { Field } from '../dialects/dialect';
import { entry, textAt, type Data, type DataMap } from '../syntax/data';
import { readJson } from '../syntax/json';
import { fieldsIn, type Gravity } from './json-schema-fields';
import { Reading, type Note } from './json-schema-reading';

export type { Note } from './json-schema-reading';

/** What a schema says of front matter. */
export interface FrontMatterSchema {
  /** Several may be of one key, each with its own word. */
  readonly fields: readonly Field[];
  /** Whether other keys are wrong. */
  readonly closed: boolean;
  /** What it says and is passed over. */
  readonly notes: readonly Note[];
  /** Why it says nothing: the text is too large or no JSON, has no such part, or describes something else than keys with values. */
  readonly problem?: 'too-large' | 'no-json' | 'no-part' | 'no-map';
}

/** How a schema is read. */
export interface ReadAs {
  /** A JSON pointer to the part that describes front matter; empty for the whole. */
  readonly part: string;
  /** Where it lies, for people. */
  readonly title: string;
  readonly level: Gravity;
}

/** In characters; people write none of that size. */
const largest = 1_000_000;

/** Reads any text whatever, never failing. */
export function readSchema(text: string, { part, title, level }: ReadAs): FrontMatterSchema {
  if (text.length > largest) return nothing('too-large');
  const { data, problems } = readJson(text);
  if (!data || problems.some(({ cause }) => cause === 'invalid-json')) return nothing('no-json');
  const reading = new Reading(data, title, level);
  const found = part === '' ? frontMatterOf(data) : reading.at(part);
  if (!found) return nothing('no-part');
  const { fields, closed } = ofWhole(reading, found);
  if (!fields) return nothing('no-map');
  return { fields, closed, notes: reading.notes };
}

const nothing = (problem: NonNullable<FrontMatterSchema['problem']>): FrontMatterSchema => ({
  fields: [],
  closed: false,
  notes: [],
  problem,
});

/** Schemas of whole files describe the front matter as one of their properties. */
function frontMatterOf(data: Data): Data {
  const found = ['frontmatter', 'frontMatter', 'front_matter'].map(
    key => entry(entry(data, 'properties')?.value, key)?.value,
  );
  return found.find(each => each !== undefined && entry(each, 'properties') !== undefined) ?? data;
}

interface Whole {
  readonly fields: readonly Field[] | undefined;
  readonly closed: boolean;
}

const none: Whole = { fields: undefined, closed: false };

/** The fields of the whole, and of all that it consists of. */
function ofWhole(reading: Reading, schema: Data): Whole {
  const target = reading.target(schema);
  if (target?.is !== 'map') return none;
  reading.noteUnread(target);
  const type = entry(target, 'type')?.value;
  if (type?.is === 'scalar' && type.text !== 'object') return none;
  const parts = entry(target, 'allOf')?.value;
  const inner = (parts?.is === 'list' ? parts.items : []).flatMap(({ value }) => {
    const part = value && reading.deeper(() => ofWhole(reading, value));
    // It would close the file to what the other parts have.
    if (part?.closed) reading.note('keyword', 'additionalProperties');
    return part?.fields ?? [];
  });
  if (!entry(target, 'properties') && !entry(target, 'required') && inner.length === 0 && type === undefined)
    return none;
  for (const keyword of ['anyOf', 'oneOf', 'enum', 'const']) {
    if (entry(target, keyword)) reading.note('keyword', keyword);
  }
  const fields = [...fieldsIn(reading, target), ...inner];
  return { fields, closed: isClosed(reading, target) && parts === undefined };
}

function isClosed(reading: Reading, schema: DataMap): boolean {
  const others = entry(schema, 'additionalProperties')?.value;
  if (others?.is === 'map' && others.entries.length > 0) reading.note('keyword', 'additionalProperties');
  return textAt(schema, 'additionalProperties') === 'false' && !entry(schema, 'patternProperties');
}
