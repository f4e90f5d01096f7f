// Settings, servers, hooks and manifests in a file whose name or place Claude Code does not look for.
import { hookEvent } from '../dialects/claude/hook-events';
import { entry, scalars } from '../syntax/data';
import type { Document } from '../syntax/document';
import { misnamed, type Misnamed } from '../workspace/misnamed';
import { baseName, join, parent, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isSample } from './file-paths';
import { firstLine } from './first-line';
import { moveTo } from './moving';
import { say, type Finding, type Message } from './rule';

/** Whether a file lies right in `.claude`, where names are told of together with folders. */
export const isInClaude = (uri: string): boolean => /\/\.claude\/[^/]+$/.test(uri);

/** The finding that nobody reads a file, and the fix that gives it the right name. */
export function misnamedJson(document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  const other = misnamed(uri);
  if (!other || !holds(document, other)) return undefined;
  const isFree = workspace.existence(other.to) === 'no';
  const isOfPlugin = !isInClaude(uri) && !isFileOfProject(uri);
  const isManifest = other.meant === 'plugin' || other.meant === 'marketplace';
  if (isManifest && !isFree) return undefined;
  if (isManifest && rootOf(other) === parent(uri) && !isAmongPlugins(document, other, workspace)) return undefined;
  if (isOfPlugin && !(isFree && isPlugin(document, other, workspace))) return undefined;
  // A file beside the right one may be kept on purpose.
  if (/\.json(?:c|5|\.json)$/.test(uri) && !isFree) return undefined;
  // Hooks alone are no settings.
  const canMove = !(isInClaude(uri) && other.meant === 'hooks');
  const name = isInClaude(uri) ? baseName(other.to) : pathBelow(other.to, rootOf(other));
  return {
    span: firstLine(document),
    message: isInClaude(uri) ? say(places[other.meant]) : say(names[other.meant], name),
    fixes: () => (canMove ? moveTo(workspace, uri, other.to, renamedTo(uri, other.to, name)) : []),
  };
}

/** What goes to another folder under the same name is moved. */
const renamedTo = (uri: string, to: string, name: string): Message =>
  baseName(uri) === baseName(to)
    ? say('Move it to `{0}`', baseName(parent(to)))
    : say('Rename the file to `{0}`', name);

/** `.mcp.jsonc`, which no other program reads either. */
const isFileOfProject = (uri: string): boolean => /\/\.mcp\.[^/]+$/i.test(uri);

/** The folder that the file belongs to: servers stand right in it, all else in a folder of their own. */
const rootOf = ({ meant, to }: Misnamed): string => (meant === 'mcp' ? parent(to) : parent(parent(to)));

/** Whether the file lies in a plugin of Claude Code, whose manifest does not name it, and is not one of another program. */
function isPlugin(document: Document, other: Misnamed, workspace: Workspace): boolean {
  const { uri, text } = document;
  if (isSample(uri)) return false;
  const root = rootOf(other);
  const isThere = (path: string): boolean => workspace.existence(join(root, path)) !== 'no';
  if (other.meant === 'plugin' || other.meant === 'marketplace') {
    // What stands right in the folder is known by those beside it.
    if (root === parent(uri) || /\/\.[^/]+\/[^/]+$/.test(uri)) return true;
    // A folder without the dot may hold anything, or be the plugin; it is meant where the components lie beside it.
    const own = pathBelow(parent(uri), root);
    const components = ['agents', 'skills', 'commands'];
    return (
      (components.some(isThere) || listed(document).some(isThere)) &&
      !components.some(each => isThere(`${own}/${each}`))
    );
  }
  // No other program has such names in this folder, nor this variable.
  const isOwn = other.meant === 'hooks' && (baseName(parent(uri)) === 'hooks' || text.includes('CLAUDE_PLUGIN_ROOT'));
  if (!isOwn && ['.cursor-plugin', '.codex-plugin', '.plugin', '.github/plugin'].some(isThere)) return false;
  const plugin = workspace.plugin(uri);
  return plugin?.root === root && !plugin.listed.includes(uri);
}

