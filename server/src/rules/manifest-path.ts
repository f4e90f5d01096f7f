// Paths in `plugin.json` and `marketplace.json` that Claude Code refuses, or that lead nowhere.
import { entry as entryOf, scalars, type Data, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changesTo, changeTo, second } from './edits';
import { refusal } from './fields';
import { judgeSources, pluginEntries } from './marketplace-sources';
import { jsonList } from './json-list';
import { withoutData } from './json-removal';
import { nearestFiles, nearestPath } from './nearest-files';
import { defineRule, say, type Finding, type Fix } from './rule';

const plugin = (keys: string): string => `-- .claude-plugin/plugin.json --\n{ "name": "p", ${keys} }\n`;
const market = (keys: string, metadata = ''): string =>
  `-- .claude-plugin/marketplace.json --\n{ "name": "m",${metadata} "plugins": [{ "name": "p", ${keys} }] }\n` +
  '-- plugins/tools/.claude-plugin/plugin.json --\n{ "name": "tools" }\n';
const pluginRoot = (folder: string): string => ` "metadata": { "pluginRoot": "${folder}" },`;
const agents = '-- agents/a.md --\n---\nname: a\ndescription: Works.\n---\n';

const skillOfMore = '-- more/a/SKILL.md --\n---\nname: a\ndescription: Works.\n---\nWork.\n';

