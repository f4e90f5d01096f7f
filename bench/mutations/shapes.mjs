// JSON whose parts have another shape than their readers want: whole files, kinds of values, places of keys, forms of texts.
import { anySlip, broken, lineAt } from './text.mjs';
import { jsonRoles, nodesOf } from './json.mjs';
import { isText, oneNode, valueOf } from './settings.mjs';

/** A value whose keys, from the outside, fit a pattern. */
const of = (pattern, apply, suits = () => true) =>
  oneNode((node, path) => valueOf(node) && pattern.test(path) && suits(node, path), apply);
const raw = ({ text, node }) => text.slice(node.offset, node.offset + node.length);
const put = ({ text, node }, value, more) => broken(text, node.offset, node.offset + node.length, value, more);
const inside = ({ text, node }, value) =>
  value === undefined ? undefined : broken(text, node.offset + 1, node.offset + node.length - 1, value);
const isList = node => node.type === 'array' && node.children.length > 0 && node.children.every(isText);
const whole = (name, text) => ({
  name,
  roles: jsonRoles,
  restorable: false,
  apply: file => (nodesOf(file.text) ? { text, line: 0 } : undefined),
});

const hookRoles = ['settings', 'hooks'];
const events = /^hooks\/[A-Z]\w+$/;
const command = /^hooks\/\w+\/\*\/hooks\/\*\/command$/;
const server = key => new RegExp(`^mcpServers/[^/]+/${key}$`);

