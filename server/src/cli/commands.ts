// The commands: what each is for, which words and options it takes, and what it does.
import { assumed } from '../features/effective/session';
import { budget } from './budget';
import { check, checkFormats, type CheckOptions } from './check';
import { explain, listRules } from './explain';
import { fix } from './fix';
import { format as formatFiles } from './format';
import type { Io } from './io';
import type { OptionName, Values } from './options';
import { show } from './show';

export interface Command {
  readonly name: string;
  /** What stands behind its name in the help. */
  readonly takes: string;
  readonly says: string;
  readonly options: readonly OptionName[];
  /** What `--format` may name; the first is the default. */
  readonly formats?: readonly string[];
  /** How many words it takes, where not any number. */
  readonly words?: { readonly count: number; readonly wants: string };
  run(words: readonly string[], values: Values, io: Io): Promise<number> | number;
}

const plain = ['text', 'json'];
const plainOf = ({ format }: Values) => (format === 'json' ? 'json' : 'text');
const checkOptionsOf = (values: Values): CheckOptions => ({
  format: checkFormats.find(each => each === values.format) ?? 'text',
  quiet: values.quiet ?? false,
  maxWarnings: Number(values['max-warnings'] ?? Infinity),
});
const sessionOf = (values: Values) => ({ sessionModel: values['session-model'] ?? assumed.sessionModel });

export const commands: readonly Command[] = [
  {
    name: 'check',
    takes: '[paths…]',
    says: 'report what is wrong in these files and folders (default: the current folder)',
    options: ['format', 'quiet', 'max-warnings'],
    formats: checkFormats,
    run: (words, values, io) => check(words, checkOptionsOf(values), io),
  },
  {
    name: 'fix',
    takes: '[paths…]',
    says: 'apply every fix that changes nothing but what is wrong',
    options: ['dry-run'],
    run: (words, values, io) => fix(words, { dryRun: values['dry-run'] ?? false }, io),
  },
  {
    name: 'format',
    takes: '[paths…]',
    says: 'bring front matter in order; every tool reads the same of it as before',
    options: ['check', 'dry-run'],
    run: (words, values, io) =>
      formatFiles(words, { dryRun: values['dry-run'] ?? false, check: values.check ?? false }, io),
  },
  {
    name: 'show',
    takes: '<agent>',
    says: 'print what Claude Code really makes of an agent, by its file or name',
    options: ['format', 'session-model'],
    formats: plain,
    words: { count: 1, wants: 'one agent: its file or its name' },
    run: ([agent = ''], values, io) => show(agent, { format: plainOf(values), session: sessionOf(values) }, io),
  },
  {
    name: 'budget',
    takes: '[paths…]',
    says: 'print what agents and skills cost: in every session, and where they are used',
    options: ['format', 'session-model'],
    formats: plain,
    run: (words, values, io) => budget(words, { format: plainOf(values), session: sessionOf(values) }, io),
  },
  {
    name: 'explain',
    takes: '<rule>',
    says: 'say what a rule reports, why it matters, and what to write instead',
    options: [],
    words: { count: 1, wants: 'the id of one rule; `agentwright rules` lists them' },
    run: ([id = ''], _, io) => explain(id, io),
  },
  {
    name: 'rules',
    takes: '',
    says: 'list the rules',
    options: [],
    words: { count: 0, wants: 'nothing after it' },
    run: (_, __, io) => listRules(io),
  },
];
