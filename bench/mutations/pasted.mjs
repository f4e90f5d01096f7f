// JSON with keys, values and forms that were copied from elsewhere: of other tools, of addresses, of templates.
import { jsonRoles, nodesOf } from './json.mjs';
import { isText, oneNode, valueOf } from './settings.mjs';
import { broken } from './text.mjs';

const put = ({ text, node }, value) => broken(text, node.offset, node.offset + node.length, value);
const inside = ({ text, node }, value) => broken(text, node.offset + 1, node.offset + node.length - 1, value);
const of = (pattern, make, suits = () => true) =>
  oneNode((node, path, file) => valueOf(node) && pattern.test(path) && suits(node, file), make);
const beside = ({ text, node }, more) => broken(text, node.offset + node.length, node.offset + node.length, `, ${more}`); // prettier-ignore

const member = (suits, make) => file => {
  const nodes = nodesOf(file.text) ?? [];
  const node = file.pick(nodes.filter(each => each.type === 'property' && suits(each.children[1], each)));
  return node && make({ ...file, node, key: node.children[0], value: node.children[1] });
};
const isPlain = node => node.type === 'string' && !/["\\:]/.test(node.value);
const command = /^hooks\/\w+\/\*\/hooks\/\*\/command$/;

export default [
  {
    name: 'JSON: colon inside the quotes of a key',
    roles: jsonRoles,
    apply: member(
      () => true,
      ({ text, key, node }) => broken(text, key.offset + key.length - 1, node.colonOffset + 1, ':"'),
    ),
  },
  {
    name: 'JSON: key and value in one text',
    roles: jsonRoles,
    apply: member(isPlain, ({ text, node, key, value }) =>
      broken(text, node.offset, node.offset + node.length, `"${key.value}: ${value.value}"`),
    ),
  },
  {
    name: 'JSON: quotes escaped or as HTML writes them',
    roles: jsonRoles,
    apply: member(isPlain, ({ text, value, pick }) => {
      const quote = pick(['&quot;', '\\"']);
      return broken(text, value.offset, value.offset + value.length, quote + value.value + quote);
    }),
  },
  {
    name: 'JSON: source that is a file',
    roles: ['marketplace'],
    apply: of(/^plugins\/\*\/source$/, file => {
      const { node, repo, pick } = file;
      if (typeof node.value !== 'string' || !node.value.startsWith('./')) return undefined;
      const folder = node.value.replace(/\/$/, '');
      const path = folder.slice(2);
      const there = ['.claude-plugin/plugin.json', 'README.md'].filter(name => repo.paths.has(path ? `${path}/${name}` : name)); // prettier-ignore
      return there.length > 0 ? inside(file, `${folder}/${pick(there)}`) : undefined;
    }),
  },
  {
    name: 'JSON: repository of a source as an address',
    roles: ['marketplace'],
    restorable: false,
    apply: of(/^plugins\/\*\/source$/, file => {
      const repo = file.pick(['https://github.com/ada/kit', 'github.com/ada/kit', 'ada/kit.git', 'git@github.com:ada/kit.git', '@ada/kit', 'ada/kit/']); // prettier-ignore
      return put(file, `{ "source": "github", "repo": "${repo}" }`);
    }),
  },
  {
    name: 'MCP server: switched off as other tools do',
    roles: ['mcp'],
    restorable: false,
    apply: of(/^mcpServers\/[^/]+\/command$/, file =>
      beside(file, file.pick(['"disabled": true', '"enabled": false'])),
    ),
  },
  {
    name: 'hook command that keeps the place of one',
    roles: ['settings', 'hooks'],
    restorable: false,
    apply: of(command, file => inside(file, file.pick(['TODO', '# TODO', '...', '<command>', 'path/to/script.sh', 'your-command-here'])), isText), // prettier-ignore
  },
];
