// How grave a value of the wrong shape is.
import { entry as entryOf } from '../syntax/data';
import type { Document } from '../syntax/document';
import type { Workspace } from '../workspace/workspace';
import { gravity, type Place } from './fields';
import type { Misfit } from './form-fixes';
import type { Severity } from './rule';
import { readingOf } from './server-reading';

/** How severe it is that a value does not have the shape of its type: it follows from what its reader does then. */
export function gravityOf(place: Place, document: Document, workspace: Workspace, misfit: Misfit): Severity {
  if (isRule(place, document, workspace) || isModel(place, document)) return 'warning';
  const reading = readingOf(document, workspace, place.data);
  if (reading === 'unread') return 'information';
  switch (misfit) {
    case 'lines':
      return 'warning';
    case 'null':
      return reading === 'read' && place.field.onInvalid !== 'file-dropped'
        ? 'warning'
        : ofNull(place, document, workspace);
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

/** Settings with `null` where something else is wanted are dropped as a whole, but for those that take it, and the validator rejects
 * manifests; the hooks of a plugin are not loaded. What becomes of other files was not seen. Observed: Claude Code 2.1.330, 30 November 2026. */
function ofNull({ field, type }: Place, document: Document, workspace: Workspace): Severity {
  if (field.onInvalid !== 'file-dropped') return 'information';
  // An item of a list is not the value itself.
  if (field.nullable && type === field.type) return 'information';
  return ['settings', 'plugin', 'marketplace', 'hooks'].includes(workspace.role(document.uri)) ? 'error' : 'warning';
}

/** Of permission rules one that is no text is skipped, and the others count. Observed: Claude Code 2.1.330, 30 November 2026. */
const isRule = ({ type, field }: Place, { uri }: Document, workspace: Workspace): boolean =>
  type.is === 'call' && ['allow', 'ask', 'deny'].includes(field.key) && workspace.role(uri) === 'settings';

/** A model that is no text is passed over in front matter, whatever its name. Observed: Claude Code 2.1.330, 30 November 2026. */
export const isModel = ({ type, field }: Place, { language }: Document): boolean =>
  type.is === 'reference' && type.to === 'model' && field.onInvalid === 'passed-on' && language === 'markdown';

/** Settings whose hooks are a list with a map in it are dropped, unlike those with other malformed hooks.
 * Observed: Claude Code 2.1.330, 29 November 2026. */
const isListOfHooks = ({ field, data }: Place, document: Document, workspace: Workspace): boolean =>
  field.key === 'hooks' &&
  data.is === 'list' &&
  data.items.some(({ value }) => value?.is === 'map') &&
  isOnTop(document, 'hooks', data) &&
  workspace.role(document.uri) === 'settings';

const isOnTop = ({ data: keys }: Document, key: string, data: Place['data']): boolean =>
  keys?.is === 'map' && data === entryOf(keys, key)?.value;
