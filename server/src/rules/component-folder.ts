// Agents, skills, commands, rules and styles in a folder of `.claude` that nearly has the right name, and hooks where none are read.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { baseName, parent } from '../workspace/uris';
import { firstLine } from './first-line';
import { hasEvents, isInClaude, misnamedJson } from './misnamed-json';
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
    'An agent, a skill, a command, a rule or a style in `.claude/agent`, `.claude/rule` and so on, or hooks in `.claude/hooks/hooks.json`.',
  why:
    'Claude Code looks for them in `.claude/agents`, `skills`, `commands`, `rules` and `output-styles`. Other tools have folders in the ' +
    'singular, so the name is easily mistaken, and of a folder that is not looked into nothing is said. Hooks it reads from settings, ' +
    'from front matter and from `hooks/hooks.json` of a plugin.',
  source:
    "Claude Code's documentation of subagents, skills, commands and hooks, August 2026. Observed: sessions of Claude Code 2.1.330 with " +
    'one file in each folder, 30 November 2026.',
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
  ],
  *check(document, workspace) {
    const { uri } = document;
    const other = isInClaude(uri) ? misnamedJson(document, workspace) : undefined;
    if (other) yield other;
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
};
