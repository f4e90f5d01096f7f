// Hooks that may guard something: where one of them is malformed, or stands where no hook is read, Claude Code applies nothing of
// what it stands in. Observed: Claude Code 2.1.330, 29 November 2026, of 110 agents and 38 settings with one such slip each.
import { handler } from '../dialects/claude/hook-handlers';
import type { Field, ValueType } from '../dialects/dialect';
import { entry, type Data, type DataMap, type Entry } from '../syntax/data';
import { hasJsonType } from './values';

/** A malformed entry of these two events is fatal; bad entries of other events are skipped. */
export const strictEvents: readonly string[] = ['PreToolUse', 'PermissionRequest'];

/** Whether the hooks of front matter let the file load. */
export function hooksLoad(frontMatter: DataMap): boolean {
  if (frontMatter.entries.some(isStrict)) return false;
  const hooks = entry(frontMatter, 'hooks')?.value;
  if (isNothing(hooks)) return true;
  return (
    hooks?.is === 'map' && strayEvents(hooks).length === 0 && strictEvents.every(event => eventLoads(hooks, event))
  );
}

/** The entries of those events that stand deeper than right below `hooks`. */
const strayEvents = (hooks: Data): Entry[] =>
  hooks.is === 'map' ? hooks.entries.flatMap(({ value }) => strictBelow(value)) : strictBelow(hooks);

function strictBelow(data: Data | undefined): Entry[] {
  if (data?.is === 'list') return data.items.flatMap(({ value }) => strictBelow(value));
  if (data?.is !== 'map') return [];
  return data.entries.flatMap(each => (isStrict(each) ? [each] : strictBelow(each.value)));
}

/** Whether an entry is one of those events, and says something. */
export const isStrict = ({ key, value }: Entry): boolean =>
  strictEvents.includes(key.text) && !isNothing(value) && !(value?.is === 'list' && value.items.length === 0);

const isNothing = (data: Data | undefined): boolean =>
  data === undefined || (data.is === 'scalar' && data.value === null);

function eventLoads(hooks: DataMap, event: string): boolean {
  const groups = entry(hooks, event)?.value;
  return isNothing(groups) || (groups?.is === 'list' && groups.items.every(({ value }) => isGroup(value)));
}

function isGroup(group: Data | undefined): boolean {
  const handlers = entry(group, 'hooks')?.value;
  const matcher = entry(group, 'matcher');
  if (matcher && !isText(matcher.value)) return false;
  return handlers?.is === 'list' && handlers.items.every(({ value }) => value?.is === 'map' && isHandler(value));
}

/** Those of each kind of handler. */
const cases = casesOf(handler({ in: 'agent', fatal: true }));

function casesOf(type: ValueType): Readonly<Record<string, readonly Field[]>> {
  return type.is === 'variant' ? type.cases : {};
}

function isHandler(map: DataMap): boolean {
  const kind = entry(map, 'type')?.value;
  const fields = kind?.is === 'scalar' ? cases[kind.text] : undefined;
  return fields?.every(field => faultIn(map, field) === undefined) ?? false;
}

export type Fault = 'missing' | 'empty' | 'kind' | 'range';

/** What is wrong with a key of a handler: strictly read, a number in quotes is a text. */
export function faultIn(map: DataMap, { key, type, required }: Field): Fault | undefined {
  const found = entry(map, key);
  if (!found) return required === 'yes' ? 'missing' : undefined;
  const { value } = found;
  if (value === undefined || isNothing(value)) return 'empty';
  if (!isOf(type, value)) return 'kind';
  if (value.is !== 'scalar') return undefined;
  const isOut =
    key === 'timeout' ? !(Number(value.value) > 0) : key === 'url' && !/^[a-z][a-z\d+.-]*:/i.test(value.text);
  return isOut ? 'range' : undefined;
}

function isOf(type: ValueType, data: Data): boolean {
  if (type.is === 'any') return true;
  if (type.is === 'list') return data.is === 'list' && data.items.every(({ value }) => value && isOf(type.of, value));
  if (type.is === 'map')
    return data.is === 'map' && data.entries.every(({ value }) => !type.values || (value && isOf(type.values, value)));
  if (data.is !== 'scalar' || data.value === null) return false;
  if (type.is === 'choice') return type.values.some(({ value }) => value === data.text);
  return hasJsonType(type, data);
}

const isText = (data: Data | undefined): boolean => data?.is === 'scalar' && typeof data.value === 'string';
