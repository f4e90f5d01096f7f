// Files under a name, with an ending or in a folder that Claude Code does not look for.

/** The same text in another place. The whole file is what is wrong: any line will do that a person sees first. */
function moved({ text, path, repo }, to) {
  if (to === path || repo.paths.has(to)) return undefined;
  return { text, line: 0, also: [1, 2], path: to, files: [{ path, gone: true }] };
}

/** A command needs no keys, but without them a text in another folder may be anything. */
const isKnown = ({ role, text }) => role !== 'command' || /^---\n(?:.*\n)*?description:.*\n(?:.*\n)*?---/.test(text);

/** Moves what a pattern finds in the path to one of these. */
const as = (name, roles, pattern, ...others) => ({
  name,
  roles,
  apply: file =>
    pattern.test(file.path) && isKnown(file) ? moved(file, file.path.replace(pattern, file.pick(others))) : undefined,
});

const isPlugin = ({ path, repo }) => {
  const root = path.split('/').slice(0, -2).join('/');
  return repo.paths.has(`${root === '' ? '' : `${root}/`}.claude-plugin/plugin.json`);
};
const ofPlugin = operator => ({ ...operator, apply: file => (isPlugin(file) ? operator.apply(file) : undefined) });
const ofSkillInPlugin = operator => ({
  ...operator,
  apply: file => (isPlugin({ ...file, path: file.path.replace(/\/[^/]+$/, '') }) ? operator.apply(file) : undefined),
});

const endings = ['.mdc', '.md.txt', '.markdown', '.mdx', '.txt', '', '.MD'];
/** In a plugin it reads `.MD` too. */
const others = endings.slice(0, -1);
const ofSkills = endings.filter(each => each !== '');
const parts = ['agent', 'command'];

export default [
  as('agent or command with another ending', parts, /(?<=\.claude\/(?:agents|commands)\/.*)\.md$/, ...endings),
  ofPlugin(as('agent or command of a plugin with another ending', parts, /\.md$/, ...others)),
  as('skill with another ending', ['skill'], /(?<=\.claude\/skills\/[^/]+\/SKILL)\.md$/, ...ofSkills),
  ofSkillInPlugin(as('skill of a plugin with another ending', ['skill'], /(?<=SKILL)\.md$/, ...ofSkills)),
  as('skill in other capitals', ['skill'], /SKILL\.md$/, 'Skill.md', 'skill.MD', 'SKILL.MD', 'skills.md'),
  ofSkillInPlugin(as('skill of a plugin under another name', ['skill'], /SKILL\.md$/, 'SKILLS.md', 'README.md', 'index.md')), // prettier-ignore
  as(
    'agents in another folder',
    ['agent'],
    /(?<=\.claude\/)agents(?=\/)/,
    'agent',
    'subagents',
    'sub-agents',
    'Agents',
  ),
  ofPlugin(as('agents of a plugin in another folder', ['agent'], /agents(?=\/[^/]+$)/, 'agent', 'Agents')),
  as('commands in another folder', ['command'], /(?<=\.claude\/)commands(?=\/)/, 'command', 'cmds', 'Commands', 'slash-commands'), // prettier-ignore
  ofPlugin(as('commands of a plugin in another folder', ['command'], /commands(?=\/[^/]+$)/, 'command', 'Commands')), // prettier-ignore
  as('skills in another folder', ['skill'], /(?<=\.claude\/)skills(?=\/[^/]+\/[^/]+$)/, 'skill', 'Skills'),
  ofSkillInPlugin(as('skills of a plugin in another folder', ['skill'], /skills(?=\/[^/]+\/SKILL.md$)/, 'skill', 'Skills')), // prettier-ignore
  as('manifest beside its folder', ['plugin', 'marketplace'], /\.claude-plugin\/(?=[^/]+$)/, ''),
  as('manifest in another folder', ['plugin', 'marketplace'], /\.claude-plugin(?=\/[^/]+$)/, 'claude-plugin', '.claude-plugins', '.claude'), // prettier-ignore
  as(
    'servers without the dot',
    ['mcp'],
    /\.mcp\.json$/,
    'mcp.json',
    '.mcp.jsonc',
    '.claude/mcp.json',
    '.claude/.mcp.json',
  ),
  as('settings under another name', ['settings'], /settings(\.local)?\.json$/, 'setting.json', 'settings.jsonc', 'config.json', 'Settings.json'), // prettier-ignore
  as('hooks under another name', ['hooks'], /hooks\.json$/, 'hook.json', 'hooks.jsonc', 'Hooks.json'),
  as('hooks beside their folder', ['hooks'], /hooks\/(?=hooks\.json$)/, ''),
  as('memory in small letters', ['memory'], /CLAUDE\.md$/, 'claude.md', 'Claude.md', 'CLAUDE.MD', 'CLAUDE.txt'),
];
