// Keys of front matter that stand below another key: their blanks, colons and names, and what comes loose from a list.
import { broken, entriesOf, frontMatter } from './text.mjs';

const roles = ['agent', 'skill', 'command'];

/** Breaks one line `  key: value` right below a key that has nothing but such lines. */
const oneBelow =
  (apply, suits = () => true) =>
  file => {
    const front = frontMatter(file.text);
    const rows = (front?.keys ?? []).flatMap(key => {
      if (key.value !== '' || key.below.length < 2) return [];
      const matches = key.below.map(line => ({ line, match: /^( +)([A-Za-z][\w-]*):( +)([^\s|>[{&*!].*)$/.exec(line.text) })); // prettier-ignore
      if (matches.some(({ match }) => !match || match[1] !== matches[0].match[1])) return [];
      return matches.map(({ line, match: [, indent, name, gap, value] }, index) => ({ key, line, indent, name, gap, value, index })); // prettier-ignore
    });
    const row = file.pick(rows.filter(suits));
    return row && apply({ ...file, front, row });
  };
const colonOf = ({ line, indent, name }) => line.at + indent.length + name.length;

export default [
  {
    name: 'nested key lost its colon',
    roles,
    apply: oneBelow(({ text, row }) => broken(text, colonOf(row), colonOf(row) + 1, '')),
  },
  {
    name: 'nested key: no space after the colon',
    roles,
    apply: oneBelow(
      ({ text, row }) => broken(text, colonOf(row) + 1, colonOf(row) + 2, ''),
      ({ gap, value }) => gap === ' ' && !value.includes(':'),
    ),
  },
  {
    name: 'nested key indented too little',
    roles,
    apply: oneBelow(
      ({ text, row }) => broken(text, row.line.at, row.line.at + 1, '', { also: [row.line.line + 1] }),
      ({ index, indent }) => index > 0 && indent.length > 1,
    ),
  },
  {
    name: 'nested key not indented',
    roles,
    // At the first level many skills have a `version` as well: there it is as right.
    apply: oneBelow(
      ({ text, row }) =>
        broken(text, row.line.at, row.line.at + row.indent.length, '', { also: [row.key.line, row.line.line + 1] }),
      ({ index, key, name }) => name !== 'version' && index > 0 && index === key.below.length - 1,
    ),
  },
  {
    name: 'nested keys not indented',
    roles,
    apply: oneBelow(({ text, row }) => {
      const [from, to] = [row.key.below[0].at, row.key.below.at(-1).end];
      return broken(text, from, to, text.slice(from, to).replace(/^ +/gm, ''), {
        also: [row.key.line, ...row.key.below.map(({ line }) => line)],
      });
    }),
  },
  {
    name: 'nested key indented too far',
    roles,
    apply: oneBelow(
      ({ text, row, pick }) => broken(text, row.line.at, row.line.at, pick([' ', '  '])),
      ({ index }) => index > 0,
    ),
  },
  {
    name: 'nested key twice',
    roles,
    apply: oneBelow(({ text, row }) =>
      broken(text, row.line.next, row.line.next, text.slice(row.line.at, row.line.next), { also: [row.line.line] }),
    ),
  },
  {
    name: 'key indented behind a list',
    roles,
    apply: file => {
      const front = frontMatter(file.text);
      const places = (front?.keys ?? []).filter((key, index) => {
        const above = front.keys[index - 1];
        return above && entriesOf(above)[0]?.form === 'block' && key.below.length === 0 && key.value !== '';
      });
      const key = file.pick(places);
      return key && broken(file.text, key.at, key.at, '  ');
    },
  },
  {
    name: 'dash before a key',
    roles,
    apply: file => {
      const front = frontMatter(file.text);
      const key = file.pick((front?.keys ?? []).filter((each, index) => index > 0 && each.below.length === 0 && each.value !== '')); // prettier-ignore
      return key && broken(file.text, key.at, key.at, '- ');
    },
  },
];
