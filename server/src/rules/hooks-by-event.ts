// Hooks in a list, each with its event inside, as other programs have them: what brings them below the names of their events.
import { hookEvent } from '../dialects/claude/hook-events';
import type { ValueType } from '../dialects/dialect';
import { entry as entryOf, type Data, type DataList } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { say, type Fix } from './rule';

/** What stands under `hooks`: the events as keys. */
export const isOfEvents = (type: ValueType): boolean =>
  type.is === 'map' && type.fields.some(({ key }) => hookEvent(key) !== undefined);

/** None unless each of them tells its event. */
export function hooksByEvent({ uri, text }: Document, { items }: DataList, span: Span): Fix[] {
  const groups = new Map<string, string[]>();
  for (const { value } of items) {
    const event = eventOf(value);
    const group = event === undefined ? undefined : groupOf(text, value);
    if (event === undefined || group === undefined) return [];
    groups.set(event, [...(groups.get(event) ?? []), group]);
  }
  if (groups.size === 0) return [];
  const written = [...groups].map(([event, all]) => `${JSON.stringify(event)}: [${all.join(', ')}]`);
  const edits = [{ uri, span, text: `{ ${written.join(', ')} }` }];
  return [{ title: say('Write it as keys with values'), edits, safe: false, preferred: true }];
}

function eventOf(item: Data | undefined): string | undefined {
  const event = entryOf(item, 'event')?.value;
  return event?.is === 'scalar' && hookEvent(event.text) ? event.text : undefined;
}

/** The rest of it, as a group with its hooks. */
function groupOf(text: string, item: Data | undefined): string | undefined {
  const rest = item?.is === 'map' ? item.entries.filter(({ key }) => key.text !== 'event') : [];
  const written = (keys: typeof rest): string => keys.map(({ span }) => text.slice(span.start, span.end)).join(', ');
  if (rest.some(({ key }) => key.text === 'hooks')) return `{ ${written(rest)} }`;
  if (!rest.some(({ key }) => key.text === 'command')) return undefined;
  const matcher = rest.filter(({ key }) => key.text === 'matcher');
  const hook = rest.filter(entry => !matcher.includes(entry));
  const type = hook.some(({ key }) => key.text === 'type') ? '' : '"type": "command", ';
  return `{ ${matcher.length > 0 ? `${written(matcher)}, ` : ''}"hooks": [{ ${type}${written(hook)} }] }`;
}
