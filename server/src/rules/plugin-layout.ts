// Components of a plugin that lie inside `.claude-plugin`, where Claude Code looks for none.
import type { Role } from '../workspace/classify';
import { baseName, isBelow, parent, pathBelow } from '../workspace/uris';
import { firstLine } from './first-line';
import { moveTo } from './moving';
import { isSample } from './file-paths';
import { defineRule, say } from './rule';

const manifest = (keys = ''): string => `-- .claude-plugin/plugin.json --\n{ "name": "p"${keys} }\n`;
const agent = (path: string, open = '---'): string =>
  `-- ${path} --\n${open}\nname: a\ndescription: Works.\n---\nWork.\n`;

export default defineRule({
  id: 'plugin-layout',
  severity: 'warning',
  reach: 'document',
  values: [],
  roles: isComponent,
  reads: 'front matter',
  summary: 'A component of a plugin that lies inside `.claude-plugin`.',
  why:
    'Claude Code looks for `agents`, `skills`, `commands`, `hooks` and the other components beside the folder ' +
    '`.claude-plugin`; inside it only `plugin.json` and `marketplace.json` are read. It loads nothing else from there, ' +
    'and neither it nor its validator says a word, unless `plugin.json` lists the path or a marketplace names the ' +
    'folder itself as the plugin.',
  source:
    'Observed: `claude plugin validate` and sessions of Claude Code 2.1.330, 28 November 2026; ' +
    "Claude Code's reference of plugins, August 2026.",
  examples: [
    {
      bad: manifest() + agent('.claude-plugin/agents/a.md', '<|---|>'),
      good: manifest() + agent('agents/a.md'),
    },
    { bad: `${manifest()}-- .claude-plugin/commands/go.md --\n<|Go on.|>\n` },
    {
      bad: manifest() + agent('.claude-plugin/skills/a/SKILL.md', '<|---|>'),
      good: manifest() + agent('skills/a/SKILL.md'),
    },
    { bad: `${manifest()}-- .claude-plugin/hooks/hooks.json --\n<|{|>\n  "hooks": {}\n}\n` },
    { bad: `${manifest()}-- .claude-plugin/.mcp.json --\n<|{ "mcpServers": {} }|>\n` },
    { bad: manifest(', "agents": ["./.claude-plugin/agents/a.md"]') + agent('.claude-plugin/agents/a.md') },
    {
      bad:
        '-- .claude-plugin/marketplace.json --\n{ "name": "m", "plugins": [{ "name": "p", "source": "./.claude-plugin" }] }\n' +
        agent('.claude-plugin/agents/a.md'),
    },
    { bad: manifest() + agent('agents/a.md') + '-- .claude-plugin/README.md --\nAbout.\n' },
  ],
  *check(document, workspace) {
    const { uri } = document;
    const inner = innerFolder(uri);
    if (inner === undefined || isSample(uri)) return;
    const plugin = workspace.plugin(uri);
    const root = parent(inner);
    if (plugin && (plugin.root !== root || plugin.listed.some(path => isBelow(uri, path)))) return;
    yield {
      span: firstLine(document),
      message: say(
        'Claude Code looks for `{0}` beside `.claude-plugin`, not inside it, so this file is never loaded. Move it to `{1}`.',
        pathBelow(uri, inner).split('/')[0]!,
        pathBelow(uri, inner),
      ),
      fixes: () => {
        const [moved, name] = partOf(uri, inner);
        return moveTo(
          workspace,
          moved,
          root + moved.slice(inner.length),
          say('Move `{0}` out of `.claude-plugin`', name),
        );
      },
    };
  },
});

/** What moves with a file, and its name: of a skill its folder. */
function partOf(uri: string, inner: string): [string, string] {
  const moved = baseName(uri) === 'SKILL.md' ? parent(uri) : uri;
  return [moved, pathBelow(moved, inner)];
}

/** The folder `.claude-plugin` that a file lies in, where what lies directly below it looks like a component. */
function innerFolder(uri: string): string | undefined {
  const found =
    /^(.*\/\.claude-plugin)\/((agents|skills|commands|hooks|output-styles)\/.+|\.mcp\.json|\.lsp\.json)$/.exec(uri);
  return found?.[1];
}

/** Of a skill its SKILL.md alone is reported. */
function isComponent(role: Role): boolean {
  switch (role) {
    case 'agent':
    case 'skill':
    case 'command':
    case 'output-style':
    case 'hooks':
    case 'mcp':
    case 'lsp':
      return true;
    default:
      return false;
  }
}
