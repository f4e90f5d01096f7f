// Files that Claude Code passes over because their names are nearly those that it looks for.
import { entry } from '../syntax/data';
import type { Document } from '../syntax/document';
import { neverAComponent } from '../workspace/classify';
import { otherEnding } from '../workspace/misnamed';
import { baseName, parent } from '../workspace/uris';
import type { Workspace } from '../workspace/workspace';
import { firstLine } from './first-line';
import { isInClaude, misnamedJson } from './misnamed-json';
import { moveTo } from './moving';
import { defineRule, say, type Finding } from './rule';

const file = (path: string, marked = '---'): string =>
  `-- ${path} --\n${marked}\nname: a\ndescription: Works.\n---\nWork.\n`;
const manifest = '{ "name": "p", "version": "1.0.0" }';
const plugin = `-- .claude-plugin/plugin.json --\n${manifest}\n`;
const hooks = '{ "hooks": { "Stop": [] } }';

export default defineRule({
  id: 'misnamed-file',
  severity: 'warning',
  reach: 'document',
  roles: role => role === 'plain',
  summary:
    'An agent, a skill, a command, a rule, memory, servers, hooks or a manifest in a file that is not called as Claude Code wants it.',
  why:
    'Claude Code goes by names: in `.claude/agents`, `commands`, `rules` and `output-styles` it reads files that end in `.md`, in small letters; of ' +
    'a skill `SKILL.md`; as memory `CLAUDE.md`; servers from `.mcp.json`; of a plugin `.claude-plugin/plugin.json` and `hooks/hooks.json`. Any other file it ' +
    'passes over without a word.',
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
    { bad: '-- .claude/rules/a.mdc --\n---\ndescription: Style.\nglobs: src/**\n---\nUse tabs.\n' },
    {
      bad: `-- claude.md --\n<|# Rules|>\n${file('.claude/agents/b.md')}`,
      good: `-- CLAUDE.md --\n# Rules\n${file('.claude/agents/b.md')}`,
    },
    { bad: '-- claude.md --\n# What Claude is\n' },
    { bad: `-- docs/claude.md --\n# What Claude is\n${file('.claude/agents/b.md')}` },
    { bad: file('.claude/agents/a.md.md') },
    { bad: file('.claude/skills/a/SKILL.txt') + file('.claude/skills/a/SKILL.md') },
  ],
  *check(document, workspace) {
    const finding =
      document.language === 'json' && !isInClaude(document.uri)
        ? misnamedJson(document, workspace)
        : (ofMemory(document, workspace) ?? ofEnding(document, workspace));
    if (finding) yield finding;
  },
});

function ofEnding(document: Document, workspace: Workspace): Finding | undefined {
  const { uri, data, frontMatter } = document;
  const to = otherEnding(uri);
  if (to === undefined || !frontMatter?.close || neverAComponent(baseName(to))) return undefined;
  const [, folder = ''] = /\/\.claude\/([\w-]+)\//.exec(uri) ?? [];
  const keys = keysIn[folder] ?? ['name', 'description'];
  if (!keys.every(key => entry(data, key)) || workspace.existence(to) !== 'no') return undefined;
  const isSkill = baseName(to) === 'SKILL.md';
  if (isSkill && !/\/\.claude\/skills\/[^/]+\/[^/]+$/.test(uri) && !isOfPlugin(uri, workspace)) return undefined;
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

/** What a file in such a folder has that is meant as more than a text; elsewhere it has a name and a description. */
const keysIn: Readonly<Record<string, readonly string[]>> = { commands: ['description'], rules: ['paths'] };

/** `claude.md` where Claude Code looks for `CLAUDE.md`, and finds it only where upper and lower case are the same. */
function ofMemory({ uri, text }: Document, workspace: Workspace): Finding | undefined {
  const name = baseName(uri);
  const folder = parent(uri);
  if (!/^claude(?:\.local)?\.md$/i.test(name) || text.trim() === '') return undefined;
  const right = name.length > 9 ? 'CLAUDE.local.md' : 'CLAUDE.md';
  const project = baseName(folder) === '.claude' ? parent(folder) : folder;
  const isProject = workspace.paths.root(uri) === project && workspace.existence(`${project}/.claude`) === 'yes';
  if (name === right || !isProject || workspace.existence(`${folder}/CLAUDE.md`) !== 'no') return undefined;
  return {
    span: firstLine({ text, frontMatter: undefined }),
    message: say(
      'Claude Code reads `{0}`; where upper and lower case differ, as on Linux, it does not find `{1}`. Rename the file.',
      right,
      name,
    ),
    fixes: () => moveTo(workspace, uri, `${folder}/${right}`, say('Rename the file to `{0}`', right)),
  };
}

const isOfPlugin = (uri: string, workspace: Workspace): boolean => {
  const root = workspace.plugin(uri)?.root;
  return root !== undefined && parent(parent(uri)) === `${root}/skills`;
};
