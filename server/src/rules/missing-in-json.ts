// Keys that a JSON file must have, at its top and in the maps below.
import type { Field, ValueType } from '../dialects/dialect';
import { hookEvent } from '../dialects/claude/hook-events';
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, join, ownFolder, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { hyphenated } from './drafts';
import { changeTo, onlyFirst } from './edits';
import { fieldsIn, gravity, isEmpty, knownEntries, refusal } from './fields';
import { groupForHook } from './hook-levels';
import { jsonAdded, leadOf } from './json-edits';
import { putBelow } from './json-moving';
import { sourceElsewhere } from './marketplace-sources';
import { insteadOf, renaming } from './other-word';
import { say, type Finding, type Fix } from './rule';

export function* missingInJson(document: Document, workspace: Workspace): Iterable<Finding> {
  const { data, uri } = document;
  const schema = workspace.schema(uri);
  if (!schema || data?.is !== 'map' || document.problems.length > 0) return;
  const top = [...schema.fields.values()].flatMap(([layer]) => (layer ? [layer.field] : []));
  yield* missingIn(document, workspace, data, top);
  for (const known of knownEntries(document, workspace)) {
    const { field } = known.layers[0]!;
    for (const { type, data: inner, field: owner } of known.places(field, field.type)) {
      if (inner.is === 'map') yield* missingIn(document, workspace, inner, fieldsIn(type, inner, owner));
    }
  }
}

function* missingIn(
  document: Document,
  workspace: Workspace,
  map: DataMap,
  fields: readonly Field[],
): Iterable<Finding> {
  for (const field of fields) {
    const present = entryOf(map, field.key);
    if (field.required === 'no' || (present && !isEmpty(present))) continue;
    // A plugin may register its hooks by modules alone.
    if (map === document.data && isOfPlugin(document, workspace) && entryOf(map, 'modules')) continue;
    const isRefused = field.required === 'yes' || (map === document.data && isOfPlugin(document, workspace));
    const gravest = isRefused ? gravity(field, document, workspace) : 'information';
    const maySuitPlugin = !present && map === document.data && isPluginByFolders(document, map, workspace);
    const isLight = maySuitPlugin || isEmptyText(present, field, document, workspace);
    const severity = gravest !== 'error' || !isLight ? gravest : maySuitPlugin ? 'information' : 'warning';
    const { start } = map.span;
    const known = fields.map(({ key }) => key);
    const meant = present ? undefined : (insteadOf(map, field.key, known) ?? tagOf(map, field));
    yield {
      span: (present ?? meant)?.key.span ?? { start, end: start + 1 },
      severity,
      message:
        severity === 'error'
          ? say(
              `The key \`{0}\` is missing or empty here, so ${refusal(document, workspace, map === document.data ? undefined : field)}.`,
              field.key,
            )
          : severity === 'warning'
            ? say('The key `{0}` is missing or empty here, and Claude Code skips what it belongs to.', field.key)
            : maySuitPlugin
              ? say(
                  'The key `{0}` is missing, so in a project Claude Code finds no server in this file; a plugin may leave it out.',
                  field.key,
                )
              : say('The key `{0}` is missing or empty here; it is expected.', field.key),
      fixes: () =>
        meant
          ? [unwrapped(document, meant, field.key) ?? renaming(document, meant, field.key)]
          : present
            ? filled(document, workspace, map, present, field)
            : lacking(document, workspace, map, field),
    };
  }
}

/** Servers beside the folders of a plugin, which needs no manifest: there they may stand at the top.
 * Claude Code's documentation of plugins, August 2026. */
const isPluginByFolders = ({ uri }: Document, { entries }: DataMap, workspace: Workspace): boolean =>
  workspace.role(uri) === 'mcp' &&
  entries.length > 0 &&
  entries.every(isServer) &&
  ['skills', 'agents', 'commands', 'hooks/hooks.json'].some(
    path => workspace.existence(join(parent(uri), path)) === 'yes',
  );

/** Settings and hooks of plugins are read though a text in them says nothing, as that of a command does.
 * Observed: Claude Code 2.1.330, 30 November 2026. */
const isEmptyText = (entry: Entry | undefined, { type }: Field, { uri }: Document, workspace: Workspace): boolean =>
  type.is === 'text' &&
  entry?.value?.is === 'scalar' &&
  typeof entry.value.value === 'string' &&
  ['settings', 'hooks'].includes(workspace.role(uri));

/** The hooks of a plugin, whose validator refuses a file without them; other programs have files of that name too.
 * Observed: Claude Code 2.1.330, 29 November 2026. */
const isOfPlugin = ({ uri }: Document, workspace: Workspace): boolean =>
  workspace.role(uri) === 'hooks' && workspace.plugin(uri)?.root === parent(parent(uri));

/** What an empty key surely says, where that is known. */
function filled(document: Document, workspace: Workspace, map: DataMap, { value }: Entry, field: Field): Fix[] {
  const written = draft(document, workspace, map, field);
  if (value?.is !== 'scalar' || !/^"[^"]/.test(written)) return [];
  return [changeTo(document, value.outer, JSON.parse(written) as string, 'best', written)];
}

/** An empty key where what belongs below it stands beside it would say nothing, and hide that. */
function lacking(document: Document, workspace: Workspace, map: DataMap, field: Field): Fix[] {
  const around = map === document.data ? putAround(document, map, field.key) : ofAddress(document, map, field.key);
  const level = field.key === 'type' ? groupForHook(document, map) : [];
  if (around.length + level.length > 0) return [...around, ...level];
  const add = {
    title: say('Add `{0}`', field.key),
    edits: [jsonAdded(document, map, field.key, draft(document, workspace, map, field))],
    safe: false,
    preferred: true as const,
  };
  return [...(field.key === 'hooks' ? wrapped(document, map) : []), add].map(onlyFirst);
}

