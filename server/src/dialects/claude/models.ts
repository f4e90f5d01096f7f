// The models that Claude Code names: aliases, ids, and which other ids are plausible.
import type { Model } from '../dialect';

type Status = NonNullable<Model['status']>;
type Family = 'opus' | 'sonnet' | 'haiku' | 'fable' | 'mythos';

/** Context windows in tokens. */
const long = 1_000_000;
const short = 200_000;

const alias = (id: string, resolvesTo: string | undefined, doc: string): Model =>
  resolvesTo === undefined ? { id, alias: true, doc } : { id, alias: true, doc, resolvesTo };

const model = (id: string, family: Family, status: Status, contextWindow: number | undefined, doc: string): Model => ({
  id,
  alias: false,
  doc,
  family,
  status,
  ...(contextWindow !== undefined && { contextWindow }),
});

/** The id of one dated release. */
const dated = (id: string, of: string, family: Family, status: Status): Model =>
  model(id, family, status, short, `The dated id of ${of}.`);

export const models: readonly Model[] = [
  alias('inherit', undefined, 'Runs the model of the main conversation.'),
  alias('opus', 'claude-opus-5-5', 'The newest Opus; a session that already runs an Opus keeps its own.'),
  alias('sonnet', 'claude-sonnet-5-5', 'The newest Sonnet; a session that already runs a Sonnet keeps its own.'),
  alias('haiku', 'claude-haiku-5-5', 'The newest Haiku.'),
  alias('fable', 'claude-fable-5-2', 'The newest Fable, the tier above Opus.'),
  alias('best', 'claude-opus-5-5', 'Fable where the organisation has it, otherwise the newest Opus.'),
  alias('opusplan', 'claude-sonnet-5-5', 'Opus in plan mode, Sonnet otherwise.'),
  alias('sonnet[1m]', 'claude-sonnet-5-5[1m]', 'The newest Sonnet with a window of one million tokens.'),
  alias('opus[1m]', 'claude-opus-5-5[1m]', 'The newest Opus with a window of one million tokens.'),
  alias('haiku[1m]', 'claude-haiku-5-5[1m]', 'The newest Haiku with a window of one million tokens.'),
  alias(
    'fable[1m]',
    'claude-fable-5-2[1m]',
    'The newest Fable with the suffix for one million tokens, which it has anyway.',
  ),
  alias('opusplan[1m]', undefined, 'Opus in plan mode, Sonnet otherwise, each with a window of one million tokens.'),
  {
    ...alias(
      'default',
      undefined,
      'Clears the override in `/model` and in settings; in the front matter of an agent it is sent to the API as it stands.',
    ),
    notFor: ['agent'],
  },

  model(
    'claude-opus-5-5',
    'opus',
    'current',
    long,
    'The current Opus; 4 dollars in and 20 dollars out per million tokens, default effort medium.',
  ),
  model('claude-opus-5', 'opus', 'legacy', long, 'The previous Opus.'),
  model('claude-opus-4-8', 'opus', 'legacy', long, 'An older Opus, the first without the Task tools.'),
  model('claude-opus-4-7', 'opus', 'legacy', long, 'An older Opus with default effort xhigh.'),
  model('claude-opus-4-6', 'opus', 'legacy', long, 'An older Opus that still offers the Task tools.'),
  model('claude-opus-4-5', 'opus', 'legacy', short, 'An older Opus.'),
  dated('claude-opus-4-5-20251101', 'claude-opus-4-5', 'opus', 'legacy'),
  model('claude-opus-4-1', 'opus', 'retired', short, 'Retired; Claude Code 2.1.330 runs claude-opus-5-5 instead.'),
  model('claude-opus-4-0', 'opus', 'retired', short, 'Retired; Claude Code 2.1.330 runs claude-opus-5-5 instead.'),
  dated('claude-opus-4-20250514', 'claude-opus-4-0', 'opus', 'retired'),

  model(
    'claude-sonnet-5-5',
    'sonnet',
    'current',
    long,
    'The current Sonnet; 2 dollars in and 10 dollars out per million tokens.',
  ),
  model('claude-sonnet-5', 'sonnet', 'legacy', long, 'The previous Sonnet.'),
  model('claude-sonnet-4-6', 'sonnet', 'legacy', long, 'An older Sonnet.'),
  model('claude-sonnet-4-5', 'sonnet', 'legacy', short, 'An older Sonnet; the suffix `[1m]` gives it the long window.'),
  dated('claude-sonnet-4-5-20250929', 'claude-sonnet-4-5', 'sonnet', 'legacy'),
  model('claude-sonnet-4-0', 'sonnet', 'legacy', short, 'An older Sonnet.'),
  dated('claude-sonnet-4-20250514', 'claude-sonnet-4-0', 'sonnet', 'legacy'),

  model('claude-haiku-5-5', 'haiku', 'current', long, 'The current Haiku.'),
  model('claude-haiku-4-5', 'haiku', 'legacy', short, 'The previous Haiku.'),
  dated('claude-haiku-4-5-20251001', 'claude-haiku-4-5', 'haiku', 'legacy'),

  model(
    'claude-fable-5-2',
    'fable',
    'current',
    long,
    'The current Fable, the most capable model that is generally offered.',
  ),
  model('claude-fable-5-1', 'fable', 'legacy', long, 'The previous Fable.'),
  model('claude-fable-5', 'fable', 'legacy', long, 'An older Fable.'),

  model(
    'claude-mythos-5-2',
    'mythos',
    'restricted',
    undefined,
    'A restricted model; Claude Code knows the id but has no alias for it.',
  ),
  model('claude-mythos-5', 'mythos', 'restricted', undefined, 'A restricted model.'),
  model('claude-mythos-preview', 'mythos', 'restricted', undefined, 'A restricted model.'),

  model('claude-3-7-sonnet-latest', 'sonnet', 'old', short, 'A very old Sonnet whose id is still recognised.'),

  model('claude-3-5-haiku-latest', 'haiku', 'old', short, 'A very old Haiku whose id is still recognised.'),
];

/** Ids that an API may know though this list does not; Claude Code passes every id on. */
export const modelPattern = [
  '^(inherit|sonnet|opus|haiku|fable|best|opusplan)(\\[1m\\])?$',
  '^claude-[a-z0-9.-]+(\\[1m\\])?$',
  '^(us|eu|apac|global|jp|au)\\.anthropic\\..+',
  '^arn:aws:bedrock:.+',
  '^anthropic\\..+',
].join('|');
