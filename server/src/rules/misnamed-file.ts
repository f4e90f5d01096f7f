// Files that Claude Code passes over because their names are nearly those that it looks for.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { neverAComponent } from '../workspace/classify';
import { otherEnding } from '../workspace/misnamed';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { isSample } from './file-paths';
import { firstLine } from './first-line';
import { isInClaude, misnamedJson } from './misnamed-json';
import { misnamedMemory } from './misnamed-memory';
import { moveTo } from './moving';
import { defineRule, say, type Finding } from './rule';

const file = (path: string, marked = '---'): string =>
  `-- ${path} --\n${marked}\nname: a\ndescription: Works.\n---\nWork.\n`;
const manifest = '{ "name": "p", "version": "1.0.0" }';
const named = '{ "name": "p", "version": "1.0.0", "agents": ["./a.md"] }';
const plugin = `-- .claude-plugin/plugin.json --\n${manifest}\n`;
const other = `-- q/.claude-plugin/plugin.json --\n${manifest}\n`;
const list = '{ "name": "m", "owner": { "name": "me" }, "plugins": [{ "name": "q", "source": "./q" }] }';
const hooks = '{ "hooks": { "Stop": [] } }';

export default defineRule({
  id: 'misnamed-file',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'plain' || role === 'foreign',
  summary:
    'An agent, a skill, a command, a rule, memory, servers, hooks or a manifest in a file whose name is not one that Claude Code reads.',
  why:
    'Claude Code goes by names: in `.claude/agents`, `commands`, `rules` and `output-styles` it reads files that end in `.md`, in small ' +
    'letters; of a project `CLAUDE.md`; of a skill `SKILL.md`; servers from `.mcp.json`; of a plugin `.claude-plugin/plugin.json` and `hooks/hooks.json`. Any other file it ' +
    'passes over without a message.',
  source: 'Observed: sessions of Claude Code 2.1.330 with one file of each name, 30 November 2026.',
  examples: [
    { bad: file('.claude/agents/a.MD', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: file('.claude/agents/core/a.mdx', '<|---|>'), good: file('.claude/agents/core/a.md') },
    { bad: file('.claude/agents/a', '<|---|>'), good: file('.claude/agents/a.md') },
    { bad: file('.claude/commands/a.md.txt', '<|---|>'), good: file('.claude/commands/a.md') },
    { bad: file('.claude/skills/a/SKILL.md.md', '<|---|>'), good: file('.claude/skills/a/SKILL.md') },
    { bad: file('.claude/skills/a/skill.txt', '<|---|>'), good: file('.claude/skills/a/SKILL.md') },
    { bad: '-- .mcp.jsonc --\n<|{ "mcpServers": {} }|>\n', good: '-- .mcp.json --\n{ "mcpServers": {} }\n' },
    {
      bad: `${plugin}-- hooks/hook.json --\n<|${hooks}|>\n-- mcp.json --\n<|{ "mcpServers": {} }|>\n`,
      good: `${plugin}-- hooks/hooks.json --\n${hooks}\n-- .mcp.json --\n{ "mcpServers": {} }\n`,
    },
    { bad: `-- .claude-plugin/plugins.json --\n<|${manifest}|>\n`, good: plugin },
    { bad: `${plugin}-- .claude-plugin/manifest.json --\n${manifest}\n` },
    { bad: '-- mcp.json --\n{ "mcpServers": {} }\n' },
    { bad: '-- .claude/agents/notes.txt --\nTo do.\n' },
    { bad: file('.claude/output-styles/a.MD', '<|---|>'), good: file('.claude/output-styles/a.md') },
    {
      bad: '-- .claude/rules/a.txt --\n<|---|>\npaths: src/**\n---\nUse tabs.\n',
      good: '-- .claude/rules/a.md --\n---\npaths: src/**\n---\nUse tabs.\n',
    },
    { bad: '-- .claude/rules/a.txt --\nA list.\n' },
    {
      bad: `-- claude.md --\n<|# Rules|>\n${file('.claude/agents/b.md')}`,
      good: `-- CLAUDE.md --\n# Rules\n${file('.claude/agents/b.md')}`,
    },
    { bad: `-- docs/claude.md --\n# What Claude is\n${file('.claude/agents/b.md')}` },
    { bad: file('.claude/agents/a.md.md') },
    { bad: plugin + file('agents/a.markdown', '<|---|>'), good: plugin + file('agents/a.md') },
    { bad: plugin + file('commands/a.md.txt', '<|---|>'), good: plugin + file('commands/a.md') },
    { bad: plugin + file('skills/a/SKILL.mdc', '<|---|>'), good: plugin + file('skills/a/SKILL.md') },
    { bad: `${plugin}-- agents/notes.txt --\nTo do.\n${file('agents/core/a.txt')}${file('.cursor/agents/a.mdc')}` },
    { bad: file('agents/a.markdown') },
    { bad: `${plugin}-- commands/go.markdown --\n<|# Go|>\n`, good: `${plugin}-- commands/go.md --\n# Go\n` },
    { bad: plugin + file('agents/a', '<|---|>'), good: plugin + file('agents/a.md') },
    {
      bad: '-- .claude/rules/go.mdc --\n<|---|>\nglobs: "*.go"\n---\nRun gofmt.\n',
      good: '-- .claude/rules/go.md --\n---\nglobs: "*.go"\n---\nRun gofmt.\n',
    },
    {
      bad: '-- claude.md --\n<|# For Claude Code|>\n\nUse tabs.\n',
      good: '-- CLAUDE.md --\n# For Claude Code\n\nUse tabs.\n',
    },
    {
      bad: '-- CLAUDE.txt --\n<|# For Claude Code|>\n\nUse tabs.\n',
      good: '-- CLAUDE.md --\n# For Claude Code\n\nUse tabs.\n',
    },
    {
      bad: '-- CLAUDE.md --\n# All\n-- p/CLAUDE.md --\n# P\n-- q/Claude.md --\n<|# Q|>\n-- r/CLAUDE.MD --\n<|# R|>\n',
      good: '-- CLAUDE.md --\n# All\n-- p/CLAUDE.md --\n# P\n-- q/CLAUDE.md --\n# Q\n-- r/CLAUDE.md --\n# R\n',
    },
    { bad: '-- p/CLAUDE.md --\n# P\n-- docs/claude.md --\n# On Claude Code\n-- docs/codex.md --\n# On Codex\n' },
    { bad: '-- CLAUDE.txt --\n# A film\n-- templates/CLAUDE.MD --\n# P\n' },
    { bad: '-- claude.md --\n# The cat Claude\n-- models/claude.md --\n# Claude Code\n' },
    { bad: '-- Claude.md --\n# For Claude Code\n-- CLAUDE.md --\n# For Claude Code\n' },
    {
      bad: `${other}-- p/plugin.json --\n<|${manifest}|>\n-- p/agents/a.md --\nHelp.\n`,
      good: `${other}-- p/.claude-plugin/plugin.json --\n${manifest}\n-- p/agents/a.md --\nHelp.\n`,
    },
    { bad: `-- p/plugin.json --\n${manifest}\n-- p/agents/a.md --\nHelp.\n` },
    {
      bad: `-- claude-plugin/plugin.json --\n<|${named}|>\n-- .codex-plugin/plugin.json --\n{}\n-- a.md --\nHelp.\n`,
      good: `-- .claude-plugin/plugin.json --\n${named}\n-- .codex-plugin/plugin.json --\n{}\n-- a.md --\nHelp.\n`,
    },
    {
      bad: `-- claude-plugin/plugin.json --\n${manifest}\n-- claude-plugin/skills/a/b.md --\nHelp.\n-- skills/a.md --\nHelp.\n`,
    },
    {
      bad: `${plugin}-- .codex-plugin/plugin.json --\n{}\n-- hooks/Hooks.json --\n<|${hooks}|>\n`,
      good: `${plugin}-- .codex-plugin/plugin.json --\n{}\n-- hooks/hooks.json --\n${hooks}\n`,
    },
    { bad: `${plugin}-- .codex-plugin/plugin.json --\n{}\n-- hooks.json --\n${hooks}\n` },
    {
      bad: `${other}-- marketplace.json --\n<|${list}|>\n`,
      good: `${other}-- .claude-plugin/marketplace.json --\n${list}\n`,
    },
    { bad: `-- marketplace.json --\n${list}\n` },
    { bad: file('.claude/skills/a/SKILL.txt') + file('.claude/skills/a/SKILL.md') },
  ],
  *check(document, workspace) {
    const finding =
      document.language === 'json' && !isInClaude(document.uri)
        ? misnamedJson(document, workspace)
        : (misnamedMemory(document, workspace) ?? ofEnding(document, workspace));
    if (finding) yield finding;
  },
});

function ofEnding(document: Document, workspace: Workspace): Finding | undefined {
  const { uri } = document;
  const to = otherEnding(uri);
  if (to === undefined || neverAComponent(baseName(to)) || workspace.existence(to) !== 'no') return undefined;
  const isSkill = baseName(to) === 'SKILL.md';
  const folder =
    /\/\.claude\/(agents|commands|rules|output-styles|skills)\//.exec(uri)?.[1] ??
    folderOfPlugin(uri, isSkill, workspace);
  if (folder === undefined || !holds(document, folder)) return undefined;
  if (isSkill && folder === 'skills' && !/\/skills\/[^/]+\/[^/]+$/.test(uri)) return undefined;
  return {
    span: firstLine(document),
    message: isSkill
      ? say('Claude Code looks for `SKILL.md` and does not find a skill in `{0}`. Rename the file.', baseName(uri))
      : say(
          'Claude Code reads files here that end in `.md`, in small letters, and not `{0}`. Rename the file.',
          baseName(uri),
        ),
    fixes: () => moveTo(workspace, uri, to, say('Rename the file to `{0}`', baseName(to))),
  };
}

/** The folder that a file lies in right below the root of its plugin, a skill in a folder of its own. */
function folderOfPlugin(uri: string, isSkill: boolean, workspace: Workspace): string | undefined {
  const plugin = workspace.plugin(uri);
  const folder = isSkill ? parent(parent(uri)) : parent(uri);
  const isRight = plugin !== undefined && parent(folder) === plugin.root && !plugin.listed.includes(uri);
  return isRight && !isSample(uri) ? baseName(folder) : undefined;
}

/** Whether its keys are those of what the folder is for: any text in `rules` is one, and a command needs no keys. */
function holds({ uri, data, frontMatter, text }: Document, folder: string): boolean {
  if (folder === 'rules') return /\.te?xt$/.test(uri) ? entry(data, 'paths') !== undefined : text.trim() !== '';
  if (folder === 'commands' && /\.(?:md\.txt|markdown|mdown|mdx|mdc)$/.test(uri)) return text.trim() !== '';
  const wanted = folder === 'commands' ? ['description'] : ['name', 'description'];
  return frontMatter?.close !== undefined && wanted.every(key => entry(data, key) !== undefined);
}
