// JSON whose parts stand one level too high or too low, as other tools have them, or as a merge or a copy leaves them.
import { anySlip, broken, lineAt } from './text.mjs';
import { jsonRoles, nodesOf } from './json.mjs';
import { isText, oneNode, valueOf } from './settings.mjs';

const raw = ({ text, node }) => text.slice(node.offset, node.offset + node.length);
const put = ({ text, node }, value, more) => broken(text, node.offset, node.offset + node.length, value, more);
const inside = ({ text, node }, value, more) =>
  value === undefined ? undefined : broken(text, node.offset + 1, node.offset + node.length - 1, value, more);
const keyed = ({ text, node }, name) => {
  const [key] = node.parent.children;
  return broken(text, key.offset + 1, key.offset + key.length - 1, name);
};
const hookRoles = ['settings', 'hooks'];
const isCommand = (node, path) => isText(node) && /^hooks\/\w+\/\*\/hooks\/\*\/command$/.test(path);

export default [
  {
    name: 'JSON: byte order mark',
    roles: jsonRoles,
    apply: ({ text }) => (nodesOf(text) ? { text: `\uFEFF${text}`, line: 0 } : undefined),
  },
  {
    name: 'JSON: whole file twice',
    roles: jsonRoles,
    apply: ({ text }) => nodesOf(text) && broken(text, text.length, text.length, text, { also: [0, lineAt(text, text.trimEnd().length), lineAt(text, text.length) + 1] }), // prettier-ignore
  },
  {
    name: 'JSON: semicolon or fence at the end',
    roles: jsonRoles,
    apply: ({ text, pick }) => {
      const end = text.trimEnd().length;
      return nodesOf(text) && broken(text, end, end, pick([';', '\n```', ',']), { also: [lineAt(text, end) + 1] });
    },
  },
  {
    name: 'JSON: value lost',
    roles: jsonRoles,
    restorable: false,
    apply: oneNode(
      node => valueOf(node) && isText(node),
      file => put(file, '', { also: [lineAt(file.text, file.node.offset) + 1] }),
    ),
  },
  {
    name: 'JSON: equals sign for a colon',
    roles: jsonRoles,
    apply: oneNode(
      node => node.type === 'property',
      ({ text, node, pick }) => broken(text, node.colonOffset, node.colonOffset + 1, pick([' =', ' =>'])),
    ),
  },
  {
    name: 'JSON: line break in a text',
    roles: jsonRoles,
    apply: oneNode(
      node => valueOf(node) && isText(node) && / /.test(node.value),
      ({ text, node, pick }) => {
        const source = raw({ text, node });
        const { index } = pick([...source.matchAll(/ /g)]);
        return broken(text, node.offset + index, node.offset + index + 1, '\n', { also: [lineAt(text, node.offset) + 1] }); // prettier-ignore
      },
    ),
  },
  {
    name: 'JSON: quote inside a text',
    roles: jsonRoles,
    restorable: false,
    apply: oneNode(
      node => valueOf(node) && isText(node) && /[a-z] [a-z]+ [a-z]/.test(node.value) && !/[\\"]/.test(node.value),
      ({ text, node, pick }) => {
        const word = pick([...raw({ text, node }).matchAll(/(?<=[a-z] )[a-z]+(?= [a-z])/g)]);
        const at = node.offset + word.index;
        return broken(text, at, at + word[0].length, `"${word[0]}"`);
      },
    ),
  },
  {
    name: 'JSON: dots of what was left out',
    roles: jsonRoles,
    apply: oneNode(
      (node, path, { text }) => node.type === 'property' && /\n[ \t]*$/.test(text.slice(0, node.offset)),
      ({ text, node, pick }) => {
        const at = text.lastIndexOf('\n', node.offset) + 1;
        return broken(text, at, at, `${text.slice(at, node.offset)}${pick(['...', '// ... existing', '# ...'])}\n`);
      },
    ),
  },
  {
    name: 'hooks in hooks',
    roles: hookRoles,
    apply: oneNode(
      (node, path) => path === 'hooks' && valueOf(node),
      file => put(file, `{ "hooks": ${raw(file)} }`, { also: [lineAt(file.text, file.node.offset) + 1] }),
    ),
  },
  {
    name: 'hooks without their wrapper',
    roles: ['hooks'],
    restorable: false,
    apply: oneNode(
      (node, path) => path === 'hooks' && valueOf(node),
      file => ({ ...broken(file.text, 0, file.text.length, `${raw(file)}\n`), also: [1] }),
    ),
  },
  ...[
    ['event beside the hooks', /^hooks\/[A-Z]\w+$/],
    ['permission list outside of its permissions', /^permissions\/(allow|deny|ask)$/],
  ].map(([name, place]) => ({
    name,
    roles: ['settings'],
    restorable: false,
    apply: oneNode(
      (node, path) => place.test(path) && valueOf(node),
      ({ text, node }) => {
        const property = text.slice(node.parent.offset, node.offset + node.length);
        return broken(text, text.indexOf('{') + 1, text.indexOf('{') + 1, `\n  ${property},`, { also: [1] });
      },
    ),
  })),
  {
    name: 'permissions as one list',
    roles: ['settings'],
    restorable: false,
    apply: oneNode(
      (node, path) => path === 'permissions' && valueOf(node),
      file => put(file, '["Bash(git *)", "Read"]'),
    ),
  },
  {
    name: 'matcher with arguments',
    roles: hookRoles,
    restorable: false,
    apply: oneNode(
      (node, path) => /^hooks\/\w+ToolUse\/\*\/matcher$/.test(path) && isText(node),
      file => inside(file, file.pick(['Bash(git:*)', 'Write(*.ts)', 'Bash(npm run *)'])),
    ),
  },
  {
    name: 'variable of a hook misspelt',
    roles: hookRoles,
    apply: oneNode(
      (node, path) => isCommand(node, path) && /CLAUDE_(PLUGIN_ROOT|PROJECT_DIR)/.test(node.value),
      ({ text, node, pick }) => {
        const source = raw({ text, node });
        const match = /CLAUDE_(?:PLUGIN_ROOT|PROJECT_DIR)/.exec(source);
        const other = /ROOT/.test(match[0]) ? 'CLAUDE_PLUGIN_DIR' : 'CLAUDE_PROJECT_ROOT';
        const word = pick([anySlip(match[0], pick), other]);
        const at = node.offset + match.index;
        return broken(text, at, at + match[0].length, word);
      },
    ),
  },
  {
    name: 'variable of a hook lost a brace or its dollar',
    roles: hookRoles,
    apply: oneNode(
      (node, path) => isCommand(node, path) && /\$\{CLAUDE_\w+\}/.test(node.value),
      ({ text, node, pick }) => {
        const source = raw({ text, node });
        const { index, 0: all } = /\$\{CLAUDE_\w+\}/.exec(source);
        const cut = pick([0, 1, all.length - 1]);
        return broken(text, node.offset + index + cut, node.offset + index + cut + 1, '');
      },
    ),
  },
  {
    name: 'hook key beside the list of hooks',
    roles: hookRoles,
    apply: oneNode(
      (node, path) =>
        /^hooks\/\w+\/\*\/hooks\/\*$/.test(path) && node.parent.children.length === 1 && node.children.length > 2,
      ({ text, node, pick }) => {
        const index = pick([...node.children.keys()].filter(at => at > 0 && node.children[at].children[0].value !== 'command')); // prettier-ignore
        if (index === undefined) return undefined;
        const { offset, length } = node.children[index];
        const before = node.children[index - 1];
        const gone = text.slice(0, before.offset + before.length) + text.slice(offset + length);
        const start = node.parent.parent.parent.offset + 1;
        return broken(gone, start, start, ` ${text.slice(offset, offset + length)},`);
      },
    ),
  },
  {
    name: 'hook script run by a program of another language',
    roles: hookRoles,
    apply: oneNode(
      (node, path) => isCommand(node, path) && /^(?:node|python3?|bash|sh) \S+\.(?:m?js|cjs|py|sh)\b/.test(node.value),
      ({ text, node, pick }) => {
        const [runner] = /^\w+/.exec(node.value);
        const other = pick(['node', 'python3', 'bash'].filter(each => each[0] !== runner[0] && !(runner === 'sh' && each === 'bash'))); // prettier-ignore
        return broken(text, node.offset + 1, node.offset + 1 + runner.length, other);
      },
    ),
  },
  {
    name: 'permission rule: other marks before the star',
    roles: ['settings'],
    apply: oneNode(
      (node, path) => /^permissions\/\w+\/\*$/.test(path) && isText(node) && /^Bash\([^()]*\w:\*\)$/.test(node.value),
      file => inside(file, file.node.value.replace(':*', file.pick([' :*', '::*', '*:', ':']))),
    ),
  },
  {
    name: 'MCP servers under the key of another tool',
    roles: ['mcp'],
    apply: oneNode(
      (node, path) => path === 'mcpServers' && valueOf(node),
      file => keyed(file, file.pick(['servers', 'mcp_servers', 'mcp', 'MCPServers'])),
    ),
  },
  {
    name: 'MCP server: number or list where text is wanted',
    roles: ['mcp'],
    restorable: false,
    apply: oneNode(
      (node, path) => (/^mcpServers\/[^/]+\/command$/.test(path) && valueOf(node)) || (/^mcpServers\/[^/]+\/args\/\*$/.test(path) && isText(node)), // prettier-ignore
      file => put(file, file.pick(['8080', 'true', '["npx"]'])),
    ),
  },
  {
    name: 'MCP server: type of another tool',
    roles: ['mcp'],
    restorable: false,
    apply: oneNode(
      (node, path) => /^mcpServers\/[^/]+$/.test(path) && node.type === 'object',
      ({ text, node, pick }) => {
        const type = node.children.find(({ children }) => children[0].value === 'type')?.children[1];
        const word = pick(['local', 'remote', 'streamable', 'command', 'STDIO']);
        return type
          ? broken(text, type.offset, type.offset + type.length, `"${word}"`)
          : broken(text, node.offset + 1, node.offset + 1, ` "type": "${word}",`);
      },
    ),
  },
  {
    name: 'JSON: path from the root or the home',
    roles: ['plugin', 'marketplace'],
    apply: oneNode(
      (node, path) => isText(node) && /^\.\/\w/.test(node.value) && /(^|\/)(commands|agents|skills|hooks|mcpServers|source)(\/\*)?$/.test(path), // prettier-ignore
      file => inside(file, file.pick(['/', '~/', '../', '.\\\\']) + file.node.value.slice(2)),
    ),
  },
  {
    name: 'JSON: source of a plugin lost what it names',
    roles: ['marketplace'],
    restorable: false,
    apply: oneNode(
      (node, path) => path === 'plugins/*/source' && valueOf(node),
      file => put(file, file.pick(['{ "source": "github" }', '{ "repo": "a/b" }', '""', '{}'])),
    ),
  },
  {
    name: 'JSON: plugin of a marketplace twice',
    roles: ['marketplace'],
    apply: oneNode(
      (node, path) => path === 'plugins/*' && node.type === 'object',
      file => {
        const end = file.node.offset + file.node.length;
        const more = `,\n    ${raw(file)}`;
        const result = broken(file.text, end, end, more);
        const all = [...Array(raw(file).split('\n').length * 2 + 1).keys()];
        return { ...result, also: all.map(at => lineAt(file.text, file.node.offset) + at) };
      },
    ),
  },
];
