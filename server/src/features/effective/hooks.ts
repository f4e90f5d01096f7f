// The hooks that an agent brings along, and which of them ever run.
import { hookEvent } from '../../dialects/claude/hook-events';
import { entry, textAt } from '../../syntax/data';
import type { Document } from '../../syntax/document';
import { hookHandlers } from '../../workspace/hooks';
import { say, type Message } from '../../workspace/message';
import { currentName } from '../../workspace/tools';
import { layersOf, type Schema } from '../../workspace/schema';
import type { SessionSettings } from './session';
import type { EffectiveTools } from './tools';

export interface EffectiveHook {
  /** The event that it runs at: for an agent `Stop` means that the subagent stops. */
  readonly event: string;
  readonly matcher: string | undefined;
  /** The command, or the type of another handler. */
  readonly runs: string;
  /** Why it never runs. */
  readonly idle: Message | undefined;
}

export function hooksFor(
  document: Document,
  schema: Schema,
  settings: SessionSettings,
  tools: EffectiveTools,
): EffectiveHook[] {
  const hooks = entry(document.data, 'hooks')?.value;
  if (hooks?.is !== 'map') return [];
  const layer = layersOf(schema, 'hooks')?.[0];
  const known = layer?.field.type.is === 'map' ? layer.field.type.fields.map(({ key }) => key) : [];
  const ignored = layer?.field.ignored === undefined ? undefined : say(layer.field.ignored);
  const off = settings.noHooks ? say('`disableAllHooks` in the settings switches every hook off.') : undefined;
  return hookHandlers(hooks).flatMap(({ event, group, handler }) => {
    const runs = textAt(handler, 'command') ?? textAt(handler, 'url') ?? textAt(handler, 'type');
    if (runs === undefined) return [];
    const name = event.key.text;
    const unknown = known.includes(name) ? undefined : say('Claude Code has no event `{0}`.', name);
    const shown = name === 'Stop' ? 'SubagentStop' : name;
    const matcher = textAt(group, 'matcher');
    const idle = ignored ?? off ?? unknown ?? toolless(name, matcher, schema, tools);
    return [{ event: shown, matcher, runs, idle }];
  });
}

/** A list of names, none of which is a tool that the agent has. Of others than the listed ones a newer version may have some. */
function toolless(
  event: string,
  matcher: string | undefined,
  schema: Schema,
  { granted, inherited }: EffectiveTools,
): Message | undefined {
  if (hookEvent(event)?.[2] !== 'the name of the tool' || !/^[\w\-, |]+$/.test(matcher ?? '')) return undefined;
  const names = matcher?.match(/[\w-]+/g) ?? [];
  const has = (name: string): boolean => {
    const tool = schema.tools.get(name);
    const isOpen = name.startsWith('mcp__') || (inherited && tool === undefined);
    return isOpen || granted.includes(currentName({ name, tool }));
  };
  if (names.length === 0 || names.some(has)) return undefined;
  return names.length === 1
    ? say('The agent has no tool `{0}`.', names[0])
    : say('The agent has none of the tools {0}.', names.map(name => `\`${name}\``).join(', '));
}
