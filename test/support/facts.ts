// All that the dialects say, laid out flat for the tests about them.
import type { Choice, Field, ValueType } from '../../server/src/dialects/dialect';
import { dialects, fieldOf, kind } from '../../server/src/dialects/index';

export const kinds = dialects.flatMap(each => each.kinds);

/** The types that a type is made of, itself first. */
function typesIn(type: ValueType): ValueType[] {
  switch (type.is) {
    case 'list':
      return [type, ...typesIn(type.of)];
    case 'oneOf':
      return [type, ...type.types.flatMap(typesIn)];
    case 'map':
      return type.values ? [type, ...typesIn(type.values)] : [type];
    default:
      return [type];
  }
}

/** The fields right below a type: of maps, and of each case of a variant. */
export function fieldLists(type: ValueType): (readonly Field[])[] {
  return typesIn(type).flatMap(each => {
    if (each.is === 'map') return [each.fields];
    return each.is === 'variant' ? Object.values(each.cases) : [];
  });
}

interface Placed {
  readonly place: string;
  readonly field: Field;
}

const below = (place: string, fields: readonly Field[]): Placed[] =>
  fields.flatMap(each => [
    { place: `${place}.${each.key}`, field: each },
    ...fieldLists(each.type).flatMap(inner => below(`${place}.${each.key}`, inner)),
  ]);

export const everyField = kinds.flatMap(each => below(each.id, [...each.fields, ...(each.free ? [each.free] : [])]));

export const valueTypes = (each: Field): ValueType[] => [
  ...typesIn(each.type),
  ...(each.wanted ? typesIn(each.wanted) : []),
];

export const choicesOf = (each: Field): readonly Choice[] =>
  valueTypes(each).flatMap(type => (type.is === 'choice' ? type.values : []));

/** A field by its path, as `identity.personality.traits`; `<name>` stands for any key, `[]` for any item. */
export function fieldAt(kindId: string, path: string): Field | undefined {
  const [first = '', ...rest] = path
    .replace(/^handler\./, 'hooks.<Event>[].hooks.')
    .split('.')
    .map(key => key.replace('[]', ''))
    .filter((key, index) => index === 0 || !key.startsWith('<'));
  let found = first.startsWith('<') ? kind(kindId)?.free : fieldOf(kindId, first);
  for (const key of rest) {
    if (!found) return undefined;
    found = fieldLists(found.type)
      .flat()
      .find(each => each.key === key);
  }
  return found;
}
