// The facts: consistent with themselves, and fit to be shown.
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { dialect, dialects, extendedKind, fieldOf, modelByName, toolByName } from '../../server/src/dialects/index';
import { explainSource } from '../../server/src/dialects/sources';
import { choicesOf, everyField, fieldLists, kinds, valueTypes } from '../support/facts';

const tools = dialects.flatMap(each => each.tools);
const models = dialects.flatMap(each => each.models);

/** Every text that people read, with where it stands. */
const everyText: (readonly [string, string])[] = [
  ...everyField.flatMap(({ place, field }) => [
    [place, field.doc] as const,
    ...field.notes.map(note => [`${place} (note)`, note] as const),
    ...choicesOf(field).map(choice => [`${place}: ${choice.value}`, choice.doc] as const),
    ...[field.invalid, field.deprecated, field.ignored].flatMap(words =>
      words === undefined ? [] : [[place, words] as const],
    ),
  ]),
  ...kinds.flatMap(each => [
    ...each.notes.map(note => [`${each.id} (note)`, note] as const),
    ...(each.substitutions ?? []).map(({ value, doc }) => [value, doc] as const),
  ]),
  ...tools.flatMap(({ name, doc, note }) => [
    [name, doc] as const,
    ...(note === undefined ? [] : [[name, note] as const]),
  ]),
  ...models.map(({ id, doc }) => [id, doc] as const),
];

const twice = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

suite('dialects', () => {
  test('ids are unique', () => {
    assert.deepEqual(twice(dialects.map(each => each.id)), []);
    assert.deepEqual(twice(kinds.map(each => each.id)), []);
    for (const each of dialects) {
      assert.deepEqual(twice(each.tools.map(tool => tool.name)), []);
      assert.deepEqual(twice(each.models.map(model => model.id)), []);
    }
  });

  test('keys are unique, in kinds and below fields', () => {
    for (const each of kinds) {
      assert.deepEqual(twice(each.fields.map(field => field.key)), [], each.id);
    }
    for (const { place, field } of everyField) {
      for (const inner of fieldLists(field.type)) assert.deepEqual(twice(inner.map(each => each.key)), [], place);
    }
  });

  test('choices are not empty and name each value once', () => {
    for (const { place, field } of everyField) {
      for (const type of valueTypes(field)) {
        if (type.is !== 'choice') continue;
        assert.ok(type.values.length > 0, place);
        assert.deepEqual(twice(type.values.map(each => each.value)), [], place);
      }
    }
  });

  test('lists have forms, each once', () => {
    for (const { place, field } of everyField) {
      for (const type of valueTypes(field)) {
        if (type.is !== 'list') continue;
        assert.ok(type.forms.length > 0, place);
        assert.deepEqual(twice(type.forms), [], place);
      }
    }
  });

  test('each case of a variant has the field of the tag, which allows that case', () => {
    for (const { place, field } of everyField) {
      for (const type of valueTypes(field)) {
        if (type.is !== 'variant') continue;
        for (const [name, fields] of Object.entries(type.cases)) {
          const tag = fields.find(each => each.key === type.tag);
          assert.ok(tag && choicesOf(tag).some(each => each.value === name), `${place}: ${name}`);
        }
      }
    }
  });

  test('every source is explained', () => {
    for (const { place, field } of everyField) {
      assert.ok(field.sources.length > 0, place);
      for (const code of field.sources) assert.ok(explainSource(code), `${place}: ${code}`);
    }
    for (const { name, sources } of tools)
      for (const code of sources) assert.ok(explainSource(code), `${name}: ${code}`);
    assert.equal(explainSource('nothing'), undefined);
    assert.match(explainSource('CCD:hooks') ?? '', /^Claude Code documentation .*: hooks\.$/);
  });

  test('what replaces a tool is a tool in use', () => {
    for (const { name, status, replacedBy } of tools) {
      if (replacedBy !== undefined) assert.equal(toolByName(replacedBy)?.status, 'active', name);
      if (status === 'alias') assert.ok(replacedBy, name);
      if (status === 'active') assert.equal(replacedBy, undefined, name);
    }
  });

  test('what an alias stands for is a model', () => {
    for (const { id, resolvesTo } of models) {
      if (resolvesTo !== undefined) assert.ok(modelByName(resolvesTo.replace('[1m]', '')), id);
    }
  });

  test('every pattern compiles', () => {
    for (const { place, field } of everyField) {
      for (const type of valueTypes(field)) {
        if ((type.is !== 'text' && type.is !== 'name') || type.pattern === undefined) continue;
        const { pattern } = type;
        assert.doesNotThrow(() => new RegExp(pattern), place);
        assert.doesNotThrow(() => new RegExp(pattern, 'u'), place);
      }
    }
    for (const { modelPattern } of dialects) assert.doesNotThrow(() => new RegExp(modelPattern ?? '', 'u'));
  });

  test('suggested and replacing keys exist, and what is misspelt does not', () => {
    for (const each of kinds) {
      for (const [written, meant] of Object.entries(each.keySuggestions)) {
        assert.ok(fieldOf(each.id, meant), `${each.id}: ${meant}`);
        assert.equal(fieldOf(each.id, written), undefined, `${each.id}: ${written}`);
      }
      for (const { key, replacedBy } of each.fields) {
        if (replacedBy !== undefined) assert.ok(fieldOf(each.id, replacedBy), `${each.id}: ${key}`);
      }
    }
  });

  test('what a dialect extends exists and has a kind to extend', () => {
    for (const each of dialects) {
      if (each.extends === undefined) continue;
      assert.ok(dialect(each.extends), each.id);
      for (const { id, role } of each.kinds) assert.equal(extendedKind(id)?.role, role, id);
    }
  });

  test('every field has an example that is YAML with just that key', () => {
    for (const { place, field } of everyField) {
      const example = parse(field.example ?? '') as unknown;
      assert.ok(typeof example === 'object' && example !== null, place);
      assert.deepEqual(Object.keys(example), [field.key], place);
    }
  });

  test('examples of choices, numbers and flags are valid', () => {
    for (const { place, field } of everyField) {
      const { type } = field;
      const value = (parse(field.example ?? '') as Record<string, unknown>)[field.key];
      if (type.is === 'choice' && !type.open)
        assert.ok(
          type.values.some(each => each.value === value),
          place,
        );
      if (type.is === 'number') assert.ok(typeof value === 'number' && value >= (type.minimum ?? value), place);
      if (type.is === 'flag') assert.equal(typeof value, 'boolean', place);
      if (type.is === 'text' || type.is === 'name') {
        assert.ok(typeof value === 'string', place);
        if (type.pattern !== undefined) assert.match(value, new RegExp(type.pattern), place);
        if (type.is === 'text') assert.ok(value.length >= (type.minLength ?? 0), place);
      }
    }
  });

  test('every text is a sentence', () => {
    for (const [place, words] of everyText) assert.match(words, /^\S.*\.”?$/, `${place}: ${words}`);
  });

  test('titles, versions and days are there', () => {
    for (const each of dialects) {
      assert.ok(each.title && each.version, each.id);
      assert.match(each.verified, /^\d{4}-\d\d-\d\d$/, each.id);
    }
    for (const { id, title } of kinds) assert.ok(title, id);
  });
});
