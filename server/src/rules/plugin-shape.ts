// A plugin of a marketplace that is named alone, by its name or folder: its entry, where the folder is there.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { baseName, join, ownFolder } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import type { Place } from './fields';
import { say, type Fix } from './rule';

export function pluginByName({ uri }: Document, workspace: Workspace, { field, data }: Place, span: Span): Fix[] {
  const isEntry = field.key === 'plugins' && workspace.role(uri) === 'marketplace';
  if (!isEntry || data.is !== 'scalar' || typeof data.value !== 'string') return [];
  const bare = data.text.replace(/^\.?\/+|\/+$/g, '');
  if (!/^[\w./-]+$/.test(bare) || bare.split('/').includes('..')) return [];
  const source = [`./${bare}`, `./plugins/${bare}`].find(
    place => workspace.existence(join(ownFolder(uri), place)) === 'yes',
  );
  if (source === undefined) return [];
  const text = `{ "name": ${JSON.stringify(baseName(bare))}, "source": ${JSON.stringify(source)} }`;
  return [{ title: say('Write it as keys with values'), edits: [{ uri, span, text }], safe: false, preferred: true }];
}