/** The repository that an address names, where the address alone is there. */
function ofAddress({ uri }: Document, map: DataMap, key: string): Fix[] {
  const url = key === 'repo' ? entryOf(map, 'url') : undefined;
  const repo = url && sourceElsewhere(textAt(map, 'url') ?? '')?.repo;
  if (!url || repo === undefined) return [];
  const edits = [{ uri, span: url.span, text: `"repo": ${JSON.stringify(repo)}` }];
  return [{ title: say('Write `{0}`', `"repo": "${repo}"`), edits, safe: false, preferred: true }];
}

/** Another key that says which of a few sorts something is, as this one should. */
const tagOf = (map: DataMap, { type }: Field): Entry | undefined =>
  map.entries.find(
    ({ key, value }) =>
      type.is === 'choice' &&
      ['type', 'kind', 'provider'].includes(key.text) &&
      value?.is === 'scalar' &&
      type.values.some(each => each.value === value.text),
  );

/** What belongs below a key that is not there, and stands at the top. */
function putAround(document: Document, map: DataMap, key: string): Fix[] {
  const isBelow = key === 'hooks' ? isOfEvent : key === 'mcpServers' ? isServer : undefined;
  const moved = isBelow ? map.entries.filter(isBelow).map(entry => ({ entry, as: entry.key.text })) : [];
  return moved.length > 0 ? putBelow(document, map, key, moved) : [];
}

/** `"mcp": { "servers": … }`: what stands in it by another word, or by the right one, is all of it that is read. */
function unwrapped({ uri, text }: Document, { value, span }: Entry, key: string): Fix | undefined {
  const inner = value?.is === 'map' ? (entryOf(value, key) ?? insteadOf(value, key, [])) : undefined;
  if (inner?.value?.is !== 'map' || !inner.value.entries.every(isServer)) return undefined;
  const lead = leadOf(text, span.start, 0) ?? '';
  const deeper = (leadOf(text, inner.span.start, 0) ?? lead).slice(lead.length);
  const raw = text.slice(inner.value.span.start, inner.value.span.end).replaceAll(`\n${lead}${deeper}`, `\n${lead}`);
  const written = `"${key}": ${raw}`;
  return { title: say('Rename to `{0}`', key), edits: [{ uri, span, text: written }], safe: false, preferred: true };
}

const isOfEvent = ({ key, value }: Entry): boolean => hookEvent(key.text) !== undefined && value?.is === 'list';

const isServer = ({ value }: Entry): boolean =>
  ['command', 'url', 'httpUrl', 'serverUrl'].some(key => entryOf(value, key) !== undefined);

/** A hook that stands where the group around it belongs: `{ "matcher": "Bash", "type": "command", "command": "x" }`. */
function wrapped({ uri, text }: Document, map: DataMap): Fix[] {
  const written = (entries: readonly Entry[]): string => entries.map(({ span }) => text.slice(span.start, span.end)).join(', '); // prettier-ignore
  const hook = map.entries.filter(({ key }) => key.text !== 'matcher');
  if (!hook.some(({ key }) => kindsOfHooks[key.text] !== undefined)) return [];
  const matcher = map.entries.filter(entry => !hook.includes(entry)).map(entry => `${written([entry])}, `);
  const group = `{ ${matcher.join('')}"hooks": [{ ${written(hook)} }] }`;
  const edits = [{ uri, span: map.span, text: group }];
  return [{ title: say('Put it into a list `hooks`'), edits, safe: false, preferred: true }];
}

/** The keys by which a hook shows of which kind it is. */
const kindsOfHooks: Readonly<Record<string, string>> = {
  command: 'command',
  prompt: 'prompt',
  url: 'http',
  tool: 'mcp_tool',
};

/** The folder of a plugin of a marketplace that is called as the plugin is. */
function folderOf(uri: string, workspace: Workspace, map: DataMap): string | undefined {
  const name = textAt(map, 'name');
  const places = name !== undefined && /^[\w.-]+$/.test(name) ? [`./plugins/${name}`, `./${name}`] : [];
  return places.find(place => workspace.existence(join(ownFolder(uri), place)) === 'yes');
}

/** A first value: a name from the folder, the kind that the other keys show, else an empty value of the right type. */
function draft({ uri }: Document, workspace: Workspace, map: DataMap, { key, type }: Field): string {
  const shown = map.entries.find(each => kindsOfHooks[each.key.text] !== undefined)?.key.text;
  const kind = shown === undefined ? undefined : kindsOfHooks[shown];
  if (key === 'type' && type.is === 'choice' && kind && type.values.some(({ value }) => value === kind))
    return JSON.stringify(kind);
  if (key === 'source' && type.is === 'choice') {
    const sorts = [
      ['repo', 'github'],
      ['package', 'npm'],
      ['url', 'url'],
    ] as const;
    return JSON.stringify(sorts.find(([each]) => entryOf(map, each))?.[1] ?? '');
  }
  if (key === 'source' && type.is !== 'choice') return JSON.stringify(folderOf(uri, workspace, map) ?? '');
  if (key === 'name') return JSON.stringify(hyphenated(baseName(parent(parent(uri)))) || 'my-plugin');
  const empty: Partial<Record<ValueType['is'], string>> = { list: '[]', map: '{}', variant: '{}', flag: 'true' };
  return empty[type.is] ?? '""';
}