/** The agents, skills and commands that a manifest names. */
const listed = ({ data }: Document): string[] =>
  ['agents', 'skills', 'commands'].flatMap(key => scalars(entry(data, key)?.value).map(({ text }) => text));

/** Other programs have files of these names where they stand here: it is one of Claude Code where the plugins beside it, or those
 * that it lists, have their manifests where they belong, and no such file. */
function isAmongPlugins({ uri, data }: Document, { meant }: Misnamed, workspace: Workspace): boolean {
  const root = parent(uri);
  const isThere = (path: string): boolean => workspace.existence(path) === 'yes';
  const isPluginIn = (folder: string): boolean =>
    folder !== root && isThere(`${folder}/.claude-plugin/plugin.json`) && !isThere(`${folder}/plugin.json`);
  if (meant === 'plugin') {
    const around = parent(root);
    return workspace.paths.namesIn(around).some(name => isPluginIn(`${around}/${name}`));
  }
  const plugins = entry(data, 'plugins')?.value;
  const sources = plugins?.is === 'list' ? plugins.items.map(({ value }) => entry(value, 'source')?.value) : [];
  return sources.some(source => source?.is === 'scalar' && isPluginIn(join(root, source.text)));
}

/** Whether the keys are those of what the name says: another program may have a file of that name. */
function holds(document: Document, { meant }: Misnamed): boolean {
  const has = (key: string): boolean => entry(document.data, key) !== undefined;
  switch (meant) {
    case 'hooks':
      return hasEvents(document);
    case 'mcp':
      return has('mcpServers');
    case 'settings':
      // A program of one's own may have a file of this name, and a model in it.
      if (/\/config[^/]*$/.test(document.uri)) return hasEvents(document) || hasPermissions(document);
      return ['permissions', 'hooks', 'env', 'model', 'enabledPlugins'].some(has);
    case 'plugin':
      return has('name') && ['version', 'description', 'author'].some(has) && !has('plugins');
    case 'marketplace':
      return has('name') && has('plugins') && has('owner');
    default:
      return meant satisfies never;
  }
}

const places: Readonly<Record<Misnamed['meant'], string>> = {
  settings: 'Claude Code reads `settings.json` and `settings.local.json` in this folder, and no file of this name.',
  mcp: 'Claude Code reads the MCP servers of a project from `.mcp.json` in its topmost folder, and not from here.',
  hooks: 'Claude Code reads the hooks of a project from `.claude/settings.json`, under `hooks`, and not from here.',
  plugin: 'Claude Code reads the manifest of a plugin from `.claude-plugin/plugin.json`, and not from here.',
  marketplace: 'Claude Code reads a marketplace from `.claude-plugin/marketplace.json`, and not from here.',
};

const names: typeof places = {
  settings: places.settings,
  mcp: 'Claude Code reads MCP servers from `{0}`, by exactly this name, and finds none in this file. Rename it.',
  hooks: 'Claude Code reads the hooks of a plugin from `{0}`, and none of this file ever runs. Rename it.',
  plugin: 'Claude Code reads the manifest of a plugin from `{0}`, and does not see this file. Rename it.',
  marketplace: 'Claude Code reads a marketplace from `{0}`, and does not see this file. Rename it.',
};

function hasPermissions({ data }: Document): boolean {
  const permissions = entry(data, 'permissions')?.value;
  return (
    permissions?.is === 'map' && ['allow', 'deny', 'ask'].some(key => entry(permissions, key)?.value?.is === 'list')
  );
}

/** Whether hooks of Claude Code stand in it, and not those of another program. */
export function hasEvents({ data }: Document): boolean {
  const hooks = entry(data, 'hooks')?.value;
  return hooks?.is === 'map' && hooks.entries.some(({ key }) => hookEvent(key.text));
}
