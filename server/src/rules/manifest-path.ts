// Paths in `plugin.json` that Claude Code refuses, or that lead nowhere.
import { entry as entryOf, scalars, type Data, type Scalar } from '../syntax/data';
import type { Document } from '../syntax/document';
import { join, parent, pathBelow } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { changeTo } from './edits';
import { nearestFiles } from './nearest-files';
import { defineRule, say, type Finding } from './rule';

const plugin = (keys: string): string => `-- .claude-plugin/plugin.json --\n{ "name": "p", ${keys} }\n`;
const agents = '-- agents/a.md --\n---\nname: a\ndescription: Works.\n---\n';

export default defineRule({
  id: 'manifest-path',
  severity: 'error',
  reach: { names: ['exists'] },
  summary: 'A path in `plugin.json` that Claude Code refuses, or that leads nowhere.',
  why:
    'Paths of components begin with `./` and stay inside the plugin; those of agents end in `.md`, those of hooks in ' +
    '`.json`. Of one that does not, the validator of Claude Code rejects the whole plugin.',
  source: 'Observed: `claude plugin validate` of Claude Code 2.1.330, 24 November 2026.',
  examples: [
    { bad: plugin('"agents": ["<|agents/a.md|>"]') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    { bad: plugin('"agents": "<|./agents/|>"') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    { bad: plugin('"commands": "<|../shared/|>"') },
    { bad: plugin('"hooks": "<|./hooks.md|>"') + '-- hooks.md --\nHooks.\n' },
    { bad: plugin('"agents": ["<|./agents/aa.md|>"]') + agents, good: plugin('"agents": ["./agents/a.md"]') + agents },
    {
      bad:
        plugin('"agents": "./agents/a.md", "commands": "./commands/", "hooks": {}') +
        agents +
        '-- commands/c.md --\nWork.\n',
    },
  ],
  *check(document, workspace) {
    if (workspace.role(document.uri) !== 'plugin') return;
    for (const { key, ending } of components) {
      for (const path of pathsOf(entryOf(document.data, key)?.value)) {
        const finding = judge({ document, workspace, key, ending }, path);
        if (finding) yield finding;
      }
    }
  },
});

const components: readonly { readonly key: string; readonly ending: string | undefined }[] = [
  { key: 'agents', ending: '.md' },
  { key: 'hooks', ending: '.json' },
  { key: 'commands', ending: undefined },
  { key: 'skills', ending: undefined },
  { key: 'outputStyles', ending: undefined },
  { key: 'workflows', ending: undefined },
  { key: 'mcpServers', ending: undefined },
  { key: 'lspServers', ending: undefined },
];

interface Place {
  readonly document: Document;
  readonly workspace: Workspace;
  readonly key: string;
  readonly ending: string | undefined;
}

/** A path, a list of them, or commands by name, each with its `source`. */
function pathsOf(value: Data | undefined): Scalar[] {
  if (value?.is !== 'map') return scalars(value).filter(scalar => typeof scalar.value === 'string');
  return value.entries.flatMap(each => scalars(entryOf(each.value, 'source')?.value));
}

function judge(place: Place, path: Scalar): Finding | undefined {
  const { document, key, ending } = place;
  const { span, text } = path;
  if (text.split('/').includes('..')) {
    return { span, message: say('A path may not lead out of the plugin with `..`; Claude Code rejects the plugin.') };
  }
  if (key === 'agents' && text.endsWith('/')) return folderOfAgents(place, path);
  if (!text.startsWith('./')) {
    return {
      span,
      message: say('The path must begin with `./`; Claude Code rejects the plugin.'),
      fixes: () => [changeTo(document, span, `./${text.replace(/^\/+/, '')}`, 'safe')],
    };
  }
  if (ending !== undefined && !text.endsWith(ending)) {
    if (key === 'agents' && !/\.\w+$/.test(text)) return folderOfAgents(place, path);
    return { span, message: say('The path must end in `{0}`; Claude Code rejects the plugin.', ending) };
  }
  return missing(place, path);
}

/** `agents` wants files. */
function folderOfAgents({ document, workspace }: Place, path: Scalar): Finding {
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

function missing({ document, workspace, ending }: Place, path: Scalar): Finding | undefined {
  const root = parent(parent(document.uri));
  const uri = join(root, path.text.replace(/\/+$/, ''));
  if (uri === root || workspace.existence(uri) !== 'no') return undefined;
  return {
    span: path.span,
    severity: 'warning',
    message: say('There is no `{0}` in the plugin, so nothing is loaded from there.', path.text),
    fixes: () =>
      nearestFiles(document, workspace, path.text.slice(2))
        .filter(file => ending === undefined || file.endsWith(ending))
        .map((file, index) => changeTo(document, path.span, `./${file}`, index === 0 ? 'best' : 'possible')),
  };
}
