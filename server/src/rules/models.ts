// What is to be said of a model's name. Never an error: any id is passed on, and a newer service may know it.
import type { Schema } from '../workspace/schema';
import { slips } from '../workspace/slips';
import { nearest } from './nearest';
import { say, type Message, type Severity } from './rule';

export interface ModelComplaint {
  readonly message: Message;
  readonly severity: Severity;
  readonly instead: () => readonly string[];
  /** What is possible besides. */
  readonly options?: readonly string[];
}

/** `not`: names that mean nothing at this place, whatever they mean elsewhere. */
export function judgeModel(name: string, schema: Schema, not: readonly string[] = []): ModelComplaint | undefined {
  const lower = schema.models.get(name.toLowerCase());
  const model = schema.models.get(name) ?? (lower?.alias ? lower : undefined);
  if (not.includes(name)) {
    return {
      message: say('`{0}` means nothing here: it is sent as the name of a model, and the call fails.', name),
      severity: 'warning',
      instead: () => [],
    };
  }
  if (model?.notFor?.includes(schema.kind.role)) {
    return {
      message: say('`{0}` means nothing here: it is sent as the name of a model, and the call fails.', name),
      severity: 'warning',
      instead: () => ['inherit'],
    };
  }
  if (model?.status === 'retired') {
    const instead = model.family === undefined ? [] : [model.family];
    return {
      message: say(`The model \`{0}\` is no longer offered. ${model.doc}`, name),
      severity: 'warning',
      instead: () => instead,
    };
  }
  if (model || ofVertex.test(name)) return undefined;
  const slip = slipOf(name, schema);
  const isNone = withoutVersion.test(name) || ofOtherTools.test(name);
  if (slip === undefined && schema.modelPattern.test(name) && !isNone) return undefined;
  // The number of another order is not that of a name nearby.
  const near = ofOtherTools.test(name) ? [] : nearest(name, schema.models.keys(), 1);
  const meant = slip === undefined ? near : [slip];
  return {
    message: say(
      'Claude Code does not know the model `{0}` and passes it on; the call fails unless the service knows it.',
      name,
    ),
    severity: 'information',
    instead: () => (meant.length > 0 ? meant : familyIn(name)),
    options: ['inherit'],
  };
}

/** An id as Google Vertex AI writes it, with its date behind an `@`. */
const ofVertex = /^claude-[a-z0-9-]+@\d{8}$/;

/** The known id that one is clearly meant to be: with a hyphen for a dot, a letter for another, or a date that lacks a digit.
 * An id with another number may well be a newer one. */
function slipOf(name: string, { models }: Schema): string | undefined {
  if (!/^cl[a-z]+[-_. ]/i.test(name)) return undefined;
  const dashed = name.toLowerCase().replace(/[._ ]/g, '-');
  if (models.has(dashed)) return dashed;
  const words = [...dashed.split('-')].sort().join();
  for (const known of models.keys())
    if (known.startsWith('claude-') && [...known.split('-')].sort().join() === words) return known;
  const numbers = digits(name);
  const isCut = /-20\d{4,}$/.test(name) && !/-20\d{6}$/.test(name);
  for (const known of models.keys()) {
    if (!known.startsWith('claude-')) continue;
    const fits = digits(known) === numbers || (isCut && /-\d{8}$/.test(known));
    if (fits && numbers !== '' && slips(dashed, known) <= 2) return known;
  }
  return undefined;
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** An id of Claude's that is not in the list has a version. */
const withoutVersion = /^claude-[a-z.-]+$/;

/** As editors call models, with the number before the family: since Claude 4 it stands behind it. */
const ofOtherTools = /^claude-[4-9](?:[.-]\d)?-(?:opus|sonnet|haiku)(?:-thinking)?$/;

/** `sonnet` of `claude-sonnet`. */
const familyIn = (name: string): string[] =>
  ['opus', 'sonnet', 'haiku'].filter(family => name.toLowerCase().includes(family));
