// JSON as text: commas, quotes, braces and comments.
import { parseTree } from 'jsonc-parser';
import { broken, lineAt } from './text.mjs';

export const jsonRoles = ['plugin', 'marketplace', 'settings', 'mcp', 'hooks'];

/** Every node of JSON that is in order, from the outside in; undefined of any other. */
export function nodesOf(text) {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const nodes = [];
  const visit = node => {
    nodes.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(parseTree(text));
  return nodes;
}

const one = (suits, apply) => file => {
  const nodes = nodesOf(file.text);
  const node = nodes && file.pick(nodes.filter(each => suits(each, file.text)));
  return node && apply({ ...file, nodes, node, end: node.offset + node.length });
};

const isString = node => node.type === 'string' && node.length > 4;
/** What follows a node up to the next sign. */
const next = (text, node) => /^\s*/.exec(text.slice(node.offset + node.length))[0].length + node.offset + node.length;
const member = node => node.type === 'property' || node.parent?.type === 'array';
const hasNext = (node, text) => member(node) && text[next(text, node)] === ',';
const lineStart = (text, node) => text.lastIndexOf('\n', node.offset) + 1;
/** A key with its value that ends its line, with the comma behind it. */
const isLine = (node, text) =>
  node.type === 'property' &&
  /string|number|boolean/.test(node.children[1].type) &&
  hasNext(node, text) &&
  text[next(text, node) + 1] === '\n';
const lineOf = (text, node) => ({ from: lineStart(text, node), to: next(text, node) + 2 });
/** A reader can only tell at what follows: there the sign is missing. */
const following = (text, at) => ({ also: [lineAt(text, at), lineAt(text, at) + 1] });

export default [
  {
    name: 'JSON: comma too many',
    roles: jsonRoles,
    apply: one(
      (node, text) => member(node) && /[}\]]/.test(text[next(text, node)]) && text.slice(0, next(text, node)).includes('\n'), // prettier-ignore
      ({ text, end }) => broken(text, end, end, ',', following(text, end)),
    ),
  },
  {
    name: 'JSON: comma lost',
    roles: jsonRoles,
    apply: one(hasNext, ({ text, node }) => {
      const at = next(text, node);
      return broken(text, at, at + 1, '', following(text, at));
    }),
  },
  {
    name: 'JSON: closing quote lost',
    roles: jsonRoles,
    apply: one(isString, ({ text, end }) => broken(text, end - 1, end, '', following(text, end))),
  },
  {
    name: 'JSON: opening quote lost',
    roles: jsonRoles,
    apply: one(isString, ({ text, node }) => broken(text, node.offset, node.offset + 1, '')),
  },
  {
    name: 'JSON: key without quotes',
    roles: jsonRoles,
    apply: one(
      node => node.type === 'property' && /^[a-z]\w+$/i.test(node.children[0].value),
      ({ text, node }) => {
        const [key] = node.children;
        return broken(text, key.offset, key.offset + key.length, key.value);
      },
    ),
  },
  {
    name: 'JSON: single quotes',
    roles: jsonRoles,
    apply: one(
      node => isString(node) && !/['"\\]/.test(node.value),
      ({ text, node, end }) => broken(text, node.offset, end, `'${node.value}'`),
    ),
  },
  {
    name: 'JSON: typographic quotes',
    roles: jsonRoles,
    apply: one(
      node => isString(node) && !/["\\]/.test(node.value),
      ({ text, node, end }) => broken(text, node.offset, end, `“${node.value}”`),
    ),
  },
  ...[
    ['JSON: colon lost', ''],
    ['JSON: comma for a colon', ','],
  ].map(([name, sign]) => ({
    name,
    roles: jsonRoles,
    apply: one(
      node => node.type === 'property',
      ({ text, node }) => broken(text, node.colonOffset, node.colonOffset + 1, sign),
    ),
  })),
  {
    name: 'JSON: last brace lost',
    roles: jsonRoles,
    apply: ({ text }) => {
      const at = text.trimEnd().length - 1;
      if (!nodesOf(text) || text[at] !== '}') return undefined;
      const result = broken(text, at, at + 1, '');
      // The brace that is not closed, or where the text ends.
      return { ...result, also: [0, result.line - 1, lineAt(result.text, result.text.length)] };
    },
  },
  {
    name: 'JSON: brace or bracket lost inside',
    roles: jsonRoles,
    apply: one(
      node => /object|array/.test(node.type) && node.parent && node.children.length > 0,
      ({ text, node, end }) => broken(text, end - 1, end, '', { also: [lineAt(text, node.offset), lineAt(text, end) + 1] }), // prettier-ignore
    ),
  },
  {
    name: 'JSON: bracket of the wrong kind',
    roles: jsonRoles,
    apply: one(
      node => node.type === 'array' && node.children.length > 0,
      ({ text, node, end }) => broken(text, end - 1, end, '}', { also: [lineAt(text, node.offset)] }),
    ),
  },
  {
    name: 'JSON: comment',
    roles: jsonRoles,
    apply: one(
      (node, text) => node.type === 'property' && /\n[ \t]*$/.test(text.slice(0, node.offset)),
      ({ text, node }) => {
        const at = lineStart(text, node);
        return broken(text, at, at, `${text.slice(at, node.offset)}// see the docs\n`);
      },
    ),
  },
  {
    name: 'JSON: key twice',
    roles: jsonRoles,
    apply: one(isLine, ({ text, node }) => {
      const { from, to } = lineOf(text, node);
      return broken(text, to, to, text.slice(from, to), { also: [lineAt(text, node.offset)] });
    }),
  },
  {
    name: 'JSON: bracket of the wrong kind at the beginning',
    roles: jsonRoles,
    apply: one(
      node => /object|array/.test(node.type) && node.parent && node.children.length > 0,
      ({ text, node, end }) => broken(text, node.offset, node.offset + 1, text[node.offset] === '{' ? '[' : '{', { also: [lineAt(text, node.offset) + 1, lineAt(text, end)] }), // prettier-ignore
    ),
  },
  {
    name: 'JSON: bracket twice',
    roles: jsonRoles,
    apply: one(
      node => /object|array/.test(node.type) && node.parent && node.children.length > 0,
      ({ text, node, end, pick }) => {
        const at = pick([node.offset, end - 1]);
        return broken(text, at, at, text[at], { also: [lineAt(text, node.offset)] });
      },
    ),
  },
  {
    name: 'JSON: line of a bracket lost',
    roles: jsonRoles,
    restorable: false,
    apply: one(
      (node, text) => /object|array/.test(node.type) && node.parent && /\n[ \t]*$/.test(text.slice(0, node.offset + node.length - 1)), // prettier-ignore
      ({ text, node, end }) => {
        const from = text.lastIndexOf('\n', end) + 1;
        const result = broken(text, from, text.indexOf('\n', end) + 1, '');
        return { ...result, also: [lineAt(text, node.offset), result.line - 1, result.line + 1] };
      },
    ),
  },
  {
    name: 'JSON: two kinds of quotes',
    roles: jsonRoles,
    apply: one(
      node => isString(node) && !/['"\\]/.test(node.value),
      ({ text, node, end, pick }) => {
        const at = pick([node.offset, end - 1]);
        return broken(text, at, at + 1, "'");
      },
    ),
  },
  {
    name: 'JSON: text without quotes',
    roles: jsonRoles,
    apply: one(
      node => isString(node) && node === node.parent?.children[1] && /^[A-Za-z\d][\w ./,-]+$/.test(node.value),
      ({ text, node, end }) => broken(text, node.offset, end, node.value),
    ),
  },
  {
    name: 'JSON: yes, True or None',
    roles: jsonRoles,
    apply: one(
      node => node.type === 'boolean',
      ({ text, node, end, pick }) => broken(text, node.offset, end, pick(node.value ? ['True', 'yes', 'TRUE'] : ['False', 'no', 'FALSE'])), // prettier-ignore
    ),
  },
  {
    name: 'JSON: comment behind an entry',
    roles: jsonRoles,
    apply: one(isLine, ({ text, node }) => {
      const at = next(text, node) + 1;
      return broken(text, at, at, ' // see the docs');
    }),
  },
  {
    name: 'JSON: in a code block',
    roles: jsonRoles,
    apply: ({ text }) => (nodesOf(text) ? { text: `\`\`\`json\n${text.trimEnd()}\n\`\`\`\n`, line: 0 } : undefined),
  },
  {
    name: 'JSON: merge marks',
    roles: jsonRoles,
    apply: one(isLine, ({ text, node }) => {
      const { from, to } = lineOf(text, node);
      const own = text.slice(from, to);
      const line = lineAt(text, from);
      return broken(text, from, to, `<<<<<<< HEAD\n${own}=======\n${own}>>>>>>> main\n`, {
        also: [line + 2, line + 4],
      });
    }),
  },
  {
    name: 'JSON: tab in a text',
    roles: jsonRoles,
    apply: one(
      node => isString(node) && / /.test(node.value),
      ({ text, node, end, pick }) => {
        const { index } = pick([...text.slice(node.offset, end).matchAll(/ /g)]);
        return broken(text, node.offset + index, node.offset + index + 1, '\t');
      },
    ),
  },
  {
    name: 'JSON: semicolon for a comma',
    roles: jsonRoles,
    apply: one(hasNext, ({ text, node }) => broken(text, next(text, node), next(text, node) + 1, ';')),
  },
];
