// What JSON says: keys, events, types, permission rules, servers and paths of settings, hooks, plugins and marketplaces.
import { anySlip, broken } from './text.mjs';
import { jsonRoles, nodesOf } from './json.mjs';

/** The keys above a node, from the outside; items of lists count as `*`. */
function pathOf(node) {
  const path = [];
  for (let at = node; at.parent; at = at.parent) {
    if (at.parent.type === 'array') path.unshift('*');
    else if (at.parent.type === 'property') path.unshift(at.parent.children[0].value);
  }
  return path.join('/');
}

/** Breaks one of the nodes that suit, by itself and by the keys above it. */
export const oneNode = (suits, apply) => file => {
  const nodes = nodesOf(file.text)?.map(node => ({ node, path: pathOf(node) }));
  const found = nodes && file.pick(nodes.filter(({ node, path }) => suits(node, path, file)));
  return found && apply({ ...file, ...found, nodes });
};

/** Replaces a value, or what stands between its quotes. */
const put = ({ text, node }, value, more) =>
  value === undefined ? undefined : broken(text, node.offset, node.offset + node.length, value, more);
const inside = ({ text, node }, value, more) =>
  value === undefined ? undefined : broken(text, node.offset + 1, node.offset + node.length - 1, value, more);

/** A whole property, with the comma that goes with it. */
function without({ text, node }, more) {
  const property = node.parent;
  const list = property.parent.children;
  const index = list.indexOf(property);
  const from = index > 0 ? list[index - 1].offset + list[index - 1].length : property.offset;
  const to = index > 0 ? property.offset + property.length : (list[1]?.offset ?? property.offset + property.length);
  return broken(text, from, to, '', more);
}

const keysOf = {
  plugin:
    /^(name|version|description|author|author\/name|keywords|license|homepage|repository|commands|agents|skills|hooks|mcpServers)$/,
  marketplace: /^(name|owner|owner\/name|plugins|plugins\/\*\/(name|source|description|version|author))$/,
  settings:
    /^(permissions|permissions\/(allow|deny|ask|defaultMode)|hooks|env|enableAllProjectMcpServers|hooks\/\w+\/\*\/(matcher|hooks))$/,
  hooks: /^(hooks|hooks\/\w+\/\*\/(matcher|hooks|hooks\/\*\/(type|command)))$/,
  mcp: /^(mcpServers|mcpServers\/[\w-]+\/(command|args|env|type|url))$/,
};
export const valueOf = node => node.parent?.type === 'property' && node === node.parent.children[1];
const isKnown = (node, path, { role }) => valueOf(node) && keysOf[role].test(path);
export const isText = node =>
  node.type === 'string' && node.length > 3 && (node.parent?.type !== 'property' || valueOf(node));

function renamed({ text, node }, name) {
  const [key] = node.parent.children;
  return name && name !== key.value ? broken(text, key.offset + 1, key.offset + key.length - 1, name) : undefined;
}

const isEvent = (node, path) => valueOf(node) && /^hooks\/[A-Z]\w+$/.test(path);
const isCommand = (node, path) => isText(node) && /^hooks\/\w+\/\*\/hooks\/\*\/command$/.test(path);
const isRule = (node, path) => isText(node) && /^permissions\/(allow|deny|ask)\/\*$/.test(path);
const script = /[\w./-]+\.(?:sh|js|cjs|mjs|py|ts)\b/;

