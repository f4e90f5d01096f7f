// JSON that is in order and says something else than its author meant: forms of rules, of hooks, of servers and of what plugins bring.
import { anySlip, broken, lineAt } from './text.mjs';
import { isText, oneNode, valueOf } from './settings.mjs';

const raw = ({ text, node }) => text.slice(node.offset, node.offset + node.length);
const inner = file => raw(file).slice(1, -1);
const put = ({ text, node }, value, more) => broken(text, node.offset, node.offset + node.length, value, more);
const inside = ({ text, node }, value, more) =>
  broken(text, node.offset + 1, node.offset + node.length - 1, value, more);
const keyed = ({ text, node }, name) => {
  const [key] = node.parent.children;
  const owner = lineAt(text, node.parent.parent.offset);
  return broken(text, key.offset + 1, key.offset + key.length - 1, name, { also: [owner, owner + 1] });
};
const of = (pattern, make, suits = () => true) =>
  oneNode((node, path, file) => valueOf(node) && pattern.test(path) && suits(node, file), make);
const itemOf = (pattern, make, suits = () => true) =>
  oneNode((node, path) => node.parent?.type === 'array' && pattern.test(path) && suits(node), make);
const rule = (make, suits) => itemOf(/^permissions\/(allow|deny|ask)\/\*$/, make, node => isText(node) && suits(node));
const hasArgument = node => /^[A-Z]\w+\([^()]+\)$/.test(node.value);
const has = (node, key) => node.parent.parent.children.some(({ children }) => children[0].value === key);
/** Beside a value, in its line. */
const beside = (file, more) => {
  const end = file.node.offset + file.node.length;
  return broken(file.text, end, end, `, ${more}`);
};
const hookRoles = ['settings', 'hooks'];
const command = /^hooks\/\w+\/\*\/hooks\/\*\/command$/;
const matcher = (make, suits) => of(/^hooks\/\w+ToolUse\/\*\/matcher$/, make, node => isText(node) && suits(node));
const areTools = node => /^[A-Z]\w+(\|[A-Z]\w+)*$/.test(node.value);
const server = key => new RegExp(`^mcpServers/[^/]+/${key}$`);
const choose = (roles, name, pattern, words) => ({
  name,
  roles,
  restorable: false,
  apply: of(pattern, file => put(file, file.pick(words))),
});

