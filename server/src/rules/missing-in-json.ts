// Keys that a JSON file must have, at its top and in the maps below.
import type { Field, ValueType } from '../dialects/dialect';
import { entry as entryOf, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { hyphenated } from './drafts';
import { fieldsIn, gravity, isEmpty, knownEntries, refusal } from './fields';
import { jsonAdded } from './json-edits';
import { insteadOf, renaming } from './other-word';
import { say, type Finding } from './rule';

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
            ? []
            : [
                {
                  title: say('Add `{0}`', field.key),
                  edits: [jsonAdded(document, map, field.key, draft(document, field))],
                  safe: false,
                  preferred: true,
                },
              ],
    };
  }
}

/** A first value: a name from the folder, else an empty value of the right type. */
function draft({ uri }: Document, { key, type }: Field): string {
  if (key === 'name') return JSON.stringify(hyphenated(baseName(parent(parent(uri)))));
  const empty: Partial<Record<ValueType['is'], string>> = { list: '[]', map: '{}', variant: '{}', flag: 'true' };
  return empty[type.is] ?? '""';
}
