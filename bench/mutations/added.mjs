// A key that the file did not have, with a value, a form or a name that Claude Code does not take.
import { withFront } from './matching.mjs';
import { anySlip, broken } from './text.mjs';

/** Adds lines at the end of the front matter; `line` is the one of them that is wrong. */
const added = (roles, name, make, { line = 0, also = [] } = {}) => ({
  name: `added: ${name}`,
  roles,
  restorable: false,
  apply: withFront(file => {
    const { text, front } = file;
    const lines = make(file);
    // The agents of a plugin have neither hooks nor servers nor a mode of their own.
    if (lines === undefined || (roles === ownAgents && !/\.claude\/agents\//.test(file.path))) return undefined;
    if (front.key(/^[\w-]+/.exec(lines)[0])) return undefined;
    const at = front.close.line;
    return { ...broken(text, front.close.at, front.close.at, `${lines}\n`), line: at + line, also: also.map(more => at + more) }; // prettier-ignore
  }),
});
const agents = ['agent'];
const ownAgents = ['agent'];
const skills = ['skill'];
const value = (roles, name, key, words) => added(roles, name, ({ pick }) => `${key}: ${pick(words)}`);
const hook = ({ event = 'PreToolUse', matcher = 'Bash', type = 'command', rest = 'command: echo hi' }) =>
  `hooks:\n  ${event}:\n    - matcher: ${matcher}\n      hooks:\n        - type: ${type}\n          ${rest}`;
/** A name of the repository with a slip in it. */
const slipped = (names, { pick }) => {
  const word = anySlip(pick([...names.keys()].filter(each => each.length > 6)) ?? '', pick);
  return names.has(word) ? undefined : word;
};

export default [
  value(ownAgents, 'permission mode in another writing', 'permissionMode', ['accept-edits', 'AcceptEdits', 'bypass', 'readonly', 'ask']), // prettier-ignore
  value(agents, 'memory that is none', 'memory', ['true', 'global', 'projects', 'User']),
  value(agents, 'isolation that is none', 'isolation', ['true', 'worktrees', 'none', 'container']),
  value(agents, 'effort that is none', 'effort', ['hgih', 'maximum', 'minimal', 'auto']),
  value(agents, 'background that is none', 'background', ['yes', 'on', 'ture', 'always']),
  value(agents, 'turns that are none', 'maxTurns', ['ten', '0', '-3', '2.5', 'unlimited']),
  added(ownAgents, 'hooks that are no map', ({ pick }) => pick(['hooks: []', 'hooks:\n  - PreToolUse', 'hooks: ./check.sh']), { also: [1] }), // prettier-ignore
  added(ownAgents, 'hook event misspelt', ({ pick }) => hook({ event: pick(['PreTolUse', 'preToolUse', 'pre-tool-use', 'BeforeToolUse']) }), { line: 1 }), // prettier-ignore
  added(ownAgents, 'hook matcher misspelt', ({ pick }) => hook({ matcher: pick(['Bahs', 'bash', 'Edit|Wirte', 'Edit/Write', 'Bash(git *)']) }), { line: 2 }), // prettier-ignore
  added(ownAgents, 'hook type misspelt', ({ pick }) => hook({ type: pick(['comand', 'shell', 'Command']) }), { line: 4 }), // prettier-ignore
  added(ownAgents, 'hook command under another key', ({ pick }) => hook({ rest: `${pick(['cmd', 'run', 'script'])}: echo hi` }), { line: 5, also: [4] }), // prettier-ignore
  added(ownAgents, 'hook script that is not there', () => hook({ rest: 'command: node .claude/hooks/no-such-check.cjs' }), { line: 5 }), // prettier-ignore
  added(ownAgents, 'hook without its inner list', () => 'hooks:\n  PreToolUse:\n    - type: command\n      command: echo hi', { line: 2, also: [1, 3] }), // prettier-ignore
  added(ownAgents, 'servers as a map', () => 'mcpServers:\n  docs:\n    command: npx\n    args: [-y, docs-mcp]', { also: [1] }), // prettier-ignore
  added(ownAgents, 'server without command or url', ({ pick }) => `mcpServers:\n  - docs:\n      ${pick(['type: stdio', 'args: [-y, docs-mcp]', 'type: http'])}`, { line: 1, also: [2] }), // prettier-ignore
  added(ownAgents, 'server with a url and no type', () => 'mcpServers:\n  - docs:\n      url: https://docs.example.com/mcp', { line: 2, also: [1] }), // prettier-ignore
  added(ownAgents, 'server type misspelt', ({ pick }) => `mcpServers:\n  - docs:\n      type: ${pick(['stdoi', 'local', 'HTTP'])}\n      command: npx`, { line: 2 }), // prettier-ignore
  added(agents, 'agent in a list of tools misspelt', file => {
    const word = slipped(file.repo.agents, file);
    return word && `tools: Read, Agent(${word})`;
  }),
  added(['skill', 'command'], 'skill in a list of tools misspelt', file => {
    const word = slipped(file.repo.skills, file);
    return word && `allowed-tools: Read, Skill(${word})`;
  }),
  value(skills, 'context that is none', 'context', ['forked', 'Fork', 'isolated', 'true']),
  added(skills, 'agent of a fork misspelt', file => `context: fork\nagent: ${anySlip(file.pick(['general-purpose', 'Explore', ...file.repo.agents.keys()].filter(each => each.length > 6)), file.pick)}`, { line: 1 }), // prettier-ignore
  value(skills, 'shell that is none', 'shell', ['bsah', 'zsh', 'pwsh', 'cmd']),
  value(skills, 'switch with a value that is none', 'user-invocable', ['flase', 'never', 'disabled']),
  added(skills, 'metadata as text or a list', ({ pick }) => pick(['metadata: none', 'metadata: [a, b]']), { also: [1] }), // prettier-ignore
];
