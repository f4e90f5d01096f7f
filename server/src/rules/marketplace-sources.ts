// The places of plugins that a `marketplace.json` names by path: which of them Claude Code refuses or does not find.
import { entry as entryOf, type Data, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, isBelow, join, ownFolder, parent, pathBelow } from '../workspace/uris';
import { isBareSource } from '../workspace/surroundings';
import type { Workspace } from '../workspace/workspace';
import { changeTo, second } from './edits';
import { nearest } from './nearest';
import { nearestPath } from './nearest-files';
import { say, type Finding, type Fix } from './rule';

/** The entries of a marketplace. */
export function pluginEntries({ data }: Document): Data[] {
  const plugins = entryOf(data, 'plugins')?.value;
  return plugins?.is === 'list' ? plugins.items.flatMap(({ value }) => (value ? [value] : [])) : [];
}

export function* judgeSources(document: Document, workspace: Workspace): Iterable<Finding> {
  const entries = pluginEntries(document);
  for (const entry of entries) yield* judgeRepository(document, entryOf(entry, 'source')?.value);
  const sources = entries.flatMap(entry => textAt(entry, 'source') ?? []);
  const root = textAt(entryOf(document.data, 'metadata')?.value, 'pluginRoot');
  const bare = sources.filter(({ text }) => isBareSource(text));
  const ofRoot = root && bare.length > 0 ? judgeRoot(document, workspace, root) : undefined;
  if (ofRoot) yield ofRoot;
  for (const source of sources) {
    // What is wrong with the folder around them is said of that one.
    const finding =
      root && isBareSource(source.text)
        ? ofRoot
          ? undefined
          : missing(document, workspace, source, join(ownFolder(document.uri), root.text))
        : judgeSource(document, workspace, source);
    if (finding) yield finding;
  }
}

function textAt(data: Data | undefined, key: string): Scalar | undefined {
  const value = entryOf(data, key)?.value;
  return value?.is === 'scalar' && typeof value.value === 'string' ? value : undefined;
}

function judgeRoot(document: Document, workspace: Workspace, { text, span }: Scalar): Finding | undefined {
  const consequence = 'so no plugin that is listed by its bare name can be installed';
  if (text === '' || /^[/\\~]|^[A-Za-z]:/.test(text) || text.split('/').includes('..')) {
    return {
      span,
      message: say('`pluginRoot` must be a folder inside the marketplace, such as `./plugins`, {0}.', consequence),
    };
  }
  const folder = join(ownFolder(document.uri), text);
  if (folder === ownFolder(document.uri) || workspace.existence(folder) !== 'no') return undefined;
  return { span, message: say('There is no folder `{0}`, {1}.', text, consequence), severity: 'warning' };
}

function judgeSource(document: Document, workspace: Workspace, source: Scalar): Finding | undefined {
  const { text, span } = source;
  const base = ownFolder(document.uri);
  const elsewhere = sourceElsewhere(text);
  if (elsewhere) {
    return {
      span,
      message: say(
        'A source written as text is a folder of the marketplace and begins with `./`; any other source is written with keys. The plugin cannot be installed.',
      ),
      fixes: () => [written(document, source, elsewhere)],
    };
  }
  const fixes = (): Fix[] => sourceFixes(document, workspace, source, base);
  if (text.split(/[\\/]/).includes('..')) {
    return {
      span,
      message: say(
        'The path may not contain `..`: it counts from the folder that holds `.claude-plugin`. The plugin cannot be installed.',
      ),
      fixes,
    };
  }
  if (isBareSource(text)) {
    return {
      span,
      message: say(
        'A bare name counts from `metadata.pluginRoot`, which is not set, so the plugin cannot be installed. Write a path that begins with `./`.',
      ),
      fixes,
    };
  }
  if (text !== '.' && !text.startsWith('./')) {
    return { span, message: say('The path must begin with `./`, or the plugin cannot be installed.'), fixes };
  }
  return missing(document, workspace, source, base);
}

