// Short forms in which the dialects write their fields and value types.
import type { Choice, Field, ListForm, SymbolKind, ValueType } from './dialect';

/** What must be written of a field. */
export type Written = Pick<Field, 'key' | 'type' | 'doc' | 'sources'> & Partial<Field>;

/** A field as it is written down; what goes without saying is filled in. */
export const field = (written: Written): Field => ({
  required: 'no',
  notes: [],
  onInvalid: 'key-ignored',
  empty: 'absent',
  ...written,
});

/** A field that only the conventions of a framework speak of: whatever it holds, the tool loads the file. */
export const convention = (written: Written): Field => field({ onInvalid: 'convention', ...written });

export const text: ValueType = { is: 'text' };
export const glob: ValueType = { is: 'glob' };
export const path: ValueType = { is: 'path' };
export const call: ValueType = { is: 'call' };
export const anything: ValueType = { is: 'any' };
export const number: ValueType = { is: 'number', integer: false };

/** True or false, quoted or capitalised too. */
export const flag: ValueType = { is: 'flag', words: 'strict' };

/** As `flag`, and also yes and no, on and off, 1 and 0. */
export const wideFlag: ValueType = { is: 'flag', words: 'wide' };

export const textOf = (limits: {
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  oneLine?: boolean;
  names?: 'script' | 'file' | 'schema' | 'tools';
}): ValueType => ({
  is: 'text',
  ...limits,
});

/** A semantic version; one of fewer parts is understood as well. */
export const semantic: ValueType = textOf({ pattern: '^v?\\d+(\\.\\d+){0,2}([-+][\\w.+-]+)?$' });

/** A command that may run a script. */
export const script: ValueType = textOf({ names: 'script' });

export const integer = (limits: { minimum?: number; maximum?: number } = {}): ValueType => ({
  is: 'number',
  integer: true,
  ...limits,
});

export const reference = (to: SymbolKind): ValueType => ({ is: 'reference', to });

/** A model, but none of these names. */
export const modelBut = (...not: readonly string[]): ValueType => ({ is: 'reference', to: 'model', not });

export const list = (of: ValueType, ...forms: ListForm[]): ValueType => ({ is: 'list', of, forms });

/** A map with these known keys; others are fine. */
export const openMap = (fields: readonly Field[] = [], values?: ValueType): ValueType =>
  values === undefined ? { is: 'map', fields, open: true } : { is: 'map', fields, open: true, values };

/** The only allowed values, each with what it means. */
export const choice = (values: Readonly<Record<string, string>>): ValueType & { readonly is: 'choice' } => ({
  is: 'choice',
  values: choices(values),
  open: false,
});

/** Usual values, each with what it means; others are fine. */
export const openChoice = (values: Readonly<Record<string, string>>): ValueType => ({
  is: 'choice',
  values: choices(values),
  open: true,
});

export const choices = (values: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(values).map(([value, doc]) => ({ value, doc }));
