// Agents, skills, commands, rules and styles in a folder of `.claude` or of a plugin that nearly has the right name, and hooks where none are read.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, isBelow, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isSample } from './file-paths';
import { firstLine } from './first-line';
import { isInstalled } from './installed';
import { hasEvents, isInClaude, misnamedJson } from './misnamed-json';
import { moveTo } from './moving';
import { defineRule, say } from './rule';

const plugin = '-- .claude-plugin/plugin.json --\n{ "name": "p" }\n';
const file = (path: string, marked = '---'): string =>
  `-- ${path} --\n${marked}\nname: a\ndescription: Works.\n---\nWork.\n`;

export default defineRule({
  id: 'component-folder',
  severity: 'warning',
  reach: 'document',
  reads: 'front matter',
  values: [],
  summary:
    'An agent, a skill, a command, a rule or a style in `agent`, `.claude/rule` and so on, of `.claude` or of a plugin, or hooks in `.claude/hooks/hooks.json`.',
  why:
    'Claude Code looks for them in `agents`, `skills`, `commands` and `output-styles` of `.claude` and of a plugin, and in `.claude/rules`. ' +
    'Other tools have folders in the singular, so the name is easily mistaken, and of a folder that is not looked into nothing is said. ' +
    'Hooks it reads from settings, from front matter and from `hooks/hooks.json` of a plugin.',
  source:
    "Claude Code's documentation of subagents, skills, commands and hooks, August 2026. Observed: sessions of Claude Code 2.1.330 with " +
    'one file in each folder, also of plugins, 30 November 2026.',
  examples: [
    { bad: file('.claude/agent/a.md', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: file('.claude/command/git/a.md', '<|---|>'), good: file('.claude/commands/git/a.md') },
    { bad: file('.claude/skill/a/SKILL.md', '<|---|>'), good: file('.claude/skills/a/SKILL.md') },
    { bad: file('.claude/subagents/a.md', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: file('.claude/output-style/a.md', '<|---|>'), good: file('.claude/output-styles/a.md') },
    {
      bad: '-- .claude/rule/a.md --\n<|---|>\npaths: src/**\n---\nUse tabs.\n',
      good: '-- .claude/rules/a.md --\n---\npaths: src/**\n---\nUse tabs.\n',
    },
    { bad: '-- .claude/rule/a.md --\n---\ndescription: Style.\n---\nUse tabs.\n' },
    { bad: '-- .claude/agent/notes.md --\n# Notes\n' },
    {
      bad: '-- .claude/settings-local.json --\n<|{ "permissions": {} }|>\n',
      good: '-- .claude/settings.local.json --\n{ "permissions": {} }\n',
    },
    {
      bad: '-- .claude/mcp.json --\n<|{ "mcpServers": {} }|>\n-- .claude/hooks.json --\n{ "a": {} }\n',
      good: '-- .mcp.json --\n{ "mcpServers": {} }\n-- .claude/hooks.json --\n{ "a": {} }\n',
    },
    { bad: '-- .claude/settings.jsonc --\n{ "env": {} }\n-- .claude/settings.json --\n{ "env": {} }\n' },
    { bad: file('.claude/Agents/a.md', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: '-- .claude/hooks/hooks.json --\n<|{ "hooks": { "Stop": [] } }|>\n' },
    { bad: '-- .claude/hooks/hooks.json --\n{ "hooks": { "pre-commit": [] } }\n' },
    { bad: file('.opencode/agent/a.md') },
    { bad: file('.claude/slash-commands/a.md', '<|---|>'), good: file('.claude/commands/a.md') },
    { bad: plugin + file('agent/a.md', '<|---|>'), good: plugin + file('agents/a.md') },
    { bad: plugin + file('Skills/a/SKILL.md', '<|---|>'), good: plugin + file('skills/a/SKILL.md') },
    { bad: plugin + file('subagents/a.md', '<|---|>'), good: plugin + file('agents/a.md') },
    { bad: plugin + file('subagents/a.md') + file('agents/b.md') },
    { bad: plugin + file('agent/a.md') + file('agents/a.md') },
    {
      bad: `${plugin}-- opencode.json --\n{}\n${file('Skills/a/SKILL.md', '<|---|>')}`,
      good: `${plugin}-- opencode.json --\n{}\n${file('skills/a/SKILL.md')}`,
    },
    { bad: `${plugin}-- opencode.json --\n{}\n${file('command/a.md')}` },
    { bad: `-- .claude-plugin/plugin.json --\n{ "name": "p", "commands": "./command" }\n${file('command/a.md')}` },
    { bad: file('agent/a.md') },
  ],
  *check(document, workspace) {
    const { uri } = document;
    const other = isInClaude(uri) ? misnamedJson(document, workspace) : undefined;
    if (other) yield other;
    if (uri.endsWith('/.claude/hooks/hooks.json') && !workspace.plugin(uri) && hasEvents(document)) {
      yield {
        span: firstLine(document),
        message: say(
          'Claude Code reads `hooks/hooks.json` only in plugins; the hooks of a project belong in `.claude/settings.json`.',
        ),
      };
    }
    const place = inClaude(uri) ?? inPlugin(document, workspace);
    if (!place || !isComponent(document, place.right)) return;
    const { base, folder, right } = place;
    yield {
      span: firstLine(document),
      message: isInstalled(uri)
        ? say('Claude Code looks in `.claude/{1}`, not in `.claude/{0}`, so it does not find this file.', folder, right)
        : say('In a plugin Claude Code looks in `{1}`, not in `{0}`, so it does not find this file.', folder, right),
      fixes: () => {
        // What belongs to a skill goes along, unless it lies in the right place already.
        const moved = right === 'skills' && !workspace.paths.isAlone(uri) ? parent(uri) : uri;
        const to = `${base}${right}${moved.slice(base.length + folder.length)}`;
        const title = isInstalled(uri) ? say('Move it to `.claude/{0}`', right) : say('Move it to `{0}`', right);
        return moveTo(workspace, moved, to, title);
      },
    };
  },
});

interface FolderPlace {
  /** Up to the folder. */
  readonly base: string;
  readonly folder: string;
  /** What it should be called. */
  readonly right: string;
}

function inClaude(uri: string): FolderPlace | undefined {
  const [, base, folder = ''] = /^(.*\/\.claude\/)([\w-]+)\/[^/]/.exec(uri) ?? [];
  const right = rightNames[folder];
  return base === undefined || right === undefined ? undefined : { base, folder, right };
}

/** Right below the root of a plugin, whose manifest names neither file nor folder. */
function inPlugin({ uri, data }: Document, workspace: Workspace): FolderPlace | undefined {
  const plugin = workspace.plugin(uri);
  if (!plugin || isInstalled(uri) || isSample(uri)) return undefined;
  const { root, listed } = plugin;
  const base = `${root}/`;
  const [folder = ''] = uri.slice(base.length).split('/', 1);
  const right = rightNames[folder];
  // A plugin has no rules.
  if (right === undefined || right === 'rules' || !uri.startsWith(`${base}${folder}/`)) return undefined;
  const isThere = (path: string): boolean => workspace.existence(base + path) === 'yes';
  // Under these names texts may lie that its own components hand on.
  if (/^sub|^slash|^cmds/.test(folder) && isThere(right)) return undefined;
  const maySuitAnother = /^[a-z]/.test(folder) && otherTools.some(isThere);
  const isOfAnother = maySuitAnother || ['mode', 'agent'].some(key => entry(data, key));
  const isListed = listed.some(path => uri === path || isBelow(uri, path));
  // The same file may lie in both.
  const isCopied = isThere(`${right}/${uri.slice(base.length + folder.length + 1)}`);
  return isOfAnother || isListed || isCopied ? undefined : { base, folder, right };
}

/** OpenCode has its folders in the singular. */
const otherTools = ['.opencode', 'opencode.json', 'opencode.jsonc'];

/** Whether its keys are those of what the folder is to hold: a text about it may lie there too. */
function isComponent({ uri, data }: Document, folder: string): boolean {
  if (folder === 'rules') return uri.endsWith('.md') && entry(data, 'paths') !== undefined;
  if (!entry(data, 'description')) return false;
  if (folder === 'skills') return baseName(uri) === 'SKILL.md' && !/\/skill\/SKILL\.md$/.test(uri);
  return uri.endsWith('.md') && (folder === 'commands' || entry(data, 'name') !== undefined);
}

/** What people call the folders, and what they are called. */
const rightNames: Readonly<Record<string, string>> = {
  Agents: 'agents',
  Skills: 'skills',
  Commands: 'commands',
  agent: 'agents',
  subagents: 'agents',
  'sub-agents': 'agents',
  skill: 'skills',
  command: 'commands',
  cmds: 'commands',
  rule: 'rules',
  Rules: 'rules',
  'output-style': 'output-styles',
  outputStyles: 'output-styles',
  output_styles: 'output-styles',
  'Output-Styles': 'output-styles',
  'slash-commands': 'commands',
  slash_commands: 'commands',
};
