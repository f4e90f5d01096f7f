// What an editor offers and shows of front matter that a repository's own JSON Schema describes.
import { strict as assert } from 'node:assert';
import { definition } from '../../server/src/features/definition';
import { beside, schemaPath } from '../support/adopted';
import { checkCompletes, checkHover, checkOffers, offers } from '../support/features';
import { agent, file, fixture, root } from '../support/fixture';

const schema = {
  type: 'object',
  required: ['owner'],
  properties: {
    name: {},
    description: {},
    model: { enum: ['sonnet', 'our-model'] },
    owner: {
      type: 'string',
      description: 'The team [that](https://x.y) answers.',
      examples: ['core'],
      default: 'core',
    },
    tier: { oneOf: [{ const: 'gold', description: 'Looked after day and night.' }, { const: '1' }, { const: 2 }] },
    release: { type: 'string', pattern: '^v\\d+$', minLength: 2 },
    stages: { type: 'array', items: { enum: ['build', 'test'] } },
    limits: { type: 'object', properties: { hours: { type: 'integer', minimum: 1, maximum: 8 } } },
    old: { type: 'string', deprecated: true },
    ready: { type: 'boolean' },
  },
};
const options = { beside: beside(schema) };

suite('adopted schemas in an editor', () => {
  test('offers keys, those that are wanted first', () => {
    checkOffers('<|>', 'owner tier release stages limits ready tools | old', options);
    assert.equal(offers('<|>', options)[0], 'owner');
    checkOffers('limits:\n  <|>', 'hours', options);
    checkOffers('<|>', 'tools | owner');
  });

  test('offers only its own keys, where it allows no others', () => {
    const closed = { beside: beside({ ...schema, additionalProperties: false }, { fields: { agent: ['zone'] } }) };
    checkOffers('<|>', 'owner tier zone model | tools color', closed);
  });

  test('offers values, each in the form that it needs', () => {
    checkOffers('tier: <|>', 'gold 1 2', options);
    checkCompletes('tier: <|>', 'gold', 'tier: gold', options);
    checkCompletes('tier: <|>', '1', 'tier: "1"', options);
    checkCompletes('tier: <|>', '2', 'tier: 2', options);
    checkOffers('stages: [<|>]', 'build test', options);
    checkOffers('stages: [build, <|>]', 'test | build', options);
    checkOffers('ready: <|>', 'true false', options);
    checkOffers('model: <|>', 'sonnet our-model haiku', options);
  });

  test('a key comes with its values', () => {
    checkCompletes('<|>', 'tier', 'tier: ${1|gold,"1",2|}', options);
    checkCompletes('<|>', 'model', 'model: ${1|sonnet,our-model|}', options);
  });

  test('shows what the schema says, where it lies, and none of its Markdown', () => {
    const card = checkHover('ow<|>ner: core', [
      `**\`owner\`** · \`${schemaPath}\` · expected`,
      'The team \\[that\\](https\\://x.y) answers.',
      'Type: text',
      'Without it: core',
      'Example: `owner: core`',
    ], options); // prettier-ignore
    assert.ok(!card.includes('[that]('));
    checkHover('re<|>lease: v1', ['Type: text of at least 2 characters', 'Form: `^v\\d+$`'], options);
    checkHover('limits: { ho<|>urs: 2 }', ['whole number of 1 to 8'], options);
    checkHover('o<|>ld: x', ['⚠ Deprecated'], options);
    checkHover('tier: go<|>ld', ['**`gold`**', 'Looked after day and night.'], options);
    checkHover('tier: ti<|>n', [], options);
    checkHover('mo<|>del: opus', [`**\`${schemaPath}\`**`, 'Values: `sonnet`, `our-model`'], options);
  });

  test('the path leads to the schema, and is completed', () => {
    const config = (path: string): string =>
      file('agentwright.json', `{ "schemas": { "agent": "${path}" } }\n`) + file(schemaPath, '{}\n') + agent('a');
    const { workspace, document, cursor } = fixture(config(`./.claude/schemas/agent<|>.schema.json#/definitions/x`));
    const found = definition(workspace, () => undefined, document, cursor);
    assert.deepEqual(found?.places.map(({ uri }) => uri), [`${root}/${schemaPath}`]);
    assert.equal(document.text.slice(found.origin.start, found.origin.end), `./${schemaPath}`);
    checkOffers(config('./.claude/<|>'), 'schemas/ agents/');
    checkOffers(config('./.claude/schemas/<|>'), 'agent.schema.json');
    checkOffers(file('agentwright.json', '{ "schemas": { "<|>" } }'), 'agent skill command rule output-style');
  }); // prettier-ignore
});
