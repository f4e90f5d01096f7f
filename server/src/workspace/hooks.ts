// The hooks of settings, plugins and front matter: groups below each event, and handlers in each group.
import { entry, type Data, type DataMap, type Entry, type Scalar } from '../syntax/data';

/** What runs, in which group, and at which event. */
export interface HookHandler {
  readonly event: Entry;
  readonly group: DataMap;
  readonly handler: DataMap;
}

/** All handlers below `hooks`, in order; what is not in their form is left out. */
export function hookHandlers(hooks: Data | undefined): HookHandler[] {
  const events = hooks?.is === 'map' ? hooks.entries : [];
  return events.flatMap(event =>
    mapsIn(event.value).flatMap(group =>
      mapsIn(entry(group, 'hooks')?.value).map(handler => ({ event, group, handler })),
    ),
  );
}

/** The commands of the handlers, as they are written. */
export function hookCommands(hooks: Data | undefined): { readonly handler: DataMap; readonly command: Scalar }[] {
  return hookHandlers(hooks).flatMap(({ handler }) => {
    const command = entry(handler, 'command')?.value;
    return command?.is === 'scalar' && typeof command.value === 'string' ? [{ handler, command }] : [];
  });
}

const mapsIn = (list: Data | undefined): DataMap[] =>
  list?.is === 'list' ? list.items.flatMap(({ value }) => (value?.is === 'map' ? [value] : [])) : [];
