// `agentwright.json`: what a repository adds to the facts, and what it wants reported. Data only.
import type { FileRole } from '../dialects/dialect';
import { entry, scalars, type Data } from '../syntax/data';

export type Level = 'off' | 'hint' | 'information' | 'warning' | 'error';

const levels: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];

/** The configuration that holds for one file. */
export interface Config {
  /** Levels by rule id. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Extra front matter keys by kind of thing. */
  readonly fields: Readonly<Partial<Record<FileRole, readonly string[]>>>;
  readonly tools: readonly string[];
  readonly models: readonly string[];
  /** Globs below the configuration's folder; files that match are not checked. */
  readonly ignore: readonly string[];
}

export const emptyConfig: Config = { rules: {}, fields: {}, tools: [], models: [], ignore: [] };

/** Reads what can be read; what is not understood is left out, and said by the rule that checks this file. */
export function readConfig(data: Data | undefined): Config {
  const fields = entry(data, 'fields')?.value;
  return {
    rules: readLevels(entry(data, 'rules')?.value),
    fields: { agent: names(fields, 'agent'), skill: names(fields, 'skill'), command: names(fields, 'command') },
    tools: names(data, 'tools'),
    models: names(data, 'models'),
    ignore: names(data, 'ignore'),
  };
}

function readLevels(data: Data | undefined): Record<string, Level> {
  const found: Record<string, Level> = {};
  if (data?.is !== 'map') return found;
  for (const { key, value } of data.entries) {
    if (value?.is === 'scalar' && levels.includes(value.text)) found[key.text] = value.text as Level;
  }
  return found;
}

const names = (data: Data | undefined, key: string): string[] =>
  scalars(entry(data, key)?.value).map(scalar => copy(scalar.text));

/** A copy that does not keep the text alive that it was cut from. */
export const copy = (text: string): string => (text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string));

/** A person's own levels, laid over those of the repository. */
export const withLevels = (config: Config, own: Readonly<Record<string, Level>>): Config =>
  Object.keys(own).length === 0 ? config : { ...config, rules: { ...config.rules, ...own } };

export const isLevel = (text: unknown): text is Level => typeof text === 'string' && levels.includes(text);
