// What is to be said of a model's name. Never an error: any id is passed on, and a newer service may know it.
import type { Schema } from '../workspace/schema';
import { nearest } from './nearest';
import { say, type Message, type Severity } from './rule';

export interface ModelComplaint {
  readonly message: Message;
  readonly severity: Severity;
  readonly instead: () => readonly string[];
  /** What is possible besides. */
  readonly options?: readonly string[];
}

export function judgeModel(name: string, schema: Schema): ModelComplaint | undefined {
  const lower = schema.models.get(name.toLowerCase());
  const model = schema.models.get(name) ?? (lower?.alias ? lower : undefined);
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
  if (model || (schema.modelPattern.test(name) && !withoutVersion.test(name))) return undefined;
  const meant = nearest(name, schema.models.keys(), 1);
  return {
    message: say(
      'Claude Code does not know the model `{0}` and passes it on; the call fails unless the service knows it.',
      name,
    ),
    severity: meant.length > 0 ? 'information' : 'hint',
    instead: () => (meant.length > 0 ? meant : familyIn(name)),
    options: ['inherit'],
  };
}

/** An id of Claude's that is not in the list has a version. */
const withoutVersion = /^claude-[a-z.-]+$/;

/** `sonnet` of `claude-sonnet`. */
const familyIn = (name: string): string[] =>
  ['opus', 'sonnet', 'haiku'].filter(family => name.toLowerCase().includes(family));