export default [
  {
    name: 'JSON: known key misspelt',
    roles: jsonRoles,
    apply: oneNode(isKnown, file => renamed(file, anySlip(file.node.parent.children[0].value, file.pick))),
  },
  {
    name: 'JSON: known key with a capital or in another writing',
    roles: jsonRoles,
    apply: oneNode(isKnown, file => {
      const key = file.node.parent.children[0].value;
      const words = key.split(/(?=[A-Z])/).map(word => word.toLowerCase());
      return renamed(file, file.pick([key[0].toUpperCase() + key.slice(1), ...(words.length > 1 ? [words.join('_'), words.join('-')] : [])])); // prettier-ignore
    }),
  },
  {
    name: 'JSON: required key removed',
    roles: ['plugin', 'marketplace'],
    restorable: false,
    apply: oneNode(
      (node, path, { role }) => valueOf(node) && (role === 'plugin' ? path === 'name' : /^(name|owner|plugins\/\*\/(name|source))$/.test(path)), // prettier-ignore
      file => {
        // The loss shows at the object that lacks it, or where the line was.
        const { text, node } = file;
        const object = text.slice(0, node.parent.parent.offset).split('\n').length - 1;
        const result = without(file);
        return { ...result, also: [object, object + 1, result.line + 1] };
      },
    ),
  },
  {
    name: 'JSON: list as one text',
    roles: jsonRoles,
    apply: oneNode(
      (node, path, file) => isKnown(node, path, file) && node.type === 'array' && node.children.length > 1 && node.children.every(isText), // prettier-ignore
      file => put(file, JSON.stringify(file.node.children.map(each => each.value).join(', ')), { restorable: file.node.children.length === 1 }), // prettier-ignore
    ),
  },
  {
    name: 'JSON: text for an object, or an object for a text',
    roles: ['plugin', 'marketplace'],
    restorable: false,
    apply: oneNode(
      (node, path) => /(^|\/)(author|owner)$|^(name|description)$/.test(path) && valueOf(node),
      file => put(file, file.node.type === 'object' ? '"Somebody"' : `{ "text": ${JSON.stringify(file.node.value)} }`),
    ),
  },
  {
    name: 'JSON: true or a number in quotes',
    roles: jsonRoles,
    apply: oneNode(
      (node, path) => /boolean|number/.test(node.type) && /^(hooks\/|mcpServers\/|enable|permissions|include|cleanup|plugins\/\*\/strict)/.test(path), // prettier-ignore
      file => put(file, `"${file.node.value}"`),
    ),
  },
  {
    name: 'JSON: name with blanks and capitals',
    roles: ['plugin', 'marketplace'],
    apply: oneNode(
      (node, path, { role }) => isText(node) && path === 'name' && (role === 'plugin' || /-/.test(node.value)),
      file => {
        const capital = file.node.value.replace(/(^|-)([a-z])/g, (_, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase()); // prettier-ignore
        return capital.includes(' ') ? inside(file, capital) : undefined;
      },
    ),
  },
  {
    name: 'JSON: version that is none',
    roles: ['plugin', 'marketplace'],
    restorable: false,
    apply: oneNode(
      (node, path) => isText(node) && /^(version|plugins\/\*\/version)$/.test(path),
      file => inside(file, file.pick(['latest', 'one', '1.0.0.0', '1,0,0'])),
    ),
  },
  {
    name: 'JSON: path misspelt',
    roles: ['plugin', 'marketplace'],
    apply: oneNode(
      (node, path, { role }) => isText(node) && /^\.\/\w/.test(node.value) && (role === 'plugin' ? /^(commands|agents|skills|hooks|mcpServers)(\/\*)?$/ : /^plugins\/\*\/(source|(commands|agents|skills)\/\*)$/).test(path), // prettier-ignore
      file => inside(file, anySlip(file.node.value.replace(/^\.\//, ''), file.pick)?.replace(/^/, './')),
    ),
  },
  {
    name: 'JSON: path without `./`',
    roles: ['plugin', 'marketplace'],
    apply: oneNode(
      (node, path, { role }) => isText(node) && /^\.\/\w/.test(node.value) && (role === 'plugin' ? /^(commands|agents|skills|hooks|mcpServers)(\/\*)?$/ : /^plugins\/\*\/(source|(commands|agents|skills)\/\*)$/).test(path), // prettier-ignore
      file => inside(file, file.node.value.slice(2)),
    ),
  },
  {
    name: 'hook event misspelt',
    roles: ['settings', 'hooks'],
    apply: oneNode(isEvent, file => renamed(file, anySlip(file.node.parent.children[0].value, file.pick))),
  },
  {
    name: 'hook event in another writing',
    roles: ['settings', 'hooks'],
    apply: oneNode(isEvent, file => {
      const key = file.node.parent.children[0].value;
      const words = key.split(/(?=[A-Z])/);
      return renamed(file, file.pick([key[0].toLowerCase() + key.slice(1), words.join('-').toLowerCase(), words.join('_').toLowerCase(), words.join(' ')])); // prettier-ignore
    }),
  },
  {
    name: 'hook without its inner list',
    roles: ['settings', 'hooks'],
    // `{ "type": …, "command": … }` straight under the event.
    restorable: false,
    apply: oneNode(
      (node, path) => node.type === 'object' && /^hooks\/[A-Z]\w+\/\*$/.test(path),
      ({ text, node }) => {
        const inner = node.children.find(each => each.children[0].value === 'hooks')?.children[1].children?.[0];
        const put = inner && text.slice(inner.offset, inner.offset + inner.length);
        return put && broken(text, node.offset, node.offset + node.length, put, { also: [1, 2].map(more => text.slice(0, node.offset).split('\n').length - 1 + more) }); // prettier-ignore
      },
    ),
  },
  {
    name: 'hook without command or type',
    roles: ['settings', 'hooks'],
    restorable: false,
    apply: oneNode(
      (node, path) => valueOf(node) && /^hooks\/\w+\/\*\/hooks\/\*\/(command|type)$/.test(path),
      file => {
        const result = without(file);
        const object = file.text.slice(0, file.node.parent.parent.offset).split('\n').length - 1;
        return { ...result, also: [object, object + 1, result.line + 1] };
      },
    ),
  },
  {
    name: 'hook type misspelt',
    roles: ['settings', 'hooks'],
    apply: oneNode(
      (node, path) => isText(node) && /^hooks\/\w+\/\*\/hooks\/\*\/type$/.test(path),
      file => inside(file, anySlip(file.node.value, file.pick)),
    ),
  },
  {
    name: 'hook script misspelt',
    roles: ['settings', 'hooks'],
    apply: oneNode(
      (node, path, { repo }) => isCommand(node, path) && [...repo.paths].some(known => known.endsWith(`/${script.exec(node.value)?.[0].split('/').at(-1)}`)), // prettier-ignore
      file => {
        const { text, node, pick } = file;
        const name = script.exec(node.value)[0].split('/').at(-1).replace(/\.\w+$/, ''); // prettier-ignore
        const word = anySlip(name, pick);
        const at = text.slice(node.offset, node.offset + node.length).lastIndexOf(name);
        return word && broken(text, node.offset + at, node.offset + at + name.length, word);
      },
    ),
  },
  {
    name: 'hook script with backslashes',
    roles: ['settings', 'hooks'],
    apply: oneNode(
      (node, path, { repo }) => isCommand(node, path) && repo.paths.has(/(?<=^\w* ?)\.claude\/[\w./-]+$/.exec(node.value)?.[0]), // prettier-ignore
      file => inside(file, file.node.value.replaceAll('/', '\\')),
    ),
  },
  {
    name: 'tool in a matcher misspelt',
    roles: ['settings', 'hooks'],
    apply: oneNode(
      (node, path) => /^hooks\/\w+ToolUse\/\*\/matcher$/.test(path) && /^[A-Z]\w+(\|[A-Z]\w+)*$/.test(node.value),
      file => {
        const tools = file.node.value.split('|');
        const tool = file.pick(tools);
        const word = anySlip(tool, file.pick);
        return word && inside(file, tools.map(each => (each === tool ? word : each)).join('|'));
      },
    ),
  },
  {
    name: 'permission rule: tool misspelt',
    roles: ['settings'],
    apply: oneNode(
      (node, path) => isRule(node, path) && /^[A-Z][a-z]{3,}/.test(node.value),
      file => {
        const [tool] = /^\w+/.exec(file.node.value);
        const word = anySlip(tool, file.pick);
        return word && inside(file, word + file.text.slice(file.node.offset + 1 + tool.length, file.node.offset + file.node.length - 1)); // prettier-ignore
      },
    ),
  },
  {
    name: 'permission rule: parenthesis not closed',
    roles: ['settings'],
    apply: oneNode(
      (node, path) => isRule(node, path) && node.value.endsWith(')'),
      ({ text, node }) => broken(text, node.offset + node.length - 2, node.offset + node.length - 1, ''),
    ),
  },
  {
    name: 'permission rule: tool in lower case',
    roles: ['settings'],
    apply: oneNode(
      (node, path) => isRule(node, path) && /^[A-Z]/.test(node.value),
      ({ text, node }) => broken(text, node.offset + 1, node.offset + 2, text[node.offset + 1].toLowerCase()),
    ),
  },
  {
    name: 'permission mode misspelt',
    roles: ['settings'],
    apply: oneNode(
      (node, path) => path === 'permissions/defaultMode' && isText(node),
      file => inside(file, anySlip(file.node.value, file.pick)),
    ),
  },
  {
    name: 'MCP server without command or url',
    roles: ['mcp', 'plugin'],
    restorable: false,
    apply: oneNode(
      (node, path) => valueOf(node) && /^mcpServers\/[^/]+\/(command|url)$/.test(path),
      file => {
        const result = without(file);
        const object = file.text.slice(0, file.node.parent.parent.offset).split('\n').length - 1;
        return { ...result, also: [object, object + 1, result.line + 1] };
      },
    ),
  },
  {
    name: 'MCP servers without their wrapper',
    roles: ['mcp'],
    apply: oneNode(
      (node, path) => path === 'mcpServers' && node.type === 'object' && node.parent.parent.children.length === 1,
      ({ text, node }) => ({ ...broken(text, 0, text.length, `${text.slice(node.offset, node.offset + node.length)}\n`), also: [1], restorable: false }), // prettier-ignore
    ),
  },
];
