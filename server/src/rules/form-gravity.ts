// How grave a value of the wrong shape is.
import { entry as entryOf } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { gravity, type Place } from './fields';
import type { Misfit } from './form-fixes';
import type { Severity } from './rule';

export function gravityOf(place: Place, document: Document, workspace: Workspace, misfit: Misfit): Severity {
  switch (misfit) {
    case 'lines':
      return 'warning';
    case 'null':
      return ofNull(place, document, workspace);
    case 'taste':
    case 'list':
      return 'information';
    case 'shape':
    case 'number':
    case 'quoted':
      return isListOfHooks(place, document, workspace) ? 'error' : gravity(place.field, document, workspace);
    default:
      return misfit satisfies never;
  }
}

/** Settings with `null` behind a key of any form were dropped as a whole, of 11 keys each. What becomes of other files, and of `null`
 * deeper down, was not seen. Observed: Claude Code 2.1.330, 30 November 2026. */
function ofNull({ field, data }: Place, document: Document, workspace: Workspace): Severity {
  if (field.onInvalid !== 'file-dropped') return 'information';
  return workspace.role(document.uri) === 'settings' && isOnTop(document, field.key, data) ? 'error' : 'warning';
}

/** Settings whose hooks are a list with something in it are dropped, unlike those with other malformed hooks.
 * Observed: Claude Code 2.1.330, 29 November 2026. */
const isListOfHooks = ({ field, data }: Place, document: Document, workspace: Workspace): boolean =>
  field.key === 'hooks' &&
  data.is === 'list' &&
  data.items.length > 0 &&
  isOnTop(document, 'hooks', data) &&
  workspace.role(document.uri) === 'settings';

const isOnTop = ({ data: keys }: Document, key: string, data: Place['data']): boolean =>
  keys?.is === 'map' && data === entryOf(keys, key)?.value;