export default [
  whole('JSON: whole file empty', ''),
  whole('JSON: whole file null', 'null\n'),
  whole('JSON: whole file an empty list', '[]\n'),
  {
    name: 'JSON: whole file in a list',
    roles: jsonRoles,
    restorable: false,
    apply: ({ text }) =>
      nodesOf(text)?.[0].type === 'object' ? { text: `[${text.trimEnd()}]\n`, line: 0 } : undefined,
  },
  {
    name: 'JSON: null for a value',
    roles: ['plugin', 'mcp'],
    restorable: false,
    apply: of(/^(version|description|author|keywords|homepage|mcpServers\/[^/]+\/(args|env))$/, file =>
      put(file, 'null'),
    ),
  },
  {
    name: 'JSON: true or a number for a component',
    roles: ['plugin'],
    restorable: false,
    apply: of(/^(commands|agents|skills|hooks|mcpServers)$/, file => put(file, file.pick(['true', '1']))),
  },
  {
    name: 'JSON: repository as npm has it',
    roles: ['plugin'],
    apply: of(/^repository$/, file => put(file, `{ "type": "git", "url": ${raw(file)} }`), isText),
  },
  {
    name: 'JSON: plugins by name instead of a list',
    roles: ['marketplace'],
    restorable: false,
    apply: of(/^plugins$/, file => {
      const plugins = file.node.children.map(each => ({
        name: each.children.find(({ children }) => children[0].value === 'name')?.children[1].value,
        text: file.text.slice(each.offset, each.offset + each.length),
      }));
      return put(file, `{ ${plugins.map(({ name, text }) => `${JSON.stringify(name)}: ${text}`).join(', ')} }`);
    }),
  },
  {
    name: 'JSON: two plugins of one name',
    roles: ['marketplace'],
    restorable: false,
    apply: oneNode(
      (node, path) => valueOf(node) && path === 'plugins/*/name',
      file => {
        const other = file.pick(file.nodes.filter(({ node, path }) => path === 'plugins/*/name' && valueOf(node) && node.value !== file.node.value)); // prettier-ignore
        return (
          other && { ...put(file, JSON.stringify(other.node.value)), also: [lineAt(file.text, other.node.offset)] }
        );
      },
    ),
  },
  {
    name: 'JSON: folder in a source misspelt',
    roles: ['marketplace'],
    apply: of(
      /^plugins\/\*\/source$/,
      file => {
        const parts = file.node.value.split('/');
        const index = file.pick([...parts.keys()].filter(each => parts[each].length > 3));
        const word = index === undefined ? undefined : anySlip(parts[index], file.pick);
        return word && inside(file, parts.with(index, word).join('/'));
      },
      node => /^\.\/\w/.test(node.value ?? ''),
    ),
  },
  {
    name: 'JSON: homepage without its scheme',
    roles: ['plugin'],
    apply: of(/^homepage$/, file => inside(file, file.node.value.replace(/^https:\/\//, file.pick(['', 'https:/', 'htps://']))), node => /^https:/.test(node.value ?? '')), // prettier-ignore
  },
  {
    name: 'JSON: name in capitals or with underscores',
    roles: ['plugin'],
    apply: of(/^name$/, file => inside(file, file.pick([file.node.value.replace(/-/g, '_'), `${file.node.value} `])), node => /-/.test(node.value ?? '')), // prettier-ignore
  },
  {
    name: 'hook straight under its event as text',
    roles: hookRoles,
    restorable: false,
    apply: of(events, file => {
      const found = /"command":\s*("(?:[^"\\]|\\.)*")/.exec(raw(file))?.[1];
      return found && put(file, file.pick([found, `[${found}]`]));
    }),
  },
  {
    name: 'hook list without its brackets',
    roles: hookRoles,
    apply: of(
      /^hooks\/[A-Z]\w+(\/\*\/hooks)?$/,
      file => {
        const [only] = file.node.children;
        return put(file, file.text.slice(only.offset, only.offset + only.length));
      },
      node => node.type === 'array' && node.children.length === 1 && node.children[0].type === 'object',
    ),
  },
  {
    name: 'hook command as a list',
    roles: hookRoles,
    apply: of(command, file => put(file, JSON.stringify(file.node.value.split(' '))), isText),
  },
  {
    name: 'hook command with a quote lost',
    roles: hookRoles,
    apply: of(
      command,
      file => {
        const place = file.node.offset + raw(file).lastIndexOf('\\"');
        return broken(file.text, place, place + 2, '');
      },
      node => /"/.test(node.value ?? ''),
    ),
  },
  {
    name: 'hook key misspelt',
    roles: hookRoles,
    apply: of(/^hooks\/\w+\/\*\/(matcher|hooks|hooks\/\*\/(type|command|timeout))$/, file => {
      const [key] = file.node.parent.children;
      const name = file.pick([
        anySlip(key.value, file.pick),
        `${key.value}s`,
        `${key.value}:`,
        key.value.toUpperCase(),
      ]);
      return name && broken(file.text, key.offset + 1, key.offset + key.length - 1, name);
    }),
  },
  {
    name: 'hook matcher in the hook',
    roles: hookRoles,
    restorable: false,
    apply: of(/^hooks\/\w+ToolUse\/\*\/matcher$/, ({ text, node }) => {
      const list = node.parent.parent.children;
      const first = list[1]?.children[1].children?.[0]?.children?.[0];
      if (list[0] !== node.parent || !first) return undefined;
      const own = text.slice(node.parent.offset, node.offset + node.length);
      const before = text.slice(0, node.parent.offset) + text.slice(list[1].offset, first.offset);
      return { text: `${before}${own}, ${text.slice(first.offset)}`, line: lineAt(before, before.length) };
    }),
  },
  {
    name: 'hook matcher as a list',
    roles: hookRoles,
    apply: of(/^hooks\/\w+\/\*\/matcher$/, file => put(file, JSON.stringify(file.node.value.split('|'))), node => /^[\w|]+$/.test(node.value ?? '')), // prettier-ignore
  },
  {
    name: 'MCP server: arguments as one text',
    roles: ['mcp'],
    apply: of(server('args'), file => put(file, JSON.stringify(file.node.children.map(({ value }) => value).join(' '))), isList), // prettier-ignore
  },
  {
    name: 'MCP server: arguments behind the command',
    roles: ['mcp'],
    restorable: false,
    apply: of(server('command'), file => inside(file, `${file.node.value} -y thing`), isText),
  },
  {
    name: 'MCP server: command under `url`',
    roles: ['mcp'],
    apply: of(server('command'), ({ text, node }) => {
      const [key] = node.parent.children;
      return broken(text, key.offset + 1, key.offset + key.length - 1, 'url');
    }),
  },
  {
    name: 'MCP server as the line that starts it',
    roles: ['mcp'],
    restorable: false,
    apply: of(/^mcpServers\/[^/]+$/, file => put(file, '"npx -y thing"')),
  },
  {
    name: 'permission rule as keys with values',
    roles: ['settings'],
    apply: oneNode(
      (node, path) => isText(node) && /^permissions\/(allow|deny|ask)\/\*$/.test(path),
      file => put(file, `{ "tool": ${raw(file)} }`),
    ),
  },
  {
    name: 'JSON: person as npm has it',
    roles: ['plugin', 'marketplace'],
    restorable: false,
    apply: of(
      /^(author|owner)$/,
      file => put(file, '"Ada <ada@example.com> (https://example.com)"'),
      node => node.type === 'object',
    ),
  },
  {
    name: 'JSON: null in a list',
    roles: ['marketplace', ...hookRoles],
    restorable: false,
    apply: oneNode(
      node => node.parent?.type === 'array' && node.parent.children.length > 1 && node.type === 'object',
      file => put(file, 'null'),
    ),
  },
  {
    name: 'permission rules as one text',
    roles: ['settings'],
    restorable: false,
    apply: of(/^permissions\/(allow|deny|ask)$/, file => put(file, JSON.stringify(file.node.children.map(({ value }) => value).join(', '))), isList), // prettier-ignore
  },
  {
    name: 'hook path from the home of its author',
    roles: hookRoles,
    restorable: false,
    apply: of(
      command,
      file =>
        inside(
          file,
          raw(file)
            .slice(1, -1)
            .replace(/(\\")?\$\{?CLAUDE_\w+\}?(\\")?/, '/Users/ada/project'),
        ),
      node => /\$\{?CLAUDE_\w+\}?/.test(node.value ?? ''),
    ),
  },
];
