// Fields of which one bad value costs the whole file.
import type { Field, ValueType } from '../dialect';

/** The field, and all that lies in it: a value of the wrong kind anywhere drops the file. */
export const strict = (field: Field): Field => ({
  ...field,
  onInvalid: 'file-dropped',
  type: strictType(field.type),
});

export function strictType(type: ValueType): ValueType {
  switch (type.is) {
    case 'map':
      return {
        ...type,
        fields: type.fields.map(strict),
        ...(type.values && { values: strictType(type.values) }),
      };
    case 'list':
      return { ...type, of: strictType(type.of) };
    case 'variant': {
      const cases = Object.entries(type.cases).map(([tag, fields]) => [tag, fields.map(strict)] as const);
      return { ...type, cases: Object.fromEntries(cases) };
    }
    case 'oneOf':
      return { ...type, types: type.types.map(strictType) };
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
      return type;
    default:
      return type satisfies never;
  }
}
