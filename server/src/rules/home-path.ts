// Paths in the hooks of a repository that lead into the home folder of one person.
import type { Document } from '../syntax/document';
import type { Span } from '../syntax/span';
import { hookCommands } from '../workspace/hooks';
import { baseName, join, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { defineEntryRule, say, type Fix } from './rule';

const settings = (command: string, name = 'settings.json'): string =>
  `-- .claude/${name} --\n{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "${command}" }] }] } }\n` +
  '-- .claude/hooks/stop.sh --\n';

export default defineEntryRule({
  id: 'home-path',
  severity: 'information',
  reach: 'document',
  reads: 'front matter',
  roles: role => role === 'settings' || role === 'hooks',
  summary: 'A path in a hook of the repository that leads into the home folder of one person.',
  why:
    'Settings and hooks in a repository are shared. The home folder of their author is on one computer alone, so on all others ' +
    'the hook fails, and Claude Code goes on without it. `$CLAUDE_PROJECT_DIR` is the folder of the project, and ' +
    '`${CLAUDE_PLUGIN_ROOT}` that of the plugin, wherever they lie. Of `settings.local.json`, which is not shared, nothing is said.',
  source: "Claude Code's documentation of hooks, August 2026.",
  examples: [
    {
      bad: settings('<|/Users/ada/work/.claude/hooks/stop.sh|> --all'),
      good: settings('\\"$CLAUDE_PROJECT_DIR\\"/.claude/hooks/stop.sh --all'),
    },
    { bad: settings('node <|/home/ada/bin/stop.js|>') },
    { bad: settings('/Users/ada/work/.claude/hooks/stop.sh', 'settings.local.json') },
    { bad: settings('/home/node/stop.sh && ~/bin/stop.sh && /usr/bin/true') },
  ],
  *entry({ entry: { key, value } }, document, workspace) {
    if (key.text !== 'hooks' || document.language !== 'json' || baseName(document.uri).includes('.local.')) return;
    for (const { command } of hookCommands(value)) {
      const { span } = command;
      const written = document.text.slice(span.start, span.end);
      for (const match of written.matchAll(inHome)) {
        const start = span.start + match.index;
        const at = { start, end: start + match[0].length };
        yield {
          span: at,
          message: say('This path leads into the home folder of one person, which other computers do not have.'),
          fixes: () => fromRoot(document, workspace, at, match[0]),
        };
      }
    }
  },
});

/** Folders that images of containers have, which may be the same for all who use the repository, are left out. */
const inHome =
  /(?<=^|[\s"'=])(?:\/Users|\/home)\/(?!(?:node|vscode|runner|user|ubuntu|app|coder|codespace|agent|claude|dev|root|Shared)\/)[\w.-]+\/[\w./@-]+/g;

/** The same file from the folder of the project or the plugin, where its end leads to one that is there. */
function fromRoot({ uri, text }: Document, workspace: Workspace, span: Span, path: string): Fix[] {
  const isPlugin = workspace.role(uri) === 'hooks';
  const root = parent(parent(uri));
  const parts = path.split('/').slice(3);
  const own = parts
    .map((_, at) => parts.slice(at).join('/'))
    .find(each => workspace.existence(join(root, each)) === 'yes');
  // In quotes the variable needs none of its own.
  const isQuoted = /(?:\\"|')$/.test(text.slice(0, span.start));
  if (own === undefined) return [];
  const folder = isPlugin ? '${CLAUDE_PLUGIN_ROOT}' : isQuoted ? '$CLAUDE_PROJECT_DIR' : '\\"$CLAUDE_PROJECT_DIR\\"';
  const edits = [{ uri, span, text: `${folder}/${own}` }];
  const title = say('Begin the path with `{0}`', isPlugin ? '${CLAUDE_PLUGIN_ROOT}' : '$CLAUDE_PROJECT_DIR');
  return [{ title, edits, safe: false, preferred: true }];
}