export default defineRule({
  id: 'manifest-path',
  severity: 'error',
  reach: { names: ['exists'] },
  roles: role => role === 'plugin' || role === 'marketplace',
  summary: 'A path in `plugin.json` or `marketplace.json` that Claude Code refuses, or that leads nowhere.',
  why:
    'Paths of components begin with `./` and stay inside the plugin; those of agents end in `.md`, those of hooks in ' +
    '`.json`. Of one that does not, the validator of Claude Code rejects the whole plugin. The `source` of a plugin in a ' +
    'marketplace begins with `./`, without `..`, and counts from the folder that holds `.claude-plugin`; a bare name counts ' +
    'from `metadata.pluginRoot`. Of another one the validator rejects the marketplace, and the plugin cannot be installed; ' +
    'nor can one whose folder does not exist, of which the validator says nothing.',
  source:
    'Observed: `claude plugin validate` of Claude Code 2.1.330, 24 November 2026, and `claude plugin install`, 28 November 2026.',
  examples: [
    { bad: plugin('"agents": ["<|agents/a.md|>"]') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    {
      bad: plugin('"agents": "<|agents/a.md, ./agents/a.md|>"') + agents,
      good: plugin('"agents": ["./agents/a.md", "./agents/a.md"]') + agents,
    },
    {
      bad: plugin('"agents": ["<|.\\\\agents\\\\a.md|>"]') + agents,
      good: plugin('"agents": ["./agents/a.md"]') + agents,
    },
    { bad: plugin('"agents": ["<|./agents/a.md,|>"]') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    { bad: plugin('"agents": "<|./agents/|>"') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    { bad: plugin('"commands": "<|../shared/|>"') },
    { bad: plugin('"hooks": "<|./hooks.md|>"') + '-- hooks.md --\nHooks.\n' },
    { bad: plugin('"agents": ["<|./agents/aa.md|>"]') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    { bad: plugin('"skills": "."') },
    {
      bad: plugin('"skills": ["<|./more/a/SKILL.md|>"]') + skillOfMore,
      good: plugin('"skills": ["./more/a"]') + skillOfMore,
    },
    { bad: plugin('"skills": "<|./nowhere/|>", "license": "MIT"'), good: plugin('"license": "MIT"') },
    {
      bad:
        plugin('"agents": "./agents/a.md", "commands": "./commands/", "hooks": {}') +
        agents +
        '-- commands/c.md --\nWork.\n',
    },
    { bad: market('"source": "<|plugins/tools|>"'), good: market('"source": "./plugins/tools"') },
    { bad: market('"source": "<|../plugins/tools|>"'), good: market('"source": "./plugins/tools"') },
    { bad: market('"source": "<|./plugins/tool|>"'), good: market('"source": "./plugins/tools"') },
    { bad: market('"source": "<|./plugin/tols|>"'), good: market('"source": "./plugins/tools"') },
    { bad: market('"source": "<|tools|>"'), good: market('"source": "./plugins/tools"') },
    {
      bad: market('"source": "<|tool|>"', pluginRoot('./plugins')),
      good: market('"source": "tools"', pluginRoot('./plugins')),
    },
    { bad: market('"source": "tools"', pluginRoot('<|../plugins|>')) },
    { bad: market('"source": "tools"', pluginRoot('<|./plugin|>')) },
    {
      bad: market('"source": "./plugins/tools", "agents": "<|agents/a.md|>"'),
      good: market('"source": "./plugins/tools", "agents": "./agents/a.md"'),
    },
    { bad: market('"source": "tools"', pluginRoot('plugins')) },
    { bad: market('"source": "./", "agents": "./gone.md"', pluginRoot('../unused')) },
    {
      bad: market('"source": "<|https://github.com/a/b.git|>"'),
      good: market('"source": { "source": "github", "repo": "a/b" }'),
    },
    {
      bad: market('"source": "<|a/b|>"'),
      good: market('"source": { "source": "github", "repo": "a/b" }'),
    },
    {
      bad: market('"source": "<|github:a/b|>"'),
      good: market('"source": { "source": "github", "repo": "a/b" }'),
    },
    {
      bad: market('"source": "<|https://example.com/a.git|>"'),
      good: market('"source": { "source": "url", "url": "https://example.com/a.git" }'),
    },
    { bad: market('"source": { "source": "github", "repo": "a/b" }') },
    {
      bad: market('"source": "<|./plugins/tools/.claude-plugin/plugin.json|>"'),
      good: market('"source": "./plugins/tools"'),
    },
    ...['https://github.com/a/b.git', 'git@github.com:a/b.git', 'github.com/a/b', '@a/b', 'a/b.git', 'a/b/'].map(
      repo => ({
        bad: market(`"source": { "source": "github", "repo": "<|${repo}|>" }`),
        good: market('"source": { "source": "github", "repo": "a/b" }'),
      }),
    ),
    { bad: market('"source": { "source": "github", "repo": "<|tools|>" }') },
  ],
  *check(document, workspace) {
    const found: (Finding | undefined)[] = [];
    const role = workspace.role(document.uri);
    if (role === 'plugin') found.push(...places(document.data, document, workspace).map(inPlugin));
    if (role === 'marketplace') {
      yield* judgeSources(document, workspace);
      // Where a plugin of a marketplace lies is not always known, so of its components the form alone is judged.
      for (const plugin of pluginEntries(document)) found.push(...places(plugin, document, workspace).map(formOf));
    }
    for (const finding of found) if (finding) yield finding;
  },
});

/** A path of a component, with the key that it stands under. */
interface Place {
  readonly document: Document;
  readonly workspace: Workspace;
  readonly key: string;
  readonly ending: string | undefined;
  readonly path: Scalar;
}

const components: readonly { readonly key: string; readonly ending: string | undefined }[] = [
  { key: 'agents', ending: '.md' },
  { key: 'hooks', ending: '.json' },
  { key: 'commands', ending: undefined },
  { key: 'skills', ending: undefined },
  { key: 'outputStyles', ending: undefined },
  { key: 'workflows', ending: undefined },
  { key: 'mcpServers', ending: undefined },
  { key: 'lspServers', ending: undefined },
  { key: 'themes', ending: undefined },
  { key: 'monitors', ending: '.json' },
];

const places = (plugin: Data | undefined, document: Document, workspace: Workspace): Place[] =>
  components.flatMap(({ key, ending }) =>
    pathsOf(entryOf(plugin, key)?.value).map(path => ({ document, workspace, key, ending, path })),
  );

/** A path, a list of them, or commands by name, each with its `source`. */
function pathsOf(value: Data | undefined): Scalar[] {
  if (value?.is !== 'map') return scalars(value).filter(scalar => typeof scalar.value === 'string');
  return value.entries.flatMap(each => scalars(entryOf(each.value, 'source')?.value));
}

function inPlugin(place: Place): Finding | undefined {
  const { span, text } = place.path;
  if (text.split('/').includes('..')) {
    return {
      span,
      message: say('A path may not lead out of the plugin with `..`; Claude Code rejects the plugin.'),
      fixes: () => inside(place),
    };
  }
  if (place.key === 'agents' && text.endsWith('/')) return folderOfAgents(place);
  const badForm = formOf(place);
  if (badForm && text.startsWith('./') && place.key === 'agents' && !/\.\w+$/.test(withoutEnd(text)))
    return folderOfAgents(place);
  return badForm ?? fileOfSkill(place) ?? missing(place);
}

/** `skills` wants folders. Observed: Claude Code 2.1.330, 30 November 2026; the plugin loads without that skill. */
function fileOfSkill({ document, key, path }: Place): Finding | undefined {
  const { span, text } = path;
  if (key !== 'skills' || !/[^/]\.(?:md|json)$/i.test(text)) return undefined;
  const folder = /^(.+\/[^/]+)\/SKILL\.md$/.exec(text)?.[1];
  return {
    span,
    severity: 'warning',
    message: say('`skills` lists folders, not files; Claude Code loads nothing from there.'),
    fixes: () => (folder === undefined ? [] : [changeTo(document, span, folder, 'best')]),
  };
}

/** The same path from the folder of the plugin, where something is there. */
function inside({ document, workspace, path }: Place): Fix[] {
  const own = path.text.replace(/^(\.{1,2}\/)+/, '');
  const uri = join(parent(parent(document.uri)), own.replace(/\/+$/, ''));
  const isThere = own !== '' && !own.split('/').includes('..') && workspace.existence(uri) === 'yes';
  return isThere ? [changeTo(document, path.span, `./${own}`, 'best')] : [];
}

function formOf(place: Place): Finding | undefined {
  const { document, workspace, key, ending, path } = place;
  const { span, text } = path;
  const consequence = refusal(document, workspace);
  const parts = text.split(/\s*,\s*/);
  if (parts.length > 1 && parts.every(part => /^[\w./-]*[/.][\w./-]+$/.test(part))) return severalPaths(place, parts);
  // Of skills alone a lone dot is the folder of the plugin. Observed: Claude Code 2.1.330, 30 November 2026.
  if (!text.startsWith('./') && !(text === '.' && key === 'skills')) {
    return {
      span,
      message: say('The path must begin with `./`; {0}.', consequence),
      fixes: () => [
        changeTo(
          document,
          span,
          `./${text
            .trim()
            .replace(/\\/g, '/')
            .replace(/^[.~]?\/+/, '')}`,
          'safe',
        ),
      ],
    };
  }
  if (ending === undefined || text.endsWith(ending)) return undefined;
  const bare = withoutEnd(text);
  return {
    span,
    message: say('The path must end in `{0}`; {1}.', ending, consequence),
    fixes: () => (bare !== text && bare.endsWith(ending) ? [changeTo(document, span, bare, 'best')] : []),
  };
}

/** A blank or a comma at its end is a part of the path. */
const withoutEnd = (text: string): string => text.replace(/[\s,;]+$/, '');

/** One text is one path, commas and all. */
function severalPaths({ document, path }: Place, parts: readonly string[]): Finding {
  const listed = parts.map(part => (part.startsWith('./') ? part : `./${part.replace(/^\/+/, '')}`));
  const inList = /[[,]\s*$/.test(document.text.slice(0, path.outer.start));
  const text = inList
    ? listed.map(part => JSON.stringify(part)).join(', ')
    : jsonList(document, path.outer.start, listed);
  return {
    span: path.span,
    message: say('Claude Code takes this for one path. Write several paths as a list, each in its own quotes.'),
    fixes: () => [
      {
        title: say('Make a list of it'),
        edits: [{ uri: document.uri, span: path.outer, text }],
        safe: false,
        preferred: true,
      },
    ],
  };
}

/** `agents` wants files. */
function folderOfAgents({ document, workspace, path }: Place): Finding {
  return {
    span: path.span,
    message: say('`agents` lists files that end in `.md`, not folders; Claude Code rejects the plugin.'),
    fixes: () => {
      const root = parent(parent(document.uri));
      const folder = join(root, path.text.replace(/\/+$/, ''));
      const files = [...workspace.paths.below(folder)].filter(uri => workspace.role(uri) === 'agent').sort();
      const listed = files.map(uri => JSON.stringify(`./${pathBelow(uri, root)}`));
      const inList = document.text.slice(0, path.outer.start).trimEnd().match(/[[,]$/) !== null;
      const text = inList ? listed.join(', ') : `[${listed.join(', ')}]`;
      const edits = [{ uri: document.uri, span: path.outer, text }];
      return listed.length === 0 ? [] : [{ title: say('List the agents'), edits, safe: false, preferred: true }];
    },
  };
}

function missing({ document, workspace, ending, path }: Place): Finding | undefined {
  const root = parent(parent(document.uri));
  const uri = join(root, path.text.replace(/\/+$/, ''));
  if (uri === root || workspace.existence(uri) !== 'no') return undefined;
  return {
    span: path.span,
    severity: 'warning',
    message: say('There is no `{0}` in the plugin, so nothing is loaded from there.', path.text),
    fixes: () => {
      const near = nearestPath(workspace, root, path.text);
      const files = nearestFiles(document, workspace, path.text.slice(2)).map(file => `./${file}`);
      const all = [...new Set([...(near === undefined ? [] : [near]), ...files])];
      const fitting = all.filter(file => ending === undefined || file.endsWith(ending));
      return [...changesTo(document, path.span, fitting.slice(0, 3)), ...withoutData(document, path, true).map(second)];
    },
  };
}
