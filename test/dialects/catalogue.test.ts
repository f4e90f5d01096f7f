// The facts are all that the catalogue holds, where that is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tool } from '../../server/src/dialects/dialect';
import { dialect, fieldOf, kind, modelByName, toolByName } from '../../server/src/dialects/index';
import { explainSource } from '../../server/src/dialects/sources';
import { choicesOf, everyField, fieldAt, fieldLists, valueTypes } from '../support/facts';

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
      // Their order is that in which real files have them.
      assert.deepEqual([...(events ?? [])].sort(), catalogue.hookEvents.map(each => each.name).sort());
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