export default [
  {
    name: 'permission rule: brackets of another kind',
    roles: ['settings'],
    apply: rule(file => {
      const [open, close] = file.pick(['[]', '{}', '<>']);
      return inside(file, inner(file).replace('(', open).replace(/\)$/, close));
    }, hasArgument),
  },
  {
    name: 'permission rule: colon for the parenthesis',
    roles: ['settings'],
    apply: rule(file => inside(file, inner(file).replace('(', ':').replace(/\)$/, '')), hasArgument),
  },
  {
    name: 'permission rule: blank before the parenthesis',
    roles: ['settings'],
    apply: rule(file => inside(file, inner(file).replace('(', ' (')), hasArgument),
  },
  {
    name: 'permission rule: nothing in the parentheses',
    roles: ['settings'],
    restorable: false,
    apply: rule(file => inside(file, inner(file).replace(/\(.*\)/, '()')), hasArgument),
  },
  {
    name: 'permission rule: command without its tool',
    roles: ['settings'],
    restorable: false,
    apply: rule(
      file => inside(file, inner(file).replace(/^Bash\((.*)\)$/, '$1')),
      node => /^Bash\(.+\)$/.test(node.value),
    ),
  },
  {
    name: 'hook type of another program',
    roles: hookRoles,
    apply: of(/^hooks\/\w+\/\*\/hooks\/\*\/type$/, file => inside(file, file.pick(['shell', 'script', 'bash', 'exec']))), // prettier-ignore
  },
  {
    name: 'hook time in words',
    roles: hookRoles,
    restorable: false,
    apply: of(command, file => beside(file, `"timeout": ${file.pick(['"60s"', '"ten"', '-5', '[60]'])}`), node => !has(node, 'timeout')), // prettier-ignore
  },
  {
    name: 'matcher: other mark between tools',
    roles: hookRoles,
    apply: matcher(
      file => inside(file, inner(file).replace('|', file.pick(['/', '&', ';', ' or ', '\\\\|']))),
      node => areTools(node) && node.value.includes('|'),
    ),
  },
  {
    name: 'matcher: tool in lower case',
    roles: hookRoles,
    apply: matcher(
      file =>
        inside(
          file,
          inner(file).replace(/[A-Z]/, letter => letter.toLowerCase()),
        ),
      areTools,
    ),
  },
  {
    name: 'matcher: a glob or a torn pattern',
    roles: hookRoles,
    restorable: false,
    apply: matcher(file => inside(file, file.pick(['**', '*.ts', '(Edit|Write', 'Edit|Write)', '+Edit'])), areTools),
  },
  {
    name: 'hook key under the word of another program',
    roles: hookRoles,
    restorable: false,
    apply: of(/^hooks\/\w+\/\*\/(matcher|hooks|hooks\/\*\/command)$/, file => {
      const words = { matcher: ['tool', 'match', 'pattern'], hooks: ['handlers', 'commands', 'actions'], command: ['cmd', 'run', 'script'] }; // prettier-ignore
      return keyed(file, file.pick(words[file.node.parent.children[0].value]));
    }),
  },
  {
    name: 'hook variable as another shell writes it',
    roles: hookRoles,
    restorable: false,
    apply: of(
      command,
      file => inside(file, inner(file).replace(/\$\{?(CLAUDE_\w+)\}?/, (_, name) => file.pick([`%${name}%`, `$(${name})`, `{${name}}`]))), // prettier-ignore
      node => /\$\{?CLAUDE_/.test(node.value),
    ),
  },
  {
    name: 'MCP server: type that does not suit',
    roles: ['mcp'],
    restorable: false,
    apply: of(server('command'), file => beside(file, `"type": "${file.pick(['http', 'sse'])}"`), node => !has(node, 'type')), // prettier-ignore
  },
  {
    name: 'MCP server: environment that is no map of texts',
    roles: ['mcp'],
    restorable: false,
    apply: of(server('command'), file => beside(file, `"env": ${file.pick(['["A=1"]', '"A=1"', '{ "A": ["x"] }'])}`), node => !has(node, 'env')), // prettier-ignore
  },
  choose(['plugin'], 'JSON: author in another shape', /^author$/, ['["Ada"]', '[{ "name": "Ada" }]', '{ "fullName": "Ada" }', 'true']), // prettier-ignore
  choose(['marketplace'], 'JSON: owner in another shape', /^owner$/, ['["Ada"]', '[{ "name": "Ada" }]', '{ "login": "ada" }', '"ada"']), // prettier-ignore
  choose(['plugin'], 'JSON: list or number for a text', /^(description|license|homepage|repository)$/, ['["a"]', '5', 'true']), // prettier-ignore
  choose(['marketplace'], 'JSON: source as a text of another place', /^plugins\/\*\/source$/, ['"ada/kit"', '"https://github.com/ada/kit"', '"github:ada/kit"']), // prettier-ignore
  choose(['marketplace'], 'JSON: kind of a source misspelt', /^plugins\/\*\/source$/, ['{ "source": "gihub", "repo": "a/b" }', '{ "type": "github", "repo": "a/b" }', '{ "source": "github", "repository": "a/b" }', '{ "source": "GitHub", "repo": "a/b" }']), // prettier-ignore
  {
    name: 'JSON: key of a plugin in a marketplace misspelt',
    roles: ['marketplace'],
    apply: of(/^plugins\/\*\/(source|description|version|category|keywords|author|name)$/, file => {
      const word = anySlip(file.node.parent.children[0].value, file.pick);
      return word && keyed(file, word);
    }),
  },
  {
    name: 'JSON: source of a plugin under another word',
    roles: ['marketplace'],
    restorable: false,
    apply: of(/^plugins\/\*\/source$/, file => keyed(file, file.pick(['path', 'src', 'location', 'repo']))),
  },
];
