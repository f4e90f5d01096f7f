// What the rules say of front matter that a repository's own JSON Schema describes.
import { strict as assert } from 'node:assert';
import { lint } from '../../server/src/rules/lint';
import { render } from '../../server/src/rules/rule';
import { adopting, beside, schemaPath } from '../support/adopted';
import { agent, applyEdits, file, fixture, root, skill } from '../support/fixture';

/** A schema as agent-studio writes them: of the whole file, its front matter one of the properties. */
const whole = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['frontmatter', 'content'],
  properties: {
    frontmatter: {
      type: 'object',
      required: ['name', 'description', 'owner'],
      properties: {
        name: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
        description: { type: 'string', minLength: 20, maxLength: 60, description: 'What the agent does, and when.' },
        tools: { oneOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] },
        owner: { type: 'string', description: 'The team that answers for it.' },
        tier: { type: 'string', enum: ['gold', 'silver'] },
        weight: { type: 'number', minimum: 0, maximum: 1 },
        release: { type: 'string', pattern: '^\\d+\\.\\d+(\\.\\d+)?$' },
        stages: { type: 'array', items: { type: 'string', enum: ['build', 'test'] } },
        ready: { type: 'boolean' },
      },
    },
    content: { type: 'string', minLength: 100 },
  },
};

const fine = 'description: Reads the code. Use after changes.\nowner: core\n';

/** What is said of the first file, as `severity rule: message` for what lies at the word. */
function said(source: string): string[] {
  const { workspace, document } = fixture(source);
  return lint(document, workspace).map(
    ({ rule, severity, span, message }) =>
      `${severity} ${rule.id} ${document.text.slice(span.start, span.end)}: ${render(message)}`,
  );
}

const check = (frontMatter: string, ...wanted: string[]): void =>
  assert.deepEqual(said(adopting(whole, `${fine}${frontMatter}`.trimEnd())), wanted);

const at = `\`${schemaPath}\``;

