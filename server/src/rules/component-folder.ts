// Agents, skills and commands in a folder of `.claude` that has the right name but for its `s`, and hooks where none are read.
import { hookEvent } from '../dialects/claude/hook-events';
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { misnamed } from '../workspace/classify';
import { baseName, parent } from '../workspace/uris';
import { firstLine } from './first-line';
import { moveTo } from './moving';
import { defineRule, say } from './rule';

const file = (path: string, marked = '---'): string =>
  `-- ${path} --\n${marked}\nname: a\ndescription: Works.\n---\nWork.\n`;

export default defineRule({
  id: 'component-folder',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  summary:
    'An agent, a skill or a command in `.claude/agent`, `.claude/skill` or `.claude/command`, or hooks in `.claude/hooks/hooks.json`.',
  why:
    'Claude Code looks for them in `.claude/agents`, `.claude/skills` and `.claude/commands`. Other tools have folders in the ' +
    'singular, so the name is easily mistaken, and of a folder that is not looked into nothing is said. Hooks it reads from settings, ' +
    'from front matter and from `hooks/hooks.json` of a plugin.',
  source: "Claude Code's documentation of subagents, skills, commands and hooks, August 2026.",
  examples: [
    { bad: file('.claude/agent/a.md', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: file('.claude/command/git/a.md', '<|---|>'), good: file('.claude/commands/git/a.md') },
    { bad: file('.claude/skill/a/SKILL.md', '<|---|>'), good: file('.claude/skills/a/SKILL.md') },
    { bad: file('.claude/subagents/a.md', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: '-- .claude/agent/notes.md --\n# Notes\n' },
    { bad: '-- .claude/settings-local.json --\n<|{ "permissions": {} }|>\n' },
    { bad: '-- .claude/mcp.json --\n<|{ "mcpServers": {} }|>\n-- .claude/hooks.json --\n{ "a": {} }\n' },
    { bad: '-- .claude/hooks/hooks.json --\n<|{ "hooks": { "Stop": [] } }|>\n' },
    { bad: '-- .claude/hooks/hooks.json --\n{ "hooks": { "pre-commit": [] } }\n' },
    { bad: file('.opencode/agent/a.md') },
  ],
  *check(document, workspace) {
    const { uri } = document;
    const meant = misnamed(uri);
    if (meant !== undefined && holds(document, meant)) yield { span: firstLine(document), message: say(places[meant]) };
    if (uri.endsWith('/.claude/hooks/hooks.json') && !workspace.plugin(uri) && hasEvents(document)) {
      yield {
        span: firstLine(document),
        message: say(
          'Claude Code reads `hooks/hooks.json` of plugins alone; the hooks of a project stand in `.claude/settings.json`.',
        ),
      };
    }
    const [, base, folder = ''] = /^(.*\/\.claude\/)([\w-]+)\/[^/]/.exec(uri) ?? [];
    const right = rightNames[folder];
    if (base === undefined || right === undefined || !isComponent(document, right)) return;
    yield {
      span: firstLine(document),
      message: say(
        'Claude Code looks in `.claude/{1}`, not in `.claude/{0}`, so it does not find this file.',
        folder,
        right,
      ),
      fixes: () => {
        // What belongs to a skill goes along, unless it lies in the right place already.
        const moved = right === 'skills' && !workspace.paths.isAlone(uri) ? parent(uri) : uri;
        const to = `${base}${right}${moved.slice(base.length + folder.length)}`;
        return moveTo(workspace, moved, to, say('Move it to `.claude/{0}`', right));
      },
    };
  },
});

/** Whether the keys are those of what the name says: another program may have a file of that name. */
function holds(document: Document, meant: keyof typeof places): boolean {
  if (meant === 'hooks') return hasEvents(document);
  const keys = meant === 'mcp' ? ['mcpServers'] : ['permissions', 'hooks', 'env', 'model', 'enabledPlugins'];
  return keys.some(key => entry(document.data, key));
}

const places = {
  settings: 'Claude Code reads `settings.json` and `settings.local.json` in this folder, and no file of this name.',
  mcp: 'Claude Code reads the MCP servers of a project from `.mcp.json` in its topmost folder, and not from here.',
  hooks: 'Claude Code reads the hooks of a project from `.claude/settings.json`, under `hooks`, and not from here.',
} as const;

/** Whether hooks of Claude Code stand in it, and not those of another program. */
function hasEvents({ data }: Document): boolean {
  const hooks = entry(data, 'hooks')?.value;
  return hooks?.is === 'map' && hooks.entries.some(({ key }) => hookEvent(key.text));
}

/** Whether its keys are those of what the folder is to hold: a text about it may lie there too. */
function isComponent({ uri, data }: Document, folder: string): boolean {
  if (!entry(data, 'description')) return false;
  if (folder === 'skills') return baseName(uri) === 'SKILL.md' && !/\/skill\/SKILL\.md$/.test(uri);
  return uri.endsWith('.md') && (folder === 'commands' || entry(data, 'name') !== undefined);
}

/** What people call the folders, and what they are called. */
const rightNames: Readonly<Record<string, string>> = {
  agent: 'agents',
  subagents: 'agents',
  'sub-agents': 'agents',
  skill: 'skills',
  command: 'commands',
  cmds: 'commands',
};
