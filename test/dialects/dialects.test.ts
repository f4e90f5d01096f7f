// The facts: complete, consistent with themselves, and fit to be shown.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Choice, Field, Tool, ValueType } from '../../server/src/dialects/dialect';
import {
  dialect,
  dialects,
  extendedKind,
  fieldOf,
  kind,
  modelByName,
  toolByName,
} from '../../server/src/dialects/index';
import { explainSource } from '../../server/src/dialects/sources';

const kinds = dialects.flatMap(each => each.kinds);
const tools = dialects.flatMap(each => each.tools);
const models = dialects.flatMap(each => each.models);

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
function fieldLists(type: ValueType): (readonly Field[])[] {
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

const everyField = kinds.flatMap(each => below(each.id, [...each.fields, ...(each.free ? [each.free] : [])]));

const valueTypes = (each: Field): ValueType[] => [...typesIn(each.type), ...(each.wanted ? typesIn(each.wanted) : [])];

const choicesOf = (each: Field): readonly Choice[] =>
  valueTypes(each).flatMap(type => (type.is === 'choice' ? type.values : []));

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

suite('looking up dialects', () => {
  test('a kind is found by its id', () => {
    assert.equal(kind('claude-agent')?.loader, 'claude-agent');
    assert.equal(kind('nothing'), undefined);
    assert.equal(extendedKind('claude-agent'), undefined);
  });

  test('an extending kind has the fields of both, its own first', () => {
    assert.equal(fieldOf('agent-studio-agent', 'temperature')?.onInvalid, 'convention');
    assert.equal(fieldOf('agent-studio-agent', 'hooks'), fieldOf('claude-agent', 'hooks'));
    assert.notEqual(fieldOf('agent-studio-agent', 'name'), fieldOf('claude-agent', 'name'));
    assert.equal(fieldOf('claude-agent', 'temperature'), undefined);
  });

  test('aliases of models are read in any case, ids are not', () => {
    assert.equal(modelByName(' Opus ')?.id, 'opus');
    assert.equal(modelByName('Claude-Opus-5-5'), undefined);
  });

  test('the pattern for models takes what an API may know', () => {
    const pattern = new RegExp(dialect('claude')?.modelPattern ?? '');
    assert.match('us.anthropic.claude-opus-5-5-v1:0', pattern);
    assert.match('claude-opus-5-5[1m]', pattern);
    assert.doesNotMatch('gpt-5', pattern);
  });

  test('names that Claude Code drops are told from those that are only unusual', () => {
    const type = fieldOf('claude-agent', 'name')?.type;
    assert.ok(type?.is === 'name' && type.pattern !== undefined);
    const pattern = new RegExp(type.pattern);
    for (const name of ['a', 'My Agent', 'über.agent', 'x-1']) assert.match(name, pattern);
    for (const name of ['-a', 'a:b', ':a']) assert.doesNotMatch(name, pattern);
  });

  test('names of the open standard are lowercase, of any alphabet', () => {
    const type = fieldOf('agent-skills-skill', 'name')?.type;
    assert.ok(type?.is === 'name' && type.pattern !== undefined);
    const pattern = new RegExp(type.pattern);
    for (const name of ['pdf', 'pdf-2', 'données']) assert.match(name, pattern);
    for (const name of ['Pdf', '-pdf', 'pdf-', 'a--b', 'a_b', 'a b', 'a/b', 'a.b']) assert.doesNotMatch(name, pattern);
  });

  test('tools are read in one case only', () => {
    assert.equal(toolByName('Read')?.status, 'active');
    assert.equal(toolByName('read'), undefined);
  });

  test('plugins: which keys have no effect', () => {
    const ignored = (kind('claude-plugin-agent')?.fields ?? []).filter(each => each.ignored !== undefined);
    assert.deepEqual(ignored.map(each => each.key).sort(), [
      'hooks',
      'initialPrompt',
      'mcpServers',
      'observeSubagents',
      'observer',
      'observerMessage',
      'permissionMode',
    ]);
  });
});

suite('JSON files', () => {
  const below = (id: string, path: string): string[] =>
    fieldLists(fieldAt(id, path)?.type ?? { is: 'any' })
      .flat()
      .map(each => each.key);

  test('each kind has its fields', () => {
    const count = (id: string): number => kind(id)?.fields.length ?? 0;
    assert.equal(count('claude-settings'), 184);
    assert.deepEqual(
      kind('claude-hooks-json')?.fields.map(each => each.key),
      ['hooks', 'description', 'modules'],
    );
    assert.deepEqual(
      kind('claude-mcp-json')?.fields.map(each => each.key),
      ['mcpServers'],
    );
    assert.ok(count('claude-plugin-manifest') >= 43);
    assert.ok(below('claude-marketplace', 'plugins').length >= 43);
    assert.equal(below('claude-lsp-json', '<server>').length, 13);
  });

  test('nested keys have types', () => {
    assert.deepEqual(below('claude-settings', 'worktree'), [
      'baseRef',
      'symlinkDirectories',
      'sparsePaths',
      'bgIsolation',
      'location',
    ]);
    const rules = fieldAt('claude-settings', 'permissions.allow')?.type;
    assert.ok(rules?.is === 'list' && rules.of.is === 'call');
    assert.equal(fieldAt('claude-settings', 'sandbox.network.httpProxyPort')?.type.is, 'number');
    assert.equal(fieldAt('claude-settings', 'hooks.Stop.hooks.command')?.type.is, 'text');
    assert.equal(fieldAt('claude-mcp-json', 'mcpServers.<name>.timeout')?.type.is, 'number');
  });

  test('one bad value drops the settings, but not where it was seen to be passed over', () => {
    const cost = (path: string): string | undefined => fieldAt('claude-settings', path)?.onInvalid;
    for (const path of ['verbose', 'model', 'permissions.defaultMode', 'statusLine.command', 'hooks.PreToolUse'])
      assert.equal(cost(path), 'file-dropped', path);
    for (const path of ['theme', 'effortLevel', 'worktree.bgIsolation', 'hooks.Stop', 'extraKnownMarketplaces'])
      assert.equal(cost(path), 'key-ignored', path);
  });

  test('examples are JSON, alone in braces', () => {
    for (const { place, field } of everyField) {
      if (!/^claude-(settings|hooks-json|mcp-json|plugin-mcp|plugin-manifest|marketplace|lsp)/.test(place)) continue;
      assert.doesNotThrow(() => JSON.parse(`{ ${field.example} }`) as unknown, place);
    }
  });
});

interface Catalogue {
  readonly sources: Readonly<Record<string, string>>;
  readonly dialects: readonly {
    readonly id: string;
    readonly keySuggestions: Readonly<Record<string, string>>;
    readonly fields: readonly {
      readonly key: string;
      readonly default: unknown;
      readonly pattern: string | null;
      readonly minimum: number | null;
      readonly maximum: number | null;
      readonly minLength: number | null;
      readonly maxLength: number | null;
      readonly values: readonly { readonly value: string }[] | null;
    }[];
  }[];
  readonly tools: readonly {
    readonly name: string;
    readonly toolset: string;
    readonly status: Tool['status'];
    readonly subagent: Tool['subagent'];
    readonly backgroundSubagent: boolean;
    readonly replacedBy?: string | null;
    readonly inputs?: Tool['inputs'];
  }[];
  readonly hookEvents: readonly { readonly name: string }[];
  readonly models: readonly {
    readonly id: string;
    readonly alt?: readonly string[];
    readonly status: string;
    readonly contextWindow: number | null;
  }[];
  readonly modelAliases: readonly { readonly alias: string; readonly resolvesTo: string | null }[];
  readonly modelPattern: string;
  readonly builtinAgents: readonly { readonly name: string; readonly tool: string }[];
  readonly skillSubstitutions: readonly { readonly value: string }[];
}

/** The kinds here that the dialects of the catalogue stand for. */
const sameKind: Readonly<Record<string, string>> = {
  'claude-agent': 'claude-agent',
  'claude-plugin-agent': 'claude-plugin-agent',
  'claude-skill': 'claude-skill',
  'claude-plugin-skill': 'claude-plugin-skill',
  'agent-skills-standard': 'agent-skills-skill',
  'agent-studio-agent': 'agent-studio-agent',
  'agent-studio-skill': 'agent-studio-skill',
  'claude-settings': 'claude-settings',
  'claude-hooks-json': 'claude-hooks-json',
  'claude-mcp-json': 'claude-mcp-json',
  'claude-plugin-manifest': 'claude-plugin-manifest',
  'claude-marketplace': 'claude-marketplace',
  'claude-lsp-json': 'claude-lsp-json',
};

/** A field by its path, as `identity.personality.traits`; `<name>` stands for any key, `[]` for any item. */
function fieldAt(kindId: string, path: string): Field | undefined {
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

suite('dialects and the catalogue of facts', () => {
  const file = resolve('../shared/spec/catalogue.json');
  let catalogue: Catalogue;

  suiteSetup(function () {
    if (!existsSync(file)) this.skip();
    catalogue = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  });

  const pairs = (): (readonly [string, Catalogue['dialects'][number]])[] =>
    catalogue.dialects.flatMap(each => {
      const id = sameKind[each.id];
      return id === undefined ? [] : [[id, each] as const];
    });

  test('every kind and field is here', () => {
    assert.equal(pairs().length, Object.keys(sameKind).length);
    for (const [id, { fields }] of pairs()) {
      assert.ok(kind(id), id);
      for (const { key } of fields) assert.ok(fieldAt(id, key), `${id}: ${key}`);
    }
  });

  test('every suggestion for a key is here', () => {
    for (const [id, { keySuggestions }] of pairs()) {
      for (const [written, meant] of Object.entries(keySuggestions)) {
        const known = kind(id)?.keySuggestions[written];
        assert.equal(known, meant, `${id}: ${written}`);
      }
    }
  });

  test('every value is here', () => {
    for (const [id, { fields }] of pairs()) {
      for (const { key, values } of fields) {
        const found = fieldAt(id, key);
        const known = found ? choicesOf(found).map(each => each.value) : [];
        if (known.length === 0) continue;
        const missing = (values ?? []).map(each => each.value).filter(value => !known.includes(value));
        assert.deepEqual(missing, [], `${id}: ${key}`);
      }
    }
  });

  test('every limit is here', () => {
    for (const [id, { fields }] of pairs()) {
      for (const { key, ...limits } of fields) {
        const found = fieldAt(id, key);
        const types = found ? valueTypes(found) : [];
        for (const limit of ['minimum', 'maximum', 'minLength', 'maxLength'] as const) {
          const wanted = limits[limit];
          if (wanted === null || wanted === undefined) continue;
          const holds = types.some(type => (type as Readonly<Record<string, unknown>>)[limit] === wanted);
          assert.ok(holds || (limit === 'minLength' && wanted === 1), `${id}: ${key} ${limit} ${wanted}`);
        }
      }
    }
  });

  test('every tool is here, with its inputs', () => {
    const known = catalogue.tools.filter(each => each.toolset === 'claude-code');
    assert.equal(dialect('claude')?.tools.length, known.length);
    for (const each of known) {
      const found = toolByName(each.name);
      assert.ok(found, each.name);
      assert.equal(found.status, each.status, each.name);
      assert.equal(found.subagent, each.subagent, each.name);
      // Seen since: an agent in the background keeps `Agent` (test/corpus/effective-probes.jsonl).
      assert.equal(found.background, each.backgroundSubagent || each.name === 'Agent', each.name);
      assert.equal(found.replacedBy, each.replacedBy ?? undefined, each.name);
      const inputs = found.inputs.map(({ name, required }) => ({ name, required }));
      assert.deepEqual(inputs, each.inputs ?? [], each.name);
    }
  });

  test('every hook event is here', () => {
    for (const id of ['claude-agent', 'claude-skill']) {
      const events = fieldLists(fieldOf(id, 'hooks')?.type ?? { is: 'any' })[0]?.map(each => each.key);
      assert.deepEqual(
        events,
        catalogue.hookEvents.map(each => each.name),
      );
    }
  });

  test('every handler of hooks has its fields', () => {
    const fields = catalogue.dialects.find(each => each.id === 'claude-hooks-json')?.fields ?? [];
    const known = new Set(
      everyField.filter(each => each.place.includes('.hooks.PreToolUse.hooks.')).map(each => each.field.key),
    );
    for (const { key } of fields) {
      if (key.startsWith('handler.')) assert.ok(known.has(key.slice('handler.'.length)), key);
    }
  });

  test('every model and alias is here', () => {
    for (const { id, alt, status, contextWindow } of catalogue.models) {
      assert.equal(modelByName(id)?.status, status, id);
      assert.equal(modelByName(id)?.contextWindow, contextWindow ?? undefined, id);
      for (const other of alt ?? []) assert.ok(modelByName(other), other);
    }
    for (const { alias, resolvesTo } of catalogue.modelAliases) {
      assert.equal(modelByName(alias)?.alias, true, alias);
      assert.equal(modelByName(alias)?.resolvesTo, resolvesTo ?? undefined, alias);
    }
    assert.equal(dialect('claude')?.modelPattern, catalogue.modelPattern);
  });

  test('built-in agents, substitutions and sources are here', () => {
    const claude = dialect('claude');
    assert.deepEqual(
      claude?.builtinAgents,
      catalogue.builtinAgents.filter(each => each.tool === 'claude-code').map(each => each.name),
    );
    assert.deepEqual(
      kind('claude-skill')?.substitutions?.map(each => each.value),
      catalogue.skillSubstitutions.map(each => each.value),
    );
    for (const code of Object.keys(catalogue.sources)) assert.ok(explainSource(code), code);
  });
});
