// Keys at the top of a file that are read below another one: events without their `hooks`, rules without `permissions`, servers.
import { hookEvent } from '../dialects/claude/hook-events';
import type { Field } from '../dialects/dialect';
import { entry as entryOf, textAt, type Data, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Schema } from '../workspace/schema';
import { isStrict } from '../workspace/strict-hooks';
import type { Workspace } from '../workspace/workspace';
import { entryLines, lineBreak, removingEntry } from './edits';
import { gravity, refusal } from './fields';
import { putBelow, type Moved } from './json-moving';
import { say, type Finding, type Fix } from './rule';

/** How grave it is where an event that may guard something is not where hooks are read. */
export const strictEvent = { onInvalid: 'file-dropped' } as Field;

export function outOfPlace(
  document: Document,
  workspace: Workspace,
  schema: Schema,
  entry: Entry,
): Finding | undefined {
  const { kind, fields } = schema;
  const place = besideServers(document, schema, entry) ?? placeOf(entry, kind.role === 'settings');
  const { data } = document;
  if (!place || data?.is !== 'map' || !fields.has(place.parent)) return undefined;
  const isFatal = isStrict(entry) && gravity(strictEvent, document, workspace) === 'error';
  const { parent } = place;
  const name = entry.key.text;
  return {
    span: entry.key.span,
    severity: isFatal ? 'error' : 'warning',
    message: isFatal
      ? say(`\`{0}\` belongs below \`{1}\`; where it is, ${refusal(document, workspace)}.`, name, parent)
      : say('Claude Code reads `{0}` below `{1}` and ignores it here.', place.as, parent),
    fixes: () =>
      document.language === 'json'
        ? [
            ...jsonFixes(document, data, parent, entry, place.as, kind.role === 'settings'),
            removingEntry(document, entry),
          ]
        : yamlFixes(document, parent, entry),
  };
}

/** A server that slipped out of the map of all servers. */
function besideServers({ data }: Document, { kind }: Schema, { key, value }: Entry): Place | undefined {
  const isMeant = kind.role === 'mcp' && kind.plugin !== true && entryOf(data, 'mcpServers')?.value?.is === 'map';
  return isMeant && runs(value) ? { parent: 'mcpServers', as: key.text } : undefined;
}

/** What has a program or an address can hardly be anything but a server. */
export const runs = (value: Data | undefined): boolean =>
  textAt(value, 'command') !== undefined || /^https?:/.test(textAt(value, 'url') ?? '');

/** In the `.mcp.json` of a plugin servers may stand at the top. Observed: Claude Code 2.1.330, 29 November 2026. */
export const isServerOfPlugin = ({ data }: Document, { kind }: Schema, { value }: Entry): boolean =>
  kind.role === 'mcp' && kind.plugin === true && entryOf(data, 'mcpServers') === undefined && isServer(value);

/** Where another program's word has servers below it, what they stand under here. */
export const serversUnder = ({ data }: Document, { kind }: Schema, { key, value }: Entry): string | undefined =>
  kind.role === 'mcp' &&
  kind.plugin === true &&
  /^(?:servers|mcp)$/.test(key.text) &&
  entryOf(data, 'mcpServers') === undefined &&
  value?.is === 'map' &&
  value.entries.length > 0 &&
  value.entries.every(each => isServer(each.value))
    ? 'mcpServers'
    : undefined;

const isServer = (value: Data | undefined): boolean =>
  ['command', 'url', 'type', 'args'].some(key => {
    const is = entryOf(value, key)?.value?.is;
    return is !== undefined && is !== 'map';
  });

interface Place {
  readonly parent: string;
  readonly as: string;
}

/** Below which key it is read, and under which name. */
function placeOf({ key, value }: Entry, isSettings: boolean): Place | undefined {
  if (hookEvent(key.text)) return { parent: 'hooks', as: key.text };
  const as = oldNames[key.text] ?? key.text;
  const isOfPermissions = isSettings && /^(?:allow|deny|ask|defaultMode|additionalDirectories)$/.test(as);
  return isOfPermissions && value !== undefined ? { parent: 'permissions', as } : undefined;
}

/** What the lists of rules were called before there was `permissions`, and in agents and skills. */
const oldNames: Readonly<Record<string, string>> = {
  allowedTools: 'allow',
  'allowed-tools': 'allow',
  deniedTools: 'deny',
  disallowedTools: 'deny',
};

/** All that belongs there goes at once. */
function jsonFixes(
  document: Document,
  data: DataMap,
  parent: string,
  entry: Entry,
  as: string,
  isSettings: boolean,
): Fix[] {
  if (entryOf(data, parent)) return putBelow(document, data, parent, [{ entry, as }]);
  const moved = data.entries.flatMap((each): Moved[] => {
    const place = placeOf(each, isSettings);
    return place?.parent === parent ? [{ entry: each, as: place.as }] : [];
  });
  const isOnce = new Set(moved.map(each => each.as)).size === moved.length;
  return isOnce ? putBelow(document, data, parent, moved) : [];
}

function yamlFixes(document: Document, parent: string, entry: Entry): Fix[] {
  const { uri, text, data } = document;
  if (entryOf(data, parent) || entry.value?.is !== 'list' || entry.value.flow) return [];
  const span = entryLines(text, entry);
  const newline = lineBreak(text);
  const raw = text.slice(span.start, span.end).replace(/^(?=.*\S)/gm, '  ');
  const edits = [{ uri, span, text: `${parent}:${newline}${raw}` }];
  return [{ title: say('Put it below `{0}`', parent), edits, safe: false, preferred: true }];
}
