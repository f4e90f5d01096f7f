// The hooks that an agent brings along, and which of them ever run.
import { entry, textAt, type Entry } from '../../syntax/data';
import type { Document } from '../../syntax/document';
import { say, type Message } from '../../workspace/message';
import { layersOf, type Schema } from '../../workspace/schema';

export interface EffectiveHook {
  /** The event that it runs at: for an agent `Stop` means that the subagent stops. */
  readonly event: string;
  readonly matcher: string | undefined;
  /** The command, or the type of another handler. */
  readonly runs: string;
  /** Why it never runs. */
  readonly idle: Message | undefined;
}

export function hooksFor(document: Document, schema: Schema): EffectiveHook[] {
  const hooks = entry(document.data, 'hooks')?.value;
  if (hooks?.is !== 'map') return [];
  const layer = layersOf(schema, 'hooks')?.[0];
  const known = layer?.field.type.is === 'map' ? layer.field.type.fields.map(({ key }) => key) : [];
  const ignored = layer?.field.ignored === undefined ? undefined : say(layer.field.ignored);
  return hooks.entries.flatMap(event => {
    const name = event.key.text;
    const unknown = known.includes(name) ? undefined : say('Claude Code has no event `{0}`.', name);
    const shown = name === 'Stop' ? 'SubagentStop' : name;
    return handlers(event).map(found => ({ event: shown, ...found, idle: ignored ?? unknown }));
  });
}

function handlers({ value }: Entry): { matcher: string | undefined; runs: string }[] {
  if (value?.is !== 'list') return [];
  return value.items.flatMap(({ value: group }) => {
    const list = entry(group, 'hooks')?.value;
    const matcher = textAt(group, 'matcher');
    if (list?.is !== 'list') return [];
    return list.items.flatMap(({ value: handler }) => {
      const runs = textAt(handler, 'command') ?? textAt(handler, 'url') ?? textAt(handler, 'type');
      return runs === undefined ? [] : [{ matcher, runs }];
    });
  });
}
