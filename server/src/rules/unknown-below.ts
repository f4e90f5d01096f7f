// Keys below a known key that nothing reads: of a server, a hook, a group of settings.
import type { Field } from '../dialects/dialect';
import { entry as entryOf, type DataMap, type Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Layer } from '../workspace/schema';
import type { Workspace } from '../workspace/workspace';
import { entriesWithMaps, fieldsIn, refusal, speakers } from './fields';
import { nearMiss, renames } from './near-key';
import { say, type Edit, type Finding, type Fix } from './rule';
import { isPlural, isWordOfOthers } from './slip';
import { sunkKeys } from './sunk-key';

/** Below a known key, where others than the known keys are an error, or are clearly meant as one of them. */
export function* unknownBelowKeys(document: Document, workspace: Workspace): Iterable<Finding> {
  for (const known of entriesWithMaps(document, workspace)) {
    const { entry, layers } = known;
    const told = new Set<number>();
    for (const layer of speakers(layers)) {
      for (const { type, data, field: owner } of known.places(layer.field, layer.field.type)) {
        if (data.is !== 'map' || (type.is !== 'map' && type.is !== 'variant')) continue;
        // Of an event that does not exist the rule of hooks tells.
        if (entry.key.text === 'hooks' && data === entry.value && !owner.adopted) continue;
        for (const finding of type.is === 'variant' ? withoutTag(document, type.tag, data) : []) {
          told.add(finding.span.start);
          yield finding;
        }
        const fields = fieldsIn(type, data, owner);
        const isOpen = type.is === 'variant' || type.open;
        for (const inner of data.entries) {
          const finding = unknownBelow(document, workspace, layer, {
            fields,
            isOpen,
            owner,
            top: entry,
            entries: data,
            inner,
          });
          if (!finding || told.has(finding.span.start)) continue;
          told.add(finding.span.start);
          yield finding;
        }
      }
    }
  }
  yield* sunkKeys(document, workspace);
}

/** What authors, and other programs, call keys below others. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  allow: ['allowed', 'allowedTools', 'allowList', 'allowlist'],
  deny: [
    'denied',
    'deniedTools',
    'denyList',
    'denylist',
    'disallow',
    'disallowed',
    'disallowedTools',
    'block',
    'blocked',
  ],
  defaultMode: ['mode', 'default', 'permissionMode'],
  matcher: ['match', 'pattern', 'tool', 'toolName', 'tool_name'],
  timeout: ['timeoutSec', 'timeoutMs', 'timeout_ms', 'timeoutSeconds'],
  env: ['environment'],
  args: ['arguments', 'argv', 'params', 'parameters'],
  ref: ['branch', 'tag'],
  sha: ['commit', 'commitSha', 'hash', 'rev', 'revision'],
};

/** Where a time is in milliseconds: of a server, not of a hook. */
const isOfServer = (fields: readonly Field[]): boolean =>
  fields.some(({ key, type }) => key === 'timeout' && type.is === 'number' && type.minimum === 1000);

/** `timeoutMs` says the same in seconds. */
function inSeconds({ uri }: Document, { key, value }: Entry): Edit[] {
  if (!/ms$/i.test(key.text) || value?.is !== 'scalar' || typeof value.value !== 'number') return [];
  return [{ uri, span: value.span, text: String(Math.max(1, Math.ceil(value.value / 1000))) }];
}

interface Below {
  readonly fields: readonly Field[];
  readonly isOpen: boolean;
  readonly owner: Field;
  readonly top: Entry;
  readonly entries: DataMap;
  readonly inner: Entry;
}

function unknownBelow(
  document: Document,
  workspace: Workspace,
  { dialect }: Layer,
  { fields, isOpen, owner, top, entries, inner }: Below,
): Finding | undefined {
  const name = inner.key.text;
  if (name === '' || fields.some(({ key }) => key === name)) return undefined;
  const fatal = !isOpen && document.language === 'json' && owner.onInvalid === 'file-dropped';
  const known = fields.map(({ key }) => key);
  const plural = known.find(key => isPlural(name, key) && entryOf(entries, key) === undefined);
  const isJson = document.language === 'json';
  const other = known.find(key => otherWords[key]?.includes(name) && entryOf(entries, key) === undefined);
  const meant =
    (isWordOfOthers(name) ? undefined : nearMiss(entries, name, known)) ?? (isJson ? (plural ?? other) : undefined);
  // Where others may stand, only what stands for one that is not there.
  if (isOpen && (meant === undefined || owner.adopted)) return undefined;
  const fixes = (): Fix[] => {
    const renamed = meant === undefined ? [] : renames(document, entries, inner, meant, true);
    const time = meant === 'timeout' && !isOfServer(fields) ? inSeconds(document, inner) : [];
    return renamed.map(fix => ({ ...fix, edits: [...fix.edits, ...time] }));
  };
  const { span } = inner.key;
  if (owner.adopted)
    return { span, severity: owner.adopted, message: say('{0} has no key `{1}` here.', dialect.title, name), fixes };
  return {
    span,
    ...(fatal
      ? { severity: 'error' as const }
      : meant === undefined
        ? { tag: 'unused' as const }
        : { severity: 'warning' as const }),
    message: fatal
      ? say(`\`{0}\` does not know \`{1}\`; ${refusal(document, workspace)}.`, owner.key, name)
      : say('`{0}` does not know `{1}`.', top.key.text, name),
    fixes,
  };
}

/** The key that says of which sort something is, misspelt. */
function* withoutTag(document: Document, tag: string, data: DataMap): Iterable<Finding> {
  for (const entry of data.entries) {
    if (nearMiss(data, entry.key.text, [tag]) === undefined) continue;
    const message = say('`{0}` is not known here; which keys are depends on `{1}`.', entry.key.text, tag);
    yield { span: entry.key.span, message, fixes: () => renames(document, data, entry, tag, true) };
  }
}
