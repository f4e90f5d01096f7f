// What a key wants, in words.
import type { ValueType } from '../dialects/dialect';

export const wantedWords: Readonly<Record<ValueType['is'], string>> = {
  text: 'text',
  name: 'text',
  reference: 'a name',
  choice: 'one word',
  flag: '`true` or `false`',
  number: 'a number',
  glob: 'a pattern',
  path: 'a path',
  call: 'text',
  list: 'a list',
  map: 'keys with values',
  variant: 'keys with values',
  oneOf: 'of another form',
  any: 'anything',
};

/** Each form where there are several. */
export const wantedIn = (type: ValueType): string =>
  type.is === 'oneOf' ? [...new Set(type.types.map(wantedIn))].join(' or ') : wantedWords[type.is];
