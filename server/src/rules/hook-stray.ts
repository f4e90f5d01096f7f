// Events that stand deeper than right below `hooks`: in a group or a hook, or below another key of the settings.
import { hookEvent } from '../dialects/claude/hook-events';
import { entry as entryOf, type Data, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { isStrict } from '../workspace/strict-hooks';
import type { Workspace } from '../workspace/workspace';
import { gravity, refusal } from './fields';
import { indentedFor, jsonAdded, jsonWithout } from './json-edits';
import { strictEvent } from './out-of-place';
import { say, type Finding, type Fix } from './rule';

/** Keys of the settings below which any name may stand. */
const anyNames: readonly string[] = ['env', 'enabledPlugins'];

/** Below a known key; `hooks` in `hooks` is told of elsewhere. */
export function* strayEvents(document: Document, workspace: Workspace, { key, value }: Entry): Iterable<Finding> {
  const isHooks = key.text === 'hooks';
  const isSettings = workspace.role(document.uri) === 'settings';
  if (value?.is !== 'map' || (!isHooks && (!isSettings || anyNames.includes(key.text)))) return;
  const below = isHooks ? value.entries.filter(each => each.key.text !== 'hooks').map(each => each.value) : [value];
  for (const { entry, holder } of below.flatMap(data => eventsIn(data))) {
    const isFatal = isStrict(entry) && gravity(strictEvent, document, workspace) === 'error';
    yield {
      span: entry.key.span,
      severity: isFatal ? 'error' : 'warning',
      message: isFatal
        ? say(`\`{0}\` belongs right below \`hooks\`; where it is, ${refusal(document, workspace)}.`, entry.key.text)
        : say('`{0}` belongs right below `hooks`; here nobody reads it, and its hooks never run.', entry.key.text),
      fixes: () => moved(document, entry, isHooks ? value : undefined, holder),
    };
  }
}

interface Found {
  readonly entry: Entry;
  /** The entry `hooks` that it stands in, where that is not the one at the top. */
  readonly holder: Entry | undefined;
}

/** What waits for an event is a list of groups. */
function eventsIn(data: Data | undefined, holder?: Entry): Found[] {
  if (data?.is === 'list') return data.items.flatMap(({ value }) => eventsIn(value, holder));
  if (data?.is !== 'map') return [];
  return data.entries.flatMap((entry): Found[] => {
    const { key, value } = entry;
    if (hookEvent(key.text) && value?.is === 'list' && value.items.some(item => item.value?.is === 'map'))
      return [{ entry, holder }];
    return eventsIn(value, key.text === 'hooks' ? entry : undefined);
  });
}

/** To the events, or with the `hooks` around it to the top. */
function moved(document: Document, event: Entry, hooks: DataMap | undefined, holder: Entry | undefined): Fix[] {
  const { uri, data, language } = document;
  const into = hooks ?? (data?.is === 'map' ? data : undefined);
  const entry = hooks ? event : holder;
  if (language !== 'json' || !into || !entry?.value || entryOf(into, entry.key.text)) return [];
  const edits = [
    { uri, span: jsonWithout(document, entry), text: '' },
    jsonAdded(document, into, entry.key.text, indentedFor(document, entry, into)),
  ];
  const title = hooks ? say('Move it below `{0}`', 'hooks') : say('Move `{0}` to the top', 'hooks');
  return [{ title, edits, safe: false, preferred: true }];
}
