// Keys that nearly all siblings of a file have, though no tool is known to read them: those that a repository has made its own.
import { keysOfOthers } from '../rules/siblings';
import type { Ask } from './complete-keys';
import type { Completion } from './completion';

/** Behind all keys that are known. */
const rank = '4';

export function completeSiblings({ workspace, document, schema, spot }: Ask): Completion[] {
  if (spot.path.length > 0 || document.language === 'json') return [];
  const { kind, others, keys } = keysOfOthers(document, workspace);
  const taken = spot.siblings();
  const isFree = (key: string): boolean =>
    !taken.has(key) && !schema.fields.has(key) && (!schema.closed || schema.closed.keys.has(key));
  return keys.flatMap(([key, { all, list }]): Completion[] => {
    if (!/^[\w.-]+$/.test(key) || !isFree(key)) return [];
    const glued = `${spot.lead}${key}:`;
    const asList = list * 2 > all && !spot.flow;
    const written = asList
      ? { text: glued, snippet: `${glued}\n  - $0` }
      : { text: `${glued} `, snippet: `${glued} $0` };
    return [
      {
        label: key,
        kind: 'field',
        span: spot.span,
        sortText: `${rank}${key}`,
        ...(spot.colonAfter || spot.quote !== '' ? { text: key } : written),
        detail: `in ${all} of ${others} other ${kind} here`,
        documentation: () => 'A key of this repository. No tool is known to read it.',
      },
    ];
  });
}