/** `https://github.com/a/b`, `github:a/b` or the address of another repository, as keys with values. */
export function sourceElsewhere(text: string): Readonly<Record<string, string>> | undefined {
  const repo =
    /^(?:(?:git\+)?https?:\/\/(?:www\.)?github\.com\/|git@github\.com:|github:|gh:)([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      text,
    )?.[1];
  if (repo !== undefined) return { source: 'github', repo };
  return /^(?:https?:\/\/|git@)\S+\.git$/.test(text) ? { source: 'url', url: text } : undefined;
}

const written = ({ uri }: Document, source: Scalar, keys: Readonly<Record<string, string>>): Fix => {
  const pairs = Object.entries(keys).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  const edits = [{ uri, span: source.outer, text: `{ ${pairs.join(', ')} }` }];
  return { title: say('Write it as keys with values'), edits, safe: false, preferred: true };
};

/** `repo` of a source on GitHub is `owner/name`, and nothing of an address around it. */
function* judgeRepository(document: Document, source: Data | undefined): Generator<Finding> {
  const repo = textAt(source, 'source')?.text === 'github' ? textAt(source, 'repo') : undefined;
  if (!repo || /^[\w.-]+\/[\w.-]+(?<!\.git)$/.test(repo.text) || repo.text === '') return;
  const meant =
    /^(?:(?:git\+)?https?:\/\/|(?:ssh:\/\/)?git@)?(?:(?:www\.)?github(?:\.com)?[/:])?@?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      repo.text,
    )?.[1];
  yield {
    span: repo.span,
    severity: 'warning',
    message: say('`repo` is the owner and the name of a repository on GitHub, as in `ada/tools`.'),
    fixes: () => (meant === undefined ? [] : [changeTo(document, repo.span, meant, 'best')]),
  };
}

/** The source of a plugin is its folder. */
function isFile(document: Document, { span, text }: Scalar): Finding {
  const folder = text.replace(/\/(?:\.claude-plugin\/)?[^/]+$/, '');
  return {
    span,
    severity: 'warning',
    message: say('The source of a plugin is its folder, and this is a file.'),
    fixes: () => [changeTo(document, span, folder === '.' ? './' : folder, 'best')],
  };
}

function missing(document: Document, workspace: Workspace, source: Scalar, base: string): Finding | undefined {
  const uri = join(base, source.text);
  if (workspace.paths.has(uri)) return isFile(document, source);
  if (uri === base || workspace.existence(uri) !== 'no') return undefined;
  // The folder of a submodule may be empty here, and empty folders are not listed.
  const root = workspace.paths.root(document.uri) ?? base;
  if (workspace.existence(join(root, '.gitmodules')) === 'yes') return undefined;
  return {
    span: source.span,
    severity: 'warning',
    message: say(
      'There is no folder `{0}`, so the plugin cannot be installed.',
      pathBelow(uri, ownFolder(document.uri)),
    ),
    fixes: () => sourceFixes(document, workspace, source, base),
  };
}

/** The same path from the right folder, where that exists; else the plugins whose folders are called alike. */
function sourceFixes(document: Document, workspace: Workspace, source: Scalar, base: string): Fix[] {
  const { text, span } = source;
  const root = ownFolder(document.uri);
  const clean = text.replace(/\\/g, '/').replace(/^([A-Za-z]:)?(\.{0,2}\/)+/, '');
  const there = clean === '' || clean.split('/').includes('..') ? undefined : join(root, clean);
  if (there !== undefined && workspace.existence(there) === 'yes')
    return [changeTo(document, span, `./${clean}`, 'best')];
  // A bare name stays one.
  const prefix = base === root ? './' : '';
  const byName = new Map<string, string>();
  for (const uri of workspace.paths.below(base)) {
    const plugin = parent(parent(uri));
    if (!uri.endsWith('/.claude-plugin/plugin.json') || plugin === root || !isBelow(plugin, base)) continue;
    const path = pathBelow(plugin, base);
    if (base === root || !path.includes('/')) byName.set(baseName(plugin), path);
  }
  const name = clean.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const same = byName.get(name);
  if (same !== undefined) return [changeTo(document, span, `${prefix}${same}`, 'best')];
  const near = clean === '' ? undefined : nearestPath(workspace, base, clean);
  if (near !== undefined) return [changeTo(document, span, prefix + near, 'best')];
  const named = nearest(name, byName.keys()).map(near => changeTo(document, span, `${prefix}${byName.get(near)!}`));
  const repo = /^\w[\w.-]*\/[\w.-]+$/.test(text)
    ? [second(written(document, source, { source: 'github', repo: text }))]
    : [];
  return [...named, ...repo];
}
