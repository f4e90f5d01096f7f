// What is said of front matter by a JSON Schema is what a validator of JSON Schema says, for all that is followed.
import { strict as assert } from 'node:assert';
import Ajv from 'ajv';
import fc from 'fast-check';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { adopting, beside, schemaPath } from '../support/adopted';
import { agent, fixture } from '../support/fixture';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const keys = ['kappa', 'omega', 'sigma', 'zulu', 'tango'];
const key = fc.constantFrom(...keys);
const word = fc.constantFrom('red', 'deep blue', '12', '1.0', 'true', 'a-b', 'x😀y', 'null', 'v1', ' - ', 'on'); // prettier-ignore
const number = fc.constantFrom(0, 1, 2, 3, -4, 1.5, 12, 100);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** A schema that wants a key and allows none but others contradicts itself; we let the key stand. */
const consistent = <
  T extends { properties: object; required?: readonly string[] | undefined; additionalProperties?: unknown },
>(
  schema: T,
): T =>
  schema.additionalProperties === false
    ? { ...schema, required: schema.required?.filter(each => each in schema.properties) }
    : schema;

const { value } = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word.filter(each => each.trim() === each),
    number,
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));

const pattern = fc.constantFrom('^[a-z]+$', 'd', '^\\d+(\\.\\d+)?$', '^[a-z0-9]+(-[a-z0-9]+)*$', '^.{2,3}$', '\\S e');
const text = fc
  .record({ pattern: maybe(pattern), minLength: maybe(fc.nat(5)), maxLength: maybe(fc.nat(5)) })
  .map(limits => ({ type: 'string', ...limits }));
const ofNumbers = fc
  .record({ type: fc.constantFrom('integer', 'number'), minimum: maybe(number), maximum: maybe(number) })
  .map(each => each as object);
const whole = fc
  .record({ exclusiveMinimum: maybe(number), exclusiveMaximum: maybe(number) })
  .map(limits => ({ type: 'integer', ...limits }));
const scalar = fc.oneof(word, number, fc.boolean());
const choice = fc.oneof(
  fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }).map(values => ({ enum: values })),
  scalar.map(each => ({ const: each })),
  fc.uniqueArray(word, { minLength: 1, maxLength: 3 }).map(values => ({ type: 'string', enum: values })),
  fc.uniqueArray(word, { minLength: 2, maxLength: 3 }).map(all => ({ oneOf: all.map(each => ({ const: each })) })),
);
const flag = fc.constant({ type: 'boolean' });

const { schema, map } = fc.letrec<{ schema: object; map: object }>(tie => ({
  map: fc
    .record({
      properties: fc.dictionary(key, tie('schema'), { maxKeys: 3 }),
      required: maybe(fc.uniqueArray(key, { maxLength: 2 })),
      additionalProperties: fc.option(fc.oneof(fc.boolean(), tie('schema')), { nil: undefined }),
    })
    .map(each => ({ type: 'object', ...consistent(each) })),
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(text, ofNumbers, whole, choice, flag),
    fc.record({ items: maybe(tie('schema')) }).map(each => ({ type: 'array', ...each })),
    tie('map'),
    fc.tuple(text, ofNumbers, flag, fc.boolean()).map(([a, b, c, first]) => ({ anyOf: first ? [a, b, c] : [b, c] })),
    fc.tuple(fc.oneof(text, ofNumbers, choice), tie('schema')).map(([one, items]) => ({
      anyOf: [one, { type: 'array', items }],
    })),
    fc.constantFrom<object>({ type: ['string', 'number'] }, { type: ['boolean', 'array', 'null'] }, {}),
    fc.constantFrom<object>({ $ref: '#/definitions/kappa' }, { $ref: '#/definitions/omega' }),
    fc.tuple(tie('schema'), fc.constant('Words.')).map(([inner, description]) => ({ description, allOf: [inner] })),
  ),
}));

/** The whole never says what others keys are: those of Claude Code would be among them. */
const document = fc
  .record({ properties: fc.dictionary(key, schema), required: fc.uniqueArray(key, { maxLength: 2 }) })
  .chain(({ properties, required }) =>
    fc
      .record({ kappa: fc.oneof(text, choice), omega: map, closed: fc.boolean() })
      .map(({ closed, ...definitions }) => ({
        type: 'object',
        ...consistent({
          properties: { ...properties, name: { type: 'string' }, description: {} },
          required,
          additionalProperties: closed ? false : undefined,
        }),
        definitions,
      })),
  );

