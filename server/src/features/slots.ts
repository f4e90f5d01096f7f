// What may stand at a path of keys in front matter: the fields and value types of all dialects that read it.
import type { Field, ValueType } from '../dialects/dialect';
import { layersOf, type Layer, type Schema } from '../workspace/schema';

/** One step from the top of the front matter down: into a key's value, or into an item of a list. */
export interface Step {
  /** Undefined for an item. */
  readonly key: string | undefined;
  /** The keys beside it, each with its value where that is a scalar: they choose between variants. */
  readonly siblings: () => ReadonlyMap<string, string>;
}

/** One dialect's word on a value: its type there, and the field that it is part of. */
export interface Slot {
  readonly type: ValueType;
  readonly field: Field;
  readonly layer: Layer;
}

/** What each dialect expects at a path; empty where none knows it. A choice between types gives a slot for each. */
export function slotsAt(schema: Schema, path: readonly Step[]): Slot[] {
  const [first, ...rest] = path;
  let slots = (layersOf(schema, first?.key ?? '') ?? []).flatMap(layer =>
    alternatives({ type: layer.field.type, field: layer.field, layer }),
  );
  for (const step of rest) slots = slots.flatMap(slot => into(slot, step)).flatMap(alternatives);
  return slots;
}

/** The fields that a map of this type may have; the keys already there choose between variants. */
export function fieldsOf(type: ValueType, siblings: ReadonlyMap<string, string>): readonly Field[] {
  if (type.is === 'map') return type.fields;
  if (type.is !== 'variant') return [];
  const chosen = type.cases[siblings.get(type.tag) ?? ''];
  if (chosen) return chosen;
  const all = new Map(Object.values(type.cases).flatMap(fields => fields.map(field => [field.key, field])));
  return [...all.values()];
}

function alternatives(slot: Slot): Slot[] {
  return slot.type.is === 'oneOf' ? slot.type.types.flatMap(type => alternatives({ ...slot, type })) : [slot];
}

function into({ type, field, layer }: Slot, step: Step): Slot[] {
  if (type.is === 'list') return step.key === undefined ? [{ type: type.of, field, layer }] : [];
  if (step.key === undefined) return [];
  const inner = fieldsOf(type, step.siblings()).find(each => each.key === step.key);
  if (inner) return [{ type: inner.type, field: inner, layer }];
  return type.is === 'map' && type.values ? [{ type: type.values, field, layer }] : [];
}
