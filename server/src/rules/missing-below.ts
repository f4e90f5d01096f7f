// Keys that a map below a known key of front matter must have, and that are missing.
import type { Field } from '../dialects/dialect';
import type { Entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import type { Workspace } from '../workspace/workspace';
import { removingEntry } from './edits';
import { entriesWithMaps, fieldsIn, gravity, isNothing, speakers } from './fields';
import { belowHooks } from './handler-group';
import { insteadOf, renaming } from './other-word';
import { say, type Finding, type Message, type Severity } from './rule';

/** Keys that a map below a known key must have, such as the `type` of a hook. */
export function* missingBelow(document: Document, workspace: Workspace): Iterable<Finding> {
  for (const known of entriesWithMaps(document, workspace)) {
    const { entry, layers } = known;
    const told = new Set<string>();
    for (const { field, dialect } of speakers(layers)) {
      if (field.ignored !== undefined) continue;
      for (const { type, data, field: owner } of known.places(field, field.type)) {
        if (data.is !== 'map') continue;
        const inner = fieldsIn(type, data, owner);
        if (type.is === 'map') yield* emptied(data.entries, inner, document, workspace);
        const keys = inner.map(({ key }) => key);
        for (const wanted of inner) {
          if (wanted.required === 'no' || data.entries.some(({ key }) => key.text === wanted.key)) continue;
          const place = `${data.span.start} ${wanted.key}`;
          if (told.has(place)) continue;
          told.add(place);
          const severity = gravity(wanted, document, workspace);
          const message = wanted.adopted
            ? say('The key `{0}` is missing here. {1} expects it.', wanted.key, dialect.title)
            : lacking(wanted.key, dialect.title, severity);
          const meant = insteadOf(data, wanted.key, keys);
          yield {
            span: meant?.key.span ?? spanOf(data.entries, entry),
            severity,
            message,
            fixes: () =>
              meant
                ? [renaming(document, meant, wanted.key)]
                : wanted.key === 'hooks'
                  ? belowHooks(document, data)
                  : [],
          };
        }
      }
    }
  }
}

/** Keys with nothing behind them, such as `matcher:`, for which the agent is not loaded. Observed: Claude Code 2.1.330,
 * 30 November 2026. */
function* emptied(
  entries: readonly Entry[],
  fields: readonly Field[],
  document: Document,
  workspace: Workspace,
): Iterable<Finding> {
  for (const entry of entries) {
    const field = fields.find(({ key }) => key === entry.key.text);
    if (!field || field.nullable || field.onInvalid !== 'file-dropped' || !isNothing(entry)) continue;
    const severity = gravity(field, document, workspace);
    if (severity !== 'error') continue;
    yield {
      span: entry.key.span,
      severity,
      message: say('`{0}` has no value here, and Claude Code does not load the agent because of it.', field.key),
      // The first key of an item stands behind its hyphen.
      fixes: () => (field.required === 'no' && entry !== entries[0] ? [removingEntry(document, entry, 'best')] : []),
    };
  }
}

const lacking = (key: string, dialect: string, severity: Severity): Message =>
  severity === 'error'
    ? say('The key `{0}` is missing here, and Claude Code does not load the agent because of it.', key)
    : severity === 'warning'
      ? say('The key `{0}` is missing here; Claude Code skips the entry.', key)
      : say('The key `{0}` is missing here; {1} expects it.', key, dialect);

const spanOf = (entries: readonly Entry[], top: Entry): Span => entries[0]?.key.span ?? top.key.span;
