// `agentwright.json`: what a repository adds to the facts, and what it wants reported. Data only.
import type { FileRole } from '../dialects/dialect';
import { entry, scalars, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent } from './uris';

export type Level = 'off' | 'hint' | 'information' | 'warning' | 'error';

const levels: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

/** A key, tool or model of the repository's own, perhaps with what it is. */
export interface Named {
  readonly name: string;
  readonly doc?: string;
}

/** What can be said of some files. */
export interface Config {
  /** Levels by rule id. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Extra front matter keys by kind of thing. */
  readonly fields: Readonly<Partial<Record<FileRole, readonly Named[]>>>;
  readonly tools: readonly Named[];
  readonly models: readonly Named[];
  readonly conventions: Conventions;
}

/** What it takes for a habit of many files to be reported where one file lacks it. */
export interface Conventions {
  /** The least part of the files that must have it. */
  readonly share?: number;
  /** The least number of other files. */
  readonly files?: number;
}

/** One file of configuration. Its globs count from its folder, or from that of the file that extends it. */
export interface ConfigFile extends Config {
  readonly document: Document;
  /** Configurations of folders further up do not hold. */
  readonly root: boolean;
  /** URIs of the files that this one adds to. */
  readonly bases: readonly string[];
  /** Files that match are not checked. */
  readonly ignore: readonly string[];
  /** What holds for some files alone; the later goes before the earlier. */
  readonly overrides: readonly Override[];
}

export interface Override extends Config {
  readonly files: readonly string[];
}

export const emptyConfig: Config = { rules: {}, fields: {}, tools: [], models: [], conventions: {} };

/** The kinds of file that can have keys of a repository's own. */
export const ownKeyRoles: readonly FileRole[] = ['agent', 'skill', 'command', 'rule', 'output-style'];

/** Reads what can be read; what is not understood is left out, and said by the rules that check this file. */
export function readConfig(document: Document): ConfigFile {
  const { uri, data } = document;
  const overrides = entry(data, 'overrides')?.value;
  return {
    document,
    root: texts(data, 'root')[0] === 'true',
    bases: texts(data, 'extends').map(path => join(parent(uri), path)),
    ignore: texts(data, 'ignore'),
    overrides:
      overrides?.is === 'list'
        ? overrides.items.map(({ value }) => ({ ...readSettings(value), files: texts(value, 'files') }))
        : [],
    ...readSettings(data),
  };
}

function readSettings(data: Data | undefined): Config {
  const fields = entry(data, 'fields')?.value;
  const ofRoles = ownKeyRoles.flatMap(role => {
    const own = named(fields, role);
    return own.length > 0 ? [[role, own] as const] : [];
  });
  return {
    rules: readLevels(entry(data, 'rules')?.value),
    fields: Object.fromEntries(ofRoles),
    tools: named(data, 'tools'),
    models: named(data, 'models'),
    conventions: readConventions(entry(data, 'conventions')?.value),
  };
}

function readConventions(data: Data | undefined): Conventions {
  const number = (key: string, most: number): number | undefined => {
    const value = entry(data, key)?.value;
    const written = value?.is === 'scalar' ? value.value : undefined;
    return typeof written === 'number' && written > 0 && written <= most ? written : undefined;
  };
  const share = number('share', 1);
  const files = number('files', Infinity);
  return { ...(share !== undefined && { share }), ...(files !== undefined && { files }) };
}

function readLevels(data: Data | undefined): Record<string, Level> {
  const found: Record<string, Level> = {};
  if (data?.is !== 'map') return found;
  for (const { key, value } of data.entries) {
    if (value?.is === 'scalar' && levels.includes(value.text)) found[key.text] = value.text as Level;
  }
  return found;
}

/** A list of names, or names with what each is. */
function named(data: Data | undefined, key: string): Named[] {
  const value = entry(data, key)?.value;
  if (value?.is !== 'map') return texts(data, key).map(name => ({ name }));
  return value.entries.map(({ key: name, value: doc }) =>
    doc?.is === 'scalar' && doc.text !== '' ? { name: name.text, doc: doc.text } : { name: name.text },
  );
}

const texts = (data: Data | undefined, key: string): string[] =>
  scalars(entry(data, key)?.value).map(scalar => scalar.text);

/** What holds where both speak: of a rule, the second; of names, both. */
export function merged(under: Config, over: Config): Config {
  const roles = ownKeyRoles.filter(role => under.fields[role] ?? over.fields[role]);
  return {
    rules: { ...under.rules, ...over.rules },
    fields: Object.fromEntries(roles.map(role => [role, both(under.fields[role] ?? [], over.fields[role] ?? [])])),
    tools: both(under.tools, over.tools),
    models: both(under.models, over.models),
    conventions: { ...under.conventions, ...over.conventions },
  };
}

/** Each name once, in the words of the second. */
const both = (under: readonly Named[], over: readonly Named[]): readonly Named[] =>
  under.length === 0 ? over : [...under.filter(({ name }) => !over.some(other => other.name === name)), ...over];

export const isLevel = (text: unknown): text is Level => typeof text === 'string' && levels.includes(text);
