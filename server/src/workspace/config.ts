// `agentwright.json`: what a repository adds to the facts, and what it wants reported. Data only.
import type { FileRole } from '../dialects/dialect';
import { entry, scalars, textAt, type Data } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent } from './uris';

export type Level = 'off' | 'hint' | 'information' | 'warning' | 'error';

const levels: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

/** A key, tool or model of the repository's own, perhaps with what it is. */
export interface Named {
  readonly name: string;
  readonly doc?: string;
}

/** How lists of words are written: each as it is, a line an item, or in brackets. */
export type ListStyle = 'keep' | 'block' | 'flow';

/** How front matter is formatted, where that is said. */
export interface Format {
  readonly keyOrder?: 'canonical' | 'keep';
  readonly lists?: ListStyle;
}

/** Where a JSON Schema of the repository's own for front matter lies, and what of it is meant. */
export interface SchemaSource {
  readonly uri: string;
  /** A JSON pointer to the part that describes front matter; empty for the whole. */
  readonly part: string;
  /** How gravely it is reported where a file does not follow it. */
  readonly level: Exclude<Level, 'off'>;
}

/** What can be said of some files. */
export interface Config {
  /** Levels by rule id. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Extra front matter keys by kind of thing. */
  readonly fields: Readonly<Partial<Record<FileRole, readonly Named[]>>>;
  /** By kind of thing, the one that holds. */
  readonly schemas: Readonly<Partial<Record<FileRole, SchemaSource>>>;
  readonly tools: readonly Named[];
  readonly models: readonly Named[];
  readonly format: Format;
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

export const emptyConfig: Config = {
  rules: {},
  fields: {},
  schemas: {},
  tools: [],
  models: [],
  format: {},
  conventions: {},
};

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
        ? overrides.items.map(({ value }) => ({ ...readSettings(value, uri), files: texts(value, 'files') }))
        : [],
    ...readSettings(data, uri),
  };
}

function readSettings(data: Data | undefined, uri: string): Config {
  const fields = entry(data, 'fields')?.value;
  const ofRoles = ownKeyRoles.flatMap(role => {
    const own = named(fields, role);
    return own.length > 0 ? [[role, own] as const] : [];
  });
  return {
    rules: readLevels(entry(data, 'rules')?.value),
    fields: Object.fromEntries(ofRoles),
    schemas: readSources(entry(data, 'schemas')?.value, uri),
    tools: named(data, 'tools'),
    models: named(data, 'models'),
    format: readFormat(entry(data, 'format')?.value),
    conventions: readConventions(entry(data, 'conventions')?.value),
  };
}

function readFormat(data: Data | undefined): Format {
  const keyOrder = textAt(data, 'keyOrder');
  const lists = textAt(data, 'lists');
  return {
    ...((keyOrder === 'canonical' || keyOrder === 'keep') && { keyOrder }),
    ...((lists === 'keep' || lists === 'block' || lists === 'flow') && { lists }),
  };
}

function readSources(data: Data | undefined, uri: string): Config['schemas'] {
  const found = ownKeyRoles.flatMap(role => {
    const source = sourceOf(entry(data, role)?.value, uri);
    return source ? [[role, source] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A path from the file's own folder, perhaps with `#` and a part; or a map of such a `path` and a `level`. */
export function sourceOf(data: Data | undefined, uri: string): SchemaSource | undefined {
  const written = data?.is === 'scalar' ? data.text : textAt(data, 'path');
  if (written === undefined || !isPath.test(written)) return undefined;
  const level = textAt(data, 'level');
  const mark = written.indexOf('#');
  const path = mark < 0 ? written : written.slice(0, mark);
  return {
    uri: join(parent(uri), path),
    part: mark < 0 ? '' : written.slice(mark + 1),
    level: isLevel(level) && level !== 'off' ? level : 'information',
  };
}

/** Nothing is ever fetched, and nothing read outside the workspace. */
const isPath = /^(?!\/|[A-Za-z][\w+.-]*:)[^#]*\.json(?:#|$)/;

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

/** What holds where both speak: of a rule, of formatting and of a kind's schema, the second; of names, both. */
export function merged(under: Config, over: Config): Config {
  const roles = ownKeyRoles.filter(role => under.fields[role] ?? over.fields[role]);
  return {
    rules: { ...under.rules, ...over.rules },
    fields: Object.fromEntries(roles.map(role => [role, both(under.fields[role] ?? [], over.fields[role] ?? [])])),
    schemas: { ...under.schemas, ...over.schemas },
    tools: both(under.tools, over.tools),
    models: both(under.models, over.models),
    format: { ...under.format, ...over.format },
    conventions: { ...under.conventions, ...over.conventions },
  };
}

/** Each name once, in the words of the second. */
const both = (under: readonly Named[], over: readonly Named[]): readonly Named[] =>
  under.length === 0 ? over : [...under.filter(({ name }) => !over.some(other => other.name === name)), ...over];

export const isLevel = (text: unknown): text is Level => typeof text === 'string' && levels.includes(text);
