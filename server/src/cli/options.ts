// The options of the command line, and how a line of words is read into them.
import { parseArgs } from 'node:util';
import { assumed } from '../features/effective/session';
import { nearest } from '../rules/nearest';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly says: string;
}

export const options = {
  format: { type: 'string', value: 'name', says: 'how it is printed (default: text)' },
  quiet: { type: 'boolean', short: 'q', says: 'print errors alone, and no summary' },
  'max-warnings': { type: 'string', value: 'number', says: 'more warnings than these count as an error' },
  'session-model': {
    type: 'string',
    value: 'id',
    says: `the model of the session (default: ${assumed.sessionModel})`,
  },
  'dry-run': { type: 'boolean', says: 'print what would change as a diff, and write nothing' },
  check: { type: 'boolean', says: 'name the files that would change, and write nothing' },
  help: { type: 'boolean', short: 'h', says: 'print this' },
  version: { type: 'boolean', short: 'v', says: 'print the version' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

export type Values = {
  readonly [name in OptionName]?: (typeof options)[name]['type'] extends 'string' ? string : true;
};

export interface Line {
  readonly values: Values;
  /** As they were given, for messages. */
  readonly given: readonly { readonly name: OptionName; readonly raw: string }[];
  readonly words: readonly string[];
}

/** What the words say, or what is wrong with them. */
export function readLine(argv: readonly string[]): Line | string {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string | true> = {};
  const given: { name: OptionName; raw: string }[] = [];
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName: raw, value, inlineValue } = token;
    if (!isOption(name)) return unknown(raw);
    const hasValue = value !== undefined && value !== '' && (inlineValue || !value.startsWith('-'));
    if (options[name].type === 'boolean' && value !== undefined) return `${raw} takes no value.`;
    if (options[name].type === 'string' && !hasValue) return `${raw} needs a value after it.`;
    values[name] = value ?? true;
    given.push({ name, raw });
  }
  return { values, given, words };
}

const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

function unknown(raw: string): string {
  const meant = nearest(raw, Object.keys(options), 1)[0];
  if (meant !== undefined && raw.length > 2) return `There is no option ${raw}. Did you mean --${meant}?`;
  return `There is no option ${raw}. A path that begins with - is written ./${raw}`;
}

/** The lines of a help, in columns. */
export function inColumns(rows: readonly (readonly [name: string, says: string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, says]) => `  ${name.padEnd(width)}   ${says}\n`).join('');
}

/** `-q, --quiet`, `--format <text|json>`. */
export function spelt(name: OptionName, formats: readonly string[] = []): string {
  const { short, value: any }: Option = options[name];
  const value = name === 'format' && formats.length > 0 ? formats.join('|') : any;
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
}