/** What the schema makes us say. */
function findings(source: string): string[] {
  const { workspace, document: file } = fixture(source);
  return lint(file, workspace)
    .map(({ message }) => render(message))
    .filter(each => each.includes(schemaPath) || /without quotes|^This is a number/.test(each));
}

suite('adopted schemas and a validator', () => {
  test('agree on values of all kinds', () => {
    let followed = 0;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    fc.assert(
      fc.property(document, fc.dictionary(key, value, { maxKeys: 4 }), (made, data) => {
        const clean = JSON.parse(JSON.stringify(made)) as object;
        const { workspace } = fixture(beside(clean) + agent('a'));
        const source = { uri: `file:///ws/${schemaPath}`, part: '', level: 'information' as const };
        // What is passed over may be anything.
        if (workspace.adopted(source)?.notes.length !== 0) return;
        followed++;
        const front = Object.entries(data).map(([name, each]) => `${name}: ${JSON.stringify(each)}`);
        const given = findings(adopting(clean, front.join('\n')));
        const validate = ajv.compile(clean);
        const valid = validate({ name: 'a', description: 'Works.', ...data });
        assert.equal(given.length === 0, valid, `${given.join('\n')}\n${JSON.stringify(validate.errors)}`);
      }),
      { numRuns: 500 },
    );
    assert.ok(followed > 300, `${followed} of 500 schemas are followed wholly`);
  });

  test('any JSON whatever is a schema without harm', () => {
    const keyword = fc.constantFrom(
      '$ref', 'type', 'properties', 'items', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', 'required', 'pattern', 'default',
      'additionalProperties', 'minimum', 'maxLength', 'description', 'examples', 'frontmatter', 'definitions', '__proto__',
    ); // prettier-ignore
    const { any } = fc.letrec<{ any: unknown }>(tie => ({
      any: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom(
          '#',
          '#/properties/kappa',
          'string',
          'array',
          'object',
          '(a+)+$',
          'kappa',
          '',
          null,
          true,
          3,
          -1e9,
        ),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.array(fc.tuple(fc.oneof(keyword, key), tie('any')), { maxLength: 4 }).map(each => Object.fromEntries(each)),
      ),
    }));
    fc.assert(
      fc.property(any, fc.dictionary(key, value, { maxKeys: 3 }), (made, data) => {
        const front = Object.entries(data).map(([name, each]) => `${name}: ${JSON.stringify(each)}`);
        findings(adopting(made, front.join('\n')));
      }),
      { numRuns: 700 },
    );
  });

  test('a schema that holds itself leaves what follows it as strict as before', () => {
    const a = { type: 'object', required: ['x', 'y'], additionalProperties: { $ref: '#/definitions/a' } };
    const self = Object.fromEntries(['x', 'y', 'z'].map(key => [key, { $ref: '#/definitions/a' }]));
    const made = { properties: { ...self, zulu: { type: 'object' } }, definitions: { a: { ...a, properties: self } } };
    assert.deepEqual(findings(adopting({ type: 'object', ...made }, 'zulu: 0')), [
      `\`${schemaPath}\` expects \`zulu\` to be keys with values.`,
    ]);
  });

  test('a schema that holds itself, or asks for more than there is, is read to its end', () => {
    const self = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key${index}`, { $ref: '#' }]));
    const parts = Array.from({ length: 50 }, () => ({ $ref: '#' }));
    const values = Array.from({ length: 9000 }, (_, index) => `v${index}`);
    const said = [
      { type: 'object', properties: self },
      { type: 'object', allOf: parts, properties: { kappa: { anyOf: parts } } },
      { type: 'object', definitions: { v: { enum: values } }, properties: { a: { items: { $ref: '#/definitions/v' } }, ...self } },
      { $ref: '#/definitions/a', definitions: { a: { $ref: '#/definitions/b' }, b: { $ref: '#/definitions/a' } } },
      `${'['.repeat(100_000)}`,
    ].map(schema => findings(adopting(schema, 'kappa: 1')));
    // What holds itself fifty times over wants keys each time.
    assert.deepEqual(said.flat(), [`\`${schemaPath}\` expects \`kappa\` to be keys with values.`]);
  }); // prettier-ignore
});
