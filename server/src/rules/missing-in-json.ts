// Keys that a JSON file must have, at its top and in the maps below.
import type { Field, ValueType } from '../dialects/dialect';
import { entry as entryOf, textAt, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, join, ownFolder, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { hyphenated } from './drafts';
import { changeTo, onlyFirst } from './edits';
import { fieldsIn, gravity, isEmpty, knownEntries, refusal } from './fields';
import { jsonAdded } from './json-edits';
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
    const severity = field.required === 'yes' ? gravity(field, document, workspace) : 'information';
    const { start } = map.span;
    const known = fields.map(({ key }) => key);
    const meant = present ? undefined : insteadOf(map, field.key, known);
    yield {
      span: (present ?? meant)?.key.span ?? { start, end: start + 1 },
      severity,
      message:
        severity === 'error'
          ? say(`The key \`{0}\` is missing or empty here, so ${refusal(document, workspace)}.`, field.key)
          : severity === 'warning'
            ? say('The key `{0}` is missing or empty here, and Claude Code passes over what it belongs to.', field.key)
            : say('The key `{0}` is missing or empty here; it is expected.', field.key),
      fixes: () =>
        meant
          ? [renaming(document, meant, field.key)]
          : present
            ? filled(document, workspace, map, present, field)
            : [
                ...(field.key === 'hooks' ? wrapped(document, map) : []),
                {
                  title: say('Add `{0}`', field.key),
                  edits: [jsonAdded(document, map, field.key, draft(document, workspace, map, field))],
                  safe: false,
                  preferred: true as const,
                },
              ].map(onlyFirst),
    };
  }
}

/** What an empty key surely says, where that is known. */
function filled(document: Document, workspace: Workspace, map: DataMap, { value }: Entry, field: Field): Fix[] {
  const written = draft(document, workspace, map, field);
  if (value?.is !== 'scalar' || !/^"[^"]/.test(written)) return [];
  return [changeTo(document, value.outer, JSON.parse(written) as string, 'best', written)];
}

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
  if (key === 'source' && type.is !== 'choice') return JSON.stringify(folderOf(uri, workspace, map) ?? '');
  if (key === 'name') return JSON.stringify(hyphenated(baseName(parent(parent(uri)))));
  const empty: Partial<Record<ValueType['is'], string>> = { list: '[]', map: '{}', variant: '{}', flag: 'true' };
  return empty[type.is] ?? '""';
}
