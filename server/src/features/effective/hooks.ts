// The hooks that an agent brings along, and which of them ever run.
import { entry, textAt } from '../../syntax/data';
import type { Document } from '../../syntax/document';
import { hookHandlers } from '../../workspace/hooks';
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
  return hookHandlers(hooks).flatMap(({ event, group, handler }) => {
    const runs = textAt(handler, 'command') ?? textAt(handler, 'url') ?? textAt(handler, 'type');
    if (runs === undefined) return [];
    const name = event.key.text;
    const unknown = known.includes(name) ? undefined : say('Claude Code has no event `{0}`.', name);
    const shown = name === 'Stop' ? 'SubagentStop' : name;
    return [{ event: shown, matcher: textAt(group, 'matcher'), runs, idle: ignored ?? unknown }];
  });
}
