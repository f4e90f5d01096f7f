// Enters a key in the `fields` of `agentwright.json`, which is created where there is none.
import { entry as entryOf, type DataMap } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Edit } from './rule';

/** The edit, or undefined where the configuration is a closed file, whose text is not at hand. */
export function addKnownField({ uri }: Document, workspace: Workspace, key: string): Edit | undefined {
  const kind = workspace.schema(uri)?.kind.role;
  const root = workspace.paths.root(uri);
  if (kind === undefined || root === undefined) return undefined;
  const at = configOf(uri, root, workspace);
  if (at === undefined) {
    const create = `${JSON.stringify({ fields: { [kind]: [key] } }, undefined, 2)}\n`;
    return { uri: join(root, 'agentwright.json'), create };
  }
  const config = workspace.document(at);
  return config?.data?.is === 'map' ? inserted(config.uri, config.data, kind, key) : undefined;
}

/** The nearest configuration above a file. */
function configOf(uri: string, root: string, workspace: Workspace): string | undefined {
  for (let folder = parent(uri); folder.length >= root.length; folder = parent(folder)) {
    const at = join(folder, 'agentwright.json');
    if (workspace.paths.has(at)) return at;
  }
  return undefined;
}

function inserted(uri: string, data: DataMap, kind: string, key: string): Edit | undefined {
  const name = JSON.stringify(key);
  const fields = entryOf(data, 'fields');
  if (!fields) return first(uri, data, `"fields": { ${JSON.stringify(kind)}: [${name}] }`);
  if (fields.value?.is !== 'map') return undefined;
  const list = entryOf(fields.value, kind);
  if (!list) return first(uri, fields.value, `${JSON.stringify(kind)}: [${name}]`);
  if (list.value?.is !== 'list') return undefined;
  const last = list.value.items.at(-1);
  const offset = last?.span.end ?? list.value.span.start + 1;
  return { uri, span: { start: offset, end: offset }, text: last ? `, ${name}` : name };
}

/** As the first entry of a map. */
function first(uri: string, { span, entries }: DataMap, text: string): Edit {
  const start = span.start + 1;
  return { uri, span: { start, end: start }, text: entries.length > 0 ? ` ${text},` : ` ${text} ` };
}
