// The model that an agent runs on, as Claude Code resolves its `model`.
import { entry } from '../../syntax/data';
import type { Document } from '../../syntax/document';
import { say, type Message } from '../../workspace/message';
import { modelOf, type Schema } from '../../workspace/schema';
import type { Assumed, SessionSettings } from './session';

export interface EffectiveModel {
  readonly id: string;
  /** How it came to that, in a sentence. */
  readonly why: Message;
}

/** An alias is trimmed and may have any case; one of the session's own family means the very model of the session (Claude
 * Code 2.1.330, 28 November 2026). */
export function modelFor(
  document: Document,
  schema: Schema,
  { sessionModel }: Assumed,
  { subagentModel }: Pick<SessionSettings, 'subagentModel'>,
): EffectiveModel {
  const value = entry(document.data, 'model')?.value;
  const written = value?.is === 'scalar' && typeof value.value === 'string' ? value.text.trim() : '';
  if (written === '' && subagentModel !== undefined)
    return {
      id: subagentModel,
      why: say('`CLAUDE_CODE_SUBAGENT_MODEL` in the settings gives it to agents without a model.'),
    };
  if (written === '' || written.toLowerCase() === 'inherit')
    return { id: sessionModel, why: say('It has the model of the session that starts it.') };
  const model = modelOf(schema, written.toLowerCase());
  const newest = model?.alias && !model.notFor?.includes('agent') ? model.resolvesTo : undefined;
  if (newest === undefined) return { id: written, why: sentAsItIs(schema, written) };
  if (familyOf(newest) === familyOf(sessionModel) && isFamily(written))
    return {
      id: sessionModel,
      why: say('`{0}` is of the family of the session’s model, so it means that one.', written),
    };
  return { id: newest.replace(/\[1m\]$/, ''), why: say('`{0}` stands for the newest of its family.', written) };
}

function sentAsItIs(schema: Schema, written: string): Message {
  const model = modelOf(schema, written);
  if (model?.status === 'retired') return say('`{0}` is no longer offered.', written);
  return model && !model.alias
    ? say('It is named by its id.')
    : say('Claude Code does not know `{0}` and sends it as it stands.', written);
}

/** `best`, `opusplan` and `opus[1m]` are always the newest. */
const isFamily = (alias: string): boolean => /^(?:opus|sonnet|haiku|fable)$/i.test(alias);

const familyOf = (id: string): string | undefined => parse(id)?.family;

interface Parsed {
  readonly family: string;
  readonly major: number;
  readonly minor: number;
}

/** The parts of `claude-opus-4-6`; a date behind the number is no part of it. */
export function parse(id: string): Parsed | undefined {
  const [, family, major, minor] = /^claude-([a-z]+)-(\d+)(?:-(\d{1,2})(?!\d))?/.exec(id) ?? [];
  return family === undefined ? undefined : { family, major: Number(major), minor: Number(minor ?? 0) };
}