suite('adopted schemas', () => {
  test('a file that follows the schema is fine', () =>
    check(
      'tools: Read, Grep\ntier: gold\nweight: 0.5\nrelease: "1.0"\nstages: [build, test]\nready: true\nmodel: opus\n',
    ));

  test('values that it does not allow', () =>
    check(
      'tier: bronze\nweight: 2\nrelease: v1\nstages: [build, ship]\n',
      `information invalid-value bronze: ${at} does not know this value of \`tier\`; it knows \`gold\`, \`silver\`.`,
      `information invalid-value 2: ${at} expects \`weight\` to be a number of at least 0 and of at most 1.`,
      `information invalid-value v1: ${at} expects \`release\` in the form \`^\\d+\\.\\d+(\\.\\d+)?$\`.`,
      `information invalid-value ship: ${at} does not know this value of \`stages\`; it knows \`build\`, \`test\`.`,
    ));

  test('values of another form', () =>
    check(
      'release: 1.0\nweight: "0.5"\nready: yes\nstages: build\n',
      `information wrong-form 1.0: This is read as a number or a word with a special meaning; ${at} expects text. Put it in quotes.`,
      `information wrong-form "0.5": ${at} expects \`weight\` to be a number, without quotes.`,
      `information wrong-form yes: ${at} expects \`ready\` to be \`true\` or \`false\`.`,
      `information wrong-form build: ${at} expects \`stages\` to be a list.`,
    ));

  test('keys that it wants', () =>
    assert.deepEqual(said(adopting(whole, 'description: Reads the code. Use after changes.')), [
      `information missing-field ---: The key \`owner\` is missing. ${at} expects it.`,
    ]));

  test('several keys that it wants are told of once, with a fix for all and one for each', () => {
    const schema = { type: 'object', required: ['owner', 'team', 'color'], properties: { owner: {}, team: {}, color: {} } };
    const source = adopting(schema, 'color: red');
    assert.deepEqual(said(source), [
      `information missing-field ---: The keys \`owner\`, \`team\` are missing. ${at} expects them.`,
    ]);
    const { files, workspace, document } = fixture(source);
    const fixes = lint(document, workspace)[0]!.fixes!();
    assert.deepEqual(fixes.map(({ title }) => render(title)), ['Add `owner`, `team`', 'Add `owner`', 'Add `team`']);
    assert.match(applyEdits(files, fixes[0]!.edits).get(document.uri)!, /\ncolor: red\nowner: *\nteam: *\n---\n/);
  }); // prettier-ignore

  test('texts that are too short, too long, or of emoji that count once', () => {
    const of = (description: string): string[] => said(adopting(whole, `description: ${description}\nowner: core`));
    assert.deepEqual(of('Too short.'), [
      `information invalid-value Too short.: ${at} expects at least 20 characters for \`description\`; this has 10.`,
    ]);
    assert.equal(of('x'.repeat(61)).length, 1);
    assert.deepEqual(of('😀'.repeat(60)), []);
    assert.equal(of('😀'.repeat(19)).length, 1);
  });

  test('of one value the tool speaks first, and alone', () => {
    const schema = { type: 'object', properties: { color: { enum: ['red', 'blue'] } } };
    assert.equal(said(adopting(schema, 'color: teal')).length, 1);
    assert.deepEqual(said(adopting(schema, 'color: green')), [
      `information invalid-value green: ${at} does not know this value of \`color\`; it knows \`red\`, \`blue\`.`,
    ]);
  });

  test('other keys, where it allows none', () => {
    const schema = {
      type: 'object',
      properties: {
        name: {},
        description: {},
        owner: { type: 'object', properties: { team: {} }, additionalProperties: false },
      },
      additionalProperties: false,
    };
    assert.deepEqual(said(adopting(schema, 'owner: { team: a, boss: b }\ncolor: red\nzone: north')), [
      `information unknown-field boss: ${at} has no key \`boss\` here.`,
      `information unknown-field color: ${at} has no key \`color\`.`,
      `information unknown-field zone: ${at} has no key \`zone\`.`,
    ]);
    assert.deepEqual(said(adopting(schema, 'zone: north', { fields: { agent: ['zone'] } })), []);
    assert.deepEqual(said(adopting({ ...schema, patternProperties: { '^z': {} } }, 'zone: north\ncolor: red')).slice(1), []);
  }); // prettier-ignore

  test('keys below a key, of several keys each', () => {
    const schema = {
      type: 'object',
      properties: {
        owner: { type: 'object', required: ['team'], properties: { team: { type: 'string' }, since: { type: 'integer' } } },
        links: { type: 'array', items: { type: 'object', required: ['url'] } },
        limits: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
      },
    };
    assert.deepEqual(said(adopting(schema, 'owner: { since: now }\nlinks: [{ url: a }, { uri: b }]\nlimits: { a: 1, b: 0 }')), [
      `information missing-field since: The key \`team\` is missing here. ${at} expects it.`,
      `information wrong-form now: ${at} expects \`since\` to be a number.`,
      `information missing-field uri: The key \`url\` is missing here. ${at} expects it.`,
      `information invalid-value 0: ${at} expects \`b\` to be a whole number of at least 1.`,
    ]);
  }); // prettier-ignore

  test('at the level that the configuration gives, of the schema or of a rule', () => {
    const of = (settings: object): string[] =>
      said(adopting(whole, `${fine}tier: bronze`, settings)).map(line => line.split(' ')[0]!);
    assert.deepEqual(of({}), ['information']);
    assert.deepEqual(of({ schemas: { agent: { path: schemaPath, level: 'error' } } }), ['error']);
    assert.deepEqual(of({ rules: { 'invalid-value': 'warning' } }), ['warning']);
    assert.deepEqual(of({ rules: { 'invalid-value': 'off' } }), []);
  });

  test('of the part that is named, of the files that are meant, and of their kind alone', () => {
    const parts = { definitions: { strict: { type: 'object', required: ['owner'] }, loose: { type: 'object' } } };
    const settings = {
      schemas: { agent: `${schemaPath}#/definitions/loose` },
      overrides: [{ files: ['**/a.md'], schemas: { agent: `${schemaPath}#/definitions/strict` } }],
    };
    const rest = beside(parts, settings);
    assert.equal(said(agent('a') + rest).length, 1);
    assert.equal(said(agent('b') + rest).length, 0);
    assert.equal(said(skill('s') + rest).length, 0);
  });

  test('the nearer configuration names the schema of its files', () => {
    const inner =
      file('one/agentwright.json', '{ "schemas": { "agent": "own.schema.json" } }\n') +
      file('one/own.schema.json', '{ "type": "object" }\n');
    const path = 'one/.claude/agents/a.md';
    const source = file(path, '---\nname: a\ndescription: Works.\n---\n\nWork.\n');
    assert.ok(said(source + beside(whole)).length > 0);
    assert.deepEqual(said(source + inner + beside(whole)), []);
  });

  test('references, parts that hold together, and one of several forms', () => {
    const schema = {
      allOf: [{ $ref: '#/$defs/owned' }, { properties: { tier: { $ref: '#/$defs/tier' } } }],
      type: 'object',
      $defs: {
        owned: { type: 'object', required: ['owner'], properties: { owner: { type: ['string', 'null'] } } },
        tier: { oneOf: [{ const: 'gold', description: 'Best.' }, { const: 1 }] },
      },
    };
    assert.deepEqual(said(adopting(schema, 'owner: core\ntier: gold')), []);
    assert.deepEqual(said(adopting(schema, 'owner: core\ntier: 1')), []);
    assert.equal(said(adopting(schema, 'owner: core\ntier: "1"')).length, 1);
    assert.equal(said(adopting(schema, 'tier: tin')).length, 2);
  });

  test('what it does not say clearly is never wrong', () => {
    for (const schema of [
      { properties: { tier: { minLength: 3 } }, type: 'object' },
      { properties: { tier: { anyOf: [{ pattern: '^x' }, { type: 'integer' }] } }, type: 'object' },
      { properties: { tier: { not: { const: 'a' } } }, type: 'object' },
      { properties: { tier: { $ref: 'other.json#/x' } }, type: 'object' },
      { properties: { tier: { type: 'string', pattern: '(?=y)y' } }, type: 'object' },
      { properties: { tier: { enum: [['x'], 'y'] } }, type: 'object' },
      { anyOf: [{ required: ['x'] }, { required: ['y'] }], type: 'object' },
      { if: { required: ['tier'] }, then: { required: ['owner'] }, type: 'object' },
      { $ref: '#' },
      [],
      'true',
      '{',
      '',
    ])
      assert.deepEqual(said(adopting(schema, 'tier: a')).filter(line => line.includes(at)), []);
  }); // prettier-ignore

  test('fixes change to the nearest value, put in quotes, and add what is missing', () => {
    const { workspace, document } = fixture(adopting(whole, 'description: Reads the code. Use it.\ntier: glod\nrelease: 1.0\nweight: "1"'));
    const titles = lint(document, workspace).map(({ fixes }) => render(fixes?.()[0]?.title ?? { template: '', args: [] }));
    assert.deepEqual(titles, ['Add `owner`', 'Change to `gold`', 'Put it in quotes', 'Remove the quotes']);
  }); // prettier-ignore

  test('its keys are known where it is adopted, and nowhere else', () => {
    const { workspace } = fixture(adopting(whole, fine.trimEnd()));
    assert.ok(workspace.schema(`${root}/.claude/agents/a.md`)?.fields.has('tier'));
    assert.ok(!fixture(agent('a')).workspace.schema(`${root}/.claude/agents/a.md`)?.fields.has('tier'));
  });
});
