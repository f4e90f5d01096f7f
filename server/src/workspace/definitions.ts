// What a file defines: an agent or a style by its `name`, a skill by its folder, a command by its path, each with the facets that others read.
import { copy, Shared } from '../syntax/copy';
import { entry, textAt, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { EntryPart } from '../syntax/entries';
import type { Role } from './classify';
import type { Schema } from './schema';
import { symbolKey, type Definition, type SymbolKey } from './symbols';
import { baseName, parent, pathBelow, stem } from './uris';
import { values } from './values';
import type { Verdict } from './verdict';

/** What files define by name. */
export type Defines = 'agent' | 'skill' | 'command' | 'style';

export function definedBy(role: Role): Defines | undefined {
  if (role === 'output-style') return 'style';
  return role === 'agent' || role === 'skill' || role === 'command' ? role : undefined;
}

export interface DefinitionPlace {
  readonly defines: Defines;
  readonly realm: string;
  /** The plugin's name, where the file is part of one. */
  readonly plugin: string | undefined;
  /** The outermost folder named `skills`, or `commands`, that it lies below, as a URI. */
  readonly folder: string | undefined;
  /** Whether the manifest of its plugin lists the skill's folder, or the folder around it. */
  readonly listed: boolean;
}

/** Kept of a description: enough for a list and a hover. */
const descriptionLength = 1600;

/** The keys that a definition is made of. */
const keys: ReadonlySet<string> = new Set(['name', 'description', 'model', 'tools', 'disable-model-invocation']);

/** Whether two versions of a file say the same in those keys, with the name in the same place. */
export function sameInKeys({ parts: before }: Document, { parts: now }: Document): boolean {
  const names = (part: EntryPart, key: string): boolean => part.entries.some(({ key: { text } }) => text === key);
  const isRead = (part: EntryPart): boolean => part.entries.some(({ key: { text } }) => keys.has(text));
  return (
    before.length === now.length &&
    now.every((part, index) => {
      const old = before[index]!;
      if (part.content !== old.content && (isRead(part) || isRead(old))) return false;
      return part.start === old.start || !names(part, 'name');
    })
  );
}

/** The definitions of the file of an agent, a skill, a command or an output style; none for an agent without a name. */
export function definitionsOf(
  document: Document,
  place: DefinitionPlace,
  schema: Schema,
  verdict: Verdict | undefined,
): Definition[] {
  const { data, text } = document;
  const nameEntry = entry(data, 'name');
  const name = nameEntry?.value?.is === 'scalar' && nameEntry.value.text !== '' ? nameEntry.value : undefined;
  const span = name?.span ?? nameEntry?.key.span ?? { start: 0, end: 0 };
  const before = text.slice(0, span.start);
  const lineStart = before.lastIndexOf('\n') + 1;
  const shared = {
    uri: document.uri,
    realm: place.realm,
    span,
    line: before.split('\n').length - 1,
    column: span.start - lineStart,
    description: copy(textOf(data, 'description').slice(0, descriptionLength)),
    model: optional(textOf(data, 'model')),
    tools: listOf(document, schema, 'tools'),
    preloadable: !isTrue(textOf(data, 'disable-model-invocation')),
    loads: verdict?.listed ?? true,
  };
  if (place.defines === 'agent') return agentDefinitions(name?.text, place, shared);
  if (place.defines === 'command') return commandDefinitions(place, shared);
  if (place.defines === 'style') return styleDefinitions(name?.text, shared);
  return skillDefinitions(document, place, shared, name?.text);
}

type Said = Omit<Definition, 'symbol' | 'alias' | 'name' | 'reachable'>;

/** Key by key: an object that another is spread into is laid out by itself, which takes as much again as what it holds. */
const define = (
  { uri, realm, span, line, column, description, model, tools, preloadable, loads }: Said,
  symbol: SymbolKey,
  alias: Definition['alias'],
  name: string,
  reachable: boolean,
): Definition => ({
  symbol, alias, name, reachable, uri, realm, span, line, column, description, model, tools, preloadable, loads,
}); // prettier-ignore

function agentDefinitions(name: string | undefined, place: DefinitionPlace, shared: Said): Definition[] {
  const known = name ?? (place.plugin === undefined ? undefined : stem(shared.uri));
  if (known === undefined) return [];
  const own = copy(known);
  const definitions = [define(shared, symbolKey('agent', own), 'none', own, true)];
  if (place.plugin !== undefined)
    definitions.push(define(shared, symbolKey('agent', `${place.plugin}:${own}`), 'label', own, true));
  return definitions;
}

function skillDefinitions(
  document: Document,
  place: DefinitionPlace,
  shared: Said,
  label: string | undefined,
): Definition[] {
  const folder = parent(document.uri);
  const name = copy(baseName(folder));
  const below = place.folder === undefined ? [] : pathBelow(folder, place.folder).split('/');
  const reachable = below.length <= 1 || place.listed;
  const make = (symbolName: string, alias: Definition['alias']): Definition =>
    define(shared, symbolKey('skill', symbolName), alias, name, reachable);
  const definitions = [make(name, 'none')];
  // `group/skills/leaf` and `group/leaf` are both written `group/leaf`.
  if (!reachable) definitions.push(make(`${copy(below[0]!)}/${name}`, 'nested'));
  if (place.plugin !== undefined) definitions.push(make(`${place.plugin}:${name}`, 'label'));
  if (label !== undefined && label !== name) definitions.push(make(copy(label), 'label'));
  return definitions;
}

/** `commands/sub/foo.md` is `/sub:foo`, and in a plugin also `/plugin:sub:foo` (Claude Code 2.1.330). */
function commandDefinitions(place: DefinitionPlace, shared: Said): Definition[] {
  const path = pathBelow(shared.uri, place.folder ?? parent(shared.uri)).replace(/\.md$/, '');
  const name = copy(path.split('/').join(':'));
  const definitions = [define(shared, symbolKey('command', name), 'none', name, true)];
  if (place.plugin !== undefined)
    definitions.push(define(shared, symbolKey('command', `${place.plugin}:${name}`), 'label', name, true));
  return definitions;
}

/** By its `name`, else by its file (Claude Code 2.1.330, 29 November 2026). */
function styleDefinitions(name: string | undefined, shared: Said): Definition[] {
  const own = copy(name ?? stem(shared.uri));
  return [define(shared, symbolKey('style', own), 'none', own, true)];
}

const textOf = (data: Data | undefined, key: string): string => textAt(data, key) ?? '';

/** Thousands of files name the same models and tools. */
const words = new Shared();

const optional = (text: string): string | undefined => (text === '' ? undefined : words.of(text));

/** The values of a list field as written; undefined where the key is absent. */
function listOf(document: Document, schema: Schema, key: string): readonly string[] | undefined {
  const found = entry(document.data, key);
  const field = schema.fields.get(key)?.[0]?.field;
  if (!found || !field) return undefined;
  if (found.value?.is === 'scalar' && found.value.text.trim() === '*') return undefined;
  return values(field, found, document.text).map(value => words.of(value.text));
}

/** The words that Claude Code takes for true in a skill. */
export const isTrue = (text: string): boolean => /^(true|yes|on|1)$/i.test(text.trim());

/** The words that it takes for false there. */
export const isFalse = (text: string): boolean => /^(false|no|off|0)$/i.test(text.trim());
