// The keys of an agent that Claude Code does nothing with.
import type { Document } from '../../syntax/document';
import { say, type Message } from '../../workspace/message';
import { layersOf, type Schema } from '../../workspace/schema';

export interface IdleKey {
  readonly key: string;
  readonly why: Message;
}

export function idleKeys({ data }: Document, schema: Schema): IdleKey[] {
  if (data?.is !== 'map') return [];
  return data.entries.flatMap(({ key: { text: key } }) => {
    const layers = layersOf(schema, key) ?? [];
    const own = layers.find(({ kind }) => kind === schema.kind && !isAdded(kind.fields, key));
    if (own) return own.field.ignored === undefined ? [] : [{ key, why: say(own.field.ignored) }];
    const [other] = layers;
    if (!other) return [{ key, why: say('unknown to Claude Code.') }];
    const reader = other.kind === schema.kind ? 'this repository' : other.dialect.title;
    return [{ key, why: say('unknown to Claude Code, known to {0}.', reader) }];
  });
}

/** What the repository itself adds to a kind stands in no dialect. */
const isAdded = (fields: readonly { readonly key: string }[], key: string): boolean =>
  !fields.some(field => field.key === key);
